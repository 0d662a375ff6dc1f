package openset.set.treatment.cardholder;

import java.util.List;
import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.AuthStatus;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.PResPayload;
import openset.set.data.outcome.Receipt;
import openset.set.data.outcome.Results;
import openset.set.data.sale.AuthCode;
import openset.set.message.MessageWrapper;
import openset.set.message.PRes;
import openset.set.operator.EncK;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.WrapperCheck;

/**
 * What the wallet believes of PRes, {@code spec/preq.md}. The merchant's word alone is never taken
 * for a payment; the gateway's signed receipt is.
 */
public final class ProcessPRes {
  private ProcessPRes() {}

  /** What became of the purchase. */
  public sealed interface Outcome {
    /** The gateway says: the issuer holds the amount for this merchant and this order. */
    record Confirmed(Receipt receipt) implements Outcome {}

    /** The gateway says: nothing is held. */
    record Declined(Receipt receipt) implements Outcome {}

    /**
     * Only the merchant says something, so nothing is confirmed.
     *
     * @param claimed what it says of an authorization, if it says anything
     */
    record NotConfirmed(CompletionCode completionCode, Optional<AuthCode> claimed)
        implements Outcome {}
  }

  /** Checks {@code answer} against what the cardholder agreed to. */
  public static Outcome process(
      MessageWrapper wrapper, PRes answer, CreatePReq.Asked asked, Means means) throws Refused {
    return outcome(proved(wrapper, answer, asked, means).getFirst(), asked, means);
  }

  /**
   * What our merchant says about our purchase and our request, before its receipts are opened: at
   * least one payload, one for each authorization.
   */
  static List<PResPayload> proved(
      MessageWrapper wrapper, PRes answer, CreatePReq.Asked asked, Means means) throws Refused {
    // PRes-C-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.rrpid());
    // PRes-C-02: signed by the very merchant we ordered from.
    Required merchant =
        Required.of(CertificateType.MER, KeyUse.SIGN, asked.brandID().name());
    Verified<PResData> signed =
        S.verify(
            answer.signed(),
            PResData.CONTENT,
            Expected.of(merchant, means.trust(), means.now()));
    if (!CertThumb.of(signed.signer().certificate()).equals(asked.merchantThumb())) {
      throw new Refused(ErrorCode.invalidCertificate, "PRes-C-02");
    }
    PResData data = signed.value();
    // PRes-C-03: it is about our purchase and our request.
    if (!data.rrpid().equals(asked.rrpid())) {
      throw new Refused(ErrorCode.unknownRRPID, "PRes-C-03");
    }
    WrapperCheck.sameIDs(wrapper, data.transIDs());
    if (!data.transIDs().xid().equals(asked.transIDs().xid())) {
      throw new Refused(ErrorCode.unknownXID, "PRes-C-03");
    }
    if (!data.challC().equals(asked.challC())) {
      throw new Refused(ErrorCode.challengeMismatch, "PRes-C-03");
    }
    return data.pResPayloadSeq();
  }

  static Outcome outcome(PResPayload payload, CreatePReq.Asked asked, Means means)
      throws Refused {
    WrapperCheck.extensions(payload.pRsExtensions());
    Optional<EncK<AcqCardCodeMsg>> message = payload.results().flatMap(Results::acqCardMsg);
    if (message.isEmpty()) {
      Optional<AuthCode> claimed =
          payload.results().flatMap(Results::authStatus).map(AuthStatus::authCode);
      return new Outcome.NotConfirmed(payload.completionCode(), claimed);
    }
    Receipt receipt = receipt(message.get(), asked, means);
    return receipt.authCode() == AuthCode.approved
        ? new Outcome.Confirmed(receipt)
        : new Outcome.Declined(receipt);
  }

  private static Receipt receipt(
      EncK<AcqCardCodeMsg> message, CreatePReq.Asked asked, Means means) throws Refused {
    // PRes-C-04: sealed under the key we gave the gateway, signed by a gateway of the brand.
    Required gateway =
        Required.of(CertificateType.PGWY, KeyUse.SIGN, asked.brandID().name());
    Receipt receipt =
        EncK.open(
                asked.acqBackKey().backKey(),
                message,
                PaymentForms.ACQ_CARD_MSG,
                Expected.of(gateway, means.trust(), means.now()))
            .value()
            .receipt();
    // PRes-C-05: it names our purchase, our merchant and the order half we signed.
    boolean ours =
        receipt.xid().equals(asked.transIDs().xid())
            && receipt.merchantID().equals(asked.merchantID())
            && receipt.merchantThumb().equals(asked.merchantThumb())
            && receipt.hOIData().equals(asked.hOIData());
    if (!ours) throw new Refused(ErrorCode.unknownXID, "PRes-C-05");
    // PRes-C-06: never more than we agreed to, and something where it says approved.
    boolean within =
        receipt.authAmt().sameCurrency(asked.purchAmt())
            && !receipt.authAmt().exceeds(asked.purchAmt());
    boolean held = receipt.authAmt().isPositive() == (receipt.authCode() == AuthCode.approved);
    if (!within || !held) throw new Refused(ErrorCode.unspecifiedFailure, "PRes-C-06");
    return receipt;
  }
}
