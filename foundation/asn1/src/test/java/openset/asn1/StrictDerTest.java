package openset.asn1;

import static openset.asn1.Refusals.accepted;
import static openset.asn1.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D01")
@Tag("ENC-01")
class StrictDerTest {
  private static final Tagged<List<Der>> LIST = Repeated.sequenceOf(Asn1.OCTET_STRING);

  @Test
  void refusesIndefiniteLength() {
    assertRefused(LIST, "3080 0401aa 0000").contains("indefinite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"048101 aa", "04820001 aa", "0483000001 aa", "048400000001 aa"})
  void refusesLengthsInMoreOctetsThanNeeded(String hex) {
    assertRefused(Asn1.OCTET_STRING, hex).contains("length not minimal");
  }

  @Test
  void refusesALongLengthWithALeadingZero() {
    byte[] der = new byte[4 + 200];
    System.arraycopy(Der.ofHex("048200c8").bytes(), 0, der, 0, 4);
    assertRefused(Asn1.OCTET_STRING, der).contains("length not minimal");
  }

  @Test
  void acceptsTheShortestLengths() {
    for (int length : new int[] {0, 1, 127, 128, 255, 256, 65_535, 65_536}) {
      byte[] der = Asn1.OCTET_STRING.encode(Der.of(new byte[length]));
      assertThat(Asn1.OCTET_STRING.decode(der).length()).isEqualTo(length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0201", "0200", "02020001", "0202007f", "0202ff80", "0202ffff"})
  void refusesIntegersThatAreEmptyCutOrNotMinimal(String hex) {
    assertRefused(Asn1.INTEGER, hex);
    assertRefused(Asn1.integer(-1000, 1000), hex);
  }

  @ParameterizedTest
  @CsvSource({
    "020100,0", "02017f,127", "02020080,128", "0201ff,-1", "020180,-128", "0202ff7f,-129"
  })
  void readsIntegers(String hex, BigInteger value) {
    assertThat(accepted(Asn1.INTEGER, hex)).isEqualTo(value);
    assertThat(accepted(Asn1.integer(-1000, 1000), hex)).isEqualTo(value.intValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"020105", "020100", "0209010000000000000000", "02080100000000000000"})
  void refusesIntegersOutOfRange(String hex) {
    assertRefused(Asn1.integer(1, 4), hex).contains("INTEGER not in 1..4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"010101", "0101fe", "0100", "0102ffff"})
  void refusesBooleansOtherThanZeroAndFf(String hex) {
    assertRefused(Asn1.BOOLEAN, hex);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "0600", "06028001", "06032a8001", "0602aa80", "060a2a8080808080808080 01"
  })
  void refusesObjectIdentifiersThatAreEmptyCutOrPadded(String hex) {
    assertRefused(Asn1.OBJECT_IDENTIFIER, hex);
  }

  @Test
  void refusesAnArcBeyondItsLimit() {
    assertRefused(Asn1.OBJECT_IDENTIFIER, "060a 2a c0808080808080 8000").contains("2^55");
  }

  @Test
  void refusesMoreArcsThanItsLimit() {
    assertRefused(Asn1.OBJECT_IDENTIFIER, "0620" + "01".repeat(32)).contains("32 arcs");
    accepted(Asn1.OBJECT_IDENTIFIER, "061f" + "01".repeat(31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "3.1", "1.40", "2.+5", "2.-5", "2.05", "2..5", "2.5.", "a.b",
      "2.36028797018963968", "2.99999999999999999999"})
  void makesNoObjectIdentifierOfOtherText(String text) {
    assertThatThrownBy(() -> ObjectIdentifier.of(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsObjectIdentifiers() {
    assertThat(accepted(Asn1.OBJECT_IDENTIFIER, "0604672a0003").dotted()).isEqualTo("2.23.42.0.3");
    assertThat(accepted(Asn1.OBJECT_IDENTIFIER, "06032a0304").dotted()).isEqualTo("1.2.3.4");
    assertThat(accepted(Asn1.OBJECT_IDENTIFIER, "0603883703").dotted()).isEqualTo("2.999.3");
    assertThat(ObjectIdentifier.of("2.23.42").arc(0).arc(3))
        .isEqualTo(ObjectIdentifier.of("2.23.42.0.3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0300", "030101", "030201ff", "0302ff00"})
  void refusesBitStringsThatAreNotWholeOctets(String hex) {
    assertRefused(Asn1.BIT_STRING, hex);
  }

  @Test
  void refusesNullWithContent() {
    assertRefused(Asn1.NULL, "050100").contains("left over");
    accepted(Asn1.NULL, "0500");
  }

  @Test
  void refusesConstructedStrings() {
    assertRefused(Asn1.OCTET_STRING, "2403040100").contains("expected tag 04, got 24");
  }

  @Test
  void refusesWhatFollowsAValue() {
    assertRefused(Asn1.OCTET_STRING, "0401aa00").contains("1 bytes left over");
    assertRefused(Asn1.OCTET_STRING, "0401aa0000").contains("2 bytes left over");
  }

  @Test
  void refusesNothingAtAll() {
    assertRefused(Asn1.OCTET_STRING, "").contains("ran out of bytes");
    assertRefused(Asn1.ANY, "").contains("ran out of bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bf1e00", "bf8000", "bf801f00", "bf808f6700", "bf", "bf87", "bf81808000"})
  void refusesTagsInMoreOctetsThanNeededOrCut(String hex) {
    assertRefused(Asn1.ANY, hex);
    assertRefused(Asn1.NULL.explicit(31), hex);
  }

  @ParameterizedTest
  @CsvSource({"30,be020500", "31,bf1f020500", "127,bf7f020500", "128,bf8100020500",
      "999,bf8767020500", "16383,bfff7f020500"})
  @Tag("ENC-02")
  void readsTagNumbersOfOneToThreeOctets(int number, String hex) {
    assertThat(accepted(Asn1.NULL.explicit(number), hex)).isTrue();
    assertThat(accepted(Asn1.ANY, hex)).isEqualTo(Der.ofHex(hex));
  }

  @Test
  void keepsWhetherAnImplicitTagIsConstructed() {
    accepted(LIST.implicit(999), "bf8767 03 0401aa");
    accepted(Asn1.OCTET_STRING.implicit(999), "9f8767 01 aa");
    accepted(Asn1.OCTET_STRING.implicit(999).implicit(2), "82 01 aa");
    accepted(LIST.implicit(999).implicit(2), "a2 03 0401aa");
  }
}
