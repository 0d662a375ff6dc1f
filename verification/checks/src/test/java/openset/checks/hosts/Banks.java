package openset.checks.hosts;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import openset.acquirer.Acquirer;
import openset.acquirer.AcquirerConfig;
import openset.acquirer.store.Merchant;
import openset.clearing.ClearingConfig;
import openset.clearing.ClearingConfig.Delivery;
import openset.clearing.ClearingHouse;
import openset.clearing.store.StoredFile.State;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.desk.AccountView;
import openset.issuer.file.ItemFiles;
import openset.issuer.opening.Opening.AccountOpened;
import openset.ledger.Ledger;
import openset.store.Database;
import openset.store.EmbeddedServer;
import openset.testkit.bank.AuroraBank;

/** A real acquirer, issuer and clearing house on sockets and databases, and a gateway's link. */
final class Banks implements AutoCloseable {
  static final String ACQUIRER = AuroraBank.ACQUIRER;
  static final String ISSUER = AuroraBank.ISSUER;
  static final String CLEARING = AuroraBank.CLEARING;
  static final String GATEWAY = AuroraBank.GATEWAY;
  static final int EUR = AuroraBank.EUR;
  private static final InstantSource CLOCK = InstantSource.system();
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 20;

  private final Database acquirerData = database(Acquirer.MIGRATIONS);
  private final Database issuerData = database(Issuer.MIGRATIONS);
  private final Database clearingData = database(ClearingHouse.MIGRATIONS);
  private final AtomicInteger numbers = new AtomicInteger();
  private final IsoLink gateway;
  private final Delivery delivery;
  final HouseOverHttp files;
  final Acquirer acquirer;
  final ClearingHouse clearing;
  Issuer issuer;
  private int issuerPort;
  private Optional<ItemFiles> items = Optional.empty();

  /** Banks that present one by one, by message. */
  Banks() throws IOException {
    this(Delivery.MESSAGES);
  }

  /** Banks whose items go to the clearing house, and come from there, by message or by file. */
  Banks(Delivery delivery) throws IOException {
    this.delivery = delivery;
    this.files = new HouseOverHttp();
    startIssuer();
    Pair pair = pair();
    acquirer = pair.acquirer();
    clearing = pair.clearing();
    acquirer.agree(new Merchant("M-1", "Lantern Books", "5732", 150, true));
    gateway =
        IsoLink.open(
            LinkConfig.to("gateway", "127.0.0.1", acquirer.port(), GATEWAY),
            CLOCK,
            LinkEvents.NONE);
  }

  /** Acquirer and clearing house, who name each other's port. */
  private record Pair(Acquirer acquirer, ClearingHouse clearing) {}

  /** The clearing house's port is named before it is bound: when it is taken then, another is. */
  private Pair pair() throws IOException {
    for (int left = ATTEMPTS; ; left--) {
      int port = freePort();
      Acquirer first = startedAcquirer(port);
      try {
        ClearingConfig config = clearingConfig(port, first.port());
        ClearingHouse house = ClearingHouse.start(config, clearingData, CLOCK);
        files.serve(house);
        return new Pair(first, house);
      } catch (BindException taken) {
        first.close();
        if (left == 0) throw taken;
      }
    }
  }

  private Acquirer startedAcquirer(int clearingPort) throws IOException {
    AcquirerConfig config = acquirerConfig(clearingPort);
    return delivery == Delivery.FILES
        ? Acquirer.start(config, acquirerData, vault(), CLOCK, files.of(ACQUIRER))
        : Acquirer.start(config, acquirerData, vault(), CLOCK);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Database database(String migrations) {
    String name = "h" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    return Database.open(
        SERVER.database(name, name, "a passphrase".toCharArray()), Ledger.MIGRATIONS, migrations);
  }

  private AcquirerConfig acquirerConfig(int clearingPort) {
    return new AcquirerConfig(
        ACQUIRER,
        new AcquirerConfig.Inbound("127.0.0.1", 0, Set.of(GATEWAY)),
        new AcquirerConfig.Peer(CLEARING, "127.0.0.1", clearingPort),
        List.of(
            new AcquirerConfig.Route(
                AuroraBank.BIN, new AcquirerConfig.Peer(ISSUER, "127.0.0.1", issuerPort))),
        Duration.ofSeconds(20));
  }

  private ClearingConfig clearingConfig(int clearingPort, int acquirerPort) {
    return new ClearingConfig(
        CLEARING,
        new ClearingConfig.Inbound("127.0.0.1", clearingPort),
        List.of(
            new ClearingConfig.Bank(ACQUIRER, "127.0.0.1", acquirerPort, delivery),
            new ClearingConfig.Bank(ISSUER, "127.0.0.1", issuerPort, delivery)),
        Optional.empty(),
        Duration.ofSeconds(20));
  }

  /** Starts the issuer; again, it takes the port the others know, as soon as it is free. */
  void startIssuer() throws IOException {
    Instant end = CLOCK.instant().plus(LONG);
    while (true) {
      try {
        issuer = startedIssuer();
        issuerPort = issuer.port();
        if (delivery == Delivery.FILES) {
          items = Optional.of(issuer.takeFiles(files.of(ISSUER), Duration.ofMillis(200)));
        }
        return;
      } catch (BindException taken) {
        if (issuerPort == 0 || CLOCK.instant().isAfter(end)) throw taken;
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private Issuer startedIssuer() throws IOException {
    IssuerConfig config = AuroraBank.config(AuroraBank.link(issuerPort));
    return Issuer.start(config, issuerData, vault(), CLOCK, Randomness.secure());
  }

  private static Vault vault() {
    return Vault.of(SecretBytes.of(new byte[Vault.KEY_OCTETS]), Randomness.secure());
  }

  AccountOpened openAccount(long limit) {
    return AuroraBank.opens(issuer, "a-" + numbers.incrementAndGet(), limit);
  }

  AccountView.Amounts money(AccountOpened account) {
    return AuroraBank.money(issuer, account);
  }

  AuthorizationRequest request(AccountOpened account, long minor) throws MalformedMessage {
    Octets key = key();
    Purchase purchase =
        new Purchase(
            key,
            Octets.ofHex("ab" + key.hex().substring(2)),
            Optional.of(Octets.ofHex("07".repeat(32))),
            Optional.of(Octets.ofHex("0808")),
            Optional.of("Lantern Books"));
    Trace trace = trace();
    return new AuthorizationRequest(
        trace,
        Card.of(account.number().digits(), account.expiry().shortText()),
        new Amount(minor, EUR),
        new Acceptor("T1", "M-1", "5732"),
        Reference.fresh(ACQUIRER, CLOCK.instant(), trace.stan()),
        purchase);
  }

  FinancialAdvice capture(AuthorizationRequest authorized, String code, long minor) {
    return new FinancialAdvice(
        trace(),
        new Amount(minor, EUR),
        authorized.acceptor(),
        new FinancialAdvice.Approval(authorized.reference(), code, authorized.purchase().key()),
        Purchase.of(key(), authorized.purchase().xid()),
        Optional.empty());
  }

  private Octets key() {
    return Octets.ofHex(String.format("%040d", numbers.incrementAndGet()));
  }

  Trace trace() {
    return Trace.at(CLOCK.instant(), numbers.incrementAndGet());
  }

  IsoMessage ask(IsoMessage request) {
    if (gateway.ask(request, LONG) instanceof Answer.Answered(IsoMessage message)) return message;
    throw new AssertionError("no answer to " + request);
  }

  /** Waits until something is so. */
  static void await(String what, BooleanSupplier condition) {
    Instant end = CLOCK.instant().plus(LONG);
    while (!condition.getAsBoolean()) {
      if (CLOCK.instant().isAfter(end)) throw new AssertionError("never: " + what);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Waits until the clearing house has booked so many items from files, and runs a cycle. */
  void settleFiles(long items) {
    await(
        "items booked",
        () ->
            clearing.files().latest(ACQUIRER, 10).stream()
                    .filter(file -> file.state() == State.BOOKED)
                    .mapToLong(file -> file.content().orElseThrow().done())
                    .sum()
                == items);
    String name = clearing.runCycle().orElseThrow().name();
    await(
        "cycle settled",
        () ->
            clearing.cycles(5).stream()
                .anyMatch(cycle -> cycle.name().equals(name) && cycle.isSettled()));
  }

  /** Runs a cycle and waits until all banks booked it. */
  void settle() {
    await("everything presented", () -> acquirer.undelivered() == 0);
    String name = clearing.runCycle().orElseThrow().name();
    await(
        "cycle settled",
        () ->
            clearing.cycles(5).stream()
                .anyMatch(cycle -> cycle.name().equals(name) && cycle.isSettled()));
  }

  /** Fails unless every currency of all three books sums to zero. */
  void checkSums() {
    acquirer.checkSums();
    clearing.checkSums();
    issuerData
        .transactions()
        .inTransaction(tx -> Ledger.in(tx, CLOCK.instant()).checkSums());
  }

  @Override
  public void close() {
    gateway.close();
    items.ifPresent(ItemFiles::close);
    acquirer.close();
    files.close();
    clearing.close();
    issuer.close();
    acquirerData.close();
    clearingData.close();
    issuerData.close();
  }
}
