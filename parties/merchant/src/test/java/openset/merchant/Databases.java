package openset.merchant;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** Fresh databases on the one server of this module's tests. */
public final class Databases {
  public static final Path FILES = Path.of("target/pg");

  private static final EmbeddedServer SERVER = EmbeddedServer.start(FILES);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String RUN = "m" + ProcessHandle.current().pid() + "_";

  private Databases() {}

  public static Database fresh() {
    String name = RUN + COUNT.incrementAndGet();
    return Database.open(
        SERVER.database(name, name, "tests only".toCharArray()), Merchant.MIGRATIONS);
  }
}
