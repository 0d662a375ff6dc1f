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
   */
  public record Known(TransIDs transIDs, BrandID brandID, Optional<CertThumb> cardholder) {}

  /** Proves that it is the purchase's cardholder who asks; what the answer goes back to. */
  public static CreatePRes.To process(
      MessageWrapper wrapper, InqReq request, Known known, Means means) throws Refused {
    // InqReq-M-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    // InqReq-M-02: signed, as every purchase is.
    if (!(request instanceof InqReq.InqReqSigned(var inquiry))) {
      throw new Refused(ErrorCode.signatureRequired, "InqReq-M-02");
    }
    // InqReq-M-03: by a cardholder of the brand.
    Required card =
        Required.of(CertificateType.CARD, KeyUse.SIGN, known.brandID().name());
    Verified<InqReqData> signed =
        S.verify(
            inquiry, InqReqData.CONTENT, Expected.of(card, means.trust(), means.now()));
    InqReqData data = signed.value();
    // InqReq-M-04: identifiers outside are those inside, and those of the purchase.
    WrapperCheck.sameRRPID(wrapper, data.rrpid());
    WrapperCheck.sameIDs(wrapper, data.transIDs());
    if (!data.transIDs().equals(known.transIDs())) throw unknown("InqReq-M-04");
    WrapperCheck.extensions(data.inqRqExtensions());
    // InqReq-M-05: the certificate is the one that ordered; any other is told of no purchase.
    CertThumb asking = CertThumb.of(signed.signer().certificate());
    if (known.cardholder().filter(thumb -> !thumb.equals(asking)).isPresent()) {
      throw unknown("InqReq-M-05");
    }
    return new CreatePRes.To(known.transIDs(), data.rrpid(), data.challC2());
  }

  /** The one answer to whoever asks after what is not there, or not theirs. */
  public static Refused unknown(String rule) {
    return new Refused(ErrorCode.unknownXID, rule);
  }
}
