package openset.set.treatment.merchant;

import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.TransIDs;
import openset.set.data.outcome.InqReqData;
import openset.set.message.InqReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Signed;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** What the merchant checks of InqReq, {@code spec/inquiry.md}. */
public final class ProcessInqReq {
  private ProcessInqReq() {}

  /**
   * The purchase that can be asked after.
   *
   * @param cardholder the certificate that PReq was signed with; empty while none came
   * @param unsigned whether it was ordered by a PReq that nobody signed
   */
  public record Known(
      TransIDs transIDs, BrandID brandID, Optional<CertThumb> cardholder, boolean unsigned) {
    /** A purchase that was not ordered, or under a signature. */
    public Known(TransIDs transIDs, BrandID brandID, Optional<CertThumb> cardholder) {
      this(transIDs, brandID, cardholder, false);
    }
  }

  /** Proves that it is the purchase's cardholder who asks; what the answer goes back to. */
  public static CreatePRes.To process(
      MessageWrapper wrapper, InqReq request, Known known, Means means) throws Refused {
    // InqReq-M-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    // InqReq-M-02: signed, unless the purchase itself was not.
    return switch (request) {
      case InqReq.InqReqSigned(var inquiry) ->
          signed(wrapper, new Asking(inquiry, known), means);
      case InqReq.InqReqUnsigned(var data) when known.unsigned() ->
          purchase(wrapper, data, known);
      case InqReq.InqReqUnsigned _ ->
          throw new Refused(ErrorCode.signatureRequired, "InqReq-M-02");
    };
  }

  private record Asking(Signed<InqReqData> inquiry, Known known) {}

  private static CreatePRes.To signed(MessageWrapper wrapper, Asking asking, Means means)
      throws Refused {
    Known known = asking.known();
    // InqReq-M-03: by a cardholder of the brand.
    Required card =
        Required.of(CertificateType.CARD, KeyUse.SIGN, known.brandID().name());
    Verified<InqReqData> signed =
        S.verify(
            asking.inquiry(),
            InqReqData.CONTENT,
            Expected.of(card, means.trust(), means.now()));
    CreatePRes.To to = purchase(wrapper, signed.value(), known);
    // InqReq-M-05: the certificate is the one that ordered; any other is told of no purchase.
    CertThumb signer = CertThumb.of(signed.signer().certificate());
    boolean other = known.cardholder().filter(thumb -> !thumb.equals(signer)).isPresent();
    if (other || known.unsigned()) throw unknown("InqReq-M-05");
    return to;
  }

  private static CreatePRes.To purchase(
      MessageWrapper wrapper, InqReqData data, Known known) throws Refused {
    // InqReq-M-04: identifiers outside are those inside, and those of the purchase.
    WrapperCheck.sameRRPID(wrapper, data.rrpid());
    WrapperCheck.sameIDs(wrapper, data.transIDs());
    if (!data.transIDs().equals(known.transIDs())) throw unknown("InqReq-M-04");
    WrapperCheck.extensions(data.inqRqExtensions());
    return new CreatePRes.To(known.transIDs(), data.rrpid(), data.challC2());
  }

  /** The one answer to whoever asks after what is not there, or not theirs. */
  public static Refused unknown(String rule) {
    return new Refused(ErrorCode.unknownXID, rule);
  }
}
