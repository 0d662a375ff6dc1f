package openset.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import openset.crypto.PasswordHash;
import openset.crypto.SecretBytes;
import openset.signin.store.PeopleTables;
import openset.signin.store.Rows;
import openset.signin.store.SessionTables;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in, in two steps: name and password, then a code. Each step gives a new token, so what a
 * browser held before is worth nothing afterwards. The second factor is not optional: who has none
 * sets one up at the first sign-in.
 */
public final class SignIn {
  /** Where the tables are made. */
  public static final String MIGRATIONS = "openset/signin/migrations";

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final Duration TOUCH = Duration.ofSeconds(30);
  private static final int CODE_MAX = 40;

  private final Given given;
  private final Failures failures;

  /** Compared with where there is no such person, so that this takes as long. */
  private final PasswordHash nobodys;

  /** Signing in to one participant. */
  public SignIn(Given given) {
    this.given = given;
    this.failures = new Failures(given.vault(), given.pace());
    this.nobodys = PasswordHash.nobodys();
  }

  /**
   * What somebody typed.
   *
   * @param address from where, as the network says
   */
  public record Typed(String name, String password, String address) {
    @Override
    public String toString() {
      return "Typed[redacted]";
    }
  }

  /** The first step. */
  public Step password(Typed typed) {
    Failures.Who who = new Failures.Who(typed.name(), typed.address());
    Instant now = given.now();
    Optional<Duration> delay = transaction(tx -> failures.begin(tx, who, now));
    if (delay.isPresent()) return new Step.Locked(delay.get());
    Optional<Rows.Person> person =
        PersonName.of(typed.name())
            .flatMap(name -> transaction(tx -> PeopleTables.find(tx, name.text())));
    PasswordHash kept = person.map(p -> new PasswordHash(p.password())).orElse(nobodys);
    // Outside any transaction: it takes a while.
    boolean fits =
        Password.typed(typed.password()).map(p -> kept.fits(p.octets())).orElse(false);
    if (!fits || person.isEmpty()) return failed(who, "password");
    return transaction(tx -> half(tx, person.get(), who));
  }

  private Step half(Tx tx, Rows.Person person, Failures.Who who) {
    Instant now = given.now();
    failures.halfDone(tx, who, now);
    SessionTables.forget(
        tx, now.minus(given.pace().absolute()), now.minus(given.pace().forgotten()));
    Token token = Token.random(given.randomness());
    Optional<byte[]> setUp =
        person.factor().isPresent()
            ? Optional.empty()
            : Optional.of(
                new Factor(new PersonName(person.name()), Totp.secret(given.randomness()))
                    .sealed(given.vault()));
    SessionTables.begin(
        tx, new Rows.Session(token.digest(), person.name(), false, setUp, now, now));
    return setUp.isPresent() ? new Step.FactorWanted(token) : new Step.CodeWanted(token);
  }

  /** The secret that a half-done sign-in asks to be set up in a program that shows codes. */
  public Optional<SetUp> setUp(Token half) {
    return transaction(
        tx ->
            halfDone(tx, half)
                .filter(session -> session.factor().isPresent())
                .map(session -> factor(session, session.factor().get()))
                .map(factor -> new SetUp(factor.name(), factor.secret())));
  }

  /** A second factor that is being set up. */
  public record SetUp(PersonName name, SecretBytes secret) {
    /** The secret as people type it. */
    public String base32() {
      return secret.use(Totp::base32);
    }
  }

  /**
   * The second step: six digits, or a recovery code.
   *
   * @param address from where, as the network says
   */
  public Step code(Token half, String typed, String address) {
    Instant now = given.now();
    String code = typed.length() > CODE_MAX ? "" : typed.replace(" ", "");
    Optional<Rows.Session> session = transaction(tx -> halfDone(tx, half));
    if (session.isEmpty()) return new Step.Expired();
    Failures.Who who = new Failures.Who(session.get().name(), address);
    Optional<Duration> delay = transaction(tx -> failures.begin(tx, who, now));
    if (delay.isPresent()) return new Step.Locked(delay.get());
    Optional<Step> welcome =
        transaction(
            tx ->
                PeopleTables.locked(tx, session.get().name())
                    .filter(person -> halfDone(tx, half).isPresent())
                    .flatMap(person -> welcome(tx, session.get(), person, code))
                    .map(step -> relieved(tx, who, step)));
    return welcome.orElseGet(() -> failed(who, "code"));
  }

  private Optional<Step> welcome(
      Tx tx, Rows.Session half, Rows.Person person, String code) {
    Instant now = given.now();
    boolean setsUp = half.factor().isPresent();
    if (setsUp && person.factor().isPresent()) return Optional.empty();
    byte[] sealed = (setsUp ? half.factor() : person.factor()).orElseThrow();
    Factor factor = factor(half, sealed);
    OptionalLong step = Totp.fits(factor.secret(), code, now, person.factorStep());
    boolean recovered =
        step.isEmpty()
            && !setsUp
            && PeopleTables.useCode(
                tx, person.name(), Factor.hash(code, factor.name(), given.vault()));
    if (step.isEmpty() && !recovered) return Optional.empty();
    List<String> codes = setsUp ? Factor.codes(given.randomness()) : List.of();
    if (setsUp) {
      PeopleTables.factor(tx, person.name(), Optional.of(sealed));
      PeopleTables.keepCodes(
          tx,
          person.name(),
          codes.stream().map(c -> Factor.hash(c, factor.name(), given.vault())).toList());
    }
    step.ifPresent(used -> PeopleTables.used(tx, person.name(), used));
    return Optional.of(complete(tx, half, person, codes));
  }

  private Step complete(Tx tx, Rows.Session half, Rows.Person person, List<String> codes) {
    Instant now = given.now();
    Token token = Token.random(given.randomness());
    SessionTables.end(tx, half.token());
    SessionTables.begin(
        tx,
        new Rows.Session(token.digest(), person.name(), true, Optional.empty(), now, now));
    PeopleTables.signedIn(tx, person.name(), now);
    LOG.info("signed in person={} role={}", person.name(), person.role());
    return new Step.Welcome(token, session(person, now), codes);
  }

  private Step relieved(Tx tx, Failures.Who who, Step step) {
    failures.succeeded(tx, who, given.now());
    return step;
  }

  private static Step failed(Failures.Who who, String what) {
    LOG.warn("sign-in failed at the {} from {}", what, who.address());
    return new Step.Wrong();
  }

  /** Who is signed in under a token, if anybody still is. */
  public Optional<Session> session(Token token) {
    Instant now = given.now();
    return transaction(tx -> live(tx, token, now).flatMap(s -> touched(tx, s, now)));
  }

  /** The same for what a browser asks by itself, which is no use of the session. */
  public Optional<Session> glance(Token token) {
    Instant now = given.now();
    return transaction(tx -> live(tx, token, now).flatMap(s -> person(tx, s)));
  }

  private Optional<Rows.Session> live(Tx tx, Token token, Instant now) {
    return SessionTables.session(tx, token.digest())
        .filter(Rows.Session::complete)
        .filter(s -> s.began().plus(given.pace().absolute()).isAfter(now))
        .filter(s -> s.seen().plus(given.pace().idle()).isAfter(now));
  }

  private Optional<Session> touched(Tx tx, Rows.Session session, Instant now) {
    if (session.seen().plus(TOUCH).isBefore(now)) SessionTables.seen(tx, session.token(), now);
    return person(tx, session);
  }

  private static Optional<Session> person(Tx tx, Rows.Session session) {
    return PeopleTables.find(tx, session.name()).map(person -> session(person, session.began()));
  }

  /** Ends a session, or a half-done sign-in. */
  public void signOut(Token token) {
    transaction(
        tx -> {
          SessionTables.end(tx, token.digest());
          return true;
        });
  }

  private Optional<Rows.Session> halfDone(Tx tx, Token token) {
    Instant now = given.now();
    return SessionTables.session(tx, token.digest())
        .filter(session -> !session.complete())
        .filter(session -> session.began().plus(given.pace().half()).isAfter(now));
  }

  private Factor factor(Rows.Session session, byte[] sealed) {
    return Factor.open(new PersonName(session.name()), sealed, given.vault());
  }

  private static Session session(Rows.Person person, Instant began) {
    return new Session(
        new PersonName(person.name()), Role.named(person.role()).orElseThrow(), began);
  }

  @FunctionalInterface
  private interface Work<T> {
    T in(Tx tx);
  }

  private <T> T transaction(Work<T> work) {
    return given.database().transactions().inTransaction(work::in);
  }
}
