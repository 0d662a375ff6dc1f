package openset.signin;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import openset.crypto.SecretBytes;

/**
 * A password as a person typed it, in the one form in which Unicode writes it (NFKC, NIST SP
 * 800-63B 3.1.1.2). Printed it is redacted.
 */
public final class Password {
  /** The fewest characters that a new one has. */
  public static final int CHARACTERS_MIN = 12;

  /** The most characters; what is longer is never looked at. */
  public static final int CHARACTERS_MAX = 128;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /** What was typed, if it can be somebody's password at all. */
  public static Optional<Password> typed(String text) {
    return text.isEmpty() || text.length() > CHARACTERS_MAX
        ? Optional.empty()
        : Optional.of(new Password(Normalizer.normalize(text, Normalizer.Form.NFKC)));
  }

  /** Whether it may be the new password of a person: long enough, not a name, not one sign. */
  boolean isGoodFor(PersonName name) {
    int characters = text.codePointCount(0, text.length());
    boolean varied = text.codePoints().distinct().limit(5).count() == 5;
    return characters >= CHARACTERS_MIN && varied && !text.contains(name.text());
  }

  SecretBytes octets() {
    return SecretBytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Password[redacted]";
  }
}
