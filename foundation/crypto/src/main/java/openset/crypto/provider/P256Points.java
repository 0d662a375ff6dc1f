package openset.crypto.provider;

import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** Arithmetic on P-256 that checks keys (SEC 1, 3.2.2.1); the group has cofactor one. */
final class P256Points {
  private static final X9ECParameters CURVE = SECNamedCurves.getByName("secp256r1");
  private static final BigInteger PRIME = CURVE.getCurve().getField().getCharacteristic();
  private static final BigInteger B = CURVE.getCurve().getB().toBigInteger();
  private static final BigInteger THREE = BigInteger.valueOf(3);

  /** How many points the group has. */
  static final BigInteger ORDER = CURVE.getN();

  private P256Points() {}

  /** Whether {@code point} is 04, x, y with both below the prime and on the curve. */
  static boolean isPoint(byte[] point) {
    if (point[0] != 4) return false;
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
    if (x.compareTo(PRIME) >= 0 || y.compareTo(PRIME) >= 0) return false;
    BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(B).mod(PRIME);
    return y.multiply(y).mod(PRIME).equals(right);
  }

  /** Whether {@code scalar} is between 1 and the order less one. */
  static boolean isScalar(byte[] scalar) {
    BigInteger d = new BigInteger(1, scalar);
    return d.signum() > 0 && d.compareTo(ORDER) < 0;
  }

  /** The 32 octets of a private key, if it is on this very curve. */
  static Optional<byte[]> scalar(ECPrivateKey key) {
    ECParameterSpec spec = key.getParams();
    boolean same =
        spec.getOrder().equals(ORDER)
            && spec.getCurve().getB().equals(B)
            && spec.getCurve().getField() instanceof ECFieldFp field
            && field.getP().equals(PRIME);
    return same
        ? Optional.of(BigIntegers.asUnsignedByteArray(Curve.SCALAR_OCTETS, key.getS()))
        : Optional.empty();
  }

  /** 04, x, y of the generator times {@code scalar}. */
  static byte[] point(byte[] scalar) {
    return new FixedPointCombMultiplier()
        .multiply(CURVE.getG(), new BigInteger(1, scalar))
        .getEncoded(false);
  }
}
