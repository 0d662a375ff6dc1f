package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import openset.iso8583.table.LengthHeader;
import openset.iso8583.table.Variant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same message in every variant, octet by octet. */
class VariantTest {
  private static final IsoMessage MESSAGE =
      IsoMessage.of(Mti.AUTHORIZATION)
          .put(2, "999001000000010")
          .put(4, 1999)
          .put(22, "012")
          .put(28, "C00000150")
          .put(35, "999001=3012")
          .put(49, "978")
          .put(52, HexFormat.of().parseHex("00ff102030405060"))
          .put(70, "301")
          .build();

  private static String text(String text) {
    return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static String hex(Variant variant) {
    return HexFormat.of().formatHex(MESSAGE.encode(variant));
  }

  private static Variant named(String name) {
    return Variant.named(name).orElseThrow();
  }

  @Test
  void charactersWithBitmapsAndOctetsAsTheyAreOrInHexadecimal() {
    String maps = "d000041020009000" + "0400000000000000";
    String before = text("15999001000000010" + "000000001999" + "012" + "C00000150");
    String track = text("11999001=3012" + "978");
    assertThat(hex(Variant.ASCII))
        .isEqualTo(text("0100") + maps + before + track + "00ff102030405060" + text("301"));
    assertThat(hex(named("ascii-hex")))
        .isEqualTo(
            text("0100" + maps.toUpperCase(java.util.Locale.ROOT)) + before + track
                + text("00FF102030405060" + "301"));
    assertThat(hex(named("ascii-hex-octets")))
        .isEqualTo(text("0100") + maps + before + track + text("00FF102030405060" + "301"));
  }

  @Test
  @Tag("HL-111")
  void digitsTwoToTheOctetWithOddOnesPaddedAsTheVariantSays() {
    String maps = "d000041020009000" + "0400000000000000";
    String fixed = "000000001999" + "0012" + "43" + "00000150";
    assertThat(hex(named("binary")))
        .isEqualTo(
            "0100" + maps + "15" + "9990010000000100" + fixed + "11" + "999001d30120"
                + text("978") + "00ff102030405060" + "0301");
    assertThat(hex(named("binary-f")))
        .isEqualTo(
            "0100" + maps + "15" + "999001000000010f" + fixed + "11" + "999001d3012f"
                + text("978") + "00ff102030405060" + "0301");
    assertThat(hex(named("binary-octet-lengths")))
        .isEqualTo(
            "0100" + maps + "0f" + "0999001000000010" + fixed + "0b" + "0999001d3012"
                + "0978" + "00ff102030405060" + "0301");
  }

  @ParameterizedTest
  @Tag("H08")
  @CsvSource({
    // a nibble that is no digit; padding that is not 0; a length that is no BCD; type; bitmap
    "binary, 01001000000000000000 00000000199a, 4, not N",
    "binary, 01004000000000000000 15 9990010000000101, 2, not N",
    "binary, 01000000040000000000 1012, 22, not N",
    "binary-f, 01004000000000000000 15 9990010000000100, 2, not N",
    "binary, 01004000000000000000 1f 9990010000000100, 2, length is not digits",
    "binary, 01004000000000000000 20 99900100000001000000, 2, length out of bounds",
    "binary-octet-lengths, 01004000000000000000 14 9990010000, 2, length out of bounds",
    "binary, 0a001000000000000000 000000001999, 0, not a 1987 message type",
    "binary-hex-bitmap, 0100 6730303030303030 3030303030303030 00, 0, bitmap is not hexadecimal",
    "ascii-hex, 30313030 6430303030303030 3030303030303030 00, 0, bitmap is not hexadecimal",
    "binary, 01004000000000000000, 2, length cut short",
    "binary, 0100400000000000, 0, shorter than type and bitmap"
  })
  void refusesWhatIsNotWrittenAsTheVariantSays(String variant, String hex, int field, String rule) {
    byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThatThrownBy(() -> IsoMessage.decode(named(variant), octets))
        .isInstanceOfSatisfying(
            MalformedMessage.class,
            e -> {
              assertThat(e.rule()).isEqualTo(rule);
              assertThat(e.field()).isEqualTo(field);
            });
  }

  @ParameterizedTest
  @Tag("H09")
  @CsvSource({
    "TWO_OCTETS, 0102, 258", "FOUR_OCTETS, 00000102, 258", "FOUR_DIGITS, 30323538, 258",
    "FOUR_OCTETS, ffffffff, -1", "FOUR_DIGITS, 2d323538, -1", "FOUR_DIGITS, 00000102, -1"
  })
  void headersAreReadAsTheyAreWritten(LengthHeader header, String hex, int length) {
    byte[] octets = HexFormat.of().parseHex(hex);
    assertThat(header.read(octets, 0)).isEqualTo(length);
    if (length < 0) return;
    byte[] written = new byte[header.octets()];
    header.write(length, written, 0);
    assertThat(written).isEqualTo(octets);
    assertThatThrownBy(() -> header.write(header.most() + 1, written, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
