package openset.asn1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The character string types. */
final class Text {
  private Text() {}

  static Tagged<String> ascii(String name, int tag, Pattern allowed) {
    return new Tagged<>(
        name,
        tag,
        in -> {
          String text = new String(in.rest(), StandardCharsets.ISO_8859_1);
          if (!allowed.matcher(text).matches()) {
            throw new Asn1Exception(name + " holds other characters");
          }
          return text;
        },
        (out, text) -> {
          if (!allowed.matcher(text).matches()) {
            throw new IllegalArgumentException("not a " + name);
          }
          out.raw(text.getBytes(StandardCharsets.ISO_8859_1));
        });
  }

  static Tagged<String> utf8() {
    return new Tagged<>(
        "UTF8String",
        0x0c,
        in -> {
          String text = decodeUtf8(in.rest());
          if (text.indexOf('\0') >= 0) throw new Asn1Exception("UTF8String holds NUL");
          return text;
        },
        (out, text) -> {
          if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("not a UTF8String");
          }
          out.raw(text.getBytes(StandardCharsets.UTF_8));
        });
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
