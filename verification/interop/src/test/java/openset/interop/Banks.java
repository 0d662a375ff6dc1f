package openset.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import openset.acquirer.Acquirer;
import openset.acquirer.AcquirerConfig;
import openset.acquirer.store.Merchant;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.gateway.Gateway;
import openset.iso8583.LinkTerms;
import openset.iso8583.secure.LinkKeys;
import openset.iso8583.table.LengthHeader;
import openset.iso8583.table.Variant;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.desk.AccountView;
import openset.issuer.opening.Opening.AccountOpened;
import openset.ledger.Ledger;
import openset.store.Database;
import openset.store.EmbeddedServer;
import openset.testkit.bank.AuroraBank;

/**
 * A real acquirer that asks a real issuer, each on its own database, over TCP: in BCD and with
 * message authentication codes, whatever gateways speak to the acquirer.
 */
final class Banks implements AutoCloseable {
  static final String ACQUIRER = AuroraBank.ACQUIRER;
  static final String GATEWAY = AuroraBank.GATEWAY;
  static final int EUR = AuroraBank.EUR;
  static final InstantSource CLOCK = InstantSource.system();
  private static final LinkTerms BETWEEN =
      LinkTerms.of(Variant.named("binary").orElseThrow(), LengthHeader.FOUR_OCTETS)
          .with(
              LinkKeys.of(
                  Map.of(
                      ACQUIRER, SecretBytes.random(LinkKeys.OCTETS, Randomness.secure())),
                  Randomness.secure()));
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Database issuerData = database(Ledger.MIGRATIONS, Issuer.MIGRATIONS);
  private final Database acquirerData = database(Ledger.MIGRATIONS, Acquirer.MIGRATIONS);
  private final Issuer issuer;
  final Acquirer acquirer;

  Banks() throws IOException {
    IssuerConfig config = AuroraBank.config(AuroraBank.link(0).with(BETWEEN));
    issuer = Issuer.start(config, issuerData, vault(), CLOCK, Randomness.secure());
    acquirer = Acquirer.start(acquirerConfig(), acquirerData, vault(), CLOCK);
    acquirer.agree(new Merchant("M-0001", "Lantern Books", "5942", 150, true));
  }

  /** Nothing is presented here, so nobody listens where the clearing house would. */
  private AcquirerConfig acquirerConfig() throws IOException {
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new AcquirerConfig(
          ACQUIRER,
          new AcquirerConfig.Inbound("127.0.0.1", 0, Set.of(GATEWAY)),
          new AcquirerConfig.Peer(
              AuroraBank.CLEARING, "127.0.0.1", nobody.getLocalPort()),
          List.of(
              new AcquirerConfig.Route(
                  AuroraBank.BIN,
                  new AcquirerConfig.Peer(
                      AuroraBank.ISSUER, "127.0.0.1", issuer.port(), BETWEEN))),
          Duration.ofSeconds(20));
    }
  }

  private static Database database(String... migrations) {
    String name = "i" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    return Database.open(
        SERVER.database(name, name, "a passphrase".toCharArray()), migrations);
  }

  /** A database for a gateway. */
  static Database gatewayData() {
    return database(Gateway.MIGRATIONS);
  }

  /** A vault with a key of its own. */
  static Vault vault() {
    return AuroraBank.vault();
  }

  AccountOpened openAccount(long limit) {
    return AuroraBank.opens(issuer, "a-" + COUNT.incrementAndGet(), limit);
  }

  AccountView.Amounts money(AccountOpened account) {
    return AuroraBank.money(issuer, account);
  }

  @Override
  public void close() {
    acquirer.close();
    issuer.close();
    acquirerData.close();
    issuerData.close();
  }
}
