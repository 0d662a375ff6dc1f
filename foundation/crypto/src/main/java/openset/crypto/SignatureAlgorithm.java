package openset.crypto;

import openset.asn1.ObjectIdentifier;
import openset.crypto.provider.Curve;

/** How signatures are made. */
public enum SignatureAlgorithm {
  /** ECDSA on P-256 with SHA-256 (RFC 5758 3.2). */
  ECDSA_P256_SHA256("1.2.840.10045.4.3.2", DigestAlgorithm.SHA256, Curve.P256),
  /** Pure Ed25519 (RFC 8410). */
  ED25519("1.3.101.112", DigestAlgorithm.SHA512, Curve.ED25519);

  private final ObjectIdentifier oid;
  private final DigestAlgorithm digest;
  private final Curve curve;

  SignatureAlgorithm(String oid, DigestAlgorithm digest, Curve curve) {
    this.oid = ObjectIdentifier.of(oid);
    this.digest = digest;
    this.curve = curve;
  }

  /** The algorithm identifier of a signature; its parameters are absent. */
  public ObjectIdentifier oid() {
    return oid;
  }

  /** The digest of content named by CMS signed attributes (RFC 5754 3.3, RFC 8419 3.1). */
  public DigestAlgorithm digest() {
    return digest;
  }

  Curve curve() {
    return curve;
  }
}
