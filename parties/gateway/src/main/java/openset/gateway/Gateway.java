package openset.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.conduct.ConductLimits;
import openset.conduct.Conductor;
import openset.conduct.Doors;
import openset.conduct.Hosts;
import openset.conduct.Peer;
import openset.conduct.Peers;
import openset.crypto.Vault;
import openset.gateway.authorization.AuthorizationDesk;
import openset.gateway.authorization.Numbers;
import openset.gateway.authorization.Purchase;
import openset.gateway.authorization.Rules;
import openset.gateway.batch.Administered;
import openset.gateway.batch.AdministrationDesk;
import openset.gateway.batch.Batches;
import openset.gateway.batch.Served;
import openset.gateway.host.AcquirerLinks;
import openset.gateway.operation.Observed;
import openset.gateway.operation.Times;
import openset.gateway.store.AdministrationTables;
import openset.gateway.store.AuthorizationTables;
import openset.iso8583.LinkConfig;
import openset.iso8583.Stans;
import openset.set.data.XID;
import openset.set.data.card.PAN;
import openset.set.message.BatchAdminReq;
import openset.set.message.Message;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertReq;
import openset.set.treatment.Means;
import openset.store.ConversationKey;
import openset.store.Database;

/**
 * A payment gateway. Close it to stop its links and what it repeats; the database is the caller's.
 */
public final class Gateway implements AutoCloseable {
  /** Where the gateway's tables are made. */
  public static final String MIGRATIONS = "openset/gateway/migrations";

  private static final String ADMINISTRATION = "-administration";
  private static final Peers NOBODY =
      (destination, wrapper) -> new Peers.Reply.Nothing("a gateway asks no SET party");

  private final AcquirerLinks links;
  private final Conductor<Purchase, Numbers> conductor;
  private final Conductor<Administered, Batches> administration;
  private final Observed observed;
  private final Operation operation;

  /**
   * Which acquirers a gateway asks.
   *
   * @param name names it in journal and log
   * @param acquirers where each listens, by its institution code (the acquirer BIN of merchants);
   *     each link with its own tap, if any
   * @param rules what each allows; nothing special where none are named
   * @param patience how long it waits for one
   * @param served for which cards it works
   */
  public record Setup(
      String name,
      Map<String, LinkConfig> acquirers,
      Map<String, Rules> rules,
      Duration patience,
      ConductLimits limits,
      Served served) {}

  /** What a gateway is given. */
  public record Given(
      Database database, Vault vault, Supplier<Means> means, InstantSource clock) {}

  private Gateway(
      AcquirerLinks links,
      Conductor<Purchase, Numbers> conductor,
      Conductor<Administered, Batches> administration,
      Observed observed,
      Operation operation) {
    this.links = links;
    this.conductor = conductor;
    this.administration = administration;
    this.observed = observed;
    this.operation = operation;
  }

  /** Opens the links, and takes up what a crash left undone. */
  public static Gateway start(Setup setup, Given given) {
    Stans stans = AuthorizationTables.stans(given.database().transactions());
    Observed observed = new Observed(given.clock());
    AcquirerLinks links =
        AcquirerLinks.open(
            setup.acquirers(), stans, given.clock(), setup.patience(), observed);
    Conductor<Purchase, Numbers> conductor =
        new Conductor<>(
            new Conductor.House<>(
                setup.name(),
                new AuthorizationDesk(setup.rules(), accounts(given.vault())),
                new AuthorizationTables(stans, given.clock()),
                given.database(),
                given.means(),
                new Conductor.Outside(
                    new Doors(NOBODY, links, given.vault()), given.clock(), setup.limits())),
            observed);
    conductor.start();
    Operation operation =
        new Operation(
            setup.name(),
            observed,
            given.database().transactions(),
            links,
            setup.rules(),
            given.clock());
    return new Gateway(
        links, conductor, administration(setup, given, observed), observed, operation);
  }

  private static Function<PAN, Der> accounts(Vault vault) {
    return pan ->
        Der.of(vault.lookup(("card:" + pan.digits()).getBytes(StandardCharsets.US_ASCII)));
  }

  /** Asks nobody and repeats nothing, so that it need not be started. */
  private static Conductor<Administered, Batches> administration(
      Setup setup, Given given, Observed observed) {
    return new Conductor<>(
        new Conductor.House<>(
            setup.name() + ADMINISTRATION,
            new AdministrationDesk(setup.served()),
            new AdministrationTables(given.clock()),
            given.database(),
            given.means(),
            new Conductor.Outside(
                new Doors(NOBODY, Hosts.NONE, given.vault()), given.clock(), setup.limits())),
        observed);
  }

  /** Answers one SET message: wrapper in, wrapper out. */
  public byte[] receive(Peer peer, byte[] wrapper) {
    Optional<Message> message = message(wrapper);
    String name = message.map(Message::name).orElse("?");
    long began = System.nanoTime();
    byte[] answer =
        message.filter(Gateway::isAdministration).isPresent()
            ? administration.receive(peer, wrapper)
            : conductor.receive(peer, wrapper);
    if (answer.length == 0) observed.silent(Times.SET, name);
    else observed.answered(Times.SET, name, Duration.ofNanos(System.nanoTime() - began));
    return answer;
  }

  private static Optional<Message> message(byte[] wrapper) {
    try {
      return Optional.of(MessageWrapper.TYPE.decode(wrapper).message());
    } catch (Asn1Exception e) {
      return Optional.empty();
    }
  }

  private static boolean isAdministration(Message message) {
    return message instanceof BatchAdminReq || message instanceof PCertReq;
  }

  /** Waits until every acquirer's link is signed on; false where one is not in time. */
  public boolean awaitUp(Duration timeout) {
    return links.awaitUp(timeout);
  }

  /** What the gateway's people look at. */
  public Operation operation() {
    return operation;
  }

  /** Where a purchase stands. */
  public Optional<Purchase> purchase(XID xid) {
    return conductor.state(ConversationKey.of(xid.octets().bytes()));
  }

  @Override
  public void close() {
    administration.close();
    conductor.close();
    links.close();
    operation.close();
  }
}
