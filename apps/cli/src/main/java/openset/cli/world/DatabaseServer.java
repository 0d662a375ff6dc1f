package openset.cli.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import openset.cli.config.BadConfig;
import openset.cli.config.SecretSource;
import openset.store.Address;
import openset.store.EmbeddedServer;
import openset.store.ExistingServer;
import openset.store.Server;

/**
 * Which PostgreSQL server a world's databases lie on.
 *
 * @param existing somebody's server; empty for one of our own below the world's folder
 */
public record DatabaseServer(Optional<Existing> existing) {
  /** A server of our own, on the port 99 after the world's first. */
  public static final DatabaseServer EMBEDDED = new DatabaseServer(Optional.empty());

  /**
   * A server that runs already.
   *
   * @param url JDBC URL of a database that the role may enter
   * @param role may make roles and databases
   * @param passphrase its passphrase
   */
  public record Existing(String url, String role, String passphrase) {
    @Override
    public String toString() {
      return role + " at " + url;
    }
  }

  /** Tells one server from another. */
  String name(Ports ports) {
    return existing.map(Existing::url).orElse("embedded:" + ports.database());
  }

  Server start(Path folder, Ports ports) throws BadConfig, IOException {
    if (existing.isPresent()) {
      Existing at = existing.get();
      return ExistingServer.at(new Address(at.url(), at.role(), at.passphrase().toCharArray()));
    }
    World.secret(folder, "postgres");
    String passphrase = SecretSource.inFile("secrets/postgres").read(folder);
    return EmbeddedServer.start(
        new EmbeddedServer.Options(
            folder.resolve("pg"), ports.database(), passphrase.toCharArray()));
  }
}
