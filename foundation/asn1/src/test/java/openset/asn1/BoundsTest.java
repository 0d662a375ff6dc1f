package openset.asn1;

import static openset.asn1.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ENC-03")
class BoundsTest {
  private static final Tagged<List<Der>> LIST = Repeated.sequenceOf(Asn1.OCTET_STRING);

  @Tag("D02")
  @ParameterizedTest
  @ValueSource(strings = {
    "04847fffffff 00", "0484ffffffff 00", "0488 7fffffffffffffff 00", "0488 8000000000000000 00",
    "04ff 00", "0402 aa", "0481", "0482 01", "3005 0402 aabb"
  })
  void refusesLengthsBeyondTheData(String hex) {
    assertRefused(Asn1.ANY, hex);
    assertRefused(hex.startsWith("30") ? LIST : Asn1.OCTET_STRING, hex);
  }

  @Tag("D02")
  @Test
  void refusesAnInnerValueLongerThanTheOuter() {
    assertRefused(LIST, "3003 0402aa bb").contains("[0]").contains("runs past the end");
  }

  @Tag("D02")
  @Test
  void refusesMoreOctetsThanTheLimitBeforeReadingThem() {
    byte[] der = new byte[Limits.PEER.bytesMax() + 1];
    assertThatThrownBy(() -> Asn1.OCTET_STRING.decode(der))
        .isInstanceOf(Asn1Exception.class)
        .hasMessageContaining("longer than");
  }

  @Tag("D03")
  @Test
  void refusesValuesNestedTooDeep() {
    Tagged<?> deep = Asn1.NULL;
    for (int i = 0; i < Limits.PEER.depthMax(); i++) deep = deep.explicit(1);
    byte[] der = nested(Limits.PEER.depthMax(), 0xa1);

    assertRefused(deep, der).contains("nested deeper than " + Limits.PEER.depthMax());
  }

  @Tag("D03")
  @ParameterizedTest
  @ValueSource(ints = {0x30, 0x24, 0xa0})
  void readsAHundredThousandLevelsWithoutRecursion(int tag) {
    byte[] der = nested(100_000, tag);
    Limits roomy = new Limits(der.length, 40, 10);

    assertThat(Asn1.ANY.decode(der, roomy).length()).isEqualTo(der.length);
    assertThatThrownBy(() -> LIST.decode(der, roomy)).isInstanceOf(Asn1Exception.class);
  }

  @Test
  void refusesMoreElementsThanTheLimit() {
    Limits limits = new Limits(1000, 10, 3);
    assertThat(LIST.decode(Der.ofHex("3006040004000400").bytes(), limits)).hasSize(3);
    assertThatThrownBy(() -> LIST.decode(Der.ofHex("30080400040004000400").bytes(), limits))
        .hasMessageContaining("more than 3 elements");
    assertThatThrownBy(
            () ->
                Repeated.setOf(Asn1.OCTET_STRING)
                    .decode(Der.ofHex("310b04000401aa0401bb0401cc").bytes(), limits))
        .hasMessageContaining("more than 3 elements");
  }

  private static byte[] nested(int levels, int tag) {
    byte[][] headers = new byte[levels][];
    int length = 2;
    for (int i = 0; i < levels; i++) {
      headers[i] = header(tag, length);
      length += headers[i].length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = levels - 1; i >= 0; i--) out.writeBytes(headers[i]);
    out.writeBytes(new byte[] {5, 0});
    return out.toByteArray();
  }

  private static byte[] header(int tag, int length) {
    if (length < 0x80) return new byte[] {(byte) tag, (byte) length};
    int count = (39 - Integer.numberOfLeadingZeros(length)) / 8;
    byte[] header = new byte[2 + count];
    header[0] = (byte) tag;
    header[1] = (byte) (0x80 | count);
    for (int i = 0; i < count; i++) header[2 + i] = (byte) (length >>> 8 * (count - 1 - i));
    return header;
  }
}
