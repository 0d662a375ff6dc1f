package openset.pki.issue;

import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.SigningPublicKey;
import openset.pki.Certificate;

/**
 * One kind of certificate with its values. All of them are the authority's decision: nothing a
 * requester wrote in a request is taken over but the public key (CERT-31).
 */
public sealed interface CertificateProfile
    permits RootProfile, AuthorityProfile, CardholderProfile, MerchantProfile, GatewayProfile {
  /** What the certificate will say of its subject. */
  CertificatePlan plan();

  /** The certificate to be, for one key and one issuer; not yet linted or signed. */
  default Draft<Certificate> draft(Issuance issuance) {
    return new Draft<>(
        CertificateWriter.write(plan(), issuance),
        issuance.signature(),
        issuance.signingKey(),
        Certificate::of,
        new CertificateLint(issuance.issuer()));
  }

  /**
   * A draft written down earlier, before its signature was stored: the same octets again, to be
   * linted again.
   *
   * @param toBeSigned {@link LintedDraft#toBeSigned} of the earlier draft
   * @param issuer the issuing authority's certificate
   */
  static Draft<Certificate> writtenDown(Der toBeSigned, Certificate issuer) {
    SigningPublicKey key = Issuance.keyOf(issuer);
    return new Draft<>(
        toBeSigned,
        key.algorithm(),
        key,
        Certificate::of,
        new CertificateLint(Optional.of(issuer)));
  }
}
