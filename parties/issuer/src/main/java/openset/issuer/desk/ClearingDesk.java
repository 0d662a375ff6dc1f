package openset.issuer.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.Trace;
import openset.issuer.exchange.Foreign;
import openset.issuer.exchange.store.ForeignPurchases;
import openset.issuer.exchange.store.ForeignPurchases.ForeignItem;
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
   * @return what became of it, and what it is in the account's currency where that is another
   */
  public AdviceAnswer take(ClearingItem item, String cycle) {
    Instant now = means.clock().instant();
    AdviceAnswer answer = means.transactions().inTransaction(tx -> take(tx, item, cycle, now));
    LOG.info(
        "{} {} of authorization {}, {}, cycle {}: {}",
        item.kind(),
        item.advice().purchase().key(),
        item.advice().approval().key(),
        item.advice().amount(),
        cycle,
        answer.code());
    return answer;
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

  private AdviceAnswer take(Tx tx, ClearingItem item, String cycle, Instant now) {
    Presentments presentments = new Presentments(tx);
    presentments.keepOpen(cycle);
    FinancialAdvice advice = item.advice();
    String acquirer = advice.approval().reference().acquirer();
    ContentHash content = content(item, cycle);
    // First the locks: whoever waits for them may wait for itself, said twice at once.
    BookItem.Locked locked = bookItem.lock(tx, item);
    Optional<Foreign> foreign = new ForeignPurchases(tx).find(BookItem.key(item));
    Optional<Presented> before = presentments.find(advice.purchase().key(), acquirer);
    if (before.isPresent()) {
      return before.get().content().equals(content)
          ? answer(before.get().response(), foreign, before.get().what().amount())
          : AdviceAnswer.of(ResponseCode.DUPLICATE);
    }
    int currency =
        foreign.map(each -> each.rate().to()).orElse(advice.amount().currency());
    if (presentments.settled(cycle, currency).isPresent()) {
      LOG.error("item {} into settled cycle {}", advice.purchase().key(), cycle);
      return AdviceAnswer.of(ResponseCode.IN_PROGRESS);
    }
    BookItem.Booked booked = bookItem.book(tx, locked, foreign, now);
    presentments.add(presented(item, booked, cycle, content), now);
    if (foreign.isPresent() && booked.code() == ResponseCode.APPROVED) {
      new ForeignPurchases(tx)
          .add(
              new ForeignItem(
                  advice.purchase().key(),
                  BookItem.key(item),
                  item.kind(),
                  item.dispute().map(ClearingItem.Dispute::number),
                  advice.amount().minor()));
    }
    return answer(booked.code(), foreign, booked.amount());
  }

  private static Presented presented(
      ClearingItem item, BookItem.Booked booked, String cycle, ContentHash content) {
    return new Presented(
        item.advice().purchase().key(),
        BookItem.key(item),
        new What(
            item.kind(),
            booked.amount(),
            item.earlier(),
            item.dispute().map(ClearingItem.Dispute::number)),
        cycle,
        content,
        booked.code());
  }

  private static AdviceAnswer answer(
      ResponseCode code, Optional<Foreign> foreign, Amount booked) {
    return new AdviceAnswer(
        code,
        Optional.empty(),
        foreign
            .filter(_ -> code == ResponseCode.APPROVED)
            .map(each -> each.conversion(booked.minor())));
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
