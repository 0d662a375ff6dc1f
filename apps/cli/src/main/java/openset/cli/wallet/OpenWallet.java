package openset.cli.wallet;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openset.cardholder.Wallet;
import openset.cli.serve.SetPeers;
import openset.cli.watch.Watch;
import openset.crypto.KeyFile;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.http.MediaType;
import openset.pages.wallet.WalletConfig;
import openset.pki.Trust;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.store.Database;
import openset.store.EmbeddedServer;
import openset.store.StoreFailed;

/** A wallet, opened with its passphrase: its database runs until it is closed. */
final class OpenWallet implements AutoCloseable {
  private static final String NAME = "wallet";
  private static final String SOFTWARE = "OpenSET/0.1";
  private static final int CONNECTIONS = 4;
  private static final int CONNECTIONS_OF_SERVER = 20;

  private final WalletConfig config;
  private final Deque<AutoCloseable> care = new ArrayDeque<>();
  private Wallet wallet;

  private OpenWallet(WalletConfig config) {
    this.config = config;
  }

  /**
   * Opens the wallet in {@code home}.
   *
   * @param fresh whether revocation lists must be today's: whoever pays or registers needs them
   */
  static OpenWallet open(WalletHome home, char[] passphrase, boolean fresh) throws Stopped {
    OpenWallet open = new OpenWallet(home.read());
    try {
      open.begin(home, home.open(passphrase), fresh);
      return open;
    } catch (StoreFailed e) {
      open.close();
      throw new Stopped(
          "The wallet's database does not start: " + e.getMessage(),
          "钱包的数据库无法启动：" + e.getMessage());
    } catch (Stopped | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  private void begin(WalletHome home, KeyFile keys, boolean fresh) throws Stopped {
    Trust trust = new HeldTrust(config, home.trust()).current(fresh, Instant.now());
    Database database = database(home, secret(keys, WalletHome.DATABASE));
    Vault vault = Vault.of(secret(keys, WalletHome.VAULT), Randomness.secure());
    Set<URI> authorities =
        config.brands().stream().map(WalletConfig.Brand::cca).collect(Collectors.toSet());
    SetPeers peers =
        care(
            new SetPeers(
                NAME,
                new Watch(),
                to ->
                    authorities.contains(to)
                        ? MediaType.SET_REGISTRATION
                        : MediaType.SET_PAYMENT));
    Policy policy = Policy.standard(SOFTWARE);
    Keyring none = new Keyring(List.of(), List.of());
    wallet =
        care(
            Wallet.open(
                Wallet.Setup.standard(NAME),
                new Wallet.Given(
                    database,
                    vault,
                    keys,
                    peers,
                    () -> new Means(Instant.now(), Randomness.secure(), trust, none, policy),
                    InstantSource.system())));
  }

  private Database database(WalletHome home, SecretBytes secret) {
    char[] passphrase = secret.use(HexFormat.of()::formatHex).toCharArray();
    EmbeddedServer server =
        care(
            EmbeddedServer.start(
                new EmbeddedServer.Options(
                    home.database(), 0, passphrase, CONNECTIONS_OF_SERVER)));
    return care(
        Database.open(
            server.database(NAME, NAME, passphrase), CONNECTIONS, List.of(Wallet.MIGRATIONS)));
  }

  private static SecretBytes secret(KeyFile keys, String alias) throws Stopped {
    try {
      return keys.secret(alias);
    } catch (KeyFile.Unusable e) {
      throw new Stopped(e.getMessage() + ".", e.getMessage() + "。");
    }
  }

  private <T extends AutoCloseable> T care(T thing) {
    care.push(thing);
    return thing;
  }

  Wallet wallet() {
    return wallet;
  }

  WalletConfig config() {
    return config;
  }

  @Override
  public void close() {
    while (!care.isEmpty()) {
      try {
        care.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot be closed", e);
      }
    }
  }
}
