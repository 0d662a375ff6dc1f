package openset.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A process made to be killed: it starts a server, and for each step stores message, state and
 * effect in one transaction, says so on its standard output, and never performs the effect.
 */
final class Shopkeeper {
  static final String NODE = "shop";
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private Shopkeeper() {}

  static ConversationKey key(int step) {
    return ConversationKey.of(("step " + step).getBytes(UTF_8));
  }

  static Address address(Server server, String shop) {
    return server.database(shop, shop, Fixture.passphrase());
  }

  /** Arguments: the server's directory, the name of the database. */
  public static void main(String[] arguments) {
    EmbeddedServer.Options options =
        new EmbeddedServer.Options(Path.of(arguments[0]), 0, Fixture.passphrase());
    EmbeddedServer server = EmbeddedServer.start(options);
    Database database = Database.open(address(server, arguments[1]));
    for (int step = 1; ; step++) {
      store(database.transactions(), key(step));
      System.out.println("stored " + step);
    }
  }

  private static void store(Transactions store, ConversationKey key) {
    store.perform(
        tx -> {
          Exchange in = Exchange.in("cardholder", key.bytes());
          tx.journal().append(new JournalMessage(key, in, "PReq", new byte[2000], NOW));
          tx.conversations().save(key, "sale", 0, new byte[] {1});
          tx.outbox().add(new Effect(key, "send", "gateway", key.bytes()), NOW);
        });
    store.inTransaction(
        tx -> tx.outbox().claimDue(new Effect.Claim(NODE, NOW, NOW.plusSeconds(3600), 1)));
  }
}
