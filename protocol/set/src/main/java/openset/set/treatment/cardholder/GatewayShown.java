package openset.set.treatment.cardholder;

import java.util.List;
import java.util.Optional;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.operator.Expected;
import openset.set.operator.Verified;
import openset.set.treatment.Means;

/**
 * The gateway that a merchant shows under its signature, in PInitRes or when it publishes an offer.
 *
 * @param peThumb the gateway's key-exchange certificate
 * @param brandCRLIdentifier the brand's list that came along
 */
record GatewayShown(
    CertThumb peThumb, Optional<BrandCrlIdentifier> brandCRLIdentifier, BrandID brandID) {
  /** The gateway's certificate, proved; and the merchant's once more, under all lists. */
  TrustedCertificate prove(Verified<?> signed, Means means) throws Refused {
    // PInitRes-C-06: PEThumb names one of the certificates that came along.
    List<Certificate> enclosed = signed.enclosedCertificates();
    Certificate named =
        enclosed.stream()
            .filter(certificate -> CertThumb.of(certificate).equals(peThumb))
            .findFirst()
            .orElseThrow(() -> new Refused(ErrorCode.missingCertificate, "PInitRes-C-06"));
    // PInitRes-C-07: it is a gateway's of the brand, under CRLs that the brand's list names.
    Required required =
        Required.of(CertificateType.PGWY, KeyUse.AGREE, brandID.name());
    try {
      Trust trust = holding(means.trust().withCertificates(enclosed), signed, means);
      if (brandCRLIdentifier.isPresent()) {
        trust = trust.withBrandCrls(brandCRLIdentifier.get(), means.now());
      }
      trust.validate(
          signed.signer().certificate(), enclosed, signed.signer().provedFor(), means.now());
      TrustedCertificate gateway = trust.validate(named, enclosed, required, means.now());
      Expected.keep(gateway);
      // PInitRes-C-02: a merchant's certificate says whose it is.
      if (signed.signer().merchantData().isEmpty()) {
        throw new Refused(ErrorCode.invalidCertificate, "PInitRes-C-02");
      }
      return gateway;
    } catch (Untrusted e) {
      throw new Refused(code(e), e.rule());
    }
  }

  /** A CRL of an authority that is on neither path, or an old one, is left aside. */
  private static Trust holding(Trust trust, Verified<?> signed, Means means) throws Refused {
    Trust held = trust;
    for (CertificateList crl : signed.enclosedCrlsBeyond(trust)) {
      try {
        held = held.withCrls(List.of(crl), means.now());
      } catch (Untrusted e) {
        continue;
      }
    }
    return held;
  }

  private static ErrorCode code(Untrusted e) {
    return switch (e.reason()) {
      case EXPIRED -> ErrorCode.expiredCertificate;
      case REVOKED -> ErrorCode.revokedCertificate;
      case MISSING -> ErrorCode.missingCertificate;
      default -> ErrorCode.invalidCertificate;
    };
  }
}
