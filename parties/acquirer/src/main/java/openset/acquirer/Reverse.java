package openset.acquirer;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Breaks;
import openset.acquirer.store.Item;
import openset.acquirer.store.Items;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.LoggedAuthorization.Asked;
import openset.acquirer.store.LoggedAuthorization.Manner;
import openset.acquirer.store.Tally;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Reversal;
import openset.store.Effect;
import openset.store.Tx;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes 0400 of the gateway and passes it on until the issuer has it (HL-30 to HL-35, HL-77). */
final class Reverse {
  private static final Logger LOG = LoggerFactory.getLogger(Reverse.class);

  private static final int KEY_OCTETS = 20;
  private static final Set<ResponseCode> FOR_GOOD =
      EnumSet.of(
          ResponseCode.INVALID_TRANSACTION,
          ResponseCode.DUPLICATE,
          ResponseCode.INVALID_AMOUNT,
          ResponseCode.ORIGINAL_NOT_FOUND);

  private final Means means;
  private final Routes routes;
  private final Duration patience;

  Reverse(Means means, Routes routes, Duration patience) {
    this.means = means;
    this.routes = routes;
    this.patience = patience;
  }

  /** Notes the reversal and answers 0410; the issuer is told afterwards. */
  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    Reversal reversal = Reversal.of(message);
    ResponseCode code = means.transactions().inTransaction(tx -> note(tx, reversal));
    means.wake().run();
    return message.answer(code.wire());
  }

  private ResponseCode note(Tx tx, Reversal reversal) {
    if (!reversal.reference().acquirer().equals(means.institution())) {
      return ResponseCode.INVALID_TRANSACTION;
    }
    OptionalLong staying = reversal.amounts().replacement();
    return staying.isPresent()
        ? replace(tx, reversal, staying.getAsLong())
        : forget(tx, reversal);
  }

  private ResponseCode forget(Tx tx, Reversal reversal) {
    Octets key = reversal.purchase().key();
    Authorizations log = Authorizations.in(tx, means.institution());
    // Written first, so that an authorization coming at the same time finds it, or waits for it.
    if (log.add(unknown(reversal))) return ResponseCode.APPROVED;
    LoggedAuthorization row = log.lock(key).orElseThrow();
    if (!sameAs(row.asked(), reversal)) return ResponseCode.DUPLICATE;
    if (row.reversed()) return ResponseCode.APPROVED;
    List<Item> items = Items.in(tx, means.institution()).of(key);
    boolean untouched = Tally.of(items).captured() == 0;
    if (!untouched && !isPlainSale(row, items)) return ResponseCode.INVALID_TRANSACTION;
    log.reverse(key);
    boolean known = !untouched && takeBack(tx, row, items.getFirst());
    if (!known && mayBeHeld(row)) tell(tx, row);
    return ResponseCode.APPROVED;
  }

  /** A sale of which nothing became but its own capture is reversed with it (HL-77). */
  private static boolean isPlainSale(LoggedAuthorization row, List<Item> items) {
    return row.manner() == Manner.SALE && items.size() == 1;
  }

  /** Takes a sale's capture back; true when the issuer may have heard of it. */
  private boolean takeBack(Tx tx, LoggedAuthorization row, Item capture) {
    Items items = Items.in(tx, means.institution());
    Octets key = capture.taken().key();
    Item reversal = reversal(capture);
    List<FeeLine> fees = new Charges(tx, row, List.of(capture)).of(reversal);
    boolean sent = capture.progress().sent();
    items.reverse(key, key);
    if (!sent) items.cancel(key, key);
    items.add(sent ? reversal : reversal.cancelled(), fees, means.now());
    means.present(tx, row);
    return sent;
  }

  private static Item reversal(Item capture) {
    Item.Taken taken = capture.taken();
    byte[] place = Arrays.copyOf(taken.key().bytes(), KEY_OCTETS + Integer.BYTES);
    Arrays.fill(place, KEY_OCTETS, place.length, (byte) 0xff);
    return new Item(
        ClearingItem.Kind.CAPTURE_REVERSAL,
        new Item.Taken(
            Octets.of(place), taken.xid(), taken.merchant(), taken.approval(), taken.amount()),
        Optional.of(taken.key()),
        Optional.empty(),
        ResponseCode.APPROVED,
        Item.Progress.NEW);
  }

  /** HL-33 to HL-35: all but an amount is forgotten; said again, or of more, it changes nothing. */
  private ResponseCode replace(Tx tx, Reversal reversal, long staying) {
    Octets key = reversal.purchase().key();
    Authorizations log = Authorizations.in(tx, means.institution());
    Optional<LoggedAuthorization> found = log.lock(key);
    if (found.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    LoggedAuthorization row = found.get();
    if (!sameAs(row.asked(), reversal)) return ResponseCode.DUPLICATE;
    if (row.reversed() || row.approved() == 0) return ResponseCode.ORIGINAL_NOT_FOUND;
    if (staying >= row.approved()) return ResponseCode.APPROVED;
    if (staying < Tally.of(Items.in(tx, means.institution()).of(key)).captured()) {
      return ResponseCode.INVALID_AMOUNT;
    }
    log.replace(key, staying);
    tell(tx, row);
    return ResponseCode.APPROVED;
  }

  private void tell(Tx tx, LoggedAuthorization row) {
    Octets key = row.asked().purchase().key();
    row.forwarded()
        .ifPresent(each -> means.later(tx, Means.REVERSAL, each.issuer(), key, key.bytes()));
  }

  private static boolean mayBeHeld(LoggedAuthorization row) {
    return row.decision().isEmpty() || row.approved() > 0;
  }

  /** The row of an authorization that never came: it will be declined when it does. */
  private LoggedAuthorization unknown(Reversal reversal) {
    Asked asked =
        new Asked(
            reversal.purchase(), reversal.acceptor(), reversal.reference(), reversal.amount(), "");
    Manner manner =
        reversal.original().mti().equals(Mti.FINANCIAL) ? Manner.SALE : Manner.AUTHORIZATION;
    return new LoggedAuthorization(
        asked,
        manner,
        means.now(),
        Optional.empty(),
        LoggedAuthorization.Outcome.forgotten(Decision.Declined.with(ResponseCode.DUPLICATE)));
  }

  private static boolean sameAs(Asked asked, Reversal reversal) {
    return asked.amount().equals(reversal.amount())
        && asked.reference().equals(reversal.reference())
        && asked.purchase().xid().equals(reversal.purchase().xid())
        && asked.acceptor().merchant().equals(reversal.acceptor().merchant());
  }

  /** Tells the issuer once more; done when it acknowledged. */
  Outcome deliver(Effect.Claimed claimed) {
    Octets key = Octets.of(claimed.effect().payload());
    LoggedAuthorization row =
        means
            .transactions()
            .inTransaction(tx -> Authorizations.in(tx, means.institution()).find(key))
            .orElseThrow();
    // An issuer that knows nothing of an approval yet is told of that first.
    if (!row.isTold()) return Outcome.AGAIN;
    Optional<IsoLink> link = routes.link(claimed.effect().destination());
    if (link.isEmpty()) {
      LOG.error("no link to {} for a reversal", claimed.effect().destination());
      return Outcome.AGAIN;
    }
    Answer answer = link.get().ask(message(row, claimed.attempts() > 1), patience);
    Optional<ResponseCode> code = lastWord(answer);
    if (code.isEmpty()) return Outcome.AGAIN;
    means
        .transactions()
        .perform(
            tx -> {
              if (code.get() != ResponseCode.APPROVED) broken(tx, row, code.get());
              tx.outbox().done(claimed.id());
            });
    return Outcome.DONE;
  }

  private IsoMessage message(LoggedAuthorization row, boolean repeat) {
    Asked asked = row.asked();
    Reversal reversal =
        new Reversal(
            means.trace(),
            original(row),
            new Reversal.Amounts(
                asked.amount(),
                row.reversed() ? OptionalLong.empty() : row.outcome().replaced()),
            row.acceptor(),
            asked.reference(),
            Purchase.of(asked.purchase().key(), asked.purchase().xid()));
    IsoMessage message = reversal.toMessage();
    return repeat ? message.as(message.mti().repeat()) : message;
  }

  private static Reversal.Original original(LoggedAuthorization row) {
    Mti mti = row.manner() == Manner.SALE ? Mti.FINANCIAL : Mti.AUTHORIZATION;
    return new Reversal.Original(mti, row.forwarded().orElseThrow().trace());
  }

  private void broken(Tx tx, LoggedAuthorization row, ResponseCode code) {
    Octets key = row.asked().purchase().key();
    Breaks.Where where = new Breaks.Where(key, key, row.asked().acceptor().merchant());
    Breaks.in(tx).add(Breaks.Kind.REVERSAL_REFUSED, where, code, means.now());
  }

  /** What the issuer will not say otherwise when it is told again. */
  private static Optional<ResponseCode> lastWord(Answer answer) {
    if (!(answer instanceof Answer.Answered(IsoMessage message))) return Optional.empty();
    Optional<ResponseCode> code = message.text(39).flatMap(ResponseCode::of);
    if (code.equals(Optional.of(ResponseCode.APPROVED))) return code;
    LOG.error("issuer answers {} to a reversal", message.text(39).orElse(""));
    return code.filter(FOR_GOOD::contains);
  }
}
