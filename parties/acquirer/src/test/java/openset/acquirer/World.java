package openset.acquirer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import openset.acquirer.fee.CardClass;
import openset.acquirer.store.Merchant;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.Trace;
import openset.ledger.Invariant;
import openset.ledger.Ledger;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** One acquirer with a database of its own between a gateway, an issuer and a clearing house. */
final class World implements AutoCloseable {
  static final String ACQUIRER = "999001";
  static final String ISSUER = "999100";
  static final String CLEARING = "999900";
  static final String GATEWAY = "999800";
  static final String PAN = "9990010000000010";
  static final int EUR = 978;
  static final Acceptor SHOP = new Acceptor("T1", "M-1", "5732");
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final Vault VAULT =
      Vault.of(SecretBytes.of(new byte[Vault.KEY_OCTETS]), World::drawn);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration LONG = Duration.ofSeconds(20);

  final Host issuer;
  final Host clearing;
  final Database database;
  private final AtomicInteger stans = new AtomicInteger();
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final InstantSource clock = () -> Instant.now().plus(ahead.get());
  private Duration patience = LONG;
  private CardClass cards = CardClass.PLAIN;
  Acquirer acquirer;
  IsoLink gateway;
  private IsoLink clearingLink;

  World() throws IOException {
    issuer = new Host(ISSUER, World::approve);
    clearing = new Host(CLEARING, request -> request.answer("09"));
    String name = "a" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    database =
        Database.open(
            SERVER.database(name, name, "a passphrase".toCharArray()),
            Ledger.MIGRATIONS,
            Acquirer.MIGRATIONS);
    start();
    acquirer.agree(new Merchant("M-1", "Lantern Books", "5732", 150, true));
  }

  private static byte[] drawn(int octets) {
    byte[] drawn = new byte[octets];
    ThreadLocalRandom.current().nextBytes(drawn);
    return drawn;
  }

  static IsoMessage approve(IsoMessage request) {
    return request.mti().original().equals(Mti.AUTHORIZATION)
            || request.mti().original().equals(Mti.FINANCIAL)
        ? request.answer().put(38, "123456").put(39, "00").build()
        : request.answer("00");
  }

  /** The answer of a clearing house that put the item into a cycle. */
  static IsoMessage cleared(IsoMessage request, String cycle) {
    IsoMessage.Builder answer = request.answer().put(39, "00");
    LinkData.empty().with(LinkData.Tag.CYCLE, cycle).into(answer);
    return answer.build();
  }

  /** From now on the issuer's cards are of this brand and kind. */
  void of(CardClass other) throws IOException {
    stop();
    cards = other;
    start();
  }

  /** What time it is for the acquirer. */
  Instant now() {
    return clock.instant();
  }

  /** From now on it is so much later for the acquirer. */
  void later(Duration by) {
    ahead.updateAndGet(before -> before.plus(by));
  }

  /** From now on the acquirer waits no longer than that for an issuer's answer. */
  void waits(Duration most) throws IOException {
    stop();
    patience = most;
    start();
  }

  /** Starts the acquirer, again after {@link #stop}. */
  void start() throws IOException {
    AcquirerConfig config =
        new AcquirerConfig(
            ACQUIRER,
            new AcquirerConfig.Inbound("127.0.0.1", 0, Set.of(GATEWAY)),
            new AcquirerConfig.Peer(CLEARING, "127.0.0.1", clearing.port()),
            List.of(
                new AcquirerConfig.Route(
                    "999001",
                    new AcquirerConfig.Peer(ISSUER, "127.0.0.1", issuer.port()),
                    cards)),
            patience);
    acquirer = Acquirer.start(config, database, VAULT, clock);
    gateway = link(GATEWAY);
    clearingLink = link(CLEARING);
  }

  IsoLink link(String institution) {
    LinkConfig config =
        LinkConfig.to("test-" + institution, "127.0.0.1", acquirer.port(), institution);
    return IsoLink.open(config, InstantSource.system(), LinkEvents.NONE);
  }

  void stop() {
    gateway.close();
    clearingLink.close();
    acquirer.close();
  }

  Octets key() {
    return Octets.ofHex(String.format("%040d", keys.incrementAndGet()));
  }

  Trace trace() {
    return Trace.at(Instant.now(), stans.incrementAndGet());
  }

  AuthorizationRequest request(Octets key, long minor) throws MalformedMessage {
    return request(key, minor, PAN);
  }

  AuthorizationRequest request(Octets key, long minor, String pan) throws MalformedMessage {
    Purchase purchase =
        new Purchase(
            key,
            xid(key),
            Optional.of(Octets.ofHex("07".repeat(32))),
            Optional.of(Octets.ofHex("0808")),
            Optional.of("M-1"));
    return new AuthorizationRequest(
        trace(),
        Card.of(pan, "3012"),
        new Amount(minor, EUR),
        SHOP,
        new Reference(ACQUIRER, "RRN" + key.hex().substring(31)),
        purchase);
  }

  static Octets xid(Octets key) {
    return Octets.ofHex("ab" + key.hex().substring(2));
  }

  FinancialAdvice capture(AuthorizationRequest authorized, Octets key, long minor) {
    return new FinancialAdvice(
        trace(),
        new Amount(minor, EUR),
        SHOP,
        new FinancialAdvice.Approval(
            authorized.reference(), "123456", authorized.purchase().key()),
        Purchase.of(key, authorized.purchase().xid()),
        Optional.empty());
  }

  /** An item of the gateway: a capture or credit, or the reversal of one. */
  ClearingItem item(Kind kind, AuthorizationRequest authorized, Octets key, long minor) {
    return ClearingItem.first(kind, capture(authorized, key, minor));
  }

  ClearingItem reversal(
      Kind kind, AuthorizationRequest authorized, Octets earlier, long minor) {
    return ClearingItem.reversal(kind, capture(authorized, key(), minor), earlier);
  }

  /** Asks over the gateway's link and gives the answer. */
  IsoMessage ask(IsoMessage request) {
    return ask(gateway, request);
  }

  static IsoMessage ask(IsoLink link, IsoMessage request) {
    if (link.ask(request, LONG) instanceof Answer.Answered(IsoMessage message)) return message;
    throw new AssertionError("no answer to " + request);
  }

  String code(IsoMessage request) {
    return ask(request).text(39).orElse("");
  }

  /** An issuer's chargeback of a capture, passed on by the clearing house in a cycle. */
  String chargeBack(
      AuthorizationRequest authorized, Octets capture, Dispute dispute, long minor, String cycle) {
    ClearingItem item =
        ClearingItem.disputed(
            Kind.CHARGEBACK, capture(authorized, key(), minor), capture, dispute);
    return passedOn(item, cycle);
  }

  /** An item that the clearing house passes on; the response code. */
  String passedOn(ClearingItem item, String cycle) {
    return ask(clearingLink, item.toMessage(cycle)).text(39).orElse("");
  }

  /** Tells the acquirer its position in a cycle and gives the response code. */
  String settle(String cycle, long items, long minor) {
    return settle(cycle, new SettlementAdvice.Totals(items, 0, minor, 0));
  }

  /** Tells the acquirer both sides of its position in a cycle. */
  String settle(String cycle, SettlementAdvice.Totals totals) {
    SettlementAdvice advice =
        new SettlementAdvice(trace(), ACQUIRER, cycle, "1122", EUR, totals);
    return ask(clearingLink, advice.toMessage()).text(39).orElse("");
  }

  /** Fails where the books do not balance or an invariant does not hold. */
  void checkBooks() {
    acquirer.checkSums();
    for (Invariant invariant : Acquirer.INVARIANTS) {
      List<String> breaches =
          database.transactions().inTransaction(tx -> invariant.breaches(tx));
      if (!breaches.isEmpty()) throw new AssertionError(invariant.words() + " " + breaches);
    }
  }

  /** Waits until nothing is left to deliver. */
  void awaitDelivered() {
    Instant end = Instant.now().plus(LONG);
    while (acquirer.undelivered() > 0) {
      if (Instant.now().isAfter(end)) throw new AssertionError("still to deliver");
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Override
  public void close() {
    stop();
    issuer.close();
    clearing.close();
    database.close();
  }
}
