package openset.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import openset.store.ConversationKey;
import openset.store.Database;
import openset.store.Effect;
import openset.store.EmbeddedServer;
import openset.store.delivery.Performer.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeliveriesTest {
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Deliveries.Pace PACE =
      new Deliveries.Pace(
          "node", 3, Duration.ofSeconds(30), Duration.ofMillis(10), Duration.ofMillis(100));

  private final Database database = fresh();

  private static Database fresh() {
    String name = "d" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    return Database.open(SERVER.database(name, name, "a passphrase".toCharArray()));
  }

  @AfterEach
  void closes() {
    database.close();
  }

  private void add(int number) {
    Effect effect =
        new Effect(
            ConversationKey.of(new byte[] {(byte) number}), "say", "peer", new byte[] {1});
    database.transactions().perform(tx -> tx.outbox().add(effect, CLOCK.instant()));
  }

  private void done(Effect.Claimed claimed) {
    database.transactions().perform(tx -> tx.outbox().done(claimed.id()));
  }

  private long waiting() {
    return database.transactions().inTransaction(tx -> tx.outbox().waiting());
  }

  @Test
  void performsEverythingOnceWhenItSucceeds() throws Exception {
    CountDownLatch all = new CountDownLatch(20);
    Set<Effect.Id> performed = ConcurrentHashMap.newKeySet();
    try (Deliveries deliveries =
        Deliveries.start(
            database.transactions(),
            PACE,
            CLOCK,
            claimed -> {
              assertThat(performed.add(claimed.id())).isTrue();
              done(claimed);
              all.countDown();
              return Outcome.DONE;
            })) {
      for (int i = 0; i < 20; i++) add(i);
      deliveries.wake();
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(waiting()).isZero();
  }

  @Test
  void triesAgainWhatFailedOrThrewUntilItSucceeds() throws Exception {
    CountDownLatch once = new CountDownLatch(1);
    add(1);
    try (Deliveries _ =
        Deliveries.start(
            database.transactions(),
            PACE,
            CLOCK,
            claimed -> {
              if (claimed.attempts() == 1) return Outcome.AGAIN;
              if (claimed.attempts() == 2) throw new IllegalStateException("not yet");
              done(claimed);
              once.countDown();
              return Outcome.DONE;
            })) {
      assertThat(once.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(waiting()).isZero();
  }

  @Test
  @Tag("F02")
  void takesUpAfterACrashWhatTheSameNodeHadClaimed() throws Exception {
    add(1);
    Effect.Claim crashed =
        new Effect.Claim("node", CLOCK.instant(), CLOCK.instant().plusSeconds(3600), 5);
    List<Effect.Claimed> claimed =
        database.transactions().inTransaction(tx -> tx.outbox().claimDue(crashed));
    assertThat(claimed).hasSize(1);
    CountDownLatch again = new CountDownLatch(1);
    try (Deliveries _ =
        Deliveries.start(
            database.transactions(),
            PACE,
            CLOCK,
            each -> {
              done(each);
              again.countDown();
              return Outcome.DONE;
            })) {
      assertThat(again.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
