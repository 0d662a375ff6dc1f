package openset.pki.x509;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.crypto.DigestAlgorithm;

/**
 * The digest of the next root's public key, inside the present root (SET 1.0, extension
 * 2.23.42.7.0): CMS DigestedData without content.
 *
 * <pre>
 * HashedRootKey ::= SEQUENCE {
 *   version           INTEGER (0),
 *   digestAlgorithm   AlgorithmIdentifier,                    -- SHA-256
 *   encapContentInfo  SEQUENCE { eContentType OBJECT IDENTIFIER },  -- set-rootKeyThumb
 *   digest            OCTET STRING (SIZE (32)) }
 * </pre>
 *
 * @param digest SHA-256 over the next root's SubjectPublicKeyInfo
 */
public record HashedRootKey(Der digest) {
  private static final Tagged<ObjectIdentifier> CONTENT =
      sequence(
          "EncapsulatedContentInfo",
          field("eContentType", Asn1.OBJECT_IDENTIFIER, (ObjectIdentifier oid) -> oid),
          HashedRootKey::rootKeyThumb);

  private static final Tagged<AlgorithmIdentifier> SHA256 =
      AlgorithmIdentifier.TYPE.map("AlgorithmIdentifier", HashedRootKey::sha256, a -> a);

  /** Its ASN.1 type. */
  public static final Tagged<HashedRootKey> TYPE =
      sequence(
          "HashedRootKey",
          field("version", Asn1.integer(0, 0), key -> 0),
          field("digestAlgorithm", SHA256, key -> sha256()),
          field("encapContentInfo", CONTENT, key -> PkiOid.ROOT_KEY_THUMB),
          field("digest", Asn1.octets(32, 32), HashedRootKey::digest),
          (version, algorithm, content, digest) -> new HashedRootKey(digest));

  /** The digest of {@code spki}, the SubjectPublicKeyInfo of the next root. */
  public static HashedRootKey of(byte[] spki) {
    return new HashedRootKey(Der.of(DigestAlgorithm.SHA256.digest(spki)));
  }

  private static AlgorithmIdentifier sha256() {
    return AlgorithmIdentifier.of(DigestAlgorithm.SHA256.oid());
  }

  private static AlgorithmIdentifier sha256(AlgorithmIdentifier read) {
    if (!read.equals(sha256())) throw new IllegalArgumentException("digest algorithm");
    return read;
  }

  private static ObjectIdentifier rootKeyThumb(ObjectIdentifier read) {
    if (!read.equals(PkiOid.ROOT_KEY_THUMB)) throw new IllegalArgumentException("content type");
    return read;
  }
}
