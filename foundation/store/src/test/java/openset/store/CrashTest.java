package openset.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A party is killed between its commit and its effects, alone or together with the server. */
class CrashTest {
  private static final Path DIRECTORY = Path.of("target/pg-crash").toAbsolutePath();
  private static final int STEPS = 30;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void afterAKillEveryAcknowledgedRowIsThereAndEveryEffectStillToBeDone(boolean serverToo)
      throws Exception {
    String shop = "shop" + ProcessHandle.current().pid() + (serverToo ? "b" : "a");
    int acknowledged = runAndKill(shop, serverToo);

    var options = new EmbeddedServer.Options(DIRECTORY, 0, Fixture.passphrase());
    try (EmbeddedServer server = EmbeddedServer.start(options);
        Database database = Database.open(Shopkeeper.address(server, shop))) {
      assertThat(server.ours()).isTrue();
      Transactions store = database.transactions();
      store.perform(tx -> tx.outbox().release(Shopkeeper.NODE, Shopkeeper.NOW));
      var claim =
          new Effect.Claim("again", Shopkeeper.NOW, Shopkeeper.NOW.plusSeconds(1), 1_000_000);
      List<Effect.Claimed> effects = store.inTransaction(tx -> tx.outbox().claimDue(claim));
      Set<ConversationKey> toDo = new HashSet<>();
      effects.forEach(effect -> toDo.add(effect.effect().conversation()));

      // The step in work when the kill came may stand too, but whole or not at all.
      assertThat(effects).hasSizeBetween(acknowledged, acknowledged + 1);
      assertThat(toDo).hasSameSizeAs(effects);
      store.perform(
          tx -> {
            for (int step = 1; step <= effects.size(); step++) {
              ConversationKey key = Shopkeeper.key(step);
              assertThat(toDo).contains(key);
              assertThat(tx.journal().answerTo("cardholder", key.bytes())).isPresent();
              assertThat(tx.conversations().load(key, "sale")).isPresent();
            }
          });
      long all = store.inTransaction(tx -> tx.outbox().waiting());
      assertThat(all).isEqualTo(effects.size());
    }
  }

  /** Reads acknowledgements for a while, kills, and reads what was still on its way. */
  private static int runAndKill(String shop, boolean serverToo) throws IOException {
    Process party =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Shopkeeper.class.getName(),
                DIRECTORY.toString(),
                shop)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int acknowledged = 0;
    try (BufferedReader lines = party.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("stored ")) {
          acknowledged = Integer.parseInt(line.substring("stored ".length()));
        }
        if (acknowledged == STEPS && party.isAlive()) {
          if (serverToo) {
            killServer();
          }
          // Through the handle, which leaves us the output that is still to be read.
          party.toHandle().destroyForcibly();
        }
      }
    }
    party.onExit().join();
    assertThat(acknowledged).isGreaterThanOrEqualTo(STEPS);
    return acknowledged;
  }

  private static void killServer() throws IOException {
    List<String> lines = Files.readAllLines(DIRECTORY.resolve("data/postmaster.pid"));
    ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow().destroyForcibly();
  }
}
