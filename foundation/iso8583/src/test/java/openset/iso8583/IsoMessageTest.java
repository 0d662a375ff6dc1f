package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import openset.iso8583.table.FieldTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IsoMessageTest {
  private static final String PAN = "9990010000000010";

  private static IsoMessage authorization() {
    return IsoMessage.of(Mti.AUTHORIZATION)
        .put(2, PAN)
        .put(3, "000000")
        .put(4, 1999)
        .put(7, "1122235959")
        .put(11, 42)
        .put(14, "3012")
        .put(32, "999001")
        .padded(41, "T1")
        .put(127, new byte[] {1, 1, 9})
        .build();
  }

  private static byte[] octets(String type, String maps, String elements) {
    byte[] map = HexFormat.of().parseHex(maps);
    byte[] text = elements.getBytes(StandardCharsets.ISO_8859_1);
    byte[] out = new byte[4 + map.length + text.length];
    System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, out, 0, 4);
    System.arraycopy(map, 0, out, 4, map.length);
    System.arraycopy(text, 0, out, 4 + map.length, text.length);
    return out;
  }

  private static void refuses(byte[] octets, int field, String rule) {
    assertThatThrownBy(() -> IsoMessage.decode(octets))
        .isInstanceOfSatisfying(
            MalformedMessage.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.rule()).isEqualTo(rule);
            });
  }

  @Test
  void writesAMessageOctetByOctetAsTheStandardSays() {
    byte[] written =
        IsoMessage.of(Mti.AUTHORIZATION).put(2, PAN).put(4, 1999).put(70, "301").build().encode();
    assertThat(written)
        .isEqualTo(octets("0100", "d0000000000000000400000000000000",
            "16" + PAN + "000000001999" + "301"));
  }

  @Test
  void readsWhatItWrites() throws MalformedMessage {
    IsoMessage message = authorization();
    assertThat(IsoMessage.decode(message.encode())).isEqualTo(message);
    assertThat(message.number(4)).hasValue(1999);
    assertThat(message.text(41)).contains("T1      ");
    assertThat(message.has(5)).isFalse();
    assertThat(message.with().without(2).build().has(2)).isFalse();
  }

  @Test
  @Tag("V03")
  void showsNoCardNumberAndNoSecret() {
    String shown = authorization() + " " + authorization().answer("00");
    assertThat(shown).contains("2=999001******0010").contains("14=[4]").contains("127=[3]");
    assertThat(shown).doesNotContain(PAN).doesNotContain("3012");
  }

  @Test
  @Tag("HL-07")
  void answersRepeatWhatTheLinkAsksAndNotTheCard() {
    IsoMessage answer = authorization().answer("00");
    assertThat(answer.mti()).isEqualTo(Mti.AUTHORIZATION_ANSWER);
    assertThat(answer.text(11)).contains("000042");
    assertThat(answer.has(2)).isFalse();
    assertThat(answer.has(14)).isFalse();
    for (int field : new int[] {3, 4, 7, 11, 32, 41}) {
      assertThat(answer.text(field)).isEqualTo(authorization().text(field)).isPresent();
    }
    assertThat(answer.has(127)).isFalse();
  }

  @Test
  void aWrongValueOfOurOwnIsABugAndDoesNotShowTheValue() {
    assertThatThrownBy(() -> IsoMessage.of(Mti.AUTHORIZATION).put(2, PAN + "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(PAN);
    assertThatThrownBy(() -> IsoMessage.of(Mti.AUTHORIZATION).put(4, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IsoMessage.of(Mti.AUTHORIZATION).put(65, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("H08")
  @Tag("HL-02")
  void refusesBitmapsThatLie() {
    refuses(octets("0100", "5000000000000000", "16" + PAN), 4, "data cut short");
    refuses(octets("0100", "4000000000000000", ""), 2, "length cut short");
    refuses(octets("0100", "4000000000000000", "16" + PAN + "0"), 0,
        "octets after the last element");
    refuses(octets("0100", "c000000000000000", ""), 0, "secondary bitmap cut short");
    refuses(octets("0100", "c0000000000000000000000000000000", "16" + PAN), 0,
        "secondary bitmap without elements");
    refuses(octets("0100", "80000000000000008000000000000000", "1"), 65, "not in use");
  }

  @Test
  @Tag("H08")
  @Tag("HL-02")
  void refusesLengthsAndCharactersOutsideTheTable() {
    refuses(octets("0100", "4000000000000000", "20" + PAN + "0000"), 2, "length out of bounds");
    refuses(octets("0100", "4000000000000000", "00"), 2, "length out of bounds");
    refuses(octets("0100", "4000000000000000", "1x" + PAN), 2, "length is not digits");
    refuses(octets("0100", "4000000000000000", "-1" + PAN), 2, "length is not digits");
    refuses(octets("0100", "1000000000000000", "00000000199a"), 4, "not N");
    refuses(octets("0100", "1000000000000000", "\u00f0\u00f0\u00f0\u00f0\u00f0\u00f0\u00f0\u00f0"
        + "\u00f1\u00f9\u00f9\u00f9"), 4, "not N");
    refuses(octets("\u00f0\u00f1\u00f0\u00f0", "1000000000000000", "000000001999"), 0,
        "not a 1987 message type");
    refuses(octets("1100", "1000000000000000", "000000001999"), 0, "not a 1987 message type");
    refuses(new byte[0], 0, "shorter than type and bitmap");
  }

  @Test
  void knowsEveryElementOfTheVersionExceptTheThirdBitmap() {
    for (int field = 2; field <= 128; field++) {
      assertThat(FieldTable.ISO_1987.has(field)).as("element " + field).isEqualTo(field != 65);
    }
  }
}
