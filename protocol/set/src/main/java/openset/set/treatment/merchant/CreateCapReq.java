package openset.set.treatment.merchant;

import java.time.Instant;
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
import openset.set.data.sale.BatchID;
import openset.set.data.sale.RRTags;
import openset.set.data.sale.SaleDetail;
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

  /** The request, and the items by which its answer is known. */
  public record Created(MessageWrapper wrapper, RRTags capRRTags, List<CapItem> items) {}

  /**
   * What is captured of which authorization.
   *
   * @param batchID the batch it shall fall into; empty where the gateway chooses
   */
  public record Capture(
      AuthTags authTags, CapToken token, CurrencyAmount amount, Optional<BatchID> batchID) {
    /** Into the batch that the gateway chooses. */
    public Capture(AuthTags authTags, CapToken token, CurrencyAmount amount) {
      this(authTags, token, amount, Optional.empty());
    }

    private CapItem item(Instant now) {
      return new CapItem(
          authTags.transIDs(),
          authTags.authRRTags().rrpid(),
          CapPayload.of(now, amount, batchID.map(SaleDetail::into)));
    }
  }

  /** Asks for one capture. */
  public static Created create(Capture capture, CreateAuthReq.With with, Means means)
      throws Refused {
    return create(List.of(capture), with, means);
  }

  /** Asks for several captures at once, each of another authorization. */
  public static Created create(
      List<Capture> captures, CreateAuthReq.With with, Means means) throws Refused {
    // CapReq-M-01: a new RRPID for each capture.
    RRTags tags =
        new RRTags(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            with.merTermIDs(),
            means.now());
    // CapReq-M-02: each item names its authorization, its token goes along unopened.
    List<CapItem> items = captures.stream().map(one -> one.item(means.now())).toList();
    CapReqData data = new CapReqData(tags, Optional.empty(), items, Optional.empty());
    CapTokenSeq tokens =
        new CapTokenSeq(captures.stream().map(one -> Optional.of(one.token())).toList());
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
            MessageIDs.ofOnly(items.stream().map(CapItem::transIDs).toList()),
            tags.rrpid(),
            new SWIdent(means.policy().swIdent()));
    return new Created(MessageWrapper.of(header, request), tags, items);
  }
}
