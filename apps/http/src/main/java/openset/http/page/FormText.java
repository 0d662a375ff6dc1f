package openset.http.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fields of a submitted form, {@code application/x-www-form-urlencoded} (URL Standard 5.1), read
 * strictly: well-formed escapes, UTF-8, no control characters but line ends, a bounded number.
 */
public final class FormText {
  /** The media type. */
  public static final String TYPE = "application/x-www-form-urlencoded";

  private static final int FIELDS_MAX = 500;

  private FormText() {}

  /** The fields in order, each with its values in order; empty where the text is no form. */
  public static Optional<Map<String, List<String>>> read(byte[] body) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) return Optional.of(form);
    String[] pairs = text.split("&", -1);
    if (pairs.length > FIELDS_MAX) return Optional.empty();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty()) return Optional.empty();
      form.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(value.get());
    }
    return Optional.of(form);
  }

  private static Optional<String> decode(String text) {
    ByteBuffer octets = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = digit(text, i + 1);
        int low = digit(text, i + 2);
        if (high < 0 || low < 0) return Optional.empty();
        octets.put((byte) (high << 4 | low));
        i += 2;
      } else if (c > 0x7f) {
        return Optional.empty();
      } else {
        octets.put((byte) (c == '+' ? ' ' : c));
      }
    }
    return utf8(Arrays.copyOf(octets.array(), octets.position()));
  }

  private static int digit(String text, int at) {
    return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
  }

  /** A text without control characters but line ends; empty where the octets are none. */
  static Optional<String> utf8(byte[] octets) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      boolean control = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
      return control ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
