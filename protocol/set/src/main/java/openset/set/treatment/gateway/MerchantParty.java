package openset.set.treatment.gateway;

import java.util.List;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.MerchantData;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.MerchantID;
import openset.set.operator.Recipient;
import openset.set.operator.Expected;
import openset.set.operator.Verified;
import openset.set.treatment.Means;

/**
 * The merchant at the other end, proved: who signed, and the key its answer is sealed to.
 *
 * @param signer its signature certificate
 * @param keyExchange its key-exchange certificate, of the same merchant and brand
 */
public record MerchantParty(TrustedCertificate signer, TrustedCertificate keyExchange) {
  /** Who has to sign what is sealed to {@code own}: a merchant of its brand. */
  static Expected signing(OpeningCredential own, Means means) {
    String brand = own.certificate().subject().organization();
    return Expected.of(
        Required.of(CertificateType.MER, KeyUse.SIGN, brand), means.trust(), means.now());
  }

  /**
   * The merchant who signed {@code message} and sent its key-exchange certificate along.
   *
   * @param claimed who it says to be
   * @param rule named where there is no such certificate, or it is another's
   */
  static MerchantParty of(
      Verified<?> message, MerchantID claimed, Means means, String rule) throws Refused {
    MerchantParty merchant = of(message, means, rule);
    if (!claimed.equals(merchant.merchantID())) {
      throw new Refused(ErrorCode.invalidCertificate, rule);
    }
    return merchant;
  }

  private static MerchantParty of(Verified<?> message, Means means, String rule)
      throws Refused {
    MerchantData signer =
        message
            .signer()
            .merchantData()
            .orElseThrow(() -> new Refused(ErrorCode.invalidCertificate, rule));
    List<Certificate> enclosed = message.enclosedCertificates();
    for (Certificate certificate : enclosed) {
      boolean candidate =
          certificate.keyUsage().contains(KeyUse.AGREE)
              && certificate.merchantData().filter(data -> same(data, signer)).isPresent();
      if (candidate) {
        return new MerchantParty(
            message.signer(), prove(certificate, enclosed, message.signer().brand(), means));
      }
    }
    throw new Refused(ErrorCode.missingCertificate, rule);
  }

  private static TrustedCertificate prove(
      Certificate certificate, List<Certificate> enclosed, String brand, Means means)
      throws Refused {
    try {
      Required required = Required.of(CertificateType.MER, KeyUse.AGREE, brand);
      TrustedCertificate proved =
          means.trust().validate(certificate, enclosed, required, means.now());
      Expected.keep(proved);
      return proved;
    } catch (Untrusted e) {
      throw new Refused(ErrorCode.invalidCertificate, e.rule());
    }
  }

  /** Two acquirers may give the same number to two merchants. */
  private static boolean same(MerchantData one, MerchantData other) {
    return one.id().equals(other.id()) && one.acquirerBin().equals(other.acquirerBin());
  }

  /** The number its acquirer gave it. */
  public MerchantID merchantID() {
    return new MerchantID(signer.merchantData().orElseThrow().id());
  }

  /** The category it was certified for. */
  public String category() {
    return signer.merchantData().flatMap(MerchantData::category).orElse("0000");
  }

  /** BIN of its acquirer. */
  public String acquirerBin() {
    return signer.merchantData().orElseThrow().acquirerBin();
  }

  /** Its signature certificate by thumb. */
  public CertThumb thumb() {
    return CertThumb.of(signer.certificate());
  }

  Recipient recipient() throws Refused {
    return Recipient.of(keyExchange);
  }
}
