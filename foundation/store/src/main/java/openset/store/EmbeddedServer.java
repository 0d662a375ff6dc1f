package openset.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A PostgreSQL server of our own on 127.0.0.1, durable like any other: programs, data and log live
 * below one directory and are kept between runs. Starts as root and as an ordinary user. If a
 * server already runs on that directory it is used, and stopped at the end only when the process
 * that started it is gone.
 *
 * <p>In a test: {@code static final EmbeddedServer SERVER =
 * EmbeddedServer.start(Path.of("target/pg"));}
 */
public final class EmbeddedServer implements Server {
  // A file lock keeps other processes out, but not other threads of this one.
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();
  private static final char[] NO_SECRET = "tests only".toCharArray();

  private final Path directory;
  private final Postmaster postmaster;
  private final Address superuser;
  private final boolean ours;
  private boolean closed;

  private EmbeddedServer(Path directory, Postmaster postmaster, Address superuser, boolean ours) {
    this.directory = directory;
    this.postmaster = postmaster;
    this.superuser = superuser;
    this.ours = ours;
  }

  /**
   * How to run the server.
   *
   * @param directory for everything it needs; made where missing, for its owner only
   * @param port on 127.0.0.1; 0 for any free one. A server that runs already keeps its own.
   * @param superuserPassphrase set when the data directory is made, asked for ever after
   * @param connectionsMax over all participants
   */
  public record Options(Path directory, int port, char[] superuserPassphrase, int connectionsMax) {
    /** Two hundred connections: seven participants with their pools, and room for an operator. */
    public Options(Path directory, int port, char[] superuserPassphrase) {
      this(directory, port, superuserPassphrase, 200);
    }

    /** Refuses what the server could not take. */
    public Options {
      Objects.requireNonNull(directory);
      if (port < 0 || port > 65_535 || connectionsMax < 1 || superuserPassphrase.length == 0) {
        throw new IllegalArgumentException("port, connections or passphrase out of range");
      }
    }

    @Override
    public String toString() {
      return "embedded server in " + directory;
    }
  }

  /**
   * Starts the server, or finds it running.
   *
   * @throws StoreFailed with the reason, the last lines of the server's log included
   */
  public static EmbeddedServer start(Options options) {
    return start(options, false);
  }

  /**
   * A server for tests: any free port, a superuser whose passphrase is no secret, stopped when the
   * JVM ends. It begins without any database, unless a living process already runs it.
   */
  public static EmbeddedServer start(Path directory) {
    EmbeddedServer server = start(new Options(directory, 0, NO_SECRET), true);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop PostgreSQL"));
    return server;
  }

  private static EmbeddedServer start(Options options, boolean forTests) {
    Path directory = options.directory().toAbsolutePath().normalize();
    THIS_PROCESS.lock();
    try {
      ownDirectory(directory);
      try (FileChannel file = lockFile(directory);
          FileLock lock = file.lock()) {
        Objects.requireNonNull(lock);
        return forTests ? startedEmpty(directory, options) : started(directory, options);
      }
    } catch (IOException | SQLException failure) {
      throw new StoreFailed(
          "PostgreSQL does not start in " + directory + ".", failure);
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  @Override
  public Address database(String database, String role, char[] passphrase) {
    return Provision.database(superuser, database, role, passphrase);
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return postmaster.port();
  }

  /** Whether {@link #close} stops the server: it is not another living process's. */
  public boolean ours() {
    return ours;
  }

  /**
   * Stops the server in good order if it is ours: open transactions are rolled back.
   *
   * @throws StoreFailed when it does not stop
   */
  @Override
  public void close() {
    THIS_PROCESS.lock();
    try {
      if (ours && !closed) {
        closed = true;
        stop();
      }
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private void stop() {
    try (FileChannel file = lockFile(directory);
        FileLock lock = file.lock()) {
      Objects.requireNonNull(lock);
      postmaster.stop();
      Owner.clear(directory);
    } catch (IOException failure) {
      throw new StoreFailed("PostgreSQL does not stop.", failure);
    }
  }

  /**
   * Throws away what an earlier run of tests left. Only data that a server for tests was seen on,
   * with its open passphrase, is ever thrown away.
   */
  private static EmbeddedServer startedEmpty(Path directory, Options options)
      throws IOException, SQLException {
    Path mark = directory.resolve("for-tests");
    if (Files.exists(mark) && Owner.isGone(directory)) {
      Cluster cluster = new Cluster(directory, Binaries.in(directory));
      var left = Postmaster.running(cluster, options.superuserPassphrase());
      if (left.isPresent()) {
        left.get().stop();
      }
      Binaries.delete(cluster.data());
      Files.deleteIfExists(cluster.log());
    }
    EmbeddedServer server = started(directory, options);
    Files.writeString(mark, "Its data may be thrown away.\n");
    return server;
  }

  private static EmbeddedServer started(Path directory, Options options)
      throws IOException, SQLException {
    Cluster cluster = new Cluster(directory, Binaries.in(directory));
    char[] passphrase = options.superuserPassphrase().clone();
    cluster.make(passphrase);
    var found = Postmaster.running(cluster, passphrase);
    if (found.isPresent()) {
      boolean ours = Owner.isGone(directory);
      if (ours) {
        Owner.record(directory);
      }
      return new EmbeddedServer(
          directory, found.get(), found.get().superuser(passphrase), ours);
    }
    Owner.record(directory);
    Postmaster postmaster = Postmaster.start(cluster, options);
    Address superuser = postmaster.superuser(passphrase);
    try {
      Provision.closeCommonDatabases(superuser);
    } catch (SQLException failure) {
      postmaster.stop();
      throw failure;
    }
    return new EmbeddedServer(directory, postmaster, superuser, true);
  }

  private static void ownDirectory(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  private static FileChannel lockFile(Path directory) throws IOException {
    return FileChannel.open(
        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
