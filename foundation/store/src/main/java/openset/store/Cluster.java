package openset.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The data directory of an embedded server, and the programs that work on it. */
final class Cluster {
  private final Path directory;
  private final Binaries binaries;

  Cluster(Path directory, Binaries binaries) {
    this.directory = directory;
    this.binaries = binaries;
  }

  /** Where the data are. */
  Path data() {
    return directory.resolve("data");
  }

  /** Where the server writes what it has to say. */
  Path log() {
    return directory.resolve("server.log");
  }

  /** Makes the data directory where it is missing; the superuser is {@code postgres}. */
  void make(char[] superuserPassphrase) throws IOException {
    if (Files.isDirectory(data())) {
      return;
    }
    // Under another name first, so that a crash leaves no half-made data directory.
    Path unfinished = directory.resolve("data-unfinished");
    Binaries.delete(unfinished);
    Path secret = directory.resolve("superuser");
    try {
      writeOwnerOnly(secret, superuserPassphrase);
      run(
          "initdb",
          List.of(
              "-D", unfinished.toString(),
              "-U", "postgres",
              "-A", "scram-sha-256",
              "--pwfile", secret.toString(),
              "-E", "UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8"));
    } finally {
      Files.deleteIfExists(secret);
    }
    Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes how the server is to run, anew at every start. */
  void configure(int port, int connectionsMax) throws IOException {
    Files.writeString(
        data().resolve("postgresql.conf"),
        """
        listen_addresses = '127.0.0.1'
        port = %d
        # TCP only: no socket file is left behind by a kill -9.
        unix_socket_directories = ''
        max_connections = %d
        shared_buffers = '128MB'
        max_wal_size = '1GB'
        checkpoint_timeout = '15min'
        jit = off
        io_method = sync
        timezone = 'UTC'
        password_encryption = 'scram-sha-256'
        # What is committed stays.
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        # The log names errors, never statements, parameters or rows.
        log_timezone = 'UTC'
        log_statement = 'none'
        log_error_verbosity = terse
        log_min_error_statement = panic
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        """
            .formatted(port, connectionsMax));
    Files.writeString(
        data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
  }

  /**
   * Runs a program of the server and waits for it.
   *
   * @throws IOException when it fails, with what it said
   */
  void run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      // The server refuses to run as root; in a user namespace of its own it is nobody.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.program(program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(directory.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        boolean noNamespace = said.startsWith("unshare:");
        throw new IOException(
            program
                + " failed: "
                + said.strip()
                + (noNamespace ? "; run as an ordinary user, or use --database URL" : ""));
      }
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", interrupted);
    }
  }

  private static void writeOwnerOnly(Path file, char[] text) throws IOException {
    Files.deleteIfExists(file);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(bytes);
    } finally {
      Arrays.fill(bytes.array(), (byte) 0);
    }
  }
}
