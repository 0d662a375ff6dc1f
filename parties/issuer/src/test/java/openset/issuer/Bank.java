package openset.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.issuer.card.Bin;
import openset.issuer.desk.TakeRates;
import openset.issuer.exchange.HouseRates.Given;
import openset.issuer.host.Peers;
import openset.issuer.opening.Application;
import openset.issuer.opening.Application.StatedAddress;
import openset.issuer.opening.Application.StatedDocument;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.product.Allowed;
import openset.issuer.product.Product;
import openset.issuer.product.RateCard;
import openset.ledger.ExchangeRate;
import openset.ledger.Invariant;
import openset.ledger.Ledger;
import openset.ledger.Money;
import openset.store.Address;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** An issuer on a fresh database of the one server of this module's tests, with a clock by hand. */
public final class Bank implements AutoCloseable {
  public static final int EUR = 978;
  public static final String ISSUER = "999001";
  public static final String ACQUIRER = "990011";
  public static final String OTHER_ACQUIRER = "990012";
  public static final String CLEARING = "990099";
  public static final Path SERVER_FILES = Path.of("target/pg");
  public static final Duration HOLD_LIFE = Duration.ofDays(7);

  private static final EmbeddedServer SERVER = EmbeddedServer.start(SERVER_FILES);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String RUN =
      "i" + ProcessHandle.current().pid() + "_" + Instant.now().toEpochMilli() + "_";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
  private final AtomicInteger applicants = new AtomicInteger();
  private final Address address;
  private final Database database;
  private Issuer issuer;

  private final IssuerConfig.Disputes disputes;

  public Bank() {
    this(IssuerConfig.Disputes.NONE);
  }

  public Bank(IssuerConfig.Disputes disputes) {
    this.disputes = disputes;
    String name = RUN + COUNT.incrementAndGet();
    address = SERVER.database(name, name, "tests only".toCharArray());
    database = Database.open(address, Ledger.MIGRATIONS, Issuer.MIGRATIONS);
    issuer = started();
  }

  private Issuer started() {
    byte[] key = new byte[Vault.KEY_OCTETS];
    key[0] = 7;
    Vault vault = Vault.of(SecretBytes.of(key), Randomness.secure());
    try {
      IssuerConfig config = config().with(disputes).simulated(true);
      return Issuer.start(config, database, vault, clock(), Randomness.secure());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IssuerConfig config() {
    return new IssuerConfig(
        new IssuerConfig.Bank("Bank of Aurora", "GB", new Bin(ISSUER)),
        new OpeningPolicy(18, new Money(EUR, 1_000), new Money(EUR, 1_000_000), 36),
        HOLD_LIFE,
        new IssuerConfig.Link(
            "127.0.0.1", 0, new Peers(ISSUER, Set.of(ACQUIRER, OTHER_ACQUIRER), CLEARING)));
  }

  public InstantSource clock() {
    return now::get;
  }

  public void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  public Issuer issuer() {
    return issuer;
  }

  public Database database() {
    return database;
  }

  public void restart() {
    restart(() -> {});
  }

  /** The same, and something happens while it is stopped. */
  public void restart(Runnable meanwhile) {
    issuer.close();
    meanwhile.run();
    issuer = started();
  }

  /** A good application of somebody new. */
  public Application application(long limit) {
    return application("a-" + applicants.incrementAndGet(), limit);
  }

  public Application application(String id, long limit) {
    return new Application(
        new ApplicationId(id),
        "Zoë Quill",
        "1990-02-28",
        new StatedAddress("1 Example Street", "Example", "10000", "GB"),
        new StatedDocument("passport", "X77-" + id, "GB", "2031-01-01"),
        new Money(EUR, limit));
  }

  public AccountOpened opened(long limit) {
    return (AccountOpened) issuer.opening().open(application(limit));
  }

  /** An application of somebody new for an account in that currency. */
  public Application applicationFor(Money limit) {
    Application usual = application(limit.minorUnits());
    return new Application(
        usual.id(), usual.name(), usual.birth(), usual.address(), usual.document(), limit);
  }

  /** Has a product in another currency, with limits up to that. */
  public void product(Money most) {
    issuer
        .products()
        .put(
            new Product(
                "abroad-" + most.currency(),
                "Abroad",
                new Product.Limits(new Money(most.currency(), 100), most),
                RateCard.usual(most.currency()),
                Allowed.EVERYTHING),
            "ann");
  }

  /** The clearing house gives a rate, and the bank takes it. */
  public void rate(int from, int to, String factor) {
    pass(Duration.ofSeconds(1));
    Given given =
        new Given(new ExchangeRate(from, to, new BigDecimal(factor)), now.get());
    try (TakeRates rates = issuer.takeRates(() -> List.of(given), Duration.ofHours(1))) {
      rates.take();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every currency of the ledger sums to zero, or this fails. */
  public void checkSums() {
    database
        .transactions()
        .inTransaction(tx -> Ledger.in(tx, now.get()).checkSums());
  }

  /** What breaks a rule of the ledger's tables or of the issuer's; nothing, as a rule. */
  public List<String> breaches() {
    return database
        .transactions()
        .inTransaction(
            tx ->
                Stream.of(Invariant.OF_THE_LEDGER, Issuer.INVARIANTS)
                    .flatMap(List::stream)
                    .flatMap(each -> each.breaches(tx).stream())
                    .toList());
  }

  @Override
  public void close() {
    issuer.close();
    database.close();
  }
}
