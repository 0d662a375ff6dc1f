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
import openset.set.data.capture.CapPayload;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.RRTags;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;

/**
 * Makes CapRevReq, CredReq and CredRevReq, {@code spec/credit.md}: money that was captured goes
 * back, or a credit does.
 */
public final class CreateCapRevOrCredReq {
  private CreateCapRevOrCredReq() {}

  /** The request, and the items by which its answer is known. */
  public record Created(
      MessageWrapper wrapper, RRTags tags, List<CapRevOrCredReqItem> items) {}

  /** Which authorization an item is of. */
  public record Of(AuthTags authTags, CapToken token) {}

  /**
   * What goes back.
   *
   * @param captured when and how much was captured, or credited
   * @param amount how much of it goes back
   * @param originalRRPID of the CapReq or CredReq that is taken back; empty for a credit
   */
  public record Back(
      Of of, CapPayload captured, CurrencyAmount amount, Optional<RRPID> originalRRPID) {
    /** All of one capture or credit. */
    public static Back all(Of of, RRPID original, Instant at, CurrencyAmount amount) {
      return new Back(of, CapPayload.of(at, amount), amount, Optional.of(original));
    }

    private CapRevOrCredReqItem item(Instant now) {
      return new CapRevOrCredReqItem(
          of.authTags().transIDs(),
          of.authTags().authRRTags().rrpid(),
          captured,
          Optional.empty(),
          now,
          Optional.of(amount).filter(part -> !part.equals(captured.capReqAmt())),
          false,
          Optional.empty(),
          originalRRPID);
    }
  }

  /** Asks for all of {@code back} at once, each of another authorization. */
  public static Created create(
      CapRevOrCred kind, List<Back> back, CreateAuthReq.With with, Means means)
      throws Refused {
    // CRvReq-M-01: a new RRPID for each request; MerchantID as in our certificate.
    RRTags tags =
        new RRTags(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            with.merTermIDs(),
            means.now());
    // CRvReq-M-02: each item names its authorization, its token goes along unopened.
    List<CapRevOrCredReqItem> items =
        back.stream().map(one -> one.item(means.now())).toList();
    CapRevOrCredReqData data =
        new CapRevOrCredReqData(tags, Optional.empty(), items, Optional.empty());
    CapTokenSeq tokens =
        new CapTokenSeq(back.stream().map(one -> Optional.of(one.of().token())).toList());
    EncB<CapRevOrCredReqData, CapTokenSeq> sealed =
        EncB.seal(
            with.signatory(),
            with.gateway().recipient(),
            kind.request(),
            data,
            AsSent.of(CapTokenSeq.TYPE, tokens),
            means.randomness());
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            MessageIDs.ofOnly(items.stream().map(CapRevOrCredReqItem::transIDs).toList()),
            tags.rrpid(),
            new SWIdent(means.policy().swIdent()));
    return new Created(MessageWrapper.of(header, kind.request(sealed)), tags, items);
  }
}
