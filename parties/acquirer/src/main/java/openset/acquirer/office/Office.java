package openset.acquirer.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import openset.acquirer.fee.FeeTable;
import openset.acquirer.store.Breaks;
import openset.acquirer.store.Contract;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Disputes;
import openset.acquirer.store.FeeRules;
import openset.acquirer.store.Merchants;
import openset.acquirer.store.Page;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Payouts;
import openset.acquirer.store.Reserves;
import openset.acquirer.store.Terminals;
import openset.acquirer.store.Traffic;
import openset.ledger.AccountCode;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.StatementLine;
import openset.store.Transactions;

/** The acquirer's tables as people read them: sorted, in pages, each in one transaction. */
public final class Office {
  private final Transactions transactions;
  private final InstantSource clock;

  /** The office over an acquirer's tables. */
  public Office(Transactions transactions, InstantSource clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The present, by the acquirer's clock. */
  public Instant now() {
    return clock.instant();
  }

  /** Every version of a contract, the oldest first; none where there is no such merchant. */
  public List<Contract> contracts(String merchant) {
    return transactions.inTransaction(tx -> Merchants.in(tx).history(merchant));
  }

  /** The terminals a merchant has. */
  public List<String> terminals(String merchant) {
    return transactions.inTransaction(tx -> Terminals.in(tx).of(merchant));
  }

  /** The fee tables. */
  public FeeTable feeTable() {
    return transactions.inTransaction(tx -> FeeRules.in(tx).all());
  }

  /** What items cost in a time. */
  public List<Traffic.FeeSum> fees(Instant from, Instant until) {
    return transactions.inTransaction(tx -> Traffic.in(tx).fees(from, until));
  }

  /** Authorizations, of one merchant or of all. */
  public List<Traffic.Line> authorizations(
      Optional<String> merchant, Traffic.Sort sort, Page page) {
    return transactions.inTransaction(
        tx -> Traffic.in(tx).authorizations(merchant, sort, page));
  }

  /** Approved authorizations of which something was not captured yet, the oldest first. */
  public List<Traffic.Line> unmatched(Optional<String> merchant, Page page) {
    return transactions.inTransaction(tx -> Traffic.in(tx).unmatched(merchant, page));
  }

  /** Those of them whose time ends within so long, the first to end first. */
  public List<Traffic.Line> expiring(Optional<String> merchant, Duration within, Page page) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        tx -> Traffic.in(tx).expiring(merchant, now, now.plus(within), page));
  }

  /** Items of a merchant, the latest first. */
  public List<Traffic.Moved> items(String merchant, Optional<String> cycle, Page page) {
    return transactions.inTransaction(tx -> Traffic.in(tx).items(merchant, cycle, page));
  }

  /** What waits to be sent to others. */
  public List<Traffic.Waiting> waiting(Page page) {
    return transactions.inTransaction(tx -> Traffic.in(tx).waiting(page));
  }

  /** Payouts on their way, the oldest first. */
  public List<Payout> payouts(int most) {
    return transactions.inTransaction(tx -> Payouts.in(tx).open(most));
  }

  /** Payouts of a merchant, the latest first, from a number downwards. */
  public List<Payout> payouts(String merchant, long below, int most) {
    return transactions.inTransaction(tx -> Payouts.in(tx).of(merchant, below, most));
  }

  /** What is held back of a merchant's money. */
  public List<Reserves.Held> reserves(String merchant) {
    return transactions.inTransaction(tx -> Reserves.in(tx).of(merchant));
  }

  /**
   * A merchant's account over a time. Amounts are seen from the merchant: what it gets is positive.
   *
   * @param opening what it was owed before
   * @param lines what moved
   * @param closing what it was owed after
   */
  public record FundingStatement(Money opening, List<StatementLine> lines, Money closing) {
    /** A copy. */
    public FundingStatement {
      lines = List.copyOf(lines);
    }
  }

  /** A merchant's account from an instant until before another. */
  public FundingStatement statement(
      String merchant, int currency, Instant from, Instant until) {
    AccountCode account = AccountCode.of("merchant/" + merchant + "/" + currency);
    return transactions.inTransaction(
        tx -> {
          Ledger ledger = Ledger.in(tx, clock.instant());
          if (ledger.account(account).isEmpty()) {
            Money nothing = Money.zero(currency);
            return new FundingStatement(nothing, List.of(), nothing);
          }
          return statement(ledger, account, from, until);
        });
  }

  private static FundingStatement statement(
      Ledger ledger, AccountCode account, Instant from, Instant until) {
    try {
      List<StatementLine> lines =
          ledger.statement(account, from, until).stream()
              .map(
                  line ->
                      new StatementLine(
                          line.transfer(),
                          line.at(),
                          line.text(),
                          line.amount().negated(),
                          line.balance().negated()))
              .toList();
      return new FundingStatement(
          ledger.balance(account, from).negated(),
          lines,
          ledger.balance(account, until).negated());
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  /** Disputes of a merchant, or of all; those that end first come first. */
  public List<Dispute> disputes(Optional<String> merchant, Page page) {
    return transactions.inTransaction(
        tx -> Disputes.in(tx).of(merchant, page.from(), page.most()));
  }

  /** A dispute. */
  public Optional<Dispute> dispute(Dispute.Name name) {
    return transactions.inTransaction(tx -> Disputes.in(tx).find(name));
  }

  /** The steps of a dispute, the oldest first. */
  public List<Disputes.Step> steps(Dispute.Name name) {
    return transactions.inTransaction(tx -> Disputes.in(tx).steps(name));
  }

  /** What was brought in a dispute, the oldest first. */
  public List<Disputes.Evidence> evidence(Dispute.Name name) {
    return transactions.inTransaction(tx -> Disputes.in(tx).evidence(name));
  }

  /** What a merchant has not been told yet: steps of its disputes after a number. */
  public List<Disputes.Step> notices(String merchant, long after, int most) {
    return transactions.inTransaction(tx -> Disputes.in(tx).stepsAfter(merchant, after, most));
  }

  /** Breaks that nobody has seen to, the oldest first. */
  public List<Breaks.Break> breaks(int most) {
    return transactions.inTransaction(tx -> Breaks.in(tx).open(most));
  }

  /** Notes that somebody has seen to a break; false where there is no such open break. */
  public boolean clear(long number, String note) {
    return transactions.inTransaction(
        tx -> Breaks.in(tx).clear(number, note, clock.instant()));
  }
}
