package openset.pki.cms;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.DerReader;
import openset.asn1.Limits;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Tagged;
import openset.crypto.AgreementAlgorithm;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SignatureAlgorithm;

/**
 * An AlgorithmIdentifier kept as its exact DER: two are the same only when every octet is, so that
 * odd or missing parameters never pass for the algorithm meant, and comparing costs nothing.
 *
 * <pre>
 * AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }
 * </pre>
 *
 * @param der the whole value, tag and length included
 */
public record Algorithm(Der der) {
  private static final Tagged<Boolean> SHAPE =
      new Tagged<>("AlgorithmIdentifier", 0x30, Algorithm::shape, (out, v) -> {});
  private static final ObjectIdentifier AES = ObjectIdentifier.of("2.16.840.1.101.3.4.1");

  /** Any algorithm identifier; whether it is one of ours is asked later. */
  public static final Asn1Type<Algorithm> TYPE =
      Asn1.ANY.map("AlgorithmIdentifier", Algorithm::checked, Algorithm::der);

  /** id-sha256, parameters absent (RFC 5754 2). */
  public static final Algorithm SHA256 = of(DigestAlgorithm.SHA256.oid());

  /** id-sha512, parameters absent (RFC 5754 2). */
  public static final Algorithm SHA512 = of(DigestAlgorithm.SHA512.oid());

  /** id-aes256-wrap, parameters absent (RFC 3565 2.3.2). */
  public static final Algorithm AES256_WRAP = of(AES.arc(45));

  /** ecdsa-with-SHA256, parameters absent (RFC 5754 3.3). */
  public static final Algorithm ECDSA_SHA256 = of(SignatureAlgorithm.ECDSA_P256_SHA256.oid());

  /** id-Ed25519, parameters absent (RFC 8419 2.2). */
  public static final Algorithm ED25519 = of(SignatureAlgorithm.ED25519.oid());

  /** id-passkey: the signature is an assertion of a passkey, by ES256 (spec/passkey.md). */
  public static final Algorithm PASSKEY = of(ObjectIdentifier.of("2.999.42.6"));

  /** dhSinglePass-stdDH-sha256kdf-scheme with AES-256 key wrap (RFC 5753 7.1.4). */
  public static final Algorithm ECDH_SHA256KDF =
      of(ObjectIdentifier.of("1.3.132.1.11.1"), AES256_WRAP.der());

  /** dhSinglePass-stdDH-hkdf-sha256-scheme with AES-256 key wrap (RFC 8418 2.2). */
  public static final Algorithm ECDH_HKDF_SHA256 =
      of(ObjectIdentifier.of("1.2.840.113549.1.9.16.3.19"), AES256_WRAP.der());

  /** How {@code digest} is named. */
  public static Algorithm of(DigestAlgorithm digest) {
    return switch (digest) {
      case SHA256 -> SHA256;
      case SHA512 -> SHA512;
    };
  }

  /** How signatures by {@code signature} are named. */
  public static Algorithm of(SignatureAlgorithm signature) {
    return switch (signature) {
      case ECDSA_P256_SHA256 -> ECDSA_SHA256;
      case ED25519 -> ED25519;
    };
  }

  /** How wrapping a key after {@code agreement} is named. */
  public static Algorithm of(AgreementAlgorithm agreement) {
    return switch (agreement) {
      case ECDH_P256 -> ECDH_SHA256KDF;
      case X25519 -> ECDH_HKDF_SHA256;
    };
  }

  /** The identifier of {@code algorithm} without parameters. */
  static Algorithm of(ObjectIdentifier algorithm) {
    return new Algorithm(
        Der.of(Repeated.sequenceOf(Asn1.OBJECT_IDENTIFIER).encode(List.of(algorithm))));
  }

  private static Algorithm of(ObjectIdentifier algorithm, Der parameters) {
    Der oid = Der.of(Asn1.OBJECT_IDENTIFIER.encode(algorithm));
    return new Algorithm(Der.of(Repeated.sequenceOf(Asn1.ANY).encode(List.of(oid, parameters))));
  }

  /** Which algorithm, whatever its parameters. */
  public ObjectIdentifier oid() {
    DerReader in = new DerReader(der.bytes(), Limits.PEER);
    in.enter(0x30);
    return Asn1.OBJECT_IDENTIFIER.read(in);
  }

  private static Algorithm checked(Der der) {
    SHAPE.decode(der.bytes());
    return new Algorithm(der);
  }

  private static boolean shape(DerReader in) {
    Asn1.OBJECT_IDENTIFIER.read(in);
    if (in.hasNext()) in.skip();
    if (in.hasNext()) throw new Asn1Exception("more than one parameter");
    return true;
  }
}
