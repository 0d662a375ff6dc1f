package openset.clearing;

import java.util.Optional;
import openset.clearing.match.Matching;
import openset.clearing.store.Claim;
import openset.clearing.store.Claims;
import openset.clearing.store.Cleared;
import openset.clearing.store.Cycles;
import openset.clearing.store.Item;
import openset.clearing.store.Items;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;

/**
 * Answers 0220, 0420 and 0422: held to the items of its authorization, stored in the open cycle and
 * taken to its receiver (HL-51, HL-53, HL-55). While the receiver is silent the answer is 09, and
 * the sender's repeat tries again.
 */
final class TakeItem {
  private final Means means;
  private final AskReceiver askReceiver;

  TakeItem(Means means, AskReceiver askReceiver) {
    this.means = means;
    this.askReceiver = askReceiver;
  }

  /** An item that is there, or what was said against it. */
  private record Taken(Optional<Cleared> cleared, ResponseCode refusal) {
    static Taken of(Cleared cleared) {
      return new Taken(Optional.of(cleared), ResponseCode.APPROVED);
    }

    static Taken refused(ResponseCode code) {
      return new Taken(Optional.empty(), code);
    }
  }

  IsoMessage answer(IsoHandler.Peer peer, IsoMessage message) throws MalformedMessage {
    Item item = Item.of(message);
    if (!item.sender().equals(peer.institution())) {
      return refused(message, ResponseCode.NOT_PERMITTED);
    }
    if (!means.banks().institutions().contains(item.receiver())) {
      return refused(message, ResponseCode.NO_SUCH_ISSUER);
    }
    if (!Money.isCurrency(item.currency())) {
      return refused(message, ResponseCode.INVALID_TRANSACTION);
    }
    Taken taken = means.transactions().inTransaction(tx -> taken(tx, item));
    if (taken.cleared().isEmpty()) return refused(message, taken.refusal());
    Cleared cleared = taken.cleared().get();
    if (!cleared.item().equals(item)) return refused(message, ResponseCode.DUPLICATE);
    return answer(askReceiver.about(cleared)).answer(message);
  }

  private static IsoMessage refused(IsoMessage message, ResponseCode code) {
    return AdviceAnswer.of(code).answer(message);
  }

  private Taken taken(Tx tx, Item item) {
    Items items = Items.in(tx);
    Optional<Cleared> before = items.find(item.sender(), item.key());
    if (before.isPresent()) return Taken.of(before.get());
    items.lock(item);
    // Whoever waited for the lock may have waited for itself, said twice at once.
    before = items.find(item.sender(), item.key());
    if (before.isPresent()) return Taken.of(before.get());
    Optional<ResponseCode> refusal = Matching.refusal(tx, item, means.now());
    if (refusal.isPresent()) return Taken.refused(refusal.get());
    Optional<ResponseCode> unruled = unruled(tx, item);
    if (unruled.isPresent()) return Taken.refused(unruled.get());
    items.add(item, Cycles.in(tx).openForItem(), Optional.empty(), means.now());
    return Taken.of(items.find(item.sender(), item.key()).orElseThrow());
  }

  /** The last word in a dispute is the house's own people's (HL-107). */
  private Optional<ResponseCode> unruled(Tx tx, Item item) {
    if (!item.isClaim()) return Optional.empty();
    Claim.Name name =
        new Claim.Name(item.issuer(), item.said().dispute().orElseThrow().number());
    Claims claims = Claims.in(tx);
    Amount amount = item.said().advice().amount();
    claims.add(new Claim(name, item.acquirer(), amount, means.now(), Optional.empty()));
    Claim claim = claims.find(name).orElseThrow();
    if (!claim.amount().equals(amount)) return Optional.of(ResponseCode.DUPLICATE);
    if (claim.ruling().isEmpty()) return Optional.of(ResponseCode.IN_PROGRESS);
    return claim.ruling().get().forAcquirer()
        ? Optional.empty()
        : Optional.of(ResponseCode.DO_NOT_HONOUR);
  }

  private static AdviceAnswer answer(Cleared cleared) {
    ResponseCode code = cleared.response().orElse(ResponseCode.IN_PROGRESS);
    return new AdviceAnswer(
        code,
        code == ResponseCode.APPROVED
            ? Optional.of(Cycles.name(cleared.cycle()))
            : Optional.empty());
  }
}
