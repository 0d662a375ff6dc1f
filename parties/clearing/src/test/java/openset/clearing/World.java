package openset.clearing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import openset.clearing.ClearingConfig.Bank;
import openset.clearing.ClearingConfig.Delivery;
import openset.clearing.ClearingConfig.Rhythm;
import openset.iso8583.Answer;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.IsoServer;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.MalformedMessage;
import openset.iso8583.ServerConfig;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.Trace;
import openset.ledger.Ledger;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** A clearing house between two acquirers, one of them an issuer too, and an issuer. */
final class World implements AutoCloseable {
  static final String HOUSE = "999900";
  static final String AURORA = "999001";
  static final String MERIDIAN = "999502";
  static final String ISSUER = "999100";
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration LONG = Duration.ofSeconds(30);

  /** A bank on a real socket, which answers as the test says. */
  static final class BankHost implements AutoCloseable {
    /** What it does with a request. */
    interface Script {
      IsoMessage answer(IsoMessage request) throws MalformedMessage;
    }

    final List<IsoMessage> received = new CopyOnWriteArrayList<>();
    final List<MonthDay> days = new CopyOnWriteArrayList<>();
    private final BlockingQueue<IsoMessage> news = new LinkedBlockingQueue<>();
    private final IsoServer server;
    private volatile Script script = request -> request.answer("00");

    BankHost(String institution) throws IOException {
      ServerConfig config = ServerConfig.on(institution, "127.0.0.1", 0, Set.of(HOUSE));
      this.server =
          IsoServer.start(
              config,
              InstantSource.system(),
              new IsoHandler() {
                @Override
                public IsoMessage answer(Peer peer, IsoMessage request) throws MalformedMessage {
                  IsoMessage answer = script.answer(request);
                  received.add(request);
                  news.add(request);
                  return answer;
                }

                @Override
                public void cutOver(Peer peer, MonthDay day) {
                  days.add(day);
                }
              });
    }

    void now(Script other) {
      script = other;
    }

    IsoMessage next() throws InterruptedException {
      IsoMessage request = news.poll(20, TimeUnit.SECONDS);
      if (request == null) throw new AssertionError("nothing received");
      return request;
    }

    @Override
    public void close() {
      server.close();
    }
  }

  final BankHost auroraBank = new BankHost(AURORA);
  final BankHost meridianBank = new BankHost(MERIDIAN);
  final BankHost issuer = new BankHost(ISSUER);
  private final AtomicInteger stans = new AtomicInteger();
  private final AtomicInteger keys = new AtomicInteger();
  private final Set<String> byFile;
  final Database database;
  ClearingHouse house;
  IsoLink aurora;
  IsoLink meridian;
  IsoLink issuing;

  World() throws IOException {
    this(Set.of());
  }

  /** With banks that take their items by file. */
  World(Set<String> byFile) throws IOException {
    this.byFile = byFile;
    String name = "c" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    database =
        Database.open(
            SERVER.database(name, name, "a passphrase".toCharArray()),
            Ledger.MIGRATIONS,
            ClearingHouse.MIGRATIONS);
    start();
  }

  void start() throws IOException {
    start(Optional.empty());
  }

  void start(Optional<Duration> interval) throws IOException {
    start(Rhythm.every(interval));
  }

  void start(Rhythm rhythm) throws IOException {
    ClearingConfig config =
        new ClearingConfig(
            HOUSE,
            new ClearingConfig.Inbound("127.0.0.1", 0),
            List.of(
                bank(AURORA, auroraBank),
                bank(MERIDIAN, meridianBank),
                bank(ISSUER, issuer)),
            Optional.empty(),
            Duration.ofSeconds(20));
    house = ClearingHouse.start(config.with(rhythm), database, InstantSource.system());
    aurora = link(AURORA);
    meridian = link(MERIDIAN);
    issuing = link(ISSUER);
  }

  private Bank bank(String institution, BankHost host) {
    return new Bank(
        institution,
        "127.0.0.1",
        host.server.port(),
        byFile.contains(institution) ? Delivery.FILES : Delivery.MESSAGES);
  }

  /** Business days that the house said on links on which it is asked. */
  final Queue<MonthDay> days = new ConcurrentLinkedQueue<>();

  private IsoLink link(String institution) {
    LinkConfig config =
        LinkConfig.to("test-" + institution, "127.0.0.1", house.port(), institution);
    return IsoLink.open(
        config,
        InstantSource.system(),
        new LinkEvents() {
          @Override
          public void cutOver(MonthDay day) {
            days.add(day);
          }
        });
  }

  void stop() {
    aurora.close();
    meridian.close();
    issuing.close();
    house.close();
  }

  Octets key() {
    return Octets.ofHex(String.format("%040d", keys.incrementAndGet()));
  }

  Trace trace() {
    return Trace.at(Instant.now(), stans.incrementAndGet());
  }

  FinancialAdvice advice(Octets key, long minor, int currency, String issuer) {
    return advice(AURORA, key, new Amount(minor, currency), issuer);
  }

  FinancialAdvice adviceOf(String acquirer, Octets key, long minor, String issuer) {
    return advice(acquirer, key, new Amount(minor, 978), issuer);
  }

  private FinancialAdvice advice(String acquirer, Octets key, Amount amount, String issuer) {
    Reference reference = new Reference(acquirer, "RRN" + key.hex().substring(31));
    Octets original = Octets.ofHex("0e" + key.hex().substring(2));
    return new FinancialAdvice(
        trace(),
        amount,
        new Acceptor("T1", "M-1", "5732"),
        new FinancialAdvice.Approval(reference, "123456", original),
        Purchase.of(key, Octets.ofHex("ab".repeat(20))),
        Optional.of(issuer));
  }

  IsoMessage ask(IsoLink link, IsoMessage request) {
    if (link.ask(request, LONG) instanceof Answer.Answered(IsoMessage message)) return message;
    throw new AssertionError("no answer to " + request);
  }

  /** All 0500 that the banks got. */
  List<SettlementAdvice> settlements() throws MalformedMessage {
    List<SettlementAdvice> all = new ArrayList<>();
    for (BankHost bank : List.of(auroraBank, meridianBank, issuer)) {
      for (IsoMessage message : bank.received) {
        if (message.mti().kind() == 5) all.add(SettlementAdvice.of(message));
      }
    }
    return all;
  }

  /** Waits until something is so. */
  static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONG);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) throw new AssertionError("never");
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Waits until all banks agreed to a cycle. */
  void awaitSettled(String name) {
    Instant end = Instant.now().plus(LONG);
    while (house.cycles(30).stream()
        .filter(ClosedCycle::isSettled)
        .noneMatch(each -> each.name().equals(name))) {
      if (Instant.now().isAfter(end)) throw new AssertionError("not settled: " + name);
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Override
  public void close() {
    stop();
    auroraBank.close();
    meridianBank.close();
    issuer.close();
    database.close();
  }
}
