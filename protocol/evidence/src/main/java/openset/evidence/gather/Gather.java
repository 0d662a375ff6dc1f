package openset.evidence.gather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.AsSent;
import openset.asn1.Asn1Exception;
import openset.evidence.Agreement;
import openset.evidence.EvidenceBundle;
import openset.evidence.EvidenceOrder;
import openset.evidence.Word;
import openset.pki.Certificate;
import openset.pki.TrustBundle;
import openset.set.data.XID;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.order.PublishedOffer;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.set.message.PInitResData;
import openset.set.message.PReq;
import openset.set.message.PReqDualSigned;
import openset.set.message.PReqUnsigned;
import openset.set.operator.DD;
import openset.set.operator.Signed;

/**
 * Makes the bundle of one purchase of the messages that were kept of it.
 *
 * @param messages as they passed, in the order of time; others than of this purchase are left out
 * @param ways how its envelopes open, for merchant or cardholder
 * @param root that the bundle is to be verified by
 * @param lists certificates and lists that were held in the time of the purchase
 * @param published the offer as it was published, for a purchase without PInit
 */
public record Gather(
    List<MessageWrapper> messages,
    Ways ways,
    Certificate root,
    TrustBundle lists,
    Optional<Signed<PublishedOffer>> published) {
  /** Of a purchase that began with PInit. */
  public Gather(
      List<MessageWrapper> messages, Ways ways, Certificate root, TrustBundle lists) {
    this(messages, ways, root, lists, Optional.empty());
  }

  /** The same, where the offer may have been published. */
  public Gather publishing(Optional<Signed<PublishedOffer>> offer) {
    return new Gather(messages, ways, root, lists, offer);
  }

  /** Copies the list. */
  public Gather {
    messages = List.copyOf(messages);
  }

  /** What of messages may be shown, taken out of envelopes. */
  public interface Ways {
    /** What {@code wrapper}'s message says about the purchase; nothing where it says nothing. */
    List<Word> words(MessageWrapper wrapper, XID xid);
  }

  /**
   * The bundle.
   *
   * @param offer what was bought
   * @param more words that no message was, such as the merchant's claims
   * @return empty where no offer was signed for this XID, or no order
   */
  public Optional<EvidenceBundle> bundle(XID xid, AsSent<Offer> offer, Collection<Word> more) {
    Optional<Agreement> agreement = agreement(xid, offer.value());
    Optional<Signed<PInitResData>> pInitRes =
        pInitRes(xid).or(() -> published.map(offered -> new Signed<>(offered.cms())));
    if (agreement.isEmpty() || pInitRes.isEmpty()) return Optional.empty();
    Set<Word> words = new LinkedHashSet<>();
    for (MessageWrapper wrapper : messages) words.addAll(ways.words(wrapper, xid));
    words.addAll(more);
    OIData oiData = agreement.get().oiData().value();
    Instant at = oiData.transIDs().pReqDate();
    TrustBundle needed = new Lists(root, lists).of(oiData.brandID().name(), at, words);
    return Optional.of(
        new EvidenceBundle(
            new EvidenceOrder.Whole(offer),
            agreement.get(),
            pInitRes.get(),
            new ArrayList<>(words),
            needed));
  }

  private Optional<Signed<PInitResData>> pInitRes(XID xid) {
    return messages.stream()
        .map(MessageWrapper::message)
        .filter(PInitRes.class::isInstance)
        .map(message -> ((PInitRes) message).signed())
        .filter(signed -> isOf(signed, xid))
        .findFirst();
  }

  private static boolean isOf(Signed<PInitResData> signed, XID xid) {
    try {
      return signed.cms().content().content().stream()
          .map(octets -> PInitResData.TYPE.decode(octets.bytes()))
          .anyMatch(data -> data.transIDs().xid().equals(xid));
    } catch (Asn1Exception e) {
      return false;
    }
  }

  /**
   * The order that agrees with the offer, a signed one before one that is not; else the last that
   * was sent, which will be named.
   */
  private Optional<Agreement> agreement(XID xid, Offer offer) {
    List<Agreement> all =
        messages.stream()
            .map(MessageWrapper::message)
            .filter(PReq.class::isInstance)
            .map(message -> agreement((PReq) message))
            .filter(agreement -> agreement.oiData().value().transIDs().xid().equals(xid))
            .toList();
    return all.stream()
        .filter(agreement -> isTo(agreement.oiData().value(), offer))
        .reduce((one, other) -> one.isSigned() && !other.isSigned() ? one : other)
        .or(() -> all.stream().reduce((first, last) -> last));
  }

  private static Agreement agreement(PReq request) {
    return switch (request) {
      case PReqDualSigned dual ->
          new Agreement(
              dual.oiDualSigned().value(),
              dual.oiDualSigned().link(),
              dual.piDualSigned().piSignature());
      case PReqUnsigned bare -> Agreement.unsigned(bare.oiData());
    };
  }

  private static boolean isTo(OIData oiData, Offer offer) {
    return DD.ofValue(HODInput.CONTENT, offer.hodInput(oiData.odSalt())).equals(oiData.hod());
  }
}
