package openset.crypto.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our checks refuse on their own, whatever the provider behind them would let pass. */
class OwnChecksTest {
  private static final BigInteger PRIME =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger EDWARDS_ORDER =
      new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);

  @Test
  @Tag("K15")
  void pointsOfP256() {
    byte[] good = P256Points.point(octets(BigInteger.TWO));
    assertThat(P256Points.isPoint(good)).isTrue();
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      assertThat(P256Points.isPoint(bad)).as("octet " + at).isFalse();
    }
    byte[] zeroX = HexFormat.of().parseHex("04" + "00".repeat(32)
        + "66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4");
    assertThat(P256Points.isPoint(zeroX)).isTrue();
    System.arraycopy(octets(PRIME), 0, zeroX, 1, 32);
    assertThat(P256Points.isPoint(zeroX)).as("x is the prime").isFalse();
  }

  @Test
  @Tag("K15")
  void privateKeysOfP256() throws InvalidKeyException {
    for (BigInteger good : new BigInteger[] {BigInteger.ONE, order(-1)}) {
      assertThat(Curve.P256.isScalar(octets(good))).isTrue();
    }
    for (BigInteger bad : new BigInteger[] {BigInteger.ZERO, order(0), order(1)}) {
      assertThat(Curve.P256.isScalar(octets(bad))).isFalse();
    }
    for (Curve curve : Curve.values()) {
      assertThat(curve.isScalar(octets(BigInteger.TWO))).isTrue();
      for (int length : new int[] {0, 31, 33}) {
        byte[] other = new byte[length];
        Arrays.fill(other, (byte) 1);
        assertThat(curve.isScalar(other)).isFalse();
        assertThatThrownBy(() -> curve.privateKey(other)).isInstanceOf(InvalidKeyException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> curve.spki(other));
      }
    }
  }

  @Test
  @Tag("K02")
  void formsOfEcdsaSignatures() {
    assertStrict(true, "3006020101020101");
    assertStrict(false, "3006020100020101");
    assertStrict(false, "3006020101020100");
    assertStrict(false, "30060201ff020101");
    assertStrict(false, "300702020001020101");
    assertStrict(false, "300602010102010100");
    assertStrict(false, "30810602010102" + "0101");
    assertStrict(false, "");
    for (int above = -1; above <= 1; above++) {
      byte[] n = order(above).toByteArray();
      String number = "0221" + HexFormat.of().formatHex(n);
      assertStrict(above < 0, "3026020101" + number);
      assertStrict(above < 0, "3026" + number + "020101");
    }
  }

  @Test
  @Tag("K02")
  void formsOfEd25519Signatures() {
    for (int above = -1; above <= 1; above++) {
      byte[] s = octets(EDWARDS_ORDER.add(BigInteger.valueOf(above)));
      byte[] signature = new byte[64];
      for (int i = 0; i < 32; i++) signature[32 + i] = s[31 - i];
      assertThat(Signatures.isStrict(Curve.ED25519, signature)).isEqualTo(above < 0);
      byte[] longer = Arrays.copyOf(signature, 65);
      assertThat(Signatures.isStrict(Curve.ED25519, longer)).isFalse();
    }
    assertThat(Signatures.isStrict(Curve.ED25519, new byte[63])).isFalse();
    assertThat(Signatures.isStrict(Curve.X25519, new byte[64])).isFalse();
  }

  @Test
  @Tag("K15")
  void theZeroSecret() throws Exception {
    // The point 0, read past our check of points.
    byte[] spki = Curve.X25519.spki(new byte[32]);
    var factory = java.security.KeyFactory.getInstance("XDH", Providers.of(Curve.X25519));
    var zero = factory.generatePublic(new java.security.spec.X509EncodedKeySpec(spki));
    var own = Curve.X25519.privateKey(octets(BigInteger.TWO));
    assertThatThrownBy(() -> Agreements.agree(Curve.X25519, own, zero))
        .isInstanceOf(InvalidKeyException.class);
    assertThat(Agreements.isZero(new byte[32])).isTrue();
    assertThat(Agreements.isZero(octets(BigInteger.ONE))).isFalse();
    assertThat(Agreements.isZero(octets(BigInteger.TWO.pow(255)))).isFalse();
  }

  private static void assertStrict(boolean expected, String hex) {
    assertThat(Signatures.isStrict(Curve.P256, HexFormat.of().parseHex(hex)))
        .as(hex)
        .isEqualTo(expected);
  }

  private static BigInteger order(int above) {
    return new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16)
        .add(BigInteger.valueOf(above));
  }

  private static byte[] octets(BigInteger number) {
    return BigIntegers.asUnsignedByteArray(32, number);
  }
}
