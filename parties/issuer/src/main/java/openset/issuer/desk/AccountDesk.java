package openset.issuer.desk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import openset.issuer.card.AccountId;
import openset.issuer.card.Bin;
import openset.issuer.card.CardAct;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.card.CardStatus;
import openset.issuer.card.Freezer;
import openset.issuer.card.SecurityCode;
import openset.issuer.decision.CardState;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.product.Product;
import openset.issuer.store.Books;
import openset.issuer.store.Card;
import openset.issuer.store.CardActs;
import openset.issuer.store.Cards;
import openset.issuer.store.Products;
import openset.issuer.store.Revocations;
import openset.ledger.CurrencySum;
import openset.ledger.Ledger;
import openset.ledger.Money;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows accounts to their holders, stops cards, ends them early and gives new numbers. */
public final class AccountDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AccountDesk.class);

  private static final int DRAWS_MOST = 100;

  private final Means means;
  private final Bin bin;
  private final OpeningPolicy policy;
  private final Runnable wake;

  /**
   * The desk of an issuer whose new cards have that BIN and live as that policy says.
   *
   * @param wake told when the authority is to be asked something
   */
  public AccountDesk(Means means, Bin bin, OpeningPolicy policy, Runnable wake) {
    this.means = means;
    this.bin = bin;
    this.policy = policy;
    this.wake = wake;
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

  /** As {@link #become(AccountId, CardStatus, String)}, by nobody who is named. */
  public boolean become(AccountId account, CardStatus status) {
    return become(account, status, Freezer.BANK);
  }

  /**
   * As {@link #become(AccountId, CardStatus, Freezer)}, by the bank.
   *
   * @param by who of its people does it, for the audit
   */
  public boolean become(AccountId account, CardStatus status, String by) {
    return become(account, status, new Who(Freezer.BANK, Optional.of(by)));
  }

  /**
   * Freezes a card, thaws it, or reports it lost.
   *
   * @param by who does it: what the bank froze its holder does not thaw
   * @return whether the card now has that status: a lost card stays lost
   */
  public boolean become(AccountId account, CardStatus status, Freezer by) {
    return become(account, status, new Who(by, Optional.empty()));
  }

  /**
   * Who does something to a card.
   *
   * @param name of the bank's people, for the audit
   */
  private record Who(Freezer freezer, Optional<String> name) {}

  private boolean become(AccountId account, CardStatus status, Who by) {
    boolean done =
        means
            .transactions()
            .inTransaction(
                tx -> {
                  boolean became = become(tx, account, status, by.freezer());
                  if (became) note(tx, lock(tx, account).orElseThrow(), status, by);
                  return became;
                });
    wake.run();
    LOG.info("account {}: card {} {}", account, done ? "is now" : "does not become", status);
    return done;
  }

  private void note(Tx tx, Card card, CardStatus status, Who by) {
    Instant now = means.clock().instant();
    by.name()
        .ifPresent(
            name ->
                audit(tx, card, new CardAct(CardAct.Kind.of(status), shown(tx, card), name, now)));
    if (status == CardStatus.LOST) {
      uncertify(tx, card, by.name().orElse(by.freezer().name()), now);
    }
  }

  /** CRL-13: what certifies a lost card is revoked. */
  private void uncertify(Tx tx, Card card, String by, Instant now) {
    CardAct act = new CardAct(CardAct.Kind.REVOCATION_ASKED, shown(tx, card), by, now);
    new Revocations(tx).ask(card, act);
  }

  /** Whether the bank itself stopped the account's card. */
  public boolean isFrozenByBank(AccountId account) {
    return means
        .transactions()
        .inTransaction(tx -> lock(tx, account).filter(card -> banks(tx, card)).isPresent());
  }

  private boolean banks(Tx tx, Card card) {
    return card.status() == CardStatus.FROZEN
        && cards(tx).freezer(card.key()).equals(Optional.of(Freezer.BANK));
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

  /**
   * Ends a card early: its last month is over at once, as of any expired card. One that is over
   * already stays as it is.
   *
   * @param by who does it, for the audit
   * @return whether there is such an account
   */
  public boolean end(AccountId account, String by) {
    Instant now = means.clock().instant();
    return means.transactions().inTransaction(tx -> end(tx, account, by, now));
  }

  /**
   * Gives an account a new card: another number, a new last month, active. The old number is
   * unknown from then on; what it holds and owes stays with the account.
   *
   * @param by who does it, for the audit
   * @return none when there is no such account
   */
  public Optional<Reissued> renumber(AccountId account, String by) {
    Instant now = means.clock().instant();
    Optional<Reissued> reissued =
        means
            .transactions()
            .inTransaction(tx -> lock(tx, account).map(card -> renumber(tx, card, by, now)));
    wake.run();
    return reissued;
  }

  /** The code printed on the account's card, for its holder; none when there is no account. */
  public Optional<SecurityCode> securityCode(AccountId account) {
    return means.transactions().inTransaction(tx -> lock(tx, account).map(card -> code(tx, card)));
  }

  private SecurityCode code(Tx tx, Card card) {
    return means.secrets().securityCode(cards(tx).number(card), card.expiry());
  }

  /** What the bank's people did to the account's cards, oldest first. */
  public List<CardAct> acts(AccountId account) {
    return means.transactions().inTransaction(tx -> new CardActs(tx).of(account));
  }

  /** The sums of the issuer's books, each currency balanced. */
  public List<CurrencySum> checkSums() {
    Instant now = means.clock().instant();
    return means.transactions().inTransaction(tx -> Ledger.in(tx, now).checkSums());
  }

  private boolean become(Tx tx, AccountId account, CardStatus status, Freezer by) {
    Optional<Card> card = lock(tx, account);
    if (card.isEmpty()) return false;
    boolean thaws = by == Freezer.HOLDER && status != CardStatus.LOST;
    boolean allowed =
        card.get().status().mayBecome(status) && !(thaws && banks(tx, card.get()));
    if (allowed) {
      cards(tx).become(card.get().key(), status, by);
    }
    return allowed;
  }

  private boolean end(Tx tx, AccountId account, String by, Instant now) {
    Optional<Card> card = lock(tx, account);
    if (card.isEmpty()) return false;
    YearMonth last = YearMonth.from(Means.day(now)).minusMonths(1);
    if (!card.get().expiry().isPast(Means.day(now))) {
      cards(tx).expire(card.get().key(), new CardExpiry(last));
      audit(tx, card.get(), new CardAct(CardAct.Kind.ENDED, shown(tx, card.get()), by, now));
    }
    return true;
  }

  private Reissued renumber(Tx tx, Card card, String by, Instant now) {
    CardAct act = new CardAct(CardAct.Kind.RENUMBERED, shown(tx, card), by, now);
    if (card.status() == CardStatus.LOST) uncertify(tx, card, by, now);
    CardExpiry expiry =
        new CardExpiry(YearMonth.from(Means.day(now)).plusMonths(policy.cardMonths()));
    for (int i = 0; i < DRAWS_MOST; i++) {
      CardNumber number = CardNumber.random(bin, means.randomness());
      if (cards(tx).renumber(card, number, expiry)) {
        audit(tx, card, act);
        charge(tx, card, now);
        return new Reissued(card.account(), number, expiry);
      }
    }
    throw new IllegalStateException("no free card number found under BIN " + bin);
  }

  /** What another card costs by the product's rate card. */
  private static void charge(Tx tx, Card card, Instant now) {
    Product product = new Products(tx).find(card.product()).orElseThrow();
    long fee = product.rates().replacement();
    if (fee == 0) return;
    String id = card.account() + "/" + new CardActs(tx).of(card.account()).size();
    Money amount = new Money(card.limit().currency(), fee);
    new Books(tx, now).fee(card.account(), id, "another card", amount);
  }

  private static void audit(Tx tx, Card card, CardAct act) {
    new CardActs(tx).add(card.account(), act);
    LOG.info("account {}: card {} {}", card.account(), act.card(), act.kind());
  }

  private String shown(Tx tx, Card card) {
    return cards(tx).number(card).masked();
  }

  private Optional<Card> lock(Tx tx, AccountId account) {
    return cards(tx).lock(account);
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
