package openset.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ConversationKey SALE = ConversationKey.of("sale".getBytes(UTF_8));

  private final Database database = Database.open(Fixture.fresh());
  private final Transactions store = database.transactions();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void handsOutWhatIsDueOldestFirst() {
    add("later", NOW.plusSeconds(1));
    add("second", NOW);
    add("first", NOW.minusSeconds(1));
    assertThat(claim("a", NOW, 10))
        .extracting(claimed -> claimed.effect().kind())
        .containsExactly("first", "second");
    assertThat(store.<Long, RuntimeException>inTransaction(tx -> tx.outbox().waiting()))
        .isEqualTo(3);
  }

  @Test
  void keepsWhatThePerformerNeeds() {
    Effect.Id id =
        store.inTransaction(
            tx -> tx.outbox().add(new Effect(SALE, "send", "gateway", new byte[] {1, 2}), NOW));
    Effect.Claimed claimed = claim("a", NOW, 1).getFirst();
    assertThat(claimed.id()).isEqualTo(id);
    assertThat(claimed.effect().conversation()).isEqualTo(SALE);
    assertThat(claimed.effect().destination()).isEqualTo("gateway");
    assertThat(claimed.effect().payload()).containsExactly(1, 2);
    assertThat(claimed.attempts()).isOne();
  }

  @Test
  void handsOutAClaimedEffectAgainOnlyWhenItsTimeIsOver() {
    add("send", NOW);
    assertThat(claim("a", NOW, 10)).hasSize(1);
    assertThat(claim("b", NOW.plusSeconds(29), 10)).isEmpty();
    assertThat(claim("b", NOW.plusSeconds(30), 10))
        .singleElement()
        .satisfies(claimed -> assertThat(claimed.attempts()).isEqualTo(2));
  }

  @Test
  void neverHandsOutWhatIsDoneAndForgetsItsPayload() {
    Effect.Id id = add("send", NOW);
    claim("a", NOW, 1);
    store.perform(tx -> tx.outbox().done(id));
    assertThat(claim("a", NOW.plusSeconds(3600), 10)).isEmpty();
    assertThat(nextDue()).isEmpty();
    int octets =
        store.inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select sum(length(payload)) from outbox")
                    .mapTo(Integer.class)
                    .one());
    assertThat(octets).isZero();
    store.perform(tx -> tx.outbox().postpone(id, NOW));
    assertThat(claim("a", NOW.plusSeconds(3600), 10)).isEmpty();
  }

  @Test
  void postponesWhatFailed() {
    Effect.Id id = add("send", NOW);
    claim("a", NOW, 1);
    store.perform(tx -> tx.outbox().postpone(id, NOW.plusSeconds(5)));
    assertThat(nextDue()).containsExactly(NOW.plusSeconds(5));
    assertThat(claim("a", NOW.plusSeconds(4), 10)).isEmpty();
    assertThat(claim("a", NOW.plusSeconds(5), 10)).hasSize(1);
  }

  @Test
  void cancelsTimersThatAreNoLongerNeeded() {
    add("wake", NOW.plusSeconds(60));
    add("wake", NOW.plusSeconds(90));
    add("send", NOW);
    int cancelled = store.inTransaction(tx -> tx.outbox().cancel(SALE, "wake"));
    assertThat(cancelled).isEqualTo(2);
    assertThat(claim("a", NOW.plusSeconds(100), 10))
        .extracting(claimed -> claimed.effect().kind())
        .containsExactly("send");
  }

  @Test
  void releasesAtOnceWhatACrashedNodeHadClaimedAndNoOther() {
    add("one", NOW);
    claim("crashed", NOW, 1);
    add("two", NOW);
    claim("alive", NOW, 1);
    int released = store.inTransaction(tx -> tx.outbox().release("crashed", NOW));
    assertThat(released).isOne();
    assertThat(claim("crashed", NOW, 10))
        .extracting(claimed -> claimed.effect().kind())
        .containsExactly("one");
  }

  @Test
  void anEffectOfARolledBackTransactionDoesNotExist() {
    assertThatThrownBy(
            () ->
                store.perform(
                    tx -> {
                      tx.outbox().add(new Effect(SALE, "send", "x", new byte[1]), NOW);
                      throw new IllegalArgumentException("bug");
                    }))
        .hasMessage("bug");
    assertThat(nextDue()).isEmpty();
  }

  @Test
  void handsEachEffectToOneOfManyClaimantsOnly() throws Exception {
    int effects = 60;
    for (int i = 0; i < effects; i++) {
      add("send", NOW);
    }
    Set<Effect.Id> claimed = ConcurrentHashMap.newKeySet();
    List<Callable<Integer>> claimants = new ArrayList<>();
    for (int node = 0; node < 6; node++) {
      String name = "node" + node;
      claimants.add(
          () -> {
            int count = 0;
            List<Effect.Claimed> page = claim(name, NOW, 4);
            while (!page.isEmpty()) {
              page.forEach(effect -> claimed.add(effect.id()));
              count += page.size();
              page = claim(name, NOW, 4);
            }
            return count;
          });
    }
    int total = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(claimants)) {
        total += result.get();
      }
    }
    // Rows that another claimant holds are skipped, so one may stop early; none is given twice.
    assertThat(total).isEqualTo(claimed.size());
    assertThat(claimed.size() + claim("last", NOW, effects).size()).isEqualTo(effects);
  }

  @Test
  void aClaimOfOneKindOfConversationsLeavesEffectsOfOthersAsTheyAre() {
    Effect.Id sale = add("send", NOW);
    ConversationKey batch = ConversationKey.of("batch".getBytes(UTF_8));
    store.perform(
        tx -> {
          tx.conversations().save(SALE, "sales", 0, new byte[] {1});
          tx.conversations().save(batch, "batches", 0, new byte[] {1});
          tx.outbox().add(new Effect(batch, "ask", "peer", new byte[] {8}), NOW);
        });
    assertThat(claim("sales", "a", NOW)).extracting(Effect.Claimed::id).containsExactly(sale);
    assertThat(claim("sales", "a", NOW.plusSeconds(90))).hasSize(1);
    // However often others looked: it was never touched, and waits no longer for that.
    assertThat(claim("batches", "b", NOW))
        .singleElement()
        .satisfies(claimed -> assertThat(claimed.attempts()).isOne());
    assertThat(claim("gone", "c", NOW.plusSeconds(3600))).isEmpty();
  }

  private List<Effect.Claimed> claim(String kind, String node, Instant now) {
    Effect.Claim claim = new Effect.Claim(node, now, now.plusSeconds(30), 10);
    return store.inTransaction(tx -> tx.outbox().claimDue(kind, claim));
  }

  private Effect.Id add(String kind, Instant due) {
    return store.inTransaction(
        tx -> tx.outbox().add(new Effect(SALE, kind, "peer", new byte[] {7}), due));
  }

  private List<Effect.Claimed> claim(String node, Instant now, int max) {
    return store.inTransaction(
        tx -> tx.outbox().claimDue(new Effect.Claim(node, now, now.plusSeconds(30), max)));
  }

  private List<Instant> nextDue() {
    return store.inTransaction(tx -> tx.outbox().nextDue().stream().toList());
  }
}
