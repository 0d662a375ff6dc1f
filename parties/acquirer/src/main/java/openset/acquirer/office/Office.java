package openset.acquirer.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.fee.FeeTable;
import openset.acquirer.office.store.Cases;
import openset.acquirer.office.store.Contracts;
import openset.acquirer.office.store.Earnings;
import openset.acquirer.office.store.Funding;
import openset.acquirer.office.store.Moves;
import openset.acquirer.office.store.Period;
import openset.acquirer.office.store.Rates;
import openset.acquirer.office.store.Traffic;
import openset.acquirer.store.Breaks;
import openset.acquirer.store.Contract;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Disputes;
import openset.acquirer.store.FeeRules;
import openset.acquirer.store.Merchants;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Payouts;
import openset.acquirer.store.Reserves;
import openset.acquirer.store.Settlements;
import openset.acquirer.store.Terminals;
import openset.iso8583.host.Octets;
import openset.ledger.AccountCode;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.StatementLine;
import openset.store.Transactions;
import openset.store.listing.Listed;
import openset.store.listing.Look;

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

  /** Contracts in force, suspended or ended. */
  public Listed<Contracts.Line> contracts(Look look) {
    return transactions.inTransaction(tx -> Contracts.in(tx).find(clock.instant(), look));
  }

  /** What items cost in a time. */
  public List<Earnings.FeeSum> fees(Period period) {
    return transactions.inTransaction(tx -> Earnings.in(tx).sums(period));
  }

  /** What came of a time's sales, by merchant and currency. */
  public Listed<Earnings.OfMerchant> earnings(Period period, Look look) {
    return transactions.inTransaction(tx -> Earnings.in(tx).byMerchant(period, look));
  }

  /** What came of a time's sales, by month and currency, the first first. */
  public List<Earnings.OfMonth> months(Optional<String> merchant, Period period) {
    return transactions.inTransaction(tx -> Earnings.in(tx).byMonth(merchant, period));
  }

  /** Authorizations. */
  public Listed<Traffic.Line> authorizations(Look look) {
    return transactions.inTransaction(tx -> Traffic.in(tx).authorizations(look));
  }

  /** The authorization asked under a key. */
  public Optional<Traffic.Line> authorization(Octets key) {
    return transactions.inTransaction(tx -> Traffic.in(tx).find(key));
  }

  /** How many authorizations were answered in each hour or day of a period. */
  public List<Rates.Rate> rates(Optional<String> merchant, Period period, Rates.Step step) {
    return transactions.inTransaction(tx -> Rates.in(tx).of(merchant, period, step));
  }

  /** The codes with which authorizations were declined, the most frequent first. */
  public List<Rates.Declines> declines(Optional<String> merchant, Period period, int most) {
    return transactions.inTransaction(tx -> Rates.in(tx).declines(merchant, period, most));
  }

  /** Approved authorizations of which something was not captured yet, the oldest first. */
  public Listed<Traffic.Line> unmatched(Look look) {
    return transactions.inTransaction(tx -> Traffic.in(tx).unmatched(look));
  }

  /** Those of them whose time ends within so long, the first to end first. */
  public Listed<Traffic.Line> expiring(Duration within, Look look) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        tx -> Traffic.in(tx).expiring(now, now.plus(within), look));
  }

  /** Accepted items. */
  public Listed<Moves.Moved> items(Look look) {
    return transactions.inTransaction(tx -> Moves.in(tx).items(look));
  }

  /** All items of an authorization, accepted or not, in the order in which they came. */
  public List<Moves.Moved> items(Octets authorization) {
    return transactions.inTransaction(tx -> Moves.in(tx).of(authorization));
  }

  /** What waits to be sent to others. */
  public Listed<Traffic.Waiting> waiting(Look look) {
    return transactions.inTransaction(tx -> Traffic.in(tx).waiting(look));
  }

  /** Payouts of a merchant, the latest first, from a number downwards. */
  public List<Payout> payouts(String merchant, long below, int most) {
    return transactions.inTransaction(tx -> Payouts.in(tx).of(merchant, below, most));
  }

  /** Payouts. */
  public Listed<Payout> payouts(Look look) {
    return transactions.inTransaction(tx -> Funding.in(tx).payouts(look));
  }

  /** What was instructed to be paid on each day of a period, by currency; no line for none. */
  public List<Funding.Day> payoutDays(Optional<String> merchant, Period period) {
    return transactions.inTransaction(tx -> Funding.in(tx).days(merchant, period));
  }

  /** What merchants are owed, what is held back, what is on its way. */
  public Listed<Funding.Standing> standings(Look look) {
    return transactions.inTransaction(tx -> Funding.in(tx).standings(clock.instant(), look));
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

  /** The captures of a merchant's purchase that were settled. */
  public List<Settlements.Line> settled(String merchant, Octets xid) {
    return transactions.inTransaction(tx -> Settlements.in(tx).of(merchant, xid));
  }

  /** When a payout was instructed. */
  public Instant instructed(long payout) {
    return transactions.inTransaction(tx -> Payouts.in(tx).instructed(payout));
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

  /** Disputes. */
  public Listed<Dispute> disputes(Look look) {
    return transactions.inTransaction(tx -> Cases.in(tx).disputes(look));
  }

  /** How many disputes are in each state; states of none are absent. */
  public Map<DisputeState, Long> disputeCounts(Optional<String> merchant) {
    return transactions.inTransaction(tx -> Cases.in(tx).counts(merchant));
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
