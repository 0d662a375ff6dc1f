package openset.crypto.provider;

import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** Points of Curve25519 by their u coordinate, little-endian (RFC 7748 5). */
final class X25519Points {
  private static final int OCTETS = 32;
  private static final BigInteger PRIME =
      BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /** The u of every point of small order: with these no private key changes the result. */
  private static final Set<BigInteger> SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          PRIME.subtract(BigInteger.ONE),
          new BigInteger(
              "325606250916557431795983626356110631294008115727848805560023387167927233504"),
          new BigInteger(
              "39382357235489614581723060781553021112529911719440698176882885853963445705823"));

  private X25519Points() {}

  /** Whether u is below the prime and not of small order. */
  static boolean isPoint(byte[] point) {
    byte[] bigEndian = new byte[OCTETS];
    for (int i = 0; i < OCTETS; i++) bigEndian[i] = point[OCTETS - 1 - i];
    BigInteger u = new BigInteger(1, bigEndian);
    return u.compareTo(PRIME) < 0 && !SMALL_ORDER.contains(u);
  }

  /** The base point times {@code scalar}. */
  static byte[] point(byte[] scalar) {
    byte[] point = new byte[OCTETS];
    X25519.generatePublicKey(scalar, 0, point, 0);
    return point;
  }
}
