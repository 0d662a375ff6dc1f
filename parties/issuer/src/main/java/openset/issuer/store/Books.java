package openset.issuer.store;

import java.time.Instant;
import java.util.List;
import openset.issuer.card.AccountId;
import openset.issuer.decision.CardState;
import openset.issuer.dispute.Dispute;
import openset.iso8583.host.Amount;
import openset.ledger.Account;
import openset.ledger.AccountCode;
import openset.ledger.Hold;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.Position;
import openset.ledger.StatementLine;
import openset.ledger.Transfer;
import openset.ledger.TransferId;
import openset.store.Tx;

/**
 * The issuer's books within one transaction: what each holder owes (an asset), what clearing is
 * owed for presentments not yet settled (a liability), and the settlement account (an asset).
 * Callers hold the card's lock; so a refusal of the ledger is a bug and not a case.
 */
public final class Books {
  private final Ledger ledger;

  /** The books in that transaction, at that time. */
  public Books(Tx tx, Instant now) {
    this.ledger = Ledger.in(tx, now);
  }

  /** What the ledger does, and refuses only because of a bug. */
  @FunctionalInterface
  private interface Entry<T> {
    T made() throws LedgerRefused;
  }

  /** Opens the accounts that a card in this currency needs. */
  public void open(AccountId account, int currency) {
    sure(
        () -> {
          ledger.open(new Account(holder(account), currency, Account.Kind.ASSET));
          ledger.open(new Account(clearing(currency), currency, Account.Kind.LIABILITY));
          ledger.open(new Account(settlement(currency), currency, Account.Kind.ASSET));
          return true;
        });
  }

  /** Where a card stands. */
  public CardState state(Card card) {
    Position position = sure(() -> ledger.position(holder(card.account())));
    return new CardState(
        card.account(),
        card.status(),
        card.expiry(),
        card.limit(),
        position.balance(),
        position.held());
  }

  /** The postings of an account, oldest first. */
  public List<StatementLine> statement(AccountId account) {
    return sure(() -> ledger.statement(holder(account)));
  }

  /** The postings of an account from one time until before another, oldest first. */
  public List<StatementLine> statement(AccountId account, Instant from, Instant until) {
    return sure(() -> ledger.statement(holder(account), from, until));
  }

  /** What a holder owed before a time. */
  public Money owed(AccountId account, Instant before) {
    return sure(() -> ledger.balance(holder(account), before));
  }

  /** Books what a holder paid into the bank's own account. */
  public void pay(AccountId account, String reference, Money amount) {
    AccountCode cash = AccountCode.of("cash/" + amount.currency());
    TransferId id = TransferId.of("payment/" + reference);
    sure(
        () -> {
          ledger.open(new Account(cash, amount.currency(), Account.Kind.ASSET));
          return ledger.transfer(
              Transfer.of(id, "payment received", cash, holder(account), amount));
        });
  }

  /** Books a fee; the same id again does nothing. */
  public void fee(AccountId account, String id, String text, Money amount) {
    AccountCode fees = AccountCode.of("fees/" + amount.currency());
    sure(
        () -> {
          ledger.open(new Account(fees, amount.currency(), Account.Kind.INCOME));
          return ledger.transfer(
              Transfer.of(TransferId.of("fee/" + id), text, holder(account), fees, amount));
        });
  }

  /** Holds an amount of a card for an authorization, the n-th time, until its time is over. */
  public void hold(AccountId account, Authorized authorized, int n, long minor) {
    int currency = authorized.sale().amount().currency();
    sure(
        () ->
            ledger.hold(
                new Hold(
                    holdId(authorized.key(), n),
                    holder(account),
                    clearing(currency),
                    new Money(currency, minor),
                    authorized.progress().expires())));
  }

  /** Gives back what is held for an authorization; nothing when the last of it was posted. */
  public void end(Authorized authorized) {
    TransferId hold = holdId(authorized.key(), authorized.progress().holds());
    try {
      ledger.release(hold);
    } catch (LedgerRefused e) {
      // One that was posted to the end has its end.
      if (e.reason() != LedgerRefused.Reason.HOLD_ENDED) throw new IllegalStateException(e);
    }
  }

  /** Turns the hold of an authorization into a posting; what is not posted is held no more. */
  public void post(Authorized authorized, Posting posting) {
    sure(
        () ->
            ledger.post(
                holdId(authorized.key(), authorized.progress().holds()),
                posting.id(),
                posting.text(),
                money(posting.amount())));
  }

  /** Posts to a card without a hold: the holder owes more. */
  public void debit(AccountId account, Posting posting) {
    Money amount = money(posting.amount());
    move(posting, holder(account), clearing(amount.currency()), amount);
  }

  /** Gives back to a card: the holder owes less. */
  public void credit(AccountId account, Posting posting) {
    Money amount = money(posting.amount());
    move(posting, clearing(amount.currency()), holder(account), amount);
  }

  private void move(Posting posting, AccountCode debit, AccountCode credit, Money amount) {
    sure(
        () ->
            ledger.transfer(
                Transfer.of(posting.id(), posting.text(), debit, credit, amount)));
  }

  /** What the bank books because of a dispute. */
  public enum DisputeMove {
    /** The holder is credited before anybody has paid. */
    PROVISIONAL,
    /** The acquirer pays. */
    CHARGED_BACK,
    /** The acquirer is paid again. */
    REPRESENTED,
    /** The holder gives the credit back. */
    TAKEN_BACK,
    /** The bank bears it. */
    BORNE
  }

  /**
   * Books a move of a dispute, once for each step.
   *
   * @param step of which moves of one dispute are apart, as {@code FIRST}
   */
  public void dispute(DisputeMove move, Dispute dispute, String step, long minor) {
    int currency = dispute.claim().amount().currency();
    sure(
        () -> {
          ledger.open(new Account(suspense(currency), currency, Account.Kind.ASSET));
          ledger.open(new Account(loss(currency), currency, Account.Kind.EXPENSE));
          return true;
        });
    AccountCode holder = holder(dispute.account());
    AccountCode debit =
        switch (move) {
          case PROVISIONAL, REPRESENTED -> suspense(currency);
          case CHARGED_BACK -> clearing(currency);
          case TAKEN_BACK -> holder;
          case BORNE -> loss(currency);
        };
    AccountCode credit =
        switch (move) {
          case PROVISIONAL -> holder;
          case REPRESENTED -> clearing(currency);
          case CHARGED_BACK, TAKEN_BACK, BORNE -> suspense(currency);
        };
    TransferId id = TransferId.of("dispute/" + dispute.number() + "/" + move + "/" + step);
    Money amount = new Money(currency, minor);
    String text =
        (move == DisputeMove.PROVISIONAL ? "provisional credit, dispute " : "dispute ")
            + dispute.number();
    sure(() -> ledger.transfer(Transfer.of(id, text, debit, credit, amount)));
  }

  /** The ledger account of what holders have and nobody has paid. */
  public static AccountCode suspense(int currency) {
    return AccountCode.of("dispute/" + currency);
  }

  /** The ledger account of what the bank bears of disputes. */
  public static AccountCode loss(int currency) {
    return AccountCode.of("loss/" + currency);
  }

  /** Moves the net of a settled cycle: positive into the settlement account, negative out. */
  public void settle(String cycle, Money net) {
    if (net.isZero()) return;
    int currency = net.currency();
    AccountCode debit = net.isPositive() ? settlement(currency) : clearing(currency);
    AccountCode credit = net.isPositive() ? clearing(currency) : settlement(currency);
    sure(
        () ->
            ledger.transfer(
                Transfer.of(
                    TransferId.of("settlement/" + currency + "/" + cycle),
                    "settlement of cycle " + cycle,
                    debit,
                    credit,
                    net.isPositive() ? net : net.negated())));
  }

  /**
   * A posting to a card.
   *
   * @param kind of which items of one key are apart, as {@code presentment}
   * @param key of the item
   * @param acquirer who presents
   * @param text what the statement shows
   * @param amount how much
   */
  public record Posting(
      String kind, String key, String acquirer, String text, Amount amount) {
    TransferId id() {
      return TransferId.of(kind + "/" + acquirer + "/" + key);
    }
  }

  /** The ledger account of what a holder owes. */
  public static AccountCode holder(AccountId account) {
    return AccountCode.of("holder/" + account);
  }

  /** The ledger account of what clearing is owed. */
  public static AccountCode clearing(int currency) {
    return AccountCode.of("clearing/" + currency);
  }

  /** The ledger account of the bank's money at the clearing house. */
  public static AccountCode settlement(int currency) {
    return AccountCode.of("settlement/" + currency);
  }

  private static TransferId holdId(AuthorizationKey key, int n) {
    return TransferId.of("hold/" + key.acquirer() + "/" + key.exchange().hex() + "/" + n);
  }

  private static Money money(Amount amount) {
    return new Money(amount.currency(), amount.minor());
  }

  private static <T> T sure(Entry<T> entry) {
    try {
      return entry.made();
    } catch (LedgerRefused e) {
      throw new IllegalStateException("the books do not fit the tables", e);
    }
  }
}
