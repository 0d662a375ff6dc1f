package openset.cli.wallet;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.http.MediaType;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.ResourceClient;
import openset.http.json.Json;
import openset.pages.wallet.WalletConfig;

/**
 * The folder of a wallet, for its owner only.
 *
 * <pre>
 * wallet.json   which brands it knows and whom it trusts, as the wallet's host told it
 * wallet.p12    the keys of its cards, of its vault and of its database, under the passphrase
 * trust.der     certificates and revocation lists that it holds
 * pg/           its database: cards and purchases, sealed
 * </pre>
 *
 * @param folder where it lies
 */
record WalletHome(Path folder) {
  static final String VAULT = "vault";
  static final String DATABASE = "database";

  Path keys() {
    return folder.resolve("wallet.p12");
  }

  Path config() {
    return folder.resolve("wallet.json");
  }

  Path trust() {
    return folder.resolve("trust.der");
  }

  Path database() {
    return folder.resolve("pg");
  }

  /** Whether there is a wallet. */
  boolean exists() {
    return Files.exists(keys()) && Files.exists(config());
  }

  /**
   * Makes a wallet that knows what the wallet's host at {@code from} says.
   *
   * @param from where the wallet for browsers is served; its {@code config.json} is read
   */
  void make(URI from, char[] passphrase) throws Stopped {
    byte[] told = fetched(from);
    try {
      Json.read(WalletConfig.class, told);
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      KeyFile file = KeyFile.create(keys(), Passphrase.of(new String(passphrase)));
      file.put(VAULT, SecretBytes.random(Vault.KEY_OCTETS, Randomness.secure()));
      file.put(DATABASE, SecretBytes.random(32, Randomness.secure()));
      file.save();
      Files.write(config(), told);
    } catch (Json.Malformed e) {
      throw new Stopped(
          from + " does not say what a wallet must know.", from + " 没有提供钱包所需的信息。");
    } catch (IOException | KeyFile.Unusable e) {
      throw new Stopped(
          "No wallet can be made in " + folder + ": " + e.getMessage(),
          "无法在 " + folder + " 建立钱包：" + e.getMessage());
    }
  }

  private static byte[] fetched(URI from) throws Stopped {
    try (ResourceClient client = new ResourceClient(ClientLimits.USUAL)) {
      return client.get(from.resolve("/config.json"), MediaType.JSON);
    } catch (HttpFailure e) {
      throw new Stopped(
          "Nothing answers at " + from + ": " + e.getMessage(),
          from + " 没有应答：" + e.getMessage());
    }
  }

  /** What the wallet knows. */
  WalletConfig read() throws Stopped {
    try {
      return Json.read(WalletConfig.class, Files.readAllBytes(config()));
    } catch (IOException | Json.Malformed e) {
      throw new Stopped(config() + " cannot be read.", "无法读取 " + config() + "。");
    }
  }

  /** The key file, opened. */
  KeyFile open(char[] passphrase) throws Stopped {
    try {
      return KeyFile.load(keys(), Passphrase.of(new String(passphrase)));
    } catch (KeyFile.Unusable e) {
      throw e.reason() == KeyFile.Reason.WRONG_PASSPHRASE
          ? new Stopped("That is not the wallet's passphrase.", "钱包口令不正确。")
          : new Stopped(e.getMessage() + ".", e.getMessage() + "。");
    } catch (IOException e) {
      throw new Stopped(keys() + " cannot be read.", "无法读取 " + keys() + "。");
    }
  }
}
