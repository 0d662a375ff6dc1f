package openset.issuer.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.Trace;
import openset.issuer.store.Books;
import openset.issuer.store.ContentHash;
import openset.issuer.store.Presentments;
import openset.issuer.store.Presentments.Presented;
import openset.issuer.store.Presentments.Settled;
import openset.issuer.store.Presentments.Sum;
import openset.issuer.store.Presentments.What;
import openset.ledger.Money;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books the items of settlement cycles and pays what is settled, each once however often it is told
 * (spec/host-link.md, "Presentment", "Disputes" and "Settlement").
 */
public final class ClearingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ClearingDesk.class);
  private static final Trace NO_TRACE = new Trace("0101000000", 1);

  private final Means means;
  private final BookItem bookItem;

  /** The desk. */
  public ClearingDesk(Means means) {
    this.means = means;
    this.bookItem = new BookItem(means);
  }

  /**
   * Books an item to the cardholder's account; HL-52, HL-54 to HL-56. What remains of a hold
   * stays. When the hold's time is over, a capture is posted if it still fits into what is
   * available.
   *
   * @param cycle the clearing house's cycle
   */
  public ResponseCode take(ClearingItem item, String cycle) {
    Instant now = means.clock().instant();
    ResponseCode code = means.transactions().inTransaction(tx -> take(tx, item, cycle, now));
    LOG.info(
        "{} {} of authorization {}, {}, cycle {}: {}",
        item.kind(),
        item.advice().purchase().key(),
        item.advice().approval().key(),
        item.advice().amount(),
        cycle,
        code);
    return code;
  }

  /**
   * Pays what a cycle owes, once its totals are those of our own items; HL-61.
   *
   * @return 00 when it is booked, 09 while the totals differ, 94 when it was booked otherwise
   */
  public ResponseCode settle(SettlementAdvice advice) {
    Instant now = means.clock().instant();
    ResponseCode code = means.transactions().inTransaction(tx -> settle(tx, advice, now));
    LOG.info(
        "settlement of cycle {} in currency {}, {}: {}",
        advice.cycle(),
        advice.currency(),
        advice.totals(),
        code);
    return code;
  }

  private ResponseCode take(Tx tx, ClearingItem item, String cycle, Instant now) {
    Presentments presentments = new Presentments(tx);
    presentments.keepOpen(cycle);
    FinancialAdvice advice = item.advice();
    String acquirer = advice.approval().reference().acquirer();
    ContentHash content = content(item, cycle);
    Optional<Presented> before = presentments.find(advice.purchase().key(), acquirer);
    if (before.isPresent()) {
      return before.get().content().equals(content)
          ? before.get().response()
          : ResponseCode.DUPLICATE;
    }
    if (presentments.settled(cycle, advice.amount().currency()).isPresent()) {
      LOG.error("item {} into settled cycle {}", advice.purchase().key(), cycle);
      return ResponseCode.IN_PROGRESS;
    }
    ResponseCode code = bookItem.book(tx, item, now);
    presentments.add(
        new Presented(
            advice.purchase().key(),
            BookItem.key(item),
            new What(
                item.kind(),
                advice.amount(),
                item.earlier(),
                item.dispute().map(ClearingItem.Dispute::number)),
            cycle,
            content,
            code),
        now);
    return code;
  }

  private ResponseCode settle(Tx tx, SettlementAdvice advice, Instant now) {
    Presentments presentments = new Presentments(tx);
    presentments.keepClosed(advice.cycle());
    ContentHash content = content(advice);
    Optional<Settled> before = presentments.settled(advice.cycle(), advice.currency());
    if (before.isPresent()) {
      return before.get().content().equals(content)
          ? ResponseCode.APPROVED
          : ResponseCode.DUPLICATE;
    }
    Sum owed = presentments.sum(advice.cycle(), advice.currency(), true);
    Sum due = presentments.sum(advice.cycle(), advice.currency(), false);
    SettlementAdvice.Totals told = advice.totals();
    boolean equal =
        told.creditCount() == due.count()
            && told.credits() == due.minor()
            && told.debitCount() == owed.count()
            && told.debits() == owed.minor();
    if (!equal) {
      LOG.warn(
          "settlement of cycle {} differs from our items: owed {}, due {}",
          advice.cycle(),
          owed,
          due);
      return ResponseCode.IN_PROGRESS;
    }
    Settled settled = new Settled(content, told.credits(), told.debits());
    presentments.settle(advice.cycle(), advice.currency(), settled, now);
    new Books(tx, now).settle(advice.cycle(), new Money(advice.currency(), told.net()));
    return ResponseCode.APPROVED;
  }

  private ContentHash content(ClearingItem item, String cycle) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    said.writeBytes(item.with(NO_TRACE).toMessage().encode());
    said.writeBytes(cycle.getBytes(StandardCharsets.US_ASCII));
    return means.secrets().contentHash(said.toByteArray());
  }

  private ContentHash content(SettlementAdvice advice) {
    SettlementAdvice same =
        new SettlementAdvice(
            NO_TRACE,
            advice.institution(),
            advice.cycle(),
            advice.date(),
            advice.currency(),
            advice.totals());
    return means.secrets().contentHash(same.toMessage().encode());
  }
}
