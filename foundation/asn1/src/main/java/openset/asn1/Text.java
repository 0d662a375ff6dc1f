package openset.asn1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The character string types. */
final class Text {
  private static final int ASCII = 0x80;

  private Text() {}

  static Tagged<String> ascii(String name, int tag, Pattern pattern) {
    boolean[] allowed = allowed(pattern);
    return new Tagged<>(
        name,
        tag,
        in -> {
          String text = new String(in.rest(), StandardCharsets.ISO_8859_1);
          if (!allowed(text, allowed)) {
            throw new Asn1Exception(name + " holds other characters");
          }
          return text;
        },
        (out, text) -> {
          if (!allowed(text, allowed)) {
            throw new IllegalArgumentException("not a " + name);
          }
          out.raw(text.getBytes(StandardCharsets.ISO_8859_1));
        });
  }

  /** For each character of ASCII, whether a text of it alone matches {@code pattern}. */
  private static boolean[] allowed(Pattern pattern) {
    boolean[] allowed = new boolean[ASCII];
    for (int c = 0; c < ASCII; c++) {
      allowed[c] = pattern.matcher(Character.toString(c)).matches();
    }
    return allowed;
  }

  private static boolean allowed(String text, boolean[] allowed) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII || !allowed[c]) return false;
    }
    return true;
  }

  static Tagged<String> utf8() {
    return new Tagged<>(
        "UTF8String",
        0x0c,
        in -> {
          byte[] octets = in.rest();
          if (plain(octets)) return new String(octets, StandardCharsets.ISO_8859_1);
          String text = decodeUtf8(octets);
          if (text.indexOf('\0') >= 0) throw new Asn1Exception("UTF8String holds NUL");
          return text;
        },
        (out, text) -> {
          if (!plain(text) && !isUtf8(text)) {
            throw new IllegalArgumentException("not a UTF8String");
          }
          out.raw(text.getBytes(StandardCharsets.UTF_8));
        });
  }

  private static boolean isUtf8(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || text.charAt(i) >= ASCII) return false;
    }
    return true;
  }

  /** Whether all is ASCII without NUL, which needs no decoder. */
  private static boolean plain(byte[] octets) {
    for (byte octet : octets) {
      if (octet <= 0) return false;
    }
    return true;
  }

  static Tagged<String> bmp() {
    return new Tagged<>(
        "BMPString",
        0x1e,
        in -> {
          byte[] octets = in.rest();
          if (octets.length % 2 != 0) throw new Asn1Exception("BMPString of odd length");
          char[] characters = new char[octets.length / 2];
          ByteBuffer.wrap(octets).asCharBuffer().get(characters);
          String text = new String(characters);
          if (!basic(text)) throw new Asn1Exception("BMPString holds NUL or surrogates");
          return text;
        },
        (out, text) -> {
          if (!basic(text)) throw new IllegalArgumentException("not a BMPString");
          out.raw(text.getBytes(StandardCharsets.UTF_16BE));
        });
  }

  private static boolean basic(String text) {
    return text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
  }

  private static String decodeUtf8(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new Asn1Exception("UTF8String not well formed");
    }
  }
}
