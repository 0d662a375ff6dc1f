package openset.crypto;

import java.util.Arrays;
import openset.crypto.provider.Providers;

/**
 * Where unpredictable octets come from. A parameter everywhere, so that simulations repeat; real
 * parties are given {@link #secure()} and nothing else.
 */
@FunctionalInterface
public interface Randomness {
  /** {@code length} fresh octets. */
  byte[] bytes(int length);

  /**
   * The operating system's randomness, through the JDK. Safe for many threads.
   *
   * @throws IllegalStateException where it repeats itself or gives constant octets
   */
  static Randomness secure() {
    return Healthy.SECURE;
  }

  /** Checks a source once, before anything is drawn for use from it. */
  final class Healthy {
    private static final int DRAW = 32;
    private static final Randomness SECURE = checked(Healthy::draw);

    private Healthy() {}

    /**
     * The same {@code source}, after two draws that differed and were not constant.
     *
     * @throws IllegalStateException where they did not
     */
    static Randomness checked(Randomness source) {
      byte[] first = source.bytes(DRAW);
      byte[] second = source.bytes(DRAW);
      if (first.length != DRAW || second.length != DRAW || Arrays.equals(first, second)) {
        throw new IllegalStateException("the source of randomness repeats itself");
      }
      if (isConstant(first) || isConstant(second)) {
        throw new IllegalStateException("the source of randomness is constant");
      }
      return source;
    }

    private static byte[] draw(int length) {
      byte[] octets = new byte[length];
      Providers.random().nextBytes(octets);
      return octets;
    }

    private static boolean isConstant(byte[] octets) {
      for (byte octet : octets) if (octet != octets[0]) return false;
      return true;
    }
  }
}
