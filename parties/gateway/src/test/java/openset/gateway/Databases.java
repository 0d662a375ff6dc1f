package openset.gateway;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** Fresh databases on the one server of this module's tests. */
final class Databases {
  static final Path FILES = Path.of("target/pg");

  private static final EmbeddedServer SERVER = EmbeddedServer.start(FILES);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String RUN = "g" + ProcessHandle.current().pid() + "_";

  private Databases() {}

  static Database fresh() {
    String name = RUN + COUNT.incrementAndGet();
    return Database.open(
        SERVER.database(name, name, "tests only".toCharArray()), Gateway.MIGRATIONS);
  }
}
