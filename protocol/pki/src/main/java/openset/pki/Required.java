package openset.pki;

import java.util.Optional;

/**
 * What a certificate must be for the purpose at hand.
 *
 * @param type whose it is
 * @param use what its key is for
 * @param brand BrandID, or empty where any brand will do
 */
public record Required(CertificateType type, KeyUse use, Optional<String> brand) {
  /** Of {@code brand}. */
  public static Required of(CertificateType type, KeyUse use, String brand) {
    return new Required(type, use, Optional.of(brand));
  }

  /** Of any brand. */
  public static Required anyBrand(CertificateType type, KeyUse use) {
    return new Required(type, use, Optional.empty());
  }
}
