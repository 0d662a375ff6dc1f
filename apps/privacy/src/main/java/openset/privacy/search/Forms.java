package openset.privacy.search;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import openset.crypto.DigestAlgorithm;
import openset.privacy.promise.Thing;

/** The forms in which a text, a card number or octets may lie somewhere. */
public final class Forms {
  private static final HexFormat UPPER = HexFormat.of().withUpperCase();

  private final Thing thing;
  private final List<Needle> needles = new ArrayList<>();

  private Forms(Thing thing) {
    this.thing = thing;
  }

  /** Of a text as people write it; none where it is too short to be told from chance. */
  public static List<Needle> ofText(Thing thing, String text) {
    Forms forms = new Forms(thing);
    forms.text(Form.PLAIN, text);
    forms.text(Form.FOLDED, text.toUpperCase(Locale.ROOT));
    forms.text(Form.FOLDED, text.toLowerCase(Locale.ROOT));
    forms.add(Form.UTF16, text.getBytes(UTF_16BE));
    forms.add(Form.UTF16, text.getBytes(UTF_16LE));
    String escaped = escaped(text);
    if (!escaped.equals(text)) forms.text(Form.ESCAPED, escaped);
    String url = URLEncoder.encode(text, UTF_8);
    if (!url.equals(text)) {
      forms.text(Form.ESCAPED, url);
      forms.text(Form.ESCAPED, url.replace("+", "%20"));
    }
    return forms.needles;
  }

  /** Of a card number of 13 to 19 digits. */
  public static List<Needle> ofCardNumber(String digits) {
    Forms forms = new Forms(Thing.CARD_NUMBER);
    forms.text(Form.PLAIN, digits);
    for (String separator : List.of(" ", "-", ".", "\u00a0")) {
      forms.text(Form.GROUPED, grouped(digits, separator));
    }
    forms.add(Form.UTF16, digits.getBytes(UTF_16BE));
    forms.add(Form.UTF16, digits.getBytes(UTF_16LE));
    forms.add(Form.EBCDIC, ebcdic(digits));
    for (byte[] packed : packed(digits)) {
      forms.add(Form.PACKED, packed);
      forms.base64(packed);
    }
    byte[] digest = DigestAlgorithm.SHA256.digest(digits.getBytes(US_ASCII));
    forms.add(Form.DIGEST, digest);
    forms.add(Form.DIGEST, HexFormat.of().formatHex(digest).getBytes(US_ASCII));
    forms.add(Form.DIGEST, UPPER.formatHex(digest).getBytes(US_ASCII));
    int last = digits.length() - 4;
    String masked = digits.substring(0, 6) + "*".repeat(last - 6) + digits.substring(last);
    forms.add(Form.MASKED, masked.getBytes(US_ASCII));
    return forms.needles;
  }

  /** Of octets that may lie as they are, in hexadecimal or in base64. */
  public static List<Needle> ofOctets(Thing thing, byte[] octets) {
    Forms forms = new Forms(thing);
    forms.encoded(Form.PLAIN, octets);
    return forms.needles;
  }

  private void text(Form form, String text) {
    encoded(form, text.getBytes(UTF_8));
  }

  private void encoded(Form form, byte[] octets) {
    add(form, octets);
    if (octets.length < Needle.LEAST) return;
    add(Form.HEX, HexFormat.of().formatHex(octets).getBytes(US_ASCII));
    add(Form.HEX, UPPER.formatHex(octets).getBytes(US_ASCII));
    base64(octets);
  }

  /** As base64 writes it wherever it begins in what is encoded: three ways, in two alphabets. */
  private void base64(byte[] octets) {
    for (int before = 0; before < 3; before++) {
      byte[] whole = new byte[before + octets.length];
      System.arraycopy(octets, 0, whole, before, octets.length);
      int from = (before * 8 + 5) / 6;
      int to = whole.length * 8 / 6;
      String plain = Base64.getEncoder().withoutPadding().encodeToString(whole);
      String url = Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
      add(Form.BASE64, plain.substring(from, to).getBytes(US_ASCII));
      if (!url.equals(plain)) add(Form.BASE64, url.substring(from, to).getBytes(US_ASCII));
    }
  }

  private void add(Form form, byte[] octets) {
    if (octets.length < Needle.LEAST) return;
    boolean known = needles.stream().anyMatch(needle -> Arrays.equals(needle.octets(), octets));
    if (!known) needles.add(new Needle(thing, form, octets));
  }

  /** 4-4-4-4, the last group as long as it comes. */
  private static String grouped(String digits, String separator) {
    return String.join(
        separator,
        digits.substring(0, 4),
        digits.substring(4, 8),
        digits.substring(8, 12),
        digits.substring(12));
  }

  private static byte[] ebcdic(String digits) {
    byte[] octets = digits.getBytes(US_ASCII);
    for (int i = 0; i < octets.length; i++) octets[i] = (byte) (octets[i] - '0' + 0xf0);
    return octets;
  }

  /** The whole octets of the number packed from either half of an octet. */
  private static List<byte[]> packed(String digits) {
    int odd = digits.length() % 2;
    String even = digits.substring(0, digits.length() - odd);
    String shifted = digits.substring(1, digits.length() - 1 + odd);
    return List.of(HexFormat.of().parseHex(even), HexFormat.of().parseHex(shifted));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') escaped.append('\\').append(c);
      else if (c < 0x80) escaped.append(c);
      else escaped.append(String.format("\\u%04x", (int) c));
    }
    return escaped.toString();
  }
}
