package openset.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that answers for a running embedded server, by its id and start: after a kill -9 the
 * server lives on, and the next process takes it over.
 */
final class Owner {
  private Owner() {}

  /** Makes this process the owner. */
  static void record(Path directory) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Files.writeString(file(directory), self.pid() + " " + startOf(self));
  }

  /** Leaves the server without an owner. */
  static void clear(Path directory) throws IOException {
    Files.deleteIfExists(file(directory));
  }

  /** Whether no living process answers for the server. */
  static boolean isGone(Path directory) throws IOException {
    if (!Files.exists(file(directory))) {
      return true;
    }
    String[] words = Files.readString(file(directory)).split(" ", 2);
    if (words.length != 2 || !words[0].matches("[0-9]{1,18}")) {
      return true;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(words[0]));
    return process.filter(found -> startOf(found).equals(words[1])).isEmpty();
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static Path file(Path directory) {
    return directory.resolve("owner");
  }
}
