package openset.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import openset.acquirer.Acquirer;
import openset.acquirer.AcquirerConfig;
import openset.clearing.ClearingConfig;
import openset.clearing.ClearingHouse;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.card.Bin;
import openset.issuer.host.Peers;
import openset.issuer.opening.OpeningPolicy;
import openset.ledger.Ledger;
import openset.ledger.Money;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** A real issuer, acquirer and clearing house, each with its database, link and keys. */
public final class Town implements AutoCloseable {
  public static final String ACQUIRER = "999001";
  public static final String ISSUER = "999100";
  public static final String CLEARING = "999900";
  public static final String GATEWAY = "999800";
  public static final int EUR = 978;
  public static final InstantSource CLOCK = InstantSource.system();

  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 20;

  public final int acquirerPort;
  public final Issuer issuer;
  public final Acquirer acquirer;
  public final ClearingHouse clearing;
  public final ApiKey staff = Visitor.key("ann");
  public final ApiKey authority = Visitor.key("cca-aurora");

  private final Database issuerData = database(Ledger.MIGRATIONS, Issuer.MIGRATIONS);
  private final Database acquirerData = database(Ledger.MIGRATIONS, Acquirer.MIGRATIONS);
  private final Database clearingData = database(Ledger.MIGRATIONS, ClearingHouse.MIGRATIONS);

  public Town() throws IOException {
    issuer =
        Issuer.start(issuerConfig(), issuerData, vault(), CLOCK, Randomness.secure());
    Pair pair = pair();
    acquirer = pair.acquirer();
    clearing = pair.clearing();
    acquirerPort = acquirer.port();
  }

  /** Acquirer and clearing house, who name each other's port. */
  private record Pair(Acquirer acquirer, ClearingHouse clearing) {}

  /** The clearing house's port is named before it is bound: when it is taken then, another is. */
  private Pair pair() throws IOException {
    for (int left = ATTEMPTS; ; left--) {
      int port = freePort();
      Acquirer first = Acquirer.start(acquirerConfig(port), acquirerData, vault(), CLOCK);
      try {
        ClearingConfig config = clearingConfig(port, first.port());
        return new Pair(first, ClearingHouse.start(config, clearingData, CLOCK));
      } catch (BindException taken) {
        first.close();
        if (left == 0) throw taken;
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Everybody's databases. */
  public List<Database> databases() {
    return List.of(issuerData, acquirerData, clearingData);
  }

  public static Database database(String... migrations) {
    String name = "w" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    return Database.open(
        SERVER.database(name, name, "tests only".toCharArray()), migrations);
  }

  public static Vault vault() {
    Randomness randomness = Randomness.secure();
    return Vault.of(SecretBytes.random(Vault.KEY_OCTETS, randomness), randomness);
  }

  public ApiKeys staffKeys() {
    return ApiKeys.of(List.of(staff), CLOCK);
  }

  public ApiKeys authorityKeys() {
    return ApiKeys.of(List.of(authority), CLOCK);
  }

  private IssuerConfig issuerConfig() {
    return new IssuerConfig(
        new IssuerConfig.Bank("Bank of Aurora", "GB", new Bin("999001")),
        new OpeningPolicy(18, new Money(EUR, 1_000), new Money(EUR, 1_000_000), 36),
        Duration.ofDays(7),
        new IssuerConfig.Link(
            "127.0.0.1", 0, new Peers(ISSUER, Set.of(ACQUIRER), CLEARING)))
        .simulated(true);
  }

  private AcquirerConfig acquirerConfig(int clearingPort) {
    return new AcquirerConfig(
        ACQUIRER,
        new AcquirerConfig.Inbound("127.0.0.1", 0, Set.of(GATEWAY)),
        new AcquirerConfig.Peer(CLEARING, "127.0.0.1", clearingPort),
        List.of(
            new AcquirerConfig.Route(
                "999001", new AcquirerConfig.Peer(ISSUER, "127.0.0.1", issuer.port()))),
        PATIENCE);
  }

  private ClearingConfig clearingConfig(int clearingPort, int acquirerPort) {
    return new ClearingConfig(
        CLEARING,
        new ClearingConfig.Inbound("127.0.0.1", clearingPort),
        List.of(
            new ClearingConfig.Bank(ACQUIRER, "127.0.0.1", acquirerPort),
            new ClearingConfig.Bank(ISSUER, "127.0.0.1", issuer.port())),
        Optional.empty(),
        PATIENCE);
  }

  @Override
  public void close() {
    acquirer.close();
    clearing.close();
    issuer.close();
    acquirerData.close();
    clearingData.close();
    issuerData.close();
  }
}
