package openset.issuer.customer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import openset.crypto.DigestAlgorithm;
import openset.crypto.Randomness;

/**
 * What a browser shows to be known again: 256 random bits. Only its SHA-256 is stored. Printed it
 * is redacted.
 */
public final class SessionToken {
  private static final int OCTETS = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String text;

  private SessionToken(String text) {
    this.text = text;
  }

  static SessionToken random(Randomness randomness) {
    return new SessionToken(
        Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(OCTETS)));
  }

  /** What a browser showed, if it has the form of a token. */
  public static Optional<SessionToken> shown(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new SessionToken(text))
        : Optional.empty();
  }

  /** For the cookie, and nothing else. */
  public String cookie() {
    return text;
  }

  byte[] digest() {
    return DigestAlgorithm.SHA256.digest(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "SessionToken[redacted]";
  }
}
