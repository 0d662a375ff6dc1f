package openset.pki.issue;

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
}
