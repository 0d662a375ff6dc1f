package openset.pki.issue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.pki.CertificateType;
import openset.pki.x509.DistinguishedName;

/**
 * A cardholder's signature certificate (CERT-32, CERT-33).
 *
 * @param country the issuer's, ISO 3166 alpha-2
 * @param brand BrandID
 * @param issuer the card issuer's name
 * @param blindedAccount {@link openset.pki.BlindedAccount}
 * @param holderName the cardholder's own name, where the issuer puts it in
 */
public record CardholderProfile(
    String country,
    String brand,
    String issuer,
    String blindedAccount,
    Optional<String> holderName,
    Optional<String> passkeyOrigin)
    implements CertificateProfile {
  /** Of a key that is no passkey. */
  public CardholderProfile(
      String country,
      String brand,
      String issuer,
      String blindedAccount,
      Optional<String> holderName) {
    this(country, brand, issuer, blindedAccount, holderName, Optional.empty());
  }

  @Override
  public CertificatePlan plan() {
    DistinguishedName subject =
        new DistinguishedName(
            country, brand, List.of(issuer), Optional.of(blindedAccount), holderName);
    return CertificatePlan.of(subject, Set.of(CertificateType.CARD), KeyRole.SIGN, 0)
        .withOrigin(passkeyOrigin);
  }

  /** Without the name, which is a person's. */
  @Override
  public String toString() {
    return "CardholderProfile[" + brand + "]";
  }
}
