package openset.pki.issue;

import java.util.Optional;
import java.util.Set;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import openset.pki.x509.DistinguishedName;

/**
 * A merchant's signature or encryption certificate (CERT-34).
 *
 * @param role SIGN or AGREE
 * @param country ISO 3166 alpha-2
 * @param brand BrandID
 * @param acquirer the acquirer's name
 * @param data what the acquirer confirmed
 * @param origin the shop's web origin, such as {@code https://shop.example}
 */
public record MerchantProfile(
    KeyRole role,
    String country,
    String brand,
    String acquirer,
    MerchantData data,
    Optional<String> origin)
    implements CertificateProfile {
  @Override
  public CertificatePlan plan() {
    String name = data.names().getFirst().name() + ":" + data.id();
    return new CertificatePlan(
        DistinguishedName.of(country, brand, acquirer, name),
        Set.of(CertificateType.MER),
        role,
        0,
        Optional.of(data),
        origin,
        Optional.empty(),
        Optional.empty());
  }
}
