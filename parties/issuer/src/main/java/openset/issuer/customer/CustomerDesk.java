package openset.issuer.customer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.crypto.PasswordHash;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardStatus;
import openset.issuer.card.Freezer;
import openset.issuer.desk.AccountDesk;
import openset.issuer.desk.Means;
import openset.issuer.desk.OpeningDesk;
import openset.issuer.opening.Application;
import openset.issuer.opening.Opening;
import openset.issuer.opening.Reason;
import openset.issuer.store.Cards;
import openset.issuer.store.ContentHash;
import openset.issuer.store.Customers;
import openset.issuer.store.Customers.Customer;
import openset.issuer.store.Customers.Failures;
import openset.issuer.store.Customers.Session;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people become customers, signs them in, and lets each see to the one account that is theirs:
 * an account is never named by who asks, but by the session.
 */
public final class CustomerDesk {
  /** How long a card's whole number is shown after the account was opened, or a card replaced. */
  public static final Duration SHOWN = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(CustomerDesk.class);
  private static final Duration IDLE = Duration.ofMinutes(20);
  private static final Duration LONGEST = Duration.ofHours(8);
  private static final Duration FORGOTTEN = Duration.ofHours(24);
  private static final Duration WAIT_MOST = Duration.ofMinutes(15);
  private static final Duration TOUCH = Duration.ofSeconds(30);
  private static final int FREE_OF_NAME = 4;
  private static final int FREE_OF_ADDRESS = 20;

  private final Means means;
  private final OpeningDesk opening;
  private final AccountDesk accounts;

  /** Compared with where there is no such customer, so that this takes as long. */
  private final PasswordHash nobodys;

  /** A desk that opens accounts at one of these desks and sees to cards at the other. */
  public CustomerDesk(Means means, OpeningDesk opening, AccountDesk accounts) {
    this.means = means;
    this.opening = opening;
    this.accounts = accounts;
    this.nobodys = PasswordHash.nobodys();
  }

  /**
   * Opens an account for somebody who signs in with {@code secret} from now on. The same again
   * opens nothing new.
   */
  public Joined join(Application application, Secret secret) {
    Optional<Secret.Fault> fault = secret.fault();
    if (fault.isPresent()) return new Joined.Unusable(fault.get());
    if (inTransaction(tx -> new Customers(tx).find(secret.name())).isPresent()) {
      return new Joined.Unusable(Secret.Fault.NAME_TAKEN);
    }
    List<Reason> reasons = opening.reasons(application);
    if (!reasons.isEmpty()) return new Joined.Refused(reasons);
    String hash = PasswordHash.of(secret.octets(), means.randomness()).phc();
    return switch (opening.open(application)) {
      case Opening.ApplicationRefused refused -> new Joined.Refused(refused.reasons());
      case Opening.AccountOpened opened -> joined(opened.account(), secret, hash);
    };
  }

  private Joined joined(AccountId account, Secret secret, String hash) {
    Instant now = means.clock().instant();
    SessionToken token = SessionToken.random(means.randomness());
    boolean added =
        inTransaction(
            tx -> {
              Customers customers = new Customers(tx);
              Customer customer =
                  new Customer(secret.name(), account, hash, Optional.of(now.plus(SHOWN)));
              if (!customers.add(customer, now)) return false;
              customers.begin(token.digest(), secret.name(), now);
              return true;
            });
    return added
        ? new Joined.Welcome(token)
        : new Joined.Unusable(Secret.Fault.NAME_TAKEN);
  }

  /**
   * Signs a customer in.
   *
   * @param address from where, as the network says
   */
  public Entry enter(Secret secret, String address) {
    Instant now = means.clock().instant();
    ContentHash name = counted("name " + secret.name());
    ContentHash from = counted("address " + address);
    Optional<Duration> delay = inTransaction(tx -> begin(tx, name, from, now));
    if (delay.isPresent()) return new Entry.Wait(delay.get());
    Optional<Customer> customer =
        secret.hasName()
            ? inTransaction(tx -> new Customers(tx).find(secret.name()))
            : Optional.empty();
    PasswordHash kept =
        customer.map(c -> new PasswordHash(c.password())).orElse(nobodys);
    // Outside any transaction: it takes a while.
    if (!kept.fits(secret.octets()) || customer.isEmpty()) {
      LOG.warn("a sign-in failed from {}", address);
      return new Entry.Wrong();
    }
    SessionToken token = SessionToken.random(means.randomness());
    inTransaction(
        tx -> {
          Customers customers = new Customers(tx);
          customers.succeeded(name);
          customers.succeeded(from);
          customers.forget(now.minus(FORGOTTEN));
          customers.begin(token.digest(), customer.get().name(), now);
          return true;
        });
    return new Entry.Welcome(token);
  }

  /** Counts a failure before anything is looked at; it is taken back when the password fits. */
  private static Optional<Duration> begin(
      Tx tx, ContentHash name, ContentHash address, Instant now) {
    Customers customers = new Customers(tx);
    Duration ofName = delay(customers.failures(name), FREE_OF_NAME, now);
    Duration ofAddress = delay(customers.failures(address), FREE_OF_ADDRESS, now);
    Duration longer = ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
    if (longer.isPositive()) return Optional.of(longer);
    customers.failed(name, now);
    customers.failed(address, now);
    return Optional.empty();
  }

  /** Twice as long with each failure beyond the free ones. */
  private static Duration delay(Optional<Failures> failures, int free, Instant now) {
    if (failures.isEmpty() || failures.get().count() < free) return Duration.ZERO;
    int doublings = Math.min(failures.get().count() - free, 20);
    Duration grown = Duration.ofSeconds(1L << doublings);
    Duration wait = grown.compareTo(WAIT_MOST) > 0 ? WAIT_MOST : grown;
    Duration left = Duration.between(now, failures.get().at().plus(wait));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private ContentHash counted(String what) {
    return means.secrets().contentHash(("sign-in " + what).getBytes(StandardCharsets.UTF_8));
  }

  /** Whose session that is, if it still is one. */
  public Optional<SignedIn> session(SessionToken token) {
    Instant now = means.clock().instant();
    return inTransaction(
        tx -> {
          Customers customers = new Customers(tx);
          return customers
              .session(token.digest())
              .filter(session -> session.began().plus(LONGEST).isAfter(now))
              .filter(session -> session.seen().plus(IDLE).isAfter(now))
              .flatMap(session -> touched(customers, token, session, now));
        });
  }

  private static Optional<SignedIn> touched(
      Customers customers, SessionToken token, Session session, Instant now) {
    if (session.seen().plus(TOUCH).isBefore(now)) customers.seen(token.digest(), now);
    return customers
        .find(session.name())
        .map(customer -> new SignedIn(customer.name(), customer.account()));
  }

  /** Ends a session. */
  public void leave(SessionToken token) {
    inTransaction(
        tx -> {
          new Customers(tx).end(token.digest());
          return true;
        });
  }

  /** The customer's card with its whole number, while it is shown. */
  public Optional<ShownCard> shown(SignedIn customer) {
    Instant now = means.clock().instant();
    return inTransaction(
        tx ->
            new Customers(tx)
                .find(customer.name())
                .flatMap(Customer::shownUntil)
                .filter(until -> until.isAfter(now))
                .flatMap(_ -> card(tx, customer.account())));
  }

  private Optional<ShownCard> card(Tx tx, AccountId account) {
    Cards cards = new Cards(tx, means.secrets());
    return cards
        .lock(account)
        .map(
            card ->
                new ShownCard(
                    cards.holder(card).name(),
                    cards.number(card),
                    card.expiry(),
                    means.secrets().securityCode(cards.number(card), card.expiry())));
  }

  /** The name on the customer's card. */
  public String nameOnCard(SignedIn customer) {
    return inTransaction(tx -> card(tx, customer.account())).orElseThrow().name();
  }

  /** Shows the whole number for a while again, to whoever has the password too. */
  public Entry show(SignedIn customer, String password, String address) {
    Entry entry = enter(new Secret(customer.name(), password), address);
    if (entry instanceof Entry.Welcome welcome) {
      leave(welcome.token());
      show(customer, Optional.of(means.clock().instant().plus(SHOWN)));
    }
    return entry;
  }

  /** Shows the whole number no longer. */
  public void hide(SignedIn customer) {
    show(customer, Optional.empty());
  }

  private void show(SignedIn customer, Optional<Instant> until) {
    inTransaction(
        tx -> {
          new Customers(tx).show(customer.name(), until);
          return true;
        });
  }

  /**
   * Freezes the card, thaws it, or reports it lost. What the bank froze stays frozen.
   *
   * @return whether it has that status now
   */
  public boolean become(SignedIn customer, CardStatus status) {
    return accounts.become(customer.account(), status, Freezer.HOLDER);
  }

  /** Gives the customer another card, unless the bank froze it; shows its number for a while. */
  public void replace(SignedIn customer) {
    if (accounts.isFrozenByBank(customer.account())) return;
    accounts.renumber(customer.account(), "customer");
    show(customer, Optional.of(means.clock().instant().plus(SHOWN)));
  }

  @FunctionalInterface
  private interface Work<T> {
    T in(Tx tx);
  }

  private <T> T inTransaction(Work<T> work) {
    return means.transactions().inTransaction(work::in);
  }
}
