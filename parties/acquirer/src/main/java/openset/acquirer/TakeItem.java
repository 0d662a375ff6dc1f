package openset.acquirer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Item;
import openset.acquirer.store.Item.Taken;
import openset.acquirer.store.Items;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.Tally;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;

/**
 * Answers 0220 and 0420 of the gateway: captures, credits and the reversals of both, each stored
 * with its presentment before the answer (HL-40, HL-41, HL-70 to HL-77).
 */
final class TakeItem {
  private final Means means;

  TakeItem(Means means) {
    this.means = means;
  }

  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    ClearingItem asked = ClearingItem.of(message);
    if (asked.kind().isDisputed()) {
      return message.answer(ResponseCode.NOT_PERMITTED.wire());
    }
    ResponseCode code = means.transactions().inTransaction(tx -> take(tx, item(asked)));
    means.wake().run();
    return AdviceAnswer.of(code).answer(message);
  }

  /** What is asked, as it will be stored. */
  static Item item(ClearingItem asked) {
    FinancialAdvice advice = asked.advice();
    Taken taken =
        new Taken(
            advice.purchase().key(),
            advice.purchase().xid(),
            advice.acceptor().merchant(),
            advice.approval(),
            advice.amount());
    return new Item(
        asked.kind(),
        taken,
        asked.earlier(),
        asked.dispute(),
        ResponseCode.APPROVED,
        Item.Progress.NEW);
  }

  private ResponseCode take(Tx tx, Item asked) {
    Octets original = asked.taken().approval().key();
    // The lock on the authorization puts its items and its reversal into one order.
    Optional<LoggedAuthorization> row =
        Authorizations.in(tx, means.institution()).lock(original);
    if (row.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    Items items = Items.in(tx, means.institution());
    List<Item> before = items.of(original);
    Optional<Item> known = find(before, asked.taken().key());
    if (known.isPresent()) {
      return known.get().asksAs(asked) ? known.get().response() : ResponseCode.DUPLICATE;
    }
    ResponseCode code = verdict(row.get(), asked, before, means.now());
    Item item = asked.answered(code);
    List<FeeLine> fees =
        code == ResponseCode.APPROVED
            ? new Charges(tx, row.get(), before).of(item)
            : List.of();
    boolean never = code == ResponseCode.APPROVED && takeBack(items, item, before);
    items.add(never ? item.cancelled() : item, fees, means.now());
    if (code == ResponseCode.APPROVED) means.present(tx, row.get());
    return code;
  }

  /** Takes an item back; true when nobody heard of it, so that nobody need hear of this. */
  private static boolean takeBack(Items items, Item reversal, List<Item> before) {
    if (reversal.earlier().isEmpty()) return false;
    Octets original = reversal.taken().approval().key();
    Octets key = reversal.earlier().get();
    Optional<Item> earlier = find(before, key);
    if (earlier.isEmpty()) return true;
    items.reverse(original, key);
    if (earlier.get().progress().sent()) return false;
    items.cancel(original, key);
    return true;
  }

  /** The item under a key. */
  static Optional<Item> find(List<Item> items, Octets key) {
    return items.stream().filter(item -> item.taken().key().equals(key)).findFirst();
  }

  private static ResponseCode verdict(
      LoggedAuthorization row, Item asked, List<Item> before, Instant now) {
    Taken taken = asked.taken();
    boolean approved =
        row.approved() > 0
            && !row.reversed()
            && row.asked().reference().equals(taken.approval().reference())
            && row.approvalCode().equals(Optional.of(taken.approval().code()));
    if (!approved) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (!row.isOf(taken)) return ResponseCode.INVALID_TRANSACTION;
    // HL-42: what is held no more is not captured.
    if (asked.kind() == Kind.CAPTURE && row.isOver(now)) return ResponseCode.EXPIRED;
    Tally tally = Tally.of(before);
    long minor = taken.amount().minor();
    return switch (asked.kind()) {
      case CAPTURE -> first(asked, before, minor <= row.approved() - tally.captured());
      case CREDIT -> first(asked, before, minor <= tally.free());
      case CAPTURE_REVERSAL -> reversal(asked, Kind.CAPTURE, before);
      case CREDIT_REVERSAL -> reversal(asked, Kind.CREDIT, before);
      case CHARGEBACK, REPRESENTMENT -> ResponseCode.NOT_PERMITTED;
    };
  }

  /** A capture or credit that was taken back before it came is not taken any more (HL-76). */
  private static ResponseCode first(Item asked, List<Item> before, boolean within) {
    boolean takenBack =
        before.stream()
            .filter(item -> item.response() == ResponseCode.APPROVED)
            .anyMatch(item -> item.earlier().equals(Optional.of(asked.taken().key())));
    if (takenBack) return ResponseCode.DUPLICATE;
    return within ? ResponseCode.APPROVED : ResponseCode.INVALID_AMOUNT;
  }

  private static ResponseCode reversal(Item asked, Kind kind, List<Item> before) {
    Optional<Item> found = find(before, asked.earlier().orElseThrow());
    // One that is not known may still be on its way: it is remembered, and wins (HL-76).
    if (found.isEmpty()) return ResponseCode.APPROVED;
    Item earlier = found.get();
    if (earlier.kind() != kind || earlier.progress().reversed()) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    if (earlier.response() != ResponseCode.APPROVED) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (!earlier.taken().amount().equals(asked.taken().amount())) {
      return ResponseCode.INVALID_AMOUNT;
    }
    boolean covered =
        kind == Kind.CREDIT
            || !earlier.stands()
            || earlier.taken().amount().minor() <= Tally.of(before).free();
    return covered ? ResponseCode.APPROVED : ResponseCode.INVALID_AMOUNT;
  }
}
