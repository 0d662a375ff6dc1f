package openset.cli.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.cli.config.BadConfig;
import openset.cli.config.ConfigFile;
import openset.cli.config.SecretSource;
import openset.cli.config.Site;
import openset.crypto.Randomness;
import openset.store.Address;
import openset.store.Server;

/**
 * The demo world in a folder: configuration, secrets, keys, databases. Opening it makes what is
 * missing and changes nothing else.
 *
 * <pre>
 * world.json    ports and databases
 * config/       a file for each participant, for `openset serve`
 * secrets/      passphrases and API keys, for their owner only
 * keys/         a PKCS#12 file for each participant
 * authority/    the authorities' keys and certificates; root.der
 * trust/        what each participant holds of certificates and revocation lists
 * pg/           the embedded PostgreSQL server
 * </pre>
 */
public final class World implements AutoCloseable {
  /** Where the ports begin unless told otherwise. */
  public static final int BASE = 7700;

  /** Rises when a world made before cannot be used any more. */
  static final int EDITION = 10;

  private static final int THEATRE = 5;

  private final Path folder;
  private final Record record;
  private final Plan plan;
  private final Server server;

  /**
   * What is kept of a world.
   *
   * @param edition by which plan it was made; absent before there were several
   * @param base its first port
   * @param server names the database server
   * @param databases JDBC URL of each participant's own database
   */
  record Record(
      Optional<Integer> edition, int base, String server, Map<String, String> databases) {}

  private World(Path folder, Record record, Server server) {
    this.folder = folder;
    this.record = record;
    this.plan = new Plan(new Ports(record.base()), record.databases());
    this.server = server;
  }

  /**
   * Opens the world in {@code folder} and starts its database server; makes what is missing.
   *
   * @param base the first of its ports; the one it had where empty, else {@value #BASE}
   */
  public static World open(Path folder, Optional<Integer> base, DatabaseServer databases)
      throws BadConfig, IOException {
    Optional<Record> before = read(folder);
    if (before.isPresent()) check(before.get(), base, folder);
    Ports ports = new Ports(base.or(() -> before.map(Record::base)).orElse(BASE));
    secrets(folder);
    AuthorityCeremony.hold(folder);
    Server server = databases.start(folder, ports);
    try {
      Record record = record(folder, before, databases.name(ports), ports, server);
      World world = new World(folder, record, server);
      if (!before.equals(Optional.of(record))) world.write();
      return world;
    } catch (BadConfig | IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Record record(
      Path folder, Optional<Record> before, String name, Ports ports, Server server)
      throws BadConfig {
    Optional<Map<String, String>> known =
        before
            .filter(r -> r.server().equals(name))
            .map(Record::databases)
            .filter(urls -> urls.keySet().containsAll(Plan.names()));
    Map<String, String> databases =
        known.isPresent() ? known.get() : provision(folder, server);
    return new Record(Optional.of(EDITION), ports.base(), name, databases);
  }

  private static void check(Record before, Optional<Integer> base, Path folder)
      throws BadConfig {
    if (!before.edition().equals(Optional.of(EDITION))) {
      throw new BadConfig(
          "The world in " + folder + " was made by another version of OpenSET;"
              + " name another folder with --data.");
    }
    // The certificates of its shops name their web origins, and these name the ports.
    if (base.isPresent() && base.get() != before.base()) {
      throw new BadConfig(
          "The world in " + folder + " has its ports from " + before.base()
              + " on and cannot move; name another folder with --data.");
    }
  }

  private static Optional<Record> read(Path folder) throws BadConfig {
    Path file = folder.resolve("world.json");
    return Files.exists(file)
        ? Optional.of(ConfigFile.read(file, Record.class))
        : Optional.empty();
  }

  private static void secrets(Path folder) throws IOException {
    for (String name : Plan.names()) {
      for (String kind : List.of("keys", "database", "staff", "authority", "owner")) {
        secret(folder, name + "." + kind);
      }
    }
    secret(folder, "authority.ceremony");
    for (String name : Plan.merchantKeys()) secret(folder, name);
    for (String name : Plan.ratesKeys()) secret(folder, name);
    secret(folder, "theatre.database");
  }

  static void secret(Path folder, String name) throws IOException {
    SecretSource.create(folder.resolve("secrets").resolve(name), Randomness.secure());
  }

  private static Map<String, String> provision(Path folder, Server server) throws BadConfig {
    Map<String, String> urls = new LinkedHashMap<>();
    for (String name : Plan.names()) {
      String passphrase =
          SecretSource.inFile("secrets/" + name + ".database").read(folder);
      Address address = server.database(name, name, passphrase.toCharArray());
      urls.put(name, address.jdbcUrl());
    }
    return urls;
  }

  private void write() throws IOException {
    for (Map.Entry<String, Site> site : plan.sites().entrySet()) {
      ConfigFile.write(config(site.getKey()), site.getValue());
    }
    ConfigFile.write(folder.resolve("world.json"), record);
  }

  /** The configuration file of a participant. */
  public Path config(String name) {
    return folder.resolve("config").resolve(name + ".json");
  }

  /** All participants by name, in the order in which they start. */
  public Map<String, Site> sites() {
    return plan.sites();
  }

  /** Where its theatre listens. */
  public int theatrePort() {
    return record.base() + THEATRE;
  }

  /** The theatre's own database, made where it is missing. */
  public Address theatreDatabase() throws BadConfig {
    String passphrase = SecretSource.inFile("secrets/theatre.database").read(folder);
    return server.database("theatre", "theatre", passphrase.toCharArray());
  }

  /** The folder it lies in. */
  public Path folder() {
    return folder;
  }

  /** The first of its ports. */
  public int base() {
    return record.base();
  }

  /** Stops its database server, unless that is somebody else's. */
  @Override
  public void close() {
    server.close();
  }
}
