package openset.pki.issue;

import java.util.Optional;
import java.util.Set;
import openset.pki.CertificateType;
import openset.pki.x509.DistinguishedName;

/**
 * An authority below the root, one certificate a key (CERT-36).
 *
 * @param type BCA, GCA, CCA, MCA or PCA
 * @param role what this key of the authority is for
 * @param country ISO 3166 alpha-2
 * @param brand BrandID
 * @param description such as the bank that runs it
 */
public record AuthorityProfile(
    CertificateType type, KeyRole role, String country, String brand, String description)
    implements CertificateProfile {
  /** Refuses types that are no authority below the root. */
  public AuthorityProfile {
    below(type);
  }

  /** The brand's issuing key, which signs its CRL and its CRL identifier too. */
  public static AuthorityProfile brand(String country, String brand, String description) {
    return new AuthorityProfile(CertificateType.BCA, KeyRole.ISSUE, country, brand, description);
  }

  /** A CCA's key of {@code role}. */
  public static AuthorityProfile cardholders(
      KeyRole role, String country, String brand, String description) {
    return new AuthorityProfile(CertificateType.CCA, role, country, brand, description);
  }

  /** An MCA's key of {@code role}. */
  public static AuthorityProfile merchants(
      KeyRole role, String country, String brand, String description) {
    return new AuthorityProfile(CertificateType.MCA, role, country, brand, description);
  }

  /** A PCA's key of {@code role}. */
  public static AuthorityProfile gateways(
      KeyRole role, String country, String brand, String description) {
    return new AuthorityProfile(CertificateType.PCA, role, country, brand, description);
  }

  @Override
  public CertificatePlan plan() {
    DistinguishedName subject = DistinguishedName.of(country, brand, description);
    CertificatePlan plan = CertificatePlan.of(subject, Set.of(type), role, below(type));
    return role == KeyRole.AGREE
        ? plan.withTerms(Optional.of(CertificatePlan.Terms.of(false)))
        : plan;
  }

  private static int below(CertificateType type) {
    return switch (type) {
      case BCA -> 2;
      case GCA -> 1;
      case CCA, MCA, PCA -> 0;
      default -> throw new IllegalArgumentException("no authority below the root: " + type);
    };
  }
}
