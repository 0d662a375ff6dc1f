package openset.acquirer;

import java.util.ArrayList;
import java.util.List;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.funding.Reserve;
import openset.acquirer.store.Item;
import openset.acquirer.store.Merchants;
import openset.acquirer.store.Reserves;
import openset.acquirer.store.Shares.CostOf;
import openset.acquirer.store.Shares.Share;
import openset.ledger.Account;
import openset.ledger.Account.Kind;
import openset.ledger.AccountCode;
import openset.ledger.Entry;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.Transfer;
import openset.ledger.TransferId;
import openset.store.Tx;

/**
 * The acquirer's books. What is settled is the clearing house's to give; what is left of it after
 * fees is the merchant's; interchange and scheme fee are owed on, and cost the acquirer where the
 * merchant does not pay them beside the discount.
 */
final class Booking {
  private final Tx tx;
  private final Means means;
  private final Ledger ledger;

  Booking(Tx tx, Means means) {
    this.tx = tx;
    this.means = means;
    this.ledger = Ledger.in(tx, means.now());
  }

  /** What the clearing house holds for this acquirer: money it has. */
  static Account settlement(int currency) {
    return account("settlement", currency, Kind.ASSET);
  }

  /** What the acquirer owes a merchant; below nothing where the merchant owes. */
  static Account merchant(String merchant, int currency) {
    return account("merchant/" + merchant, currency, Kind.LIABILITY);
  }

  /** What is held back of a merchant's money. */
  static Account reserve(String merchant, int currency) {
    return account("reserve/" + merchant, currency, Kind.LIABILITY);
  }

  /** What is on its way to merchants' banks. */
  static Account payouts(int currency) {
    return account("payouts", currency, Kind.LIABILITY);
  }

  private static Account account(String name, int currency, Kind kind) {
    return new Account(AccountCode.of(name + "/" + currency), currency, kind);
  }

  /** Books what one merchant gets of one cycle, or has to give; and what is held back of it. */
  void settle(String cycle, Share share) throws LedgerRefused {
    int currency = share.currency();
    List<Entry> entries = new ArrayList<>();
    Money gross = share.gross();
    Money net = gross.minus(share.charged());
    add(entries, settlement(currency), gross);
    add(entries, merchant(share.merchant(), currency), net.negated());
    for (CostOf cost : share.costs()) cost(entries, cost, currency);
    write("settlement/" + cycle + of(share), "Sales of cycle " + cycle, entries);
    reserve(cycle, share, net);
  }

  private void cost(List<Entry> entries, CostOf cost, int currency) throws LedgerRefused {
    if (cost.kind() == FeeKind.DISCOUNT) {
      add(entries, account("fees", currency, Kind.INCOME), cost.fee().negated());
      return;
    }
    String name = cost.kind() == FeeKind.INTERCHANGE ? "interchange" : "scheme";
    String owed = cost.brand().isEmpty() ? name : name + "/" + cost.brand();
    add(entries, account(owed, currency, Kind.LIABILITY), cost.fee().negated());
    if (!cost.charged()) add(entries, account(name + "-cost", currency, Kind.EXPENSE), cost.fee());
  }

  private void reserve(String cycle, Share share, Money net) throws LedgerRefused {
    Reserve reserve = Merchants.in(tx).terms(share.merchant(), means.now()).reserve();
    Money held = reserve.of(share.sales(), net);
    if (!held.isPositive()) return;
    List<Entry> entries = new ArrayList<>();
    add(entries, merchant(share.merchant(), share.currency()), held);
    add(entries, reserve(share.merchant(), share.currency()), held.negated());
    // Named after the sales, so that a statement shows it after them.
    String name = "settlement/" + cycle + of(share) + "/reserve";
    write(name, "Reserve of cycle " + cycle, entries);
    Reserves.in(tx)
        .hold(share.merchant(), cycle, held, reserve.release(means.today()));
  }

  /**
   * Books a capture that the issuer of an approval of stand-in refused: the merchant was promised
   * the money and gets it, less its fees, and the acquirer has lost it (HL-83).
   */
  void bear(Item item, List<FeeLine> fees) throws LedgerRefused {
    Item.Taken taken = item.taken();
    int currency = taken.amount().currency();
    Money amount = new Money(currency, taken.amount().minor());
    Money charged =
        fees.stream()
            .filter(FeeLine::charged)
            .map(FeeLine::fee)
            .reduce(Money.zero(currency), Money::plus);
    List<Entry> entries = new ArrayList<>();
    add(entries, account("losses", currency, Kind.EXPENSE), amount);
    add(entries, merchant(taken.merchant(), currency), charged.minus(amount));
    add(entries, account("fees", currency, Kind.INCOME), charged.negated());
    String id = "loss/" + taken.approval().key().hex() + "/" + taken.key().hex();
    write(id, "Stand-in that the issuer refused", entries);
  }

  private static String of(Share share) {
    return "/" + share.currency() + "/" + share.merchant();
  }

  private void write(String id, String text, List<Entry> entries) throws LedgerRefused {
    if (entries.isEmpty()) return;
    ledger.transfer(new Transfer(TransferId.of(id), text, entries));
  }

  /** Adds a line, debits above zero, and opens its account; nothing is no line. */
  private void add(List<Entry> entries, Account account, Money amount) throws LedgerRefused {
    ledger.open(account);
    if (!amount.isZero()) entries.add(new Entry(account.code(), amount));
  }
}
