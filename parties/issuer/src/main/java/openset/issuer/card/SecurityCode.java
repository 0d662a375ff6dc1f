package openset.issuer.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The three digits printed on a card beside its number (CVV2). It is computed anew from the card's
 * number and expiry under the bank's key whenever it is needed, and never stored.
 */
public final class SecurityCode {
  private static final int CODES = 1_000;

  private final String digits;

  private SecurityCode(String digits) {
    this.digits = digits;
  }

  /** The code that a keyed hash of number and expiry makes; at least four octets. */
  public static SecurityCode of(byte[] hash) {
    long number = 0;
    for (int i = 0; i < 4; i++) number = number << 8 | hash[i] & 0xff;
    return new SecurityCode(String.format("%03d", number % CODES));
  }

  /** Whether somebody knows it; takes as long when only the last digit differs. */
  public boolean fits(String given) {
    return MessageDigest.isEqual(
        digits.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }

  /** The digits, for the holder and nobody else. */
  public String digits() {
    return digits;
  }

  @Override
  public String toString() {
    return "SecurityCode[redacted]";
  }
}
