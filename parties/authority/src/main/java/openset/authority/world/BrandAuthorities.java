package openset.authority.world;

import java.util.List;
import openset.pki.CertificateType;

/**
 * The authorities of one brand.
 *
 * @param brand names the current CRLs and issues the three others
 * @param cardholders the CCA
 * @param merchants the MCA
 * @param gateways the PCA
 */
public record BrandAuthorities(
    CertificationAuthority brand,
    CertificationAuthority cardholders,
    CertificationAuthority merchants,
    CertificationAuthority gateways) {
  /** BrandID. */
  public String name() {
    return brand.brand();
  }

  /** All four, the brand first. */
  public List<CertificationAuthority> all() {
    return List.of(brand, cardholders, merchants, gateways);
  }

  /** The one of {@code type}: BCA, CCA, MCA or PCA. */
  public CertificationAuthority of(CertificateType type) {
    return switch (type) {
      case BCA -> brand;
      case CCA -> cardholders;
      case MCA -> merchants;
      case PCA -> gateways;
      default -> throw new IllegalArgumentException("no authority of a brand: " + type);
    };
  }
}
