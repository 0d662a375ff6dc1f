package openset.set.treatment.gateway;

import java.util.List;
import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.SWIdent;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapResData;
import openset.set.data.capture.CapResItem;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.RRTags;
import openset.set.message.CapRes;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;

/** Makes CapRes, {@code spec/capture.md}. */
public final class CreateCapRes {
  private CreateCapRes() {}

  /** Whom the answer is for. */
  public record To(RRTags capRRTags, Recipient merchant) {
    /** The merchant who asked. */
    public static To merchant(ProcessCapReq.Asked asked) throws Refused {
      return new To(asked.capRRTags(), asked.merchant().recipient());
    }
  }

  /** What came of {@code item}: nothing booked where it is not success. */
  public static CapResItem item(CapItem item, CapCode code, CurrencyAmount capAmt) {
    return new CapResItem(
        item.transIDs(),
        item.authRRPID(),
        new CapResPayload(
            code, capAmt, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** {@code item} was not booked. */
  public static CapResItem not(CapItem item, CapCode code) {
    return item(item, code, CurrencyAmount.zero(item.capPayload().capReqAmt().currency()));
  }

  /**
   * The answer to the merchant.
   *
   * @param items one for each that was asked, in the same order
   */
  public static MessageWrapper create(
      To to, List<CapResItem> items, SigningCredential signing, Means means) {
    // CapRes-P-01: it names the request, each item in the order asked, and what was booked.
    CapResData data =
        new CapResData(
            to.capRRTags(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            items,
            Optional.empty());
    CapRes answer =
        new CapRes(
            Enc.seal(
                Signatory.of(signing), to.merchant(), Forms.CAP_RES, data, means.randomness()));
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            MessageIDs.ofOnly(items.stream().map(CapResItem::transIDs).toList()),
            to.capRRTags().rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(header, answer);
  }
}
