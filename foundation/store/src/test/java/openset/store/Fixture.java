package openset.store;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The one server of this module's tests, and fresh databases on it. */
final class Fixture {
  static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final long RUN = ProcessHandle.current().pid();

  private Fixture() {}

  static char[] passphrase() {
    return "correct horse".toCharArray();
  }

  static Address fresh() {
    String name = "t" + RUN + "_" + COUNT.incrementAndGet();
    return SERVER.database(name, name, passphrase());
  }
}
