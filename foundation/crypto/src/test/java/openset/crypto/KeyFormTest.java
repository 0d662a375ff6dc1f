package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import openset.crypto.provider.Curve;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public keys that are none: off the curve, of small order, in other forms. */
@Tag("K15")
class KeyFormTest {
  private static final X9ECParameters P256 = SECNamedCurves.getByName("secp256r1");
  private static final BigInteger FIELD =
      P256.getCurve().getField().getCharacteristic();

  @Test
  void refusesPointsOffTheCurve() {
    ECPoint good = point(7);
    byte[] x = octets(good.getAffineXCoord().toBigInteger());
    BigInteger y = good.getAffineYCoord().toBigInteger();
    refuses(Curve.P256, concat(new byte[] {4}, x, octets(y.add(BigInteger.ONE))));
    refuses(Curve.P256, concat(new byte[] {4}, octets(y), x));
    refuses(Curve.P256, concat(new byte[] {4}, new byte[64]));
    refuses(Curve.P256, concat(new byte[] {4}, new byte[63], new byte[] {1}));
    refuses(Curve.P256, concat(new byte[] {4}, octets(FIELD), octets(FIELD)));
  }

  @Test
  void refusesAPointOnACurveOfOtherB() {
    // The classic invalid curve: y^2 = x^3 - 3x + b' holds for some b' of any x and y.
    refuses(Curve.P256, concat(new byte[] {4}, octets(big(5)), octets(big(1))));
    refuses(Curve.P256, concat(new byte[] {4}, octets(big(2)), octets(big(0))));
  }

  @Test
  void refusesCoordinatesNotBelowThePrime() {
    // x = 0 is on the curve; x = p says the same in another form.
    ECPoint zero = P256.getCurve().decodePoint(concat(new byte[] {2}, new byte[32]));
    byte[] y = octets(zero.getAffineYCoord().toBigInteger());
    accepts(Curve.P256, concat(new byte[] {4}, new byte[32], y));
    refuses(Curve.P256, concat(new byte[] {4}, octets(FIELD), y));
  }

  @Test
  void refusesInfinityAndOtherFormsOfAPoint() throws Exception {
    ECPoint good = point(7);
    accepts(Curve.P256, good.getEncoded(false));
    for (int form : new int[] {0, 1, 2, 3, 5, 6, 7, 0xff}) {
      byte[] other = good.getEncoded(false);
      other[0] = (byte) form;
      refuses(Curve.P256, other);
    }
    AlgorithmIdentifier named = new AlgorithmIdentifier(
        X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1);
    refuses(new SubjectPublicKeyInfo(named, good.getEncoded(true)).getEncoded());
    refuses(new SubjectPublicKeyInfo(named, new byte[1]).getEncoded());
    refuses(new SubjectPublicKeyInfo(named, new byte[0]).getEncoded());
  }

  @Test
  void refusesParametersThatDoNotNameTheCurve() throws Exception {
    byte[] good = point(7).getEncoded(false);
    var oid = X9ObjectIdentifiers.id_ecPublicKey;
    refuses(new SubjectPublicKeyInfo(new AlgorithmIdentifier(oid, P256), good).getEncoded());
    refuses(new SubjectPublicKeyInfo(new AlgorithmIdentifier(oid), good).getEncoded());
    refuses(
        new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(oid, X9ObjectIdentifiers.prime239v1), good)
            .getEncoded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp384r1", "secp521r1", "RSA", "Ed448", "X448"})
  void refusesKeysOfOtherAlgorithms(String name) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(name.startsWith("secp") ? "EC" : name);
    if (name.startsWith("secp")) generator.initialize(new ECGenParameterSpec(name));
    refuses(generator.generateKeyPair().getPublic().getEncoded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Every u of small order, and p and p + 1, which are 0 and 1 in another form.
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void refusesPointsOfSmallOrderOnCurve25519(String u) {
    byte[] point = HexFormat.of().parseHex(u);
    refuses(Curve.X25519, point);
    point[31] |= (byte) 0x80;
    refuses(Curve.X25519, point);
  }

  @Test
  void refusesOtherFormsOfAPointOnCurve25519() {
    byte[] nine = new byte[32];
    nine[0] = 9;
    accepts(Curve.X25519, nine);
    nine[31] = (byte) 0x80;
    refuses(Curve.X25519, nine);
    byte[] ninePlusP = HexFormat.of().parseHex("f6" + "ff".repeat(30) + "7f");
    refuses(Curve.X25519, ninePlusP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // y = 1, -1, 0, and the points of order eight, then other forms of some.
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void refusesKeysOfSmallOrderOrOffTheCurveOnEdwards25519(String point) {
    refuses(Curve.ED25519, HexFormat.of().parseHex(point));
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryOtherFormOfAGoodKey(Curve curve) {
    byte[] scalar = seven();
    byte[] good = curve.spki(curve.point(scalar));
    accepts(good);
    refuses(Arrays.copyOf(good, good.length - 1));
    refuses(Arrays.copyOf(good, good.length + 1));
    refuses(concat(new byte[] {0x30, (byte) 0x81}, Arrays.copyOfRange(good, 1, good.length)));
    refuses(new byte[0]);
    int header = good.length - curve.point(scalar).length;
    for (int at = 0; at < header; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x40;
      refuses(bad);
    }
  }

  @Test
  void refusesNullParametersOnTheEdwardsCurves() {
    byte[] point = Curve.ED25519.point(new byte[32]);
    refuses(concat(HexFormat.of().parseHex("302c300706032b65700500032100"), point));
    refuses(concat(HexFormat.of().parseHex("302c300706032b656e0500032100"), point));
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithNoKeyOfAnotherCurveOrKind(AgreementAlgorithm algorithm) {
    Agreement agreement = AgreementKeyPair.generate(algorithm).agreement();
    for (Curve curve : Curve.values()) {
      if (curve == algorithm.curve()) continue;
      byte[] other = curve.spki(curve.point(seven()));
      assertThatThrownBy(() -> agreement.agree(other)).isInstanceOf(BadKey.class);
    }
  }

  private static void accepts(Curve curve, byte[] point) {
    accepts(curve.spki(point));
  }

  private static void refuses(Curve curve, byte[] point) {
    refuses(curve.spki(point));
  }

  private static void accepts(byte[] spki) {
    assertThat(List.of(signs(spki), agrees(spki))).contains(true);
  }

  private static void refuses(byte[] spki) {
    assertThat(signs(spki)).isFalse();
    assertThat(agrees(spki)).isFalse();
    for (AgreementAlgorithm algorithm : AgreementAlgorithm.values()) {
      Agreement agreement = AgreementKeyPair.generate(algorithm).agreement();
      assertThatThrownBy(() -> agreement.agree(spki)).isInstanceOf(BadKey.class);
    }
  }

  private static boolean signs(byte[] spki) {
    try {
      return Arrays.equals(SigningPublicKey.of(spki).spki(), spki);
    } catch (BadKey e) {
      return false;
    }
  }

  private static boolean agrees(byte[] spki) {
    try {
      return Arrays.equals(AgreementPublicKey.of(spki).spki(), spki);
    } catch (BadKey e) {
      return false;
    }
  }

  private static byte[] seven() {
    return octets(big(7));
  }

  private static ECPoint point(int times) {
    return P256.getG().multiply(big(times)).normalize();
  }

  private static BigInteger big(int number) {
    return BigInteger.valueOf(number);
  }

  private static byte[] octets(BigInteger number) {
    return org.bouncycastle.util.BigIntegers.asUnsignedByteArray(32, number);
  }

  private static byte[] concat(byte[]... parts) {
    return org.bouncycastle.util.Arrays.concatenate(parts);
  }
}
