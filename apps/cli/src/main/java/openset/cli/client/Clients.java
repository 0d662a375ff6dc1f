package openset.cli.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import openset.cli.config.AcquirerSite;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.ConfigFile;
import openset.cli.config.IssuerSite;
import openset.cli.config.MerchantSite;
import openset.cli.config.SecretSource;
import openset.cli.config.WalletSite;
import openset.crypto.SecretBytes;
import openset.http.keys.ApiKey;
import openset.http.keys.ClientName;

/**
 * The ways to the APIs of a world's participants, by their configuration files: where each is, and
 * the key by which its own people get in.
 */
public final class Clients implements AutoCloseable {
  private static final String STAFF = "staff";

  private final Path folder;
  private final InstantSource shops;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /**
   * Ways to participants.
   *
   * @param folder of the configuration files, {@code name.json} each
   */
  public Clients(Path folder) {
    this(folder, InstantSource.system());
  }

  /** The same where the clock of the shops is {@code shops}. */
  public Clients(Path folder, InstantSource shops) {
    this.folder = folder;
    this.shops = shops;
  }

  /** A shop, with its staff's key. */
  public ShopClient shop(String name) throws BadConfig {
    MerchantSite site = ConfigFile.read(file(name), MerchantSite.class);
    return kept(
        new ShopClient(
            name, site.http().http(), Optional.of(key(site.staffKey(), STAFF)), shops));
  }

  /** A wallet, with its owner's key. */
  public WalletClient wallet(String name) throws BadConfig {
    WalletSite site = ConfigFile.read(file(name), WalletSite.class);
    return kept(new WalletClient(name, site.http().http(), key(site.ownerKey(), "owner")));
  }

  /** An issuer, with its staff's key. */
  public BankClient issuer(String name) throws BadConfig {
    IssuerSite site = ConfigFile.read(file(name), IssuerSite.class);
    return bank(name, site.http().http(), site.staffKey());
  }

  /** An acquirer, with its staff's key. */
  public BankClient acquirer(String name) throws BadConfig {
    AcquirerSite site = ConfigFile.read(file(name), AcquirerSite.class);
    return bank(name, site.http().http(), site.staffKey());
  }

  /** A clearing house, with its staff's key. */
  public BankClient clearing(String name) throws BadConfig {
    ClearingSite site = ConfigFile.read(file(name), ClearingSite.class);
    return bank(name, site.http().http(), site.staffKey());
  }

  /** An issuer's people who look after disputes. */
  public DisputeClient disputes(String name) throws BadConfig {
    IssuerSite site = ConfigFile.read(file(name), IssuerSite.class);
    return kept(new DisputeClient(name, site.http().http(), key(site.staffKey(), STAFF)));
  }

  /** The desk of a merchant at an acquirer that gave it a key. */
  public MerchantDeskClient merchantDesk(String acquirer, String merchant) throws BadConfig {
    AcquirerSite site = ConfigFile.read(file(acquirer), AcquirerSite.class);
    SecretSource key =
        site.merchants().stream()
            .filter(contract -> contract.id().equals(merchant))
            .flatMap(contract -> contract.desk().stream())
            .map(AcquirerSite.Desk::key)
            .findFirst()
            .orElseThrow();
    return kept(new MerchantDeskClient(acquirer, site.http().http(), key(key, merchant)));
  }

  private BankClient bank(String name, URI http, SecretSource staff) throws BadConfig {
    return kept(new BankClient(name, http, Optional.of(key(staff, STAFF))));
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }

  private ApiKey key(SecretSource source, String client) throws BadConfig {
    byte[] secret = source.read(folder).getBytes(StandardCharsets.UTF_8);
    return new ApiKey(
        new ClientName(client), SecretBytes.of(secret), ApiKey.Scheme.SIGNED);
  }

  private <T extends AutoCloseable> T kept(T client) {
    open.push(client);
    return client;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a client cannot be closed", e);
      }
    }
  }
}
