package openset.cli.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openset.cli.config.BadConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a command that say where a world lives. */
public final class DataOptions {
  private static final String PASSWORD = "OPENSET_DATABASE_PASSWORD";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything lives (default: .openset beside the launcher).")
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "BASE",
      description = "The first of a block of 100 ports (default: 7700).")
  private Integer port;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "JDBC URL of a PostgreSQL server to use instead of an embedded one.",
        "The passphrase comes from the environment: " + PASSWORD + "."
      })
  private String database;

  @Option(
      names = "--database-user",
      paramLabel = "ROLE",
      defaultValue = "postgres",
      description = "A role there that may make roles and databases (default: ${DEFAULT-VALUE}).")
  private String user;

  /** Opens the world, and makes what is missing of it. */
  public World open() throws BadConfig, IOException {
    return World.open(folder(), Optional.ofNullable(port), server());
  }

  /** Opens a world that was made before; a call of the command is wrong where there is none. */
  public World existing() throws BadConfig, IOException {
    if (!Files.exists(folder().resolve("world.json"))) {
      throw new ParameterException(
          command.commandLine(),
          "There is no world in " + folder() + "; 'openset demo' makes one.");
    }
    return open();
  }

  /** The folder it lies in. */
  public Path folder() {
    if (data != null) return data.toAbsolutePath().normalize();
    return Path.of(System.getProperty("openset.home", "."), ".openset")
        .toAbsolutePath()
        .normalize();
  }

  private DatabaseServer server() throws BadConfig {
    if (database == null) return DatabaseServer.EMBEDDED;
    String passphrase = System.getenv(PASSWORD);
    if (passphrase == null || passphrase.isEmpty()) {
      throw new BadConfig("The environment variable " + PASSWORD + " is not set.");
    }
    return new DatabaseServer(
        Optional.of(new DatabaseServer.Existing(database, user, passphrase)));
  }
}
