package openset.authority.world;

import openset.asn1.Der;
import openset.crypto.DigestAlgorithm;
import openset.pki.Certificate;

/**
 * Names a key: SHA-256 of its SubjectPublicKeyInfo.
 *
 * @param digest 32 octets
 */
public record IssuerKey(Der digest) {
  /** The key that {@code certificate} is for. */
  public static IssuerKey of(Certificate certificate) {
    return of(certificate.spki());
  }

  /** The key of that SubjectPublicKeyInfo. */
  public static IssuerKey of(Der spki) {
    return new IssuerKey(Der.of(DigestAlgorithm.SHA256.digest(spki.bytes())));
  }

  /** The 32 octets. */
  public byte[] bytes() {
    return digest.bytes();
  }
}
