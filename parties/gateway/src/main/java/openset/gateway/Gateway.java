package openset.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import openset.conduct.ConductLimits;
import openset.conduct.Conductor;
import openset.conduct.Doors;
import openset.conduct.Peer;
import openset.conduct.Peers;
import openset.crypto.Vault;
import openset.gateway.authorization.Authorization;
import openset.gateway.authorization.AuthorizationDesk;
import openset.gateway.authorization.Numbers;
import openset.gateway.host.AcquirerLinks;
import openset.gateway.store.AuthorizationTables;
import openset.iso8583.LinkConfig;
import openset.iso8583.Stans;
import openset.set.data.XID;
import openset.set.treatment.Means;
import openset.store.ConversationKey;
import openset.store.Database;

/**
 * A payment gateway. Close it to stop its links and what it repeats; the database is the caller's.
 */
public final class Gateway implements AutoCloseable {
  /** Where the gateway's tables are made. */
  public static final String MIGRATIONS = "openset/gateway/migrations";

  private final AcquirerLinks links;
  private final Conductor<Authorization, Numbers> conductor;

  /**
   * Which acquirers a gateway asks.
   *
   * @param name names it in journal and log
   * @param acquirers where each listens, by its institution code (the acquirer BIN of merchants);
   *     each link with its own tap, if any
   * @param patience how long it waits for one
   */
  public record Setup(
      String name, Map<String, LinkConfig> acquirers, Duration patience, ConductLimits limits) {}

  /** What a gateway is given. */
  public record Given(
      Database database, Vault vault, Supplier<Means> means, InstantSource clock) {}

  private Gateway(AcquirerLinks links, Conductor<Authorization, Numbers> conductor) {
    this.links = links;
    this.conductor = conductor;
  }

  /** Opens the links, and takes up what a crash left undone. */
  public static Gateway start(Setup setup, Given given) {
    Stans stans = AuthorizationTables.stans(given.database().transactions());
    AcquirerLinks links =
        AcquirerLinks.open(setup.acquirers(), stans, given.clock(), setup.patience());
    Peers nobody = (destination, wrapper) -> new Peers.Reply.Nothing("a gateway asks no SET party");
    Conductor<Authorization, Numbers> conductor =
        new Conductor<>(
            new Conductor.House<>(
                setup.name(),
                new AuthorizationDesk(),
                new AuthorizationTables(stans, given.clock()),
                given.database(),
                given.means(),
                new Conductor.Outside(
                    new Doors(nobody, links, given.vault()), given.clock(), setup.limits())));
    conductor.start();
    return new Gateway(links, conductor);
  }

  /** Answers one SET message: wrapper in, wrapper out. */
  public byte[] receive(Peer peer, byte[] wrapper) {
    return conductor.receive(peer, wrapper);
  }

  /** Waits until every acquirer's link is signed on; false where one is not in time. */
  public boolean awaitUp(Duration timeout) {
    return links.awaitUp(timeout);
  }

  /** Where the authorization of a purchase stands. */
  public Optional<Authorization> authorization(XID xid) {
    return conductor.state(ConversationKey.of(xid.octets().bytes()));
  }

  @Override
  public void close() {
    conductor.close();
    links.close();
  }
}
