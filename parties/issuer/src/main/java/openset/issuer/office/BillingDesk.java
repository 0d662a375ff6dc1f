package openset.issuer.office;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import openset.issuer.billing.Bill;
import openset.issuer.billing.BillView;
import openset.issuer.card.AccountId;
import openset.issuer.desk.Means;
import openset.issuer.product.RateCard;
import openset.issuer.store.Bills;
import openset.issuer.store.Bills.Received;
import openset.issuer.store.Books;
import openset.issuer.store.Card;
import openset.issuer.store.Cards;
import openset.issuer.store.Products;
import openset.ledger.Money;
import openset.ledger.StatementLine;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bills each account for each calendar month once it is over, and books what holders pay. Nothing
 * comes into a month that is over, so a bill and its lines never change.
 */
public final class BillingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(BillingDesk.class);
  private static final int AT_ONCE = 100;

  private final Means means;

  /** The desk. */
  public BillingDesk(Means means) {
    this.means = means;
  }

  /** What came of a payment. */
  public enum Payment {
    /** It is booked, now or before. */
    BOOKED,
    /** There is no such account. */
    UNKNOWN,
    /** Nothing, or in another currency than the account's. */
    INVALID,
    /** Its reference was used for another payment. */
    TWICE
  }

  /**
   * Bills all accounts for the last month that is over.
   *
   * @return how many bills were written
   */
  public int close() {
    Instant now = means.clock().instant();
    YearMonth period = Bill.lastOver(now);
    int written = 0;
    List<AccountId> due;
    do {
      due = means.transactions().inTransaction(tx -> new Bills(tx).unbilled(period, AT_ONCE));
      for (AccountId account : due) {
        means.transactions().perform(tx -> bill(tx, account, period, now));
        written++;
      }
    } while (due.size() == AT_ONCE);
    if (written > 0) LOG.info("{}: {} bills", period, written);
    return written;
  }

  /** The bills of an account, the newest first. */
  public List<Bill> bills(AccountId account) {
    return means.transactions().inTransaction(tx -> new Bills(tx).of(account));
  }

  /** The bill of a month with its lines; none while the month is not billed. */
  public Optional<BillView> bill(AccountId account, YearMonth period) {
    Instant now = means.clock().instant();
    return means
        .transactions()
        .inTransaction(
            tx ->
                new Bills(tx)
                    .find(account, period)
                    .map(bill -> new BillView(bill, lines(tx, account, period, now))));
  }

  /** What was owed at a moment, before anything that happened then; none without the account. */
  public Optional<Money> owed(AccountId account, Instant then) {
    Instant now = means.clock().instant();
    return means
        .transactions()
        .inTransaction(
            tx ->
                new Cards(tx, means.secrets())
                    .lock(account)
                    .map(card -> new Books(tx, now).owed(account, then)));
  }

  /**
   * Books what a holder paid.
   *
   * @param payment its reference makes it one: the same again changes nothing
   */
  public Payment pay(Received payment) {
    Instant now = means.clock().instant();
    Payment booked = means.transactions().inTransaction(tx -> pay(tx, payment, now));
    LOG.info("payment {} of {}: {}", payment.reference(), payment.amount(), booked);
    return booked;
  }

  private void bill(Tx tx, AccountId account, YearMonth period, Instant now) {
    Optional<Card> card = new Cards(tx, means.secrets()).lock(account);
    if (card.isEmpty()) return;
    Books books = new Books(tx, now);
    Money opening = books.owed(account, Bill.begin(period));
    Money closing = books.owed(account, Bill.end(period));
    RateCard rates = new Products(tx).find(card.get().product()).orElseThrow().rates();
    new Bills(tx).add(account, Bill.of(period, opening, closing, rates), now);
  }

  private static List<StatementLine> lines(
      Tx tx, AccountId account, YearMonth period, Instant now) {
    return new Books(tx, now).statement(account, Bill.begin(period), Bill.end(period));
  }

  private Payment pay(Tx tx, Received payment, Instant now) {
    Optional<Card> card = new Cards(tx, means.secrets()).lock(payment.account());
    if (card.isEmpty()) return Payment.UNKNOWN;
    Money amount = payment.amount();
    if (!amount.isPositive() || amount.currency() != card.get().limit().currency()) {
      return Payment.INVALID;
    }
    Bills bills = new Bills(tx);
    if (!bills.received(payment, now)) {
      return bills.isReceived(payment) ? Payment.BOOKED : Payment.TWICE;
    }
    new Books(tx, now).pay(payment.account(), payment.reference(), amount);
    return Payment.BOOKED;
  }
}
