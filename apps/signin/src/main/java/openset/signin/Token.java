package openset.signin;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import openset.crypto.DigestAlgorithm;
import openset.crypto.Randomness;

/**
 * What a browser shows to be known again: 256 random bits. Only its SHA-256 is stored. Printed it
 * is redacted.
 */
public final class Token {
  private static final int OCTETS = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  static Token random(Randomness randomness) {
    return new Token(
        Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(OCTETS)));
  }

  /** What a browser showed, if it has the form of a token. */
  public static Optional<Token> shown(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Token(text)) : Optional.empty();
  }

  /** For the cookie, and nothing else. */
  public String cookie() {
    return text;
  }

  /** SHA-256 of the text: what is stored. */
  byte[] digest() {
    return DigestAlgorithm.SHA256.digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "Token[redacted]";
  }
}
