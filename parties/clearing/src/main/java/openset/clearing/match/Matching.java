package openset.clearing.match;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.clearing.store.Cleared;
import openset.clearing.store.Item;
import openset.clearing.store.Items;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;

/**
 * Holds an item to the items of its authorization that were taken before it (HL-105, HL-106): the
 * same banks, purchase and currency; a reversal takes back all of an item that is there, once; what
 * is given back, by credits and chargebacks, never exceeds what was captured.
 */
public final class Matching {
  private final Item item;
  private final List<Cleared> before;

  private Matching(Item item, List<Cleared> before) {
    this.item = item;
    this.before = before;
  }

  /**
   * What is to be said against an item; nothing when it fits.
   *
   * @param tx in which the authorization is locked
   */
  public static Optional<ResponseCode> refusal(Tx tx, Item item, Instant now) {
    Items items = Items.in(tx);
    Matching matching = new Matching(item, items.ofAuthorization(item));
    ResponseCode code = matching.verdict(items);
    boolean converted =
        item.kind() != Kind.CHARGEBACK || Converting.isRight(tx, item, now);
    if (code == ResponseCode.APPROVED && !converted) code = ResponseCode.INVALID_TRANSACTION;
    return code == ResponseCode.APPROVED ? Optional.empty() : Optional.of(code);
  }

  private ResponseCode verdict(Items items) {
    for (Cleared each : before) {
      if (!sameTerms(item, each.item())) return ResponseCode.INVALID_TRANSACTION;
    }
    ResponseCode code =
        switch (item.kind()) {
          case CAPTURE, CREDIT -> ResponseCode.APPROVED;
          case CAPTURE_REVERSAL -> reversal(Kind.CAPTURE);
          case CREDIT_REVERSAL -> reversal(Kind.CREDIT);
          case CHARGEBACK -> chargeback(items);
          case REPRESENTMENT -> representment(items);
        };
    if (code != ResponseCode.APPROVED) return code;
    return isWithin() ? code : ResponseCode.INVALID_AMOUNT;
  }

  /** Whether two items can be of one authorization. */
  public static boolean sameTerms(Item one, Item other) {
    FinancialAdvice mine = one.said().advice();
    FinancialAdvice theirs = other.said().advice();
    return one.issuer().equals(other.issuer())
        && one.currency() == other.currency()
        && mine.approval().equals(theirs.approval())
        && mine.purchase().xid().equals(theirs.purchase().xid())
        && mine.acceptor().merchant().equals(theirs.acceptor().merchant());
  }

  private ResponseCode reversal(Kind of) {
    Optional<Item> earlier = earlier(of);
    if (earlier.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (earlier.get().minor() != item.minor()) return ResponseCode.INVALID_AMOUNT;
    boolean twice =
        before.stream()
            .map(Cleared::item)
            .anyMatch(
                each ->
                    each.kind() == item.kind()
                        && each.said().earlier().equals(item.said().earlier()));
    return twice ? ResponseCode.INVALID_TRANSACTION : ResponseCode.APPROVED;
  }

  private ResponseCode chargeback(Items items) {
    Dispute dispute = item.said().dispute().orElseThrow();
    Optional<Item> earlier = earlier(Kind.CAPTURE);
    if (earlier.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (items.isDisputed(item.issuer(), dispute, Kind.CHARGEBACK)) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    long most = earlier.get().minor();
    if (dispute.stage() == Dispute.Stage.ARBITRATION) {
      Optional<Item> step = disputed(Kind.REPRESENTMENT, dispute.number(), Dispute.Stage.FIRST);
      if (step.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
      most = step.get().minor();
    }
    return item.minor() > most ? ResponseCode.INVALID_AMOUNT : ResponseCode.APPROVED;
  }

  private ResponseCode representment(Items items) {
    Dispute dispute = item.said().dispute().orElseThrow();
    if (items.isDisputed(item.issuer(), dispute, Kind.REPRESENTMENT)) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    Optional<Item> step = disputed(Kind.CHARGEBACK, dispute.number(), dispute.stage());
    if (step.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    return item.minor() > step.get().minor()
        ? ResponseCode.INVALID_AMOUNT
        : ResponseCode.APPROVED;
  }

  private Optional<Item> earlier(Kind kind) {
    Octets key = item.said().earlier().orElseThrow();
    return before.stream()
        .map(Cleared::item)
        .filter(each -> each.kind() == kind && each.key().equals(key))
        .findFirst();
  }

  private Optional<Item> disputed(Kind kind, String number, Dispute.Stage stage) {
    return before.stream()
        .map(Cleared::item)
        .filter(each -> each.kind() == kind)
        .filter(each -> names(each.said(), number, stage))
        .findFirst();
  }

  private static boolean names(ClearingItem said, String number, Dispute.Stage stage) {
    return said.dispute()
        .filter(each -> each.number().equals(number) && each.stage() == stage)
        .isPresent();
  }

  /** Whether no more is given back than was captured, and not more taken back than was given. */
  private boolean isWithin() {
    long captured = captured(item);
    long back = back(item);
    for (Cleared each : before) {
      captured = Math.addExact(captured, captured(each.item()));
      back = Math.addExact(back, back(each.item()));
    }
    return back >= 0 && back <= captured;
  }

  private static long captured(Item each) {
    return switch (each.kind()) {
      case CAPTURE -> each.minor();
      case CAPTURE_REVERSAL -> -each.minor();
      case CREDIT, CREDIT_REVERSAL, CHARGEBACK, REPRESENTMENT -> 0;
    };
  }

  private static long back(Item each) {
    return switch (each.kind()) {
      case CREDIT, CHARGEBACK -> each.minor();
      case CREDIT_REVERSAL, REPRESENTMENT -> -each.minor();
      case CAPTURE, CAPTURE_REVERSAL -> 0;
    };
  }
}
