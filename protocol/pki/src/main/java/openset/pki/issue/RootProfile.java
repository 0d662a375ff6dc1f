package openset.pki.issue;

import java.util.Optional;
import java.util.Set;
import openset.asn1.Der;
import openset.pki.CertificateType;
import openset.pki.x509.DistinguishedName;

/**
 * A root (CERT-36).
 *
 * @param country ISO 3166 alpha-2
 * @param organization the root's own name
 * @param nextKey the SubjectPublicKeyInfo of the root that will follow
 */
public record RootProfile(String country, String organization, Optional<Der> nextKey)
    implements CertificateProfile {
  private static final int AUTHORITIES_BELOW = 3;

  @Override
  public CertificatePlan plan() {
    return new CertificatePlan(
        DistinguishedName.of(country, organization, "Root"),
        Set.of(CertificateType.RCA),
        KeyRole.ISSUE,
        AUTHORITIES_BELOW,
        Optional.empty(),
        Optional.empty(),
        nextKey,
        Optional.empty());
  }
}
