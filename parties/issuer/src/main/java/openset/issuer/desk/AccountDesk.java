package openset.issuer.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardStatus;
import openset.issuer.decision.CardState;
import openset.issuer.store.Books;
import openset.issuer.store.Card;
import openset.issuer.store.Cards;
import openset.ledger.CurrencySum;
import openset.ledger.Ledger;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows accounts to their holders and stops cards. */
public final class AccountDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AccountDesk.class);

  private final Means means;

  /** The desk. */
  public AccountDesk(Means means) {
    this.means = means;
  }

  /** What the holder sees of an account; none when there is no such account. */
  public Optional<AccountView> account(AccountId account) {
    Instant now = means.clock().instant();
    return means
        .transactions()
        .inTransaction(tx -> lock(tx, account).map(card -> view(tx, card, now)));
  }

  /** The postings of an account; none when there is no such account. */
  public Optional<Statement> statement(AccountId account) {
    Instant now = means.clock().instant();
    return means
        .transactions()
        .inTransaction(tx -> lock(tx, account).map(card -> statement(tx, card, now)));
  }

  /**
   * Freezes a card, thaws it, or reports it lost.
   *
   * @return whether the card now has that status: a lost card stays lost
   */
  public boolean become(AccountId account, CardStatus status) {
    boolean done = means.transactions().inTransaction(tx -> become(tx, account, status));
    LOG.info("account {}: card {} {}", account, done ? "is now" : "does not become", status);
    return done;
  }

  /**
   * Sets whether a person decides on each registration of the account's card.
   *
   * @return whether there is such an account
   */
  public boolean review(AccountId account, boolean review) {
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Optional<Card> card = lock(tx, account);
              card.ifPresent(found -> cards(tx).review(found.key(), review));
              return card.isPresent();
            });
  }

  /** The sums of the issuer's books, each currency balanced. */
  public List<CurrencySum> checkSums() {
    Instant now = means.clock().instant();
    return means.transactions().inTransaction(tx -> Ledger.in(tx, now).checkSums());
  }

  private boolean become(Tx tx, AccountId account, CardStatus status) {
    Optional<Card> card = lock(tx, account);
    boolean allowed = card.isPresent() && card.get().status().mayBecome(status);
    if (allowed) {
      cards(tx).become(card.get().key(), status);
    }
    return allowed;
  }

  private Optional<Card> lock(Tx tx, AccountId account) {
    return cards(tx).keyOf(account).flatMap(cards(tx)::lock);
  }

  private Cards cards(Tx tx) {
    return new Cards(tx, means.secrets());
  }

  private AccountView view(Tx tx, Card card, Instant now) {
    CardState state = new Books(tx, now).state(card);
    return new AccountView(
        card.account(),
        cards(tx).number(card).masked(),
        card.expiry(),
        card.status(),
        new AccountView.Amounts(
            state.limit(), state.balance(), state.held(), state.available()));
  }

  private Statement statement(Tx tx, Card card, Instant now) {
    return new Statement(
        card.account(),
        cards(tx).number(card).masked(),
        new Books(tx, now).statement(card.account()));
  }
}
