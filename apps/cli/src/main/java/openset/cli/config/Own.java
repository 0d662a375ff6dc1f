package openset.cli.config;

import java.nio.file.Path;
import openset.store.Address;

/**
 * What every participant has of its own.
 *
 * @param name its name in the world, also of its database, for example {@code lantern}
 * @param title its name for people
 * @param keyFile its PKCS#12 file, relative to the configuration's folder
 * @param keyPassphrase opens the key file
 * @param database its database
 */
public record Own(
    String name, String title, String keyFile, SecretSource keyPassphrase, DatabaseAt database) {
  /**
   * A participant's own database.
   *
   * @param url JDBC URL, without role and passphrase
   */
  public record DatabaseAt(String url, String role, SecretSource passphrase) {
    /**
     * Where it is and how its role gets in.
     *
     * @param folder the folder of the configuration
     */
    public Address address(Path folder) throws BadConfig {
      return new Address(url, role, passphrase.read(folder).toCharArray());
    }
  }
}
