package openset.issuer.card;

import openset.crypto.Randomness;

/** Evenly distributed decimal digits. */
public final class RandomDigits {
  /** A multiple of ten: bytes from here on would favour low digits. */
  private static final int FAIR = 250;

  private RandomDigits() {}

  /** That many random digits. */
  public static String of(int count, Randomness randomness) {
    StringBuilder digits = new StringBuilder(count);
    while (digits.length() < count) {
      append(digits, count, randomness.bytes(count));
    }
    return digits.toString();
  }

  private static void append(StringBuilder digits, int count, byte[] random) {
    for (byte b : random) {
      int value = b & 0xff;
      if (value < FAIR && digits.length() < count) {
        digits.append((char) ('0' + value % 10));
      }
    }
  }
}
