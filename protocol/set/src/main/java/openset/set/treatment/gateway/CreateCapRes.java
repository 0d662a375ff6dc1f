package openset.set.treatment.gateway;

import java.util.List;
import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
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

  /** Whom the answer is for, about which item. */
  public record To(RRTags capRRTags, TransIDs transIDs, RRPID authRRPID, Recipient merchant) {
    /** The merchant who asked. */
    public static To merchant(ProcessCapReq.Request request) throws Refused {
      return new To(
          request.capRRTags(),
          request.item().transIDs(),
          request.item().authRRPID(),
          request.merchant().recipient());
    }
  }

  /**
   * The answer to the merchant.
   *
   * @param capAmt what was booked; nothing where it was not
   */
  public static MessageWrapper create(
      To to, CapCode code, CurrencyAmount capAmt, SigningCredential signing, Means means) {
    // CapRes-P-01: it names the request, the item, and what was booked.
    CapResPayload payload =
        new CapResPayload(code, capAmt, Optional.empty(), Optional.empty(), Optional.empty());
    CapResData data =
        new CapResData(
            to.capRRTags(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new CapResItem(to.transIDs(), to.authRRPID(), payload)),
            Optional.empty());
    CapRes answer =
        new CapRes(
            Enc.seal(
                Signatory.of(signing), to.merchant(), Forms.CAP_RES, data, means.randomness()));
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(to.transIDs())),
            to.capRRTags().rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(header, answer);
  }
}
