package openset.set.treatment.merchant;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapPayload;
import openset.set.data.capture.CapReqData;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.sale.MerTermIDs;
import openset.set.data.sale.RRTags;
import openset.set.message.CapReq;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;

/** Makes CapReq, {@code spec/capture.md}: the money for what was shipped. */
public final class CreateCapReq {
  private CreateCapReq() {}

  /** The request, and the item by which its answer is known. */
  public record Created(MessageWrapper wrapper, RRTags capRRTags, CapItem item) {}

  /** What is captured of which authorization. */
  public record Capture(AuthTags authTags, CapToken token, CurrencyAmount amount) {}

  /** Asks for one capture. */
  public static Created create(Capture capture, CreateAuthReq.With with, Means means)
      throws Refused {
    // CapReq-M-01: a new RRPID for each capture.
    RRTags tags =
        new RRTags(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            MerTermIDs.of(with.merchantID()),
            means.now());
    // CapReq-M-02: the item names the authorization, the token goes along unopened.
    CapItem item =
        new CapItem(
            capture.authTags().transIDs(),
            capture.authTags().authRRTags().rrpid(),
            CapPayload.of(means.now(), capture.amount()));
    CapReqData data = new CapReqData(tags, Optional.empty(), List.of(item), Optional.empty());
    CapTokenSeq tokens = new CapTokenSeq(List.of(Optional.of(capture.token())));
    CapReq request =
        new CapReq(
            EncB.seal(
                with.signatory(),
                with.gateway().recipient(),
                Forms.CAP_REQ,
                data,
                AsSent.of(CapTokenSeq.TYPE, tokens),
                means.randomness()));
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(item.transIDs())),
            tags.rrpid(),
            new SWIdent(means.policy().swIdent()));
    return new Created(MessageWrapper.of(header, request), tags, item);
  }
}
