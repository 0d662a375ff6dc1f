package openset.acquirer;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.dispute.MovedBy;
import openset.acquirer.dispute.Mover;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Disputes;
import openset.acquirer.store.Item;
import openset.acquirer.store.Items;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.Tally;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;

/**
 * Answers 0422 of the clearing house: an issuer takes the money of a capture back (HL-90 to
 * HL-92). The chargeback is stored with its cycle and with the step of its dispute before the
 * answer.
 */
final class TakeChargeback {
  private static final int FIRST_DAYS = 120;

  private final Means means;

  TakeChargeback(Means means) {
    this.means = means;
  }

  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    ClearingItem asked = ClearingItem.of(message);
    String cycle =
        LinkData.of(message)
            .text(LinkData.Tag.CYCLE)
            .orElseThrow(() -> new MalformedMessage(127, "CYCLE required"));
    ResponseCode code =
        means.transactions().inTransaction(tx -> take(tx, TakeItem.item(asked), cycle));
    return AdviceAnswer.of(code).answer(message);
  }

  private ResponseCode take(Tx tx, Item asked, String cycle) {
    Octets original = asked.taken().approval().key();
    Optional<LoggedAuthorization> row =
        Authorizations.in(tx, means.institution()).lock(original);
    if (row.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    Items items = Items.in(tx, means.institution());
    List<Item> before = items.of(original);
    Optional<Item> known = TakeItem.find(before, asked.taken().key());
    if (known.isPresent()) {
      boolean same = known.get().asksAs(asked);
      // What was refused belongs to no cycle; said again in a later one it gets the same answer.
      return same ? known.get().response() : ResponseCode.DUPLICATE;
    }
    ResponseCode code = verdict(tx, row.get(), asked, before);
    boolean taken = code == ResponseCode.APPROVED;
    items.add(
        new Item(
            asked.kind(),
            asked.taken(),
            asked.earlier(),
            asked.dispute(),
            code,
            taken ? Item.Progress.in(cycle) : Item.Progress.CANCELLED),
        List.of(),
        means.now());
    if (taken) dispute(tx, row.get(), asked);
    return code;
  }

  private ResponseCode verdict(
      Tx tx, LoggedAuthorization row, Item asked, List<Item> before) {
    Item.Taken taken = asked.taken();
    Octets key = asked.earlier().orElseThrow();
    Optional<Item> capture =
        TakeItem.find(before, key)
            .filter(item -> item.kind() == Kind.CAPTURE)
            .filter(item -> item.cycle().isPresent());
    if (capture.isEmpty() || !taken.approval().equals(capture.get().taken().approval())) {
      return ResponseCode.ORIGINAL_NOT_FOUND;
    }
    if (!row.isOf(taken)) return ResponseCode.INVALID_TRANSACTION;
    ResponseCode step = step(tx, row, asked, capture.get());
    if (step != ResponseCode.APPROVED) return step;
    long left = capture.get().taken().amount().minor() - Tally.chargedBack(before, key);
    long most = Math.min(left, Tally.of(before).free());
    return taken.amount().minor() <= most
        ? ResponseCode.APPROVED
        : ResponseCode.INVALID_AMOUNT;
  }

  /** Whether the dispute may take this step now. */
  private ResponseCode step(Tx tx, LoggedAuthorization row, Item asked, Item capture) {
    Optional<Dispute> dispute = Disputes.in(tx).lock(name(row, asked));
    if (asked.dispute().orElseThrow().stage() == Stage.FIRST) {
      if (dispute.isPresent()) return ResponseCode.INVALID_TRANSACTION;
      LocalDate last = date(tx, capture).plusDays(FIRST_DAYS);
      return means.today().isAfter(last) ? ResponseCode.NOT_PERMITTED : ResponseCode.APPROVED;
    }
    if (dispute.isEmpty() || !dispute.get().about().capture().equals(capture.taken().key())) {
      return ResponseCode.ORIGINAL_NOT_FOUND;
    }
    if (dispute.get().state() == DisputeState.WON) return ResponseCode.NOT_PERMITTED;
    if (dispute.get().state() != DisputeState.REPRESENTED) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    if (means.today().isAfter(dispute.get().due().orElseThrow())) {
      return ResponseCode.NOT_PERMITTED;
    }
    boolean within = asked.taken().amount().minor() <= dispute.get().amount().minorUnits();
    return within ? ResponseCode.APPROVED : ResponseCode.INVALID_AMOUNT;
  }

  private LocalDate date(Tx tx, Item capture) {
    return LocalDate.ofInstant(
        Items.in(tx, means.institution()).at(capture.taken()), ZoneOffset.UTC);
  }

  private static Dispute.Name name(LoggedAuthorization row, Item asked) {
    return new Dispute.Name(
        row.forwarded().orElseThrow().issuer(), asked.dispute().orElseThrow().number());
  }

  private void dispute(Tx tx, LoggedAuthorization row, Item asked) {
    boolean first = asked.dispute().orElseThrow().stage() == Stage.FIRST;
    DisputeState state = first ? DisputeState.CHARGED_BACK : DisputeState.ARBITRATION;
    Item.Taken taken = asked.taken();
    Dispute dispute =
        new Dispute(
            name(row, asked),
            new Dispute.About(
                taken.approval().key(), asked.earlier().orElseThrow(), taken.merchant()),
            asked.dispute().orElseThrow().reason(),
            new Money(taken.amount().currency(), taken.amount().minor()),
            state,
            state.due(means.today()));
    if (first) {
      Disputes.in(tx).open(dispute, means.now());
    } else {
      Disputes.in(tx).become(dispute, Mover.of(MovedBy.ISSUER), means.now());
    }
  }
}
