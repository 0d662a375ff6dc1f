package openset.set.treatment.cardholder;

import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.TrustedCertificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.MerchantID;
import openset.set.data.TransIDs;
import openset.set.data.order.Offer;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.set.message.PInitResData;
import openset.set.operator.DD;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/**
 * Verifies the merchant, {@code spec/pinit.md}: its certificate, the gateway's, and its signature
 * under the very offer that the wallet holds.
 */
public final class ProcessPInitRes {
  private ProcessPInitRes() {}

  /**
   * A merchant who was proved to offer exactly this.
   *
   * @param challM empty where the offer was published and PInit left out
   * @param merchant its proved signature certificate
   * @param gateway the proved key-exchange certificate of the gateway it works with
   */
  public record Proved(
      TransIDs transIDs,
      Challenge challC,
      Optional<Challenge> challM,
      TrustedCertificate merchant,
      TrustedCertificate gateway) {
    /** The number its acquirer gave the merchant. */
    public MerchantID merchantID() {
      return new MerchantID(merchant.merchantData().orElseThrow().id());
    }

    /** The name that stands on statements. */
    public String merchantName() {
      return merchant.merchantData().orElseThrow().names().getFirst().name();
    }

    /** Whether its gateway takes a payment that nobody signed (CERT-19). */
    public boolean takesUnsigned() {
      return !gateway.certificate().cardCertRequired();
    }

    CertThumb merchantThumb() {
      return CertThumb.of(merchant.certificate());
    }

    CertThumb gatewayThumb() {
      return CertThumb.of(gateway.certificate());
    }
  }

  /**
   * Checks {@code answer} against what was asked and the offer that was shown.
   *
   * @throws Refused with the rule that was broken; nothing may be paid then
   */
  public static Proved process(
      MessageWrapper wrapper,
      PInitRes answer,
      CreatePInitReq.Asked asked,
      AsSent<Offer> offer,
      Means means)
      throws Refused {
    // PInitRes-C-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.rrpid());
    // PInitRes-C-02: signed by a merchant of the brand, not revoked by the CRLs that came along.
    Required merchant =
        Required.of(CertificateType.MER, KeyUse.SIGN, asked.brandID().name());
    Verified<PInitResData> signed =
        S.verify(
            answer.signed(),
            PInitResData.CONTENT,
            Expected.of(merchant, means.trust().withoutBrandCrls(), means.now()));
    PInitResData data = signed.value();
    sameExchange(wrapper, data, asked);
    WrapperCheck.extensions(data.piRsExtensions());
    // PInitRes-C-05: what is signed is the offer that we hold, to the octet.
    if (!data.offerDigest().equals(DD.of(Offer.CONTENT, offer))) {
      throw new Refused(ErrorCode.unspecifiedFailure, "PInitRes-C-05");
    }
    TrustedCertificate gateway =
        new GatewayShown(data.peThumb(), data.brandCRLIdentifier(), asked.brandID())
            .prove(signed, means);
    return new Proved(
        data.transIDs(),
        data.challC(),
        Optional.of(data.challM()),
        signed.signer(),
        gateway);
  }

  private static void sameExchange(
      MessageWrapper wrapper, PInitResData data, CreatePInitReq.Asked asked) throws Refused {
    // PInitRes-C-03: RRPID, labels and thumbs are ours.
    if (!data.rrpid().equals(asked.rrpid())) {
      throw new Refused(ErrorCode.unknownRRPID, "PInitRes-C-03");
    }
    WrapperCheck.sameIDs(wrapper, data.transIDs());
    boolean labels =
        data.transIDs().lidC().equals(asked.lidC())
            && data.transIDs().lidM().equals(Optional.of(asked.lidM()));
    if (!labels) throw new Refused(ErrorCode.unknownLID, "PInitRes-C-03");
    if (data.thumbs().isPresent()) {
      throw new Refused(ErrorCode.thumbsMismatch, "PInitRes-C-03");
    }
    // PInitRes-C-04: our challenge came back, so the answer is not an old one.
    if (!data.challC().equals(asked.challC())) {
      throw new Refused(ErrorCode.challengeMismatch, "PInitRes-C-04");
    }
  }
}
