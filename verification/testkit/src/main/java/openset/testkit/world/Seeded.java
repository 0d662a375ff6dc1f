package openset.testkit.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import openset.crypto.DigestAlgorithm;
import openset.crypto.Randomness;

/** Octets that only look random: SHA-256 over a seed and a counter, the same for the same seed. */
public final class Seeded implements Randomness {
  private final byte[] seed;
  private int drawn;

  private Seeded(byte[] seed) {
    this.seed = seed;
  }

  /** The octets of {@code seed}. */
  public static Seeded of(String seed) {
    return new Seeded(seed.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized byte[] bytes(int length) {
    byte[] all = new byte[length];
    for (int at = 0; at < length; at += 32) {
      byte[] block = DigestAlgorithm.SHA256.digest(seed, counter(drawn++));
      System.arraycopy(block, 0, all, at, Math.min(32, length - at));
    }
    return all;
  }

  private static byte[] counter(int number) {
    return new byte[] {
      (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
    };
  }

  /** A source of exactly these octets, once. */
  static Randomness once(byte[] octets) {
    return length -> Arrays.copyOf(octets, length);
  }
}
