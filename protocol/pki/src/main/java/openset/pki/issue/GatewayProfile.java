package openset.pki.issue;

import java.util.Optional;
import java.util.Set;
import openset.pki.CertificateType;
import openset.pki.x509.DistinguishedName;

/**
 * A payment gateway's signature or encryption certificate (CERT-35).
 *
 * @param role SIGN or AGREE
 * @param country ISO 3166 alpha-2
 * @param brand BrandID
 * @param acquirer the acquirer's name
 * @param bin the acquirer's six digits
 * @param number which gateway of that acquirer
 * @param terms go into the encryption certificate
 */
public record GatewayProfile(
    KeyRole role,
    String country,
    String brand,
    String acquirer,
    String bin,
    int number,
    CertificatePlan.Terms terms)
    implements CertificateProfile {
  @Override
  public CertificatePlan plan() {
    DistinguishedName subject =
        DistinguishedName.of(country, brand, acquirer, bin + ":" + number);
    CertificatePlan plan =
        CertificatePlan.of(subject, Set.of(CertificateType.PGWY), role, 0);
    return role == KeyRole.AGREE ? plan.withTerms(Optional.of(terms)) : plan;
  }
}
