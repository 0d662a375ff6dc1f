package openset.set.treatment.gateway;

import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.pki.TrustedCertificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthReqData;
import openset.set.data.auth.AuthReqPayload;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CheckDigests;
import openset.set.data.card.PANData;
import openset.set.data.order.OIData;
import openset.set.data.payment.PI;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PITBS;
import openset.set.data.payment.PIUnsigned;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.InstallRecurData;
import openset.set.message.AuthReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.EX;
import openset.set.operator.EncB;
import openset.set.operator.Expected;
import openset.set.operator.Linked;
import openset.set.operator.Opened;
import openset.set.operator.SO;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.WrapperCheck;

/**
 * Proves an authorization request, {@code spec/auth.md}: both signatures, both digests, all three
 * identities, the amount. Only here is a payment half opened.
 */
public final class ProcessAuthReq {
  private ProcessAuthReq() {}

  /** Who asked for what, proved; enough to answer whatever the decision. */
  public record Request(
      MerchantParty merchant,
      AuthTags authTags,
      CurrencyAmount authReqAmt,
      Optional<InstallRecurData> installRecurData) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** Who asked. */
    Request request();

    /** Merchant and cardholder agree: ask the issuer. */
    record Agreed(Request request, PIHead piHead, PANData panData, Cardholder cardholder)
        implements Outcome {
      /** Nothing of the account. */
      @Override
      public String toString() {
        return "Agreed[" + request.authTags().transIDs().xid() + "]";
      }
    }

    /** No bank is asked; the answer says why. */
    record NotAgreed(Request request, AuthCode authCode, String rule) implements Outcome {}
  }

  /** The cardholder who signed, and the order half it signed. */
  public record Cardholder(TrustedCertificate certificate, Detached<OIData> hOIData) {}

  /**
   * Checks {@code request}.
   *
   * @param own opens for the brand asked for
   * @throws Refused where the message is not the merchant's, or cannot be read
   */
  public static Outcome process(
      MessageWrapper wrapper, AuthReq request, OpeningCredential own, Means means)
      throws Refused {
    // AuthReq-P-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    // AuthReq-P-02: sealed to us, signed by a merchant of the brand, PI bound as baggage.
    String brand = own.certificate().subject().organization();
    Required merchantRequired = Required.of(CertificateType.MER, KeyUse.SIGN, brand);
    Verified<AuthReqData> opened =
        EncB.open(
            own,
            request.encB(),
            Forms.AUTH_REQ,
            Expected.of(merchantRequired, means.trust(), means.now()));
    Request asked = asked(wrapper, opened, means);
    // AuthReq-P-05: a payment half with the cardholder's signature; tokens have their own way.
    PI pi = request.encB().baggage().value();
    if (pi instanceof PIUnsigned) {
      return new Outcome.NotAgreed(asked, AuthCode.signatureRequired, "AuthReq-P-05");
    }
    // AuthReq-P-06: the merchant's own digests come with every PI.
    Optional<CheckDigests> digests = opened.value().authReqItem().checkDigests();
    if (!(pi instanceof PIDualSigned dual) || digests.isEmpty()) {
      return new Outcome.NotAgreed(asked, AuthCode.invalidTransaction, "AuthReq-P-06");
    }
    // AuthReq-P-07: capture now is another flow.
    if (opened.value().captureNow()) {
      return new Outcome.NotAgreed(asked, AuthCode.captureNotSupported, "AuthReq-P-07");
    }
    return payment(asked, dual, digests.get(), own, means);
  }

  private static Request asked(
      MessageWrapper wrapper, Verified<AuthReqData> opened, Means means) throws Refused {
    AuthTags tags = opened.value().authReqItem().authTags();
    // AuthReq-P-03: identifiers outside are those inside; the request is fresh.
    WrapperCheck.sameRRPID(wrapper, tags.authRRTags().rrpid());
    WrapperCheck.sameIDs(wrapper, tags.transIDs());
    WrapperCheck.age(tags.authRRTags().currentDate(), means);
    WrapperCheck.extensions(opened.value().authReqItem().authReqPayload().aRqExtensions());
    // AuthReq-P-04: MerchantID is the one certified, and its key-exchange certificate came along.
    MerchantParty merchant = MerchantParty.of(opened, means, "AuthReq-P-04");
    if (!tags.authRRTags().merTermIDs().merchantID().equals(merchant.merchantID())) {
      throw new Refused(ErrorCode.invalidCertificate, "AuthReq-P-04");
    }
    AuthReqPayload payload = opened.value().authReqItem().authReqPayload();
    return new Request(merchant, tags, payload.authReqAmt(), payload.installRecurData());
  }

  private static Outcome payment(
      Request asked, PIDualSigned dual, CheckDigests digests, OpeningCredential own, Means means)
      throws Refused {
    // AuthReq-P-08: the payment half opens, and its own link holds.
    Opened<Linked<PIHead, OIData>, PANData> half =
        EX.open(own, dual.exPIData(), PaymentForms.PI_DUAL_SIGNED);
    PIHead head = half.value().value();
    PANData pan = half.extra();
    // AuthReq-P-09: one dual signature over the digest of this half and of the order half.
    PITBS tbs =
        new PITBS(
            DD.ofValue(PIData.CONTENT, new PIData(head, pan)), half.value().link());
    Required card =
        Required.of(CertificateType.CARD, KeyUse.SIGN, own.certificate().subject().organization());
    Verified<PITBS> signed =
        SO.verify(
            dual.piSignature(),
            PITBS.CONTENT,
            tbs,
            Expected.of(card, means.trust(), means.now()));
    WrapperCheck.extensions(head.piExtensions());
    Optional<Outcome> disagreement = disagreement(asked, head, tbs, digests, own);
    if (disagreement.isPresent()) return disagreement.get();
    // AuthReq-P-14: the account is the one the certificate was issued for. Told as a plain decline.
    String holder = pan.panSecret().cardholderId(pan.pan(), pan.cardExpiry());
    if (!signed.signer().certificate().subject().commonName().equals(Optional.of(holder))) {
      return new Outcome.NotAgreed(asked, AuthCode.declined, "AuthReq-P-14");
    }
    return new Outcome.Agreed(
        asked, head, pan, new Cardholder(signed.signer(), tbs.hOIData()));
  }

  private static Optional<Outcome> disagreement(
      Request asked, PIHead head, PITBS tbs, CheckDigests digests, OpeningCredential own) {
    // AuthReq-P-10: merchant and cardholder mean the same order.
    boolean sameOrder =
        digests.hOIData().equals(tbs.hOIData()) && digests.hod2().equals(head.inputs().hod());
    if (!sameOrder) return not(asked, AuthCode.piAuthMismatch, "AuthReq-P-10");
    // AuthReq-P-11: the same purchase.
    if (!head.transIDs().equals(asked.authTags().transIDs())) {
      return not(asked, AuthCode.piAuthMismatch, "AuthReq-P-11");
    }
    // AuthReq-P-12: the cardholder means this merchant and this gateway.
    boolean sameParties =
        head.merchantID().equals(asked.merchant().merchantID())
            && head.merchantThumb().equals(asked.merchant().thumb())
            && head.gatewayThumb().equals(CertThumb.of(own.certificate()));
    if (!sameParties) return not(asked, AuthCode.piAuthMismatch, "AuthReq-P-12");
    // AuthReq-P-13: some amount, and no more than the cardholder agreed to.
    CurrencyAmount agreed = head.inputs().purchAmt();
    CurrencyAmount wanted = asked.authReqAmt();
    boolean within =
        wanted.isPositive() && wanted.sameCurrency(agreed) && !wanted.exceeds(agreed);
    if (!within) return not(asked, AuthCode.amountError, "AuthReq-P-13");
    // AuthReq-P-16: instalments and recurrence are those the cardholder signed.
    if (!asked.installRecurData().equals(head.installRecurData())) {
      return not(asked, AuthCode.installRecurMismatch, "AuthReq-P-16");
    }
    return Optional.empty();
  }

  private static Optional<Outcome> not(Request asked, AuthCode code, String rule) {
    return Optional.of(new Outcome.NotAgreed(asked, code, rule));
  }
}
