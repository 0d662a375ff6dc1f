package openset.crypto.provider;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Field;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/** Making and checking signatures: ECDSA with SHA-256 on P-256, and pure Ed25519. */
public final class Signatures {
  private static final int ED25519_OCTETS = 64;
  private static final BigInteger ED25519_ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private Signatures() {}

  /**
   * <pre>
   * ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }
   * </pre>
   *
   * (RFC 3279 2.2.3)
   */
  private record Ecdsa(BigInteger r, BigInteger s) {
    static final Tagged<Ecdsa> TYPE =
        Sequence.sequence(
            "ECDSA-Sig-Value",
            Field.field("r", Asn1.INTEGER, Ecdsa::r),
            Field.field("s", Asn1.INTEGER, Ecdsa::s),
            Ecdsa::new);

    boolean inRange() {
      return inRange(r) && inRange(s);
    }

    private static boolean inRange(BigInteger number) {
      return number.signum() > 0 && number.compareTo(P256Points.ORDER) < 0;
    }
  }

  /** The signature of {@code message}. */
  public static byte[] sign(Curve curve, PrivateKey key, byte[] message) {
    try {
      Signature signature = signature(curve);
      signature.initSign(key, Providers.random());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a checked key does not sign", e);
    }
  }

  /** Whether {@code octets}, in the one strict form, is the key's signature of {@code message}. */
  public static boolean verify(Curve curve, PublicKey key, byte[] message, byte[] octets) {
    if (!isStrict(curve, octets)) return false;
    try {
      Signature signature = signature(curve);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(octets);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static Signature signature(Curve curve) throws GeneralSecurityException {
    return switch (curve) {
      case P256 -> Signature.getInstance("SHA256withECDSA", Providers.of(curve));
      case ED25519 -> Signature.getInstance("Ed25519", Providers.of(curve));
      case X25519 -> throw new IllegalArgumentException("X25519 does not sign");
    };
  }

  // Some providers accept non-minimal or out of range numbers, so none is asked about those.
  static boolean isStrict(Curve curve, byte[] octets) {
    return switch (curve) {
      case P256 -> isEcdsa(octets);
      case ED25519 -> octets.length == ED25519_OCTETS && isReduced(octets);
      case X25519 -> false;
    };
  }

  private static boolean isEcdsa(byte[] octets) {
    try {
      return Ecdsa.TYPE.decode(octets).inRange();
    } catch (Asn1Exception e) {
      return false;
    }
  }

  // RFC 8032 5.1.7: S at or above the order of the group is another form of the same signature.
  private static boolean isReduced(byte[] octets) {
    byte[] s = new byte[ED25519_OCTETS / 2];
    for (int i = 0; i < s.length; i++) s[i] = octets[ED25519_OCTETS - 1 - i];
    return new BigInteger(1, s).compareTo(ED25519_ORDER) < 0;
  }
}
