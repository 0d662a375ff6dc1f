package openset.signin;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import openset.crypto.ConstantTime;
import openset.crypto.Hmac;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;

/**
 * Time-based one-time passwords (RFC 6238): six digits from HMAC-SHA-1 over the number of the half
 * minute, as every program that shows such codes reckons them.
 */
public final class Totp {
  /** Octets of a secret: as many as the HMAC's output (RFC 4226 4, R6). */
  public static final int SECRET_OCTETS = 20;

  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /** A new secret. */
  static SecretBytes secret(Randomness randomness) {
    return SecretBytes.random(SECRET_OCTETS, randomness);
  }

  /** The number of the half minute. */
  public static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a half minute (RFC 4226 5.3). */
  public static String code(SecretBytes secret, long step) {
    byte[] mac = Hmac.sha1(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0x0f;
    int truncated = ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
    return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
  }

  /**
   * The half minute whose code this is: the present one, the one before or the one after (RFC 6238
   * 5.2), but none up to {@code last}, which was used already.
   */
  static OptionalLong fits(SecretBytes secret, String code, Instant now, long last) {
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - 1; step <= step(now) + 1; step++) {
      boolean same = ConstantTime.equal(code(secret, step).getBytes(), code.getBytes());
      if (same && step > last) found = OptionalLong.of(step);
    }
    return found;
  }

  /** Octets in base32 without padding (RFC 4648 6), as people type a secret. */
  public static String base32(byte[] octets) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte octet : octets) {
      held = held << 8 | octet & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) text.append(BASE32.charAt(held >> bits - 5 & 31));
    }
    if (bits > 0) text.append(BASE32.charAt(held << 5 - bits & 31));
    return text.toString();
  }
}
