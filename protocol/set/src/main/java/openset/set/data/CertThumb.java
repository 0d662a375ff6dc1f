package openset.set.data;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.Certificate;

/**
 * Names one certificate by the digest its signature covers: SHA-256 over the DER of its
 * TBSCertificate.
 *
 * <pre>
 * CertThumb ::= SEQUENCE {
 *   digestAlgorithm   AlgorithmIdentifier {{DigestAlgorithms}},    -- id-sha256, no parameters
 *   thumbprint        Digest }
 * </pre>
 */
public record CertThumb(Digest thumbprint) {
  public static final Tagged<CertThumb> TYPE =
      Sequence.sequence(
          "CertThumb",
          field("digestAlgorithm", Algorithms.SHA256, thumb -> Algorithms.ID_SHA256),
          field("thumbprint", Digest.TYPE, CertThumb::thumbprint),
          (algorithm, thumbprint) -> new CertThumb(thumbprint));

  /** The name of {@code certificate}. */
  public static CertThumb of(Certificate certificate) {
    return new CertThumb(new Digest(certificate.thumb()));
  }
}
