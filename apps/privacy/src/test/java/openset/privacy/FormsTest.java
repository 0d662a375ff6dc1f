package openset.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import openset.privacy.promise.Thing;
import openset.privacy.search.CardNumbers;
import openset.privacy.search.Form;
import openset.privacy.search.Forms;
import openset.privacy.search.Needle;
import openset.privacy.search.Needles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormsTest {
  private static final String CARD = "9990010000000002";

  private final Needles card = new Needles(Forms.ofCardNumber(CARD));
  private final CardNumbers cards = new CardNumbers(List.of("999001"));

  private static List<Form> found(Needles needles, byte[] hay) {
    List<Form> forms = new ArrayList<>();
    needles.find(hay, hay.length, needle -> forms.add(needle.form()));
    return forms;
  }

  private static byte[] among(byte[] octets, int before) {
    byte[] among = new byte[before + octets.length + 5];
    System.arraycopy(octets, 0, among, before, octets.length);
    return among;
  }

  @Test
  void aCardNumberIsFoundInEveryFormItCouldHave() {
    HexFormat hex = HexFormat.of();
    assertThat(found(card, among(CARD.getBytes(US_ASCII), 3))).contains(Form.PLAIN);
    assertThat(found(card, "9990 0100 0000 0002".getBytes(UTF_8))).contains(Form.GROUPED);
    assertThat(found(card, "9990-0100-0000-0002".getBytes(UTF_8))).contains(Form.GROUPED);
    assertThat(found(card, CARD.getBytes(UTF_16BE))).contains(Form.UTF16);
    assertThat(found(card, among(hex.parseHex(CARD), 1))).contains(Form.PACKED);
    assertThat(found(card, among(hex.parseHex("1" + CARD + "f"), 1))).contains(Form.PACKED);
    assertThat(found(card, hex.parseHex("f9f9f9f0f0f1f0f0f0f0f0f0f0f0f0f2"))).contains(Form.EBCDIC);
    assertThat(found(card, hex.formatHex(CARD.getBytes(UTF_8)).getBytes(UTF_8)))
        .contains(Form.HEX);
    assertThat(found(card, "999001******0002".getBytes(UTF_8))).containsOnly(Form.MASKED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void base64IsFoundWhereverTheNumberBeginsInIt(int before) {
    byte[] text = ("x".repeat(before) + CARD + " and more").getBytes(UTF_8);
    assertThat(found(card, Base64.getEncoder().encode(text))).contains(Form.BASE64);
    byte[] packed = HexFormat.of().parseHex("00".repeat(before) + CARD + "abcd");
    assertThat(found(card, Base64.getUrlEncoder().encode(packed))).contains(Form.BASE64);
  }

  @Test
  void aTextIsFoundInOtherLettersEscapedAndInOtherCharacters() {
    Needles text = new Needles(Forms.ofText(Thing.ORDER, "雨的地图 \"A\""));
    assertThat(found(text, "{\"a\":\"\\u96e8\\u7684\\u5730\\u56fe \\\"A\\\"\"}".getBytes(UTF_8)))
        .contains(Form.ESCAPED);
    assertThat(
            found(text, "?q=%E9%9B%A8%E7%9A%84%E5%9C%B0%E5%9B%BE%20%22A%22".getBytes(UTF_8)))
        .contains(Form.ESCAPED);
    Needles maps = new Needles(Forms.ofText(Thing.ORDER, "Maps of Rain"));
    assertThat(found(maps, "1 X MAPS OF RAIN".getBytes(UTF_8))).contains(Form.FOLDED);
    assertThat(found(maps, "Maps of rain".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void whatIsTooShortToBeToldFromChanceIsNotLookedFor() {
    assertThat(Forms.ofText(Thing.ORDER, "Tea"))
        .allMatch(needle -> needle.octets().length >= Needle.LEAST);
    assertThat(new Needle(Thing.ORDER, Form.PLAIN, CARD.getBytes(UTF_8)).toString())
        .doesNotContain(CARD);
  }

  /** Numbers of schemes are put together here: none stands in the repository. */
  private static Stream<String> cards() {
    String visa = "4" + "1".repeat(15);
    String four = "4" + "1".repeat(3);
    String rest = " " + "1".repeat(4);
    return Stream.of(
        visa,
        "card " + "5".repeat(12) + "4".repeat(4) + ".",
        four + rest.repeat(3),
        (four + rest.repeat(3)).replace(' ', '-'),
        "37828224" + "6310005",
        "62" + "0".repeat(17),
        "020116" + CARD + " 000000");
  }

  private static Stream<String> others() {
    String visa = "4" + "1".repeat(15);
    return Stream.of(
        visa.substring(1) + "2",
        "a" + visa,
        visa + "0",
        "17958564" + "00000000",
        "4" + "1".repeat(3) + " 1111-1111 1111",
        "999001******0002");
  }

  @ParameterizedTest
  @MethodSource("cards")
  void aNumberThatACardCouldHaveIsSeen(String text) {
    byte[] octets = text.getBytes(UTF_8);
    assertThat(cards.written(octets, octets.length)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("others")
  void otherNumbersAreNotTakenForCards(String text) {
    byte[] octets = text.getBytes(UTF_8);
    assertThat(cards.written(octets, octets.length)).isFalse();
  }

  @Test
  void aPackedNumberOfTheWorldIsSeenFromEitherHalfOfAnOctet() {
    for (String packed : List.of(CARD, "0" + CARD + "0", "aabb" + CARD, "1" + CARD + "f")) {
      byte[] octets = HexFormat.of().parseHex(packed);
      assertThat(cards.packed(octets, octets.length)).as(packed).isTrue();
    }
    byte[] other = HexFormat.of().parseHex("9990010000000003");
    assertThat(cards.packed(other, other.length)).isFalse();
  }
}
