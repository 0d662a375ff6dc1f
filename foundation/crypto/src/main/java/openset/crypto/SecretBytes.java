package openset.crypto;

import java.util.Arrays;
import java.util.function.Function;
import openset.crypto.provider.Curve;

/**
 * Octets that nobody may see: a key, a shared secret, a card secret. Printed they are redacted,
 * compared they take the same time whatever they hold.
 */
public final class SecretBytes {
  private static final int SCALAR_TRIES = 128;

  private final byte[] octets;

  private SecretBytes(byte[] octets) {
    this.octets = octets;
  }

  /** A copy of {@code octets}; the caller should wipe its own. */
  public static SecretBytes of(byte[] octets) {
    return new SecretBytes(octets.clone());
  }

  /** A fresh secret of {@code length} octets. */
  public static SecretBytes random(int length, Randomness randomness) {
    return new SecretBytes(randomness.bytes(length));
  }

  /** Takes {@code octets} over without a copy. */
  static SecretBytes owned(byte[] octets) {
    return new SecretBytes(octets);
  }

  /** A fresh private key: draws until one is in range, for P-256 all but never twice. */
  static SecretBytes scalar(Curve curve, Randomness randomness) {
    for (int i = 0; i < SCALAR_TRIES; i++) {
      SecretBytes drawn = random(Curve.SCALAR_OCTETS, randomness);
      if (curve.isScalar(drawn.octets)) return drawn;
    }
    throw new IllegalStateException("the source of randomness is broken");
  }

  /**
   * What {@code work} makes of the octets. They are a copy, wiped when it returns, so it must not
   * keep them.
   */
  public <R> R use(Function<byte[], R> work) {
    byte[] copy = octets.clone();
    try {
      return work.apply(copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /** How many octets. */
  public int length() {
    return octets.length;
  }

  /** The octets themselves, for this package only, which neither keeps nor changes them. */
  byte[] octets() {
    return octets;
  }

  /** Whether the octets are equal, in time that depends on their number only. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SecretBytes that && ConstantTime.equal(octets, that.octets);
  }

  /** The same for all secrets, for a hash of the octets would tell of them. */
  @Override
  public int hashCode() {
    return SecretBytes.class.hashCode();
  }

  @Override
  public String toString() {
    return "SecretBytes[redacted]";
  }
}
