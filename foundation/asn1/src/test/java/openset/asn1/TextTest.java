package openset.asn1;

import static openset.asn1.Refusals.accepted;
import static openset.asn1.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D09")
class TextTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "0c02c080", "0c03e08080", "0c04f0808080", "0c03eda080", "0c03edbfbf", "0c04f4908080",
    "0c0180", "0c01c3", "0c01ff", "0c02e282"
  })
  void refusesUtf8ThatIsOverlongSurrogateBeyondUnicodeOrCut(String hex) {
    assertRefused(Asn1.UTF8_STRING, hex).contains("UTF8String");
  }

  @Test
  void refusesNulInEveryString() {
    assertRefused(Asn1.UTF8_STRING, "0c026100").contains("NUL");
    assertRefused(Asn1.BMP_STRING, "1e0400610000").contains("NUL");
    assertRefused(Asn1.IA5_STRING, "16026100");
    assertRefused(Asn1.VISIBLE_STRING, "1a026100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e02d800", "1e04d83dde00", "1e02dfff", "1e0161", "1e03006161"})
  void refusesBmpStringsWithSurrogatesOrHalfCharacters(String hex) {
    assertRefused(Asn1.BMP_STRING, hex).contains("BMPString");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1a01e9", "1a010a", "1a017f", "1a011f"})
  void refusesOtherThanPrintableAsciiInVisibleString(String hex) {
    assertRefused(Asn1.VISIBLE_STRING, hex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"13012a", "130140", "13015f", "130126"})
  void refusesOtherCharactersInPrintableString(String hex) {
    assertRefused(Asn1.PRINTABLE_STRING, hex);
  }

  @Test
  void refusesOtherThanDigitsInNumericString() {
    assertRefused(Asn1.NUMERIC_STRING, "12022d31");
    assertThat(accepted(Asn1.NUMERIC_STRING, "12033120 32")).isEqualTo("1 2");
  }

  @Test
  void refusesT61String() {
    assertRefused(Asn1.UTF8_STRING, "140161").contains("expected tag 0c, got 14");
    assertRefused(Asn1.BMP_STRING, "140161");
  }

  @Test
  void countsCharactersNotOctets() {
    Tagged<String> two = Asn1.sized(Asn1.UTF8_STRING, 1, 2);
    assertThat(accepted(two, "0c06e4bda0e5a5bd")).isEqualTo("你好");
    assertThat(accepted(two, "0c04f09f9880")).isEqualTo("😀");
    assertRefused(two, "0c03616263").contains("size 3 not in 1..2");
    assertRefused(two, "0c00").contains("size 0 not in 1..2");
  }

  @Test
  @Tag("ENC-06")
  void writesNothingThatCouldNotBeReadBack() {
    refusesToWrite(Asn1.UTF8_STRING, "\ud800");
    refusesToWrite(Asn1.UTF8_STRING, "\0");
    refusesToWrite(Asn1.BMP_STRING, "😀");
    refusesToWrite(Asn1.VISIBLE_STRING, "é");
    refusesToWrite(Asn1.sized(Asn1.VISIBLE_STRING, 1, 2), "abc");
  }

  private static void refusesToWrite(Asn1Type<String> type, String text) {
    assertThatThrownBy(() -> type.encode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysNothingOfTheTextItRefuses() {
    assertRefused(Asn1.NUMERIC_STRING, "1204 73656372").doesNotContain("sec").doesNotContain("73");
  }
}
