package openset.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server's first process on a data directory: started, found running, stopped.
 *
 * @param cluster the data directory it works on
 * @param port on 127.0.0.1
 */
record Postmaster(Cluster cluster, int port) {
  private static final int TRIES_MAX = 300;
  private static final int START_TRIES_MAX = 10;
  private static final String CANNOT_CONNECT_NOW = "57P03";
  private static final String CONNECTION_REFUSED = "08001";

  /** Starts the server and waits until it takes connections. */
  static Postmaster start(Cluster cluster, EmbeddedServer.Options options) throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = options.port() == 0 ? freePort() : options.port();
      cluster.configure(port, options.connectionsMax());
      try {
        cluster.run(
            "pg_ctl",
            List.of(
                "start", "-w", "-t", "60",
                "-D", cluster.data().toString(),
                "-l", cluster.log().toString()));
        return new Postmaster(cluster, port);
      } catch (IOException failure) {
        String why = lastWords(cluster.log(), failure);
        // Somebody took the free port in between; or, after a kill -9, the dead server's children
        // have not quite ended.
        boolean passing = options.port() == 0 || why.contains("shared memory block");
        if (!passing || attempt == START_TRIES_MAX) {
          throw new IOException(why);
        }
      }
    }
  }

  /**
   * The server that already runs on the data directory, if one does. A lock file that names a
   * process which is no such server any more, as after a crash of the machine, is removed.
   */
  static Optional<Postmaster> running(Cluster cluster, char[] passphrase)
      throws IOException, SQLException {
    Path file = cluster.data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    Optional<ProcessHandle> process =
        lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst()));
    if (process.isEmpty()) {
      // The server itself makes sure that no orphan of the dead one still writes.
      return Optional.empty();
    }
    if (lines.size() < 4 || !isServer(process.get())) {
      Files.delete(file);
      return Optional.empty();
    }
    Postmaster found = new Postmaster(cluster, Integer.parseInt(lines.get(3)));
    return found.answers(process.get(), passphrase) ? Optional.of(found) : Optional.empty();
  }

  /** How to enter as superuser. */
  Address superuser(char[] passphrase) {
    return new Address("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", passphrase);
  }

  /** Stops the server, rolling back what is open. */
  void stop() throws IOException {
    if (Files.exists(cluster.data().resolve("postmaster.pid"))) {
      cluster.run(
          "pg_ctl",
          List.of("stop", "-m", "fast", "-w", "-t", "60", "-D", cluster.data().toString()));
    }
  }

  private static boolean isServer(ProcessHandle process) {
    return process.info().command().map(path -> path.endsWith("/postgres")).orElse(false);
  }

  /** Waits while it starts or ends; true when it takes connections and has our data directory. */
  private boolean answers(ProcessHandle process, char[] passphrase)
      throws IOException, SQLException {
    for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
      try (Connection connection = Provision.connect(superuser(passphrase));
          Statement sql = connection.createStatement();
          ResultSet rows = sql.executeQuery("show data_directory")) {
        rows.next();
        if (Path.of(rows.getString(1)).toRealPath().equals(cluster.data().toRealPath())) {
          return true;
        }
        throw new IOException("another server has port " + port);
      } catch (SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (!CANNOT_CONNECT_NOW.equals(state) && !CONNECTION_REFUSED.equals(state)) {
          throw failure;
        }
      }
      if (endsWithin(process, 100)) {
        return false;
      }
    }
    throw new IOException("the running server does not take connections");
  }

  private static boolean endsWithin(ProcessHandle process, long millis) throws IOException {
    try {
      process.onExit().get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException | InterruptedException failure) {
      throw new IOException("interrupted while waiting for the server", failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String lastWords(Path log, IOException failure) throws IOException {
    if (!Files.exists(log)) {
      return failure.getMessage();
    }
    List<String> lines = Files.readAllLines(log);
    List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
    return failure.getMessage() + "\n" + String.join("\n", last);
  }
}
