package openset.cli.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openset.cli.config.AgreedTerms;
import openset.cli.config.BadConfig;
import openset.cli.config.Host;
import openset.cli.config.MerchantSite;
import openset.cli.config.Own;
import openset.cli.config.Remote;
import openset.cli.config.SecretSource;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.http.acquirer.SettlementsClient;
import openset.http.authority.RevocationClient;
import openset.http.clearing.HouseClient;
import openset.http.clearing.RatesClient;
import openset.http.client.ClientLimits;
import openset.http.client.JsonClient;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import openset.iso8583.LinkTerms;
import openset.iso8583.file.HouseFiles;
import openset.issuer.exchange.HouseRates;
import openset.issuer.registration.CardCertificates;
import openset.merchant.settlement.Settlements;
import openset.store.Database;

/**
 * What a participant has of its own, opened: its key file, the vault whose key lies in it, its
 * database. Closing it closes what was put into its care, the last first.
 */
final class Premises implements AutoCloseable {
  private static final String VAULT = "vault";

  private final Path folder;
  private final Own own;
  private final Ground ground;
  private final Deque<AutoCloseable> care = new ArrayDeque<>();

  private Premises(Path folder, Own own, Ground ground) {
    this.folder = folder;
    this.own = own;
    this.ground = ground;
  }

  /** The premises of the participant configured in {@code file}. */
  static Premises of(Path file, Own own, Ground ground) {
    return new Premises(file.toAbsolutePath().getParent(), own, ground);
  }

  Ground ground() {
    return ground;
  }

  String name() {
    return own.name();
  }

  String title() {
    return own.title();
  }

  /** A path of the configuration. */
  Path path(String relative) {
    return folder.resolve(relative).normalize();
  }

  /** What was agreed about the host link that leads to that listener. */
  LinkTerms terms(Host listener) throws BadConfig {
    return AgreedTerms.of(listener, folder, ground.randomness());
  }

  /** The secret's characters. */
  String text(SecretSource source) throws BadConfig {
    return source.read(folder);
  }

  /** The secret's characters as UTF-8. */
  SecretBytes secret(SecretSource source) throws BadConfig {
    return SecretBytes.of(source.read(folder).getBytes(StandardCharsets.UTF_8));
  }

  /** The passphrase that {@code source} gives. */
  Passphrase passphrase(SecretSource source) throws BadConfig {
    return Passphrase.of(source.read(folder));
  }

  /** The key file, made where there is none yet. */
  KeyFile keys() throws CannotStart, BadConfig {
    Path path = path(own.keyFile());
    Passphrase passphrase = passphrase(own.keyPassphrase());
    try {
      if (Files.exists(path)) return KeyFile.load(path, passphrase);
      Files.createDirectories(path.getParent());
      return KeyFile.create(path, passphrase);
    } catch (IOException | KeyFile.Unusable e) {
      throw new CannotStart(name(), e.getMessage());
    }
  }

  /** The vault whose key lies in {@code keys}, put there the first time. */
  Vault vault(KeyFile keys) throws CannotStart {
    try {
      if (!keys.aliases().contains(VAULT)) {
        keys.put(VAULT, SecretBytes.random(Vault.KEY_OCTETS, ground.randomness()));
        keys.save();
      }
      return Vault.of(keys.secret(VAULT), ground.randomness());
    } catch (IOException | KeyFile.Unusable e) {
      throw new CannotStart(name(), e.getMessage());
    }
  }

  /** The database with these tables, in our care. */
  Database database(String... migrations) throws BadConfig {
    return care(Database.open(own.database().address(folder), migrations));
  }

  /**
   * Shows what passes on its host links.
   *
   * @param listener the name of its own listener, whose messages the other ends show
   */
  IsoTap tap(String listener) {
    return new IsoTap(ground.watch(), ground.clock(), name(), listener);
  }

  /** The API key of one client, as both ends are told it. */
  ApiKey apiKey(String client, SecretSource secret) throws BadConfig {
    return new ApiKey(new ClientName(client), secret(secret), ApiKey.Scheme.SIGNED);
  }

  /** The clearing house's files, as a bank reaches them under its institution code. */
  HouseFiles houseFiles(String institution, Remote house) throws BadConfig {
    return new HouseClient(client(institution, house), house.url());
  }

  /** The clearing house's rates of exchange, likewise. */
  HouseRates houseRates(String institution, Remote house) throws BadConfig {
    return new RatesClient(client(institution, house), house.url());
  }

  /** The authority, as an issuer has certificates revoked there under its BIN. */
  CardCertificates certificates(String bin, Remote authority) throws BadConfig {
    return new RevocationClient(client(bin, authority), authority.url());
  }

  /** What the acquirers of these brands say that they settled. */
  Settlements settlements(List<MerchantSite.Brand> brands) throws BadConfig {
    Map<String, Settlements> byBrand = new HashMap<>();
    for (MerchantSite.Brand brand : brands) {
      if (brand.statement().isEmpty()) continue;
      Remote at = brand.statement().get();
      byBrand.put(
          brand.brand(), new SettlementsClient(client(brand.merchantId(), at), at.url()));
    }
    return (brand, xid) ->
        byBrand.getOrDefault(brand.name(), Settlements.NONE).of(brand, xid);
  }

  private JsonClient client(String institution, Remote house) throws BadConfig {
    JsonClient.Security security = JsonClient.Security.of(apiKey(institution, house.apiKey()));
    return care(
        new JsonClient(ClientLimits.USUAL, security, ground.clock(), ground.randomness()));
  }

  /** What a route takes that only this client may call. */
  ApiKeys onlyFor(String client, SecretSource secret) throws BadConfig {
    return ApiKeys.of(List.of(apiKey(client, secret)), ground.clock());
  }

  /** What a route takes that only holders of these keys may call. */
  ApiKeys onlyFor(List<ApiKey> keys) {
    return ApiKeys.of(keys, ground.clock());
  }

  /** Puts something into our care: closed with the premises. */
  <T extends AutoCloseable> T care(T thing) {
    care.push(thing);
    return thing;
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
