package openset.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import openset.store.Address;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** The database of this module's tests; each test takes accounts of its own in it. */
final class Books {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final int EUR = 978;
  static final int JPY = 392;

  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Books() {}

  static Database fresh() {
    String name = "t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    Address address = SERVER.database(name, name, "correct horse".toCharArray());
    return Database.open(address, Ledger.MIGRATIONS);
  }

  static TransferId id(String what) {
    return TransferId.of(what + " " + COUNT.incrementAndGet());
  }

  static AccountCode account(String what) {
    return AccountCode.of(what + "/" + COUNT.incrementAndGet());
  }

  static Money euro(long cents) {
    return new Money(EUR, cents);
  }
}
