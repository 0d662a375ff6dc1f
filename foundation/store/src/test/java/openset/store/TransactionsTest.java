package openset.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static final Address ADDRESS = Fixture.fresh();
  private static final Database DATABASE = Database.open(ADDRESS);
  private static final Transactions STORE = DATABASE.transactions();
  private static int count;

  private ConversationKey key;

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void newKey() {
    key = ConversationKey.of(("c" + count++).getBytes(UTF_8));
  }

  @Test
  void keepsStateByKeyAndKindWithItsVersion() {
    assertThat(stored("sale")).isEmpty();
    long first = save("sale", 0, 10);
    assertThat(save("sale", first, 11)).isEqualTo(2);
    save("capture", 0, 99);
    assertThat(stored("sale").orElseThrow().version()).isEqualTo(2);
    assertThat(number(stored("sale").orElseThrow())).isEqualTo(11);
    assertThat(number(stored("capture").orElseThrow())).isEqualTo(99);
  }

  @Test
  void refusesStateMadeFromAnotherVersion() {
    save("sale", 0, 1);
    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> save("sale", 0, 2));
    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> save("sale", 7, 2));
    assertThat(number(stored("sale").orElseThrow())).isEqualTo(1);
  }

  @Test
  void losesNoStepWhenManyWorkOnOneConversation() throws Exception {
    int steps = 40;
    Callable<Long> step =
        () ->
            STORE.inTransaction(
                tx -> {
                  var stored = tx.conversations().loadForUpdate(key, "sale");
                  long version = stored.map(Conversations.Stored::version).orElse(0L);
                  long number = stored.map(TransactionsTest::number).orElse(0L);
                  return tx.conversations().save(key, "sale", version, octets(number + 1));
                });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Long>> all = new ArrayList<>();
      for (int i = 0; i < steps; i++) {
        all.add(step);
      }
      for (Future<Long> done : threads.invokeAll(all)) {
        done.get();
      }
    }
    assertThat(number(stored("sale").orElseThrow())).isEqualTo(steps);
  }

  @Test
  void listsConversationsOfOneKindPageByPage() {
    List<ConversationKey> keys = new ArrayList<>();
    for (byte i = 0; i < 5; i++) {
      ConversationKey listed = ConversationKey.of(new byte[] {'l', i});
      keys.add(listed);
      STORE.inTransaction(tx -> tx.conversations().save(listed, "listed", 0, new byte[1]));
    }
    List<ConversationKey> seen = new ArrayList<>();
    Optional<ConversationKey> after = Optional.empty();
    while (true) {
      Optional<ConversationKey> from = after;
      List<Conversations.Listed> page =
          STORE.inTransaction(tx -> tx.conversations().list("listed", from, 2));
      if (page.isEmpty()) {
        break;
      }
      page.forEach(listed -> seen.add(listed.key()));
      after = Optional.of(seen.getLast());
    }
    assertThat(seen).isEqualTo(keys);
  }

  @Test
  @Tag("F06")
  void doesWorkAgainAfterADeadlock() throws Exception {
    ConversationKey other = ConversationKey.of("deadlock".getBytes(UTF_8));
    save("sale", 0, 0);
    STORE.inTransaction(tx -> tx.conversations().save(other, "sale", 0, octets(0)));
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> crossing(List.of(key, other), bothHoldOne, attempts));
      var two = threads.submit(() -> crossing(List.of(other, key), bothHoldOne, attempts));
      assertThat(one.get() && two.get()).isTrue();
    }
    assertThat(attempts).hasValueGreaterThan(2);
    assertThat(number(stored("sale").orElseThrow())).isEqualTo(2);
  }

  private static boolean crossing(
      List<ConversationKey> keys, CyclicBarrier bothHoldOne, AtomicInteger attempts)
      throws Exception {
    AtomicInteger mine = new AtomicInteger();
    STORE.perform(
        tx -> {
          attempts.incrementAndGet();
          boolean first = mine.incrementAndGet() == 1;
          for (ConversationKey each : keys) {
            var stored = tx.conversations().loadForUpdate(each, "sale").orElseThrow();
            tx.conversations().save(each, "sale", stored.version(), octets(number(stored) + 1));
            if (first && each == keys.getFirst()) {
              bothHoldOne.await(10, TimeUnit.SECONDS);
            }
          }
        });
    return true;
  }

  @Test
  @Tag("F06")
  void doesSerializableWorkAgainSoThatNoTwoDecideOnTheSameView() throws Exception {
    STORE.perform(tx -> tx.handle().execute("create table doctor (name text, on_call boolean)"));
    STORE.perform(tx -> tx.handle().execute("insert into doctor values ('a', true), ('b', true)"));
    CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> goHome("a", bothHaveLooked));
      var two = threads.submit(() -> goHome("b", bothHaveLooked));
      assertThat(one.get() + two.get()).isOne();
    }
  }

  private static int goHome(String name, CyclicBarrier bothHaveLooked) throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    return STORE.serializable(
        tx -> {
          int others =
              tx.handle()
                  .createQuery("select count(*) from doctor where on_call and name <> :name")
                  .bind("name", name)
                  .mapTo(Integer.class)
                  .one();
          if (attempts.incrementAndGet() == 1) {
            bothHaveLooked.await(10, TimeUnit.SECONDS);
          }
          return others == 0
              ? 0
              : tx.handle()
                  .execute("update doctor set on_call = false where name = ?", name);
        });
  }

  @Test
  @Tag("F06")
  void triesAConflictABoundedNumberOfTimes() {
    AtomicInteger attempts = new AtomicInteger();
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(
            () ->
                STORE.perform(
                    tx -> {
                      attempts.incrementAndGet();
                      throw new Conflict("always");
                    }));
    assertThat(attempts).hasValue(Transactions.ATTEMPTS_MAX);
  }

  @Test
  void rollsBackOnACheckedRefusalAndDoesNotRepeatIt() {
    AtomicInteger attempts = new AtomicInteger();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                STORE.perform(
                    tx -> {
                      tx.conversations().save(key, "sale", 0, new byte[1]);
                      attempts.incrementAndGet();
                      throw new IOException("refused");
                    }));
    assertThat(attempts).hasValue(1);
    assertThat(stored("sale")).isEmpty();
  }

  @Test
  void saysThatTheOutcomeIsUnknownWhenTheConnectionBreaksInTheCommitAndDoesNotRepeat() {
    AtomicInteger attempts = new AtomicInteger();
    assertThatExceptionOfType(OutcomeUnknown.class)
        .isThrownBy(
            () ->
                STORE.perform(
                    tx -> {
                      attempts.incrementAndGet();
                      tx.conversations().save(key, "sale", 0, new byte[1]);
                      breakConnection(tx);
                    }));
    assertThat(attempts).hasValue(1);
    assertThat(stored("sale")).isEmpty();
  }

  /** Ends our own session from another one, as a failing network would. */
  private static void breakConnection(Tx tx) {
    int session =
        tx.handle().createQuery("select pg_backend_pid()").mapTo(Integer.class).one();
    boolean ended =
        STORE.inTransaction(
            other ->
                other
                    .handle()
                    .createQuery("select pg_terminate_backend(:session, 5000)")
                    .bind("session", session)
                    .mapTo(Boolean.class)
                    .one());
    assertThat(ended).isTrue();
  }

  @Test
  void aRowRefusedAtTheCommitIsARefusalAndNoUnknownOutcome() {
    STORE.perform(
        tx ->
            tx.handle()
                .execute(
                    """
                    create table pair (id int primary key,
                      other int references pair (id) deferrable initially deferred)
                    """));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(
            () -> STORE.perform(tx -> tx.handle().execute("insert into pair values (1, 2)")))
        .isNotInstanceOf(OutcomeUnknown.class)
        .withStackTraceContaining("foreign key");
  }

  @Test
  void anErrorOfTheDatabaseShowsNoContentOfARow() {
    STORE.perform(tx -> tx.handle().execute("create table secret (pan text primary key)"));
    STORE.perform(tx -> tx.handle().execute("insert into secret values ('99900112')"));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(
            () ->
                STORE.perform(
                    tx -> tx.handle().execute("insert into secret values (?)", "99900112")))
        .satisfies(
            failure -> {
              for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("99900112");
              }
            })
        .withStackTraceContaining("secret_pkey");
  }

  @Test
  void keepsSettings() {
    assertThat(setting("colour")).isEmpty();
    STORE.perform(tx -> tx.settings().set("colour", new byte[] {1}));
    STORE.perform(tx -> tx.settings().set("colour", new byte[] {2}));
    assertThat(setting("colour").orElseThrow()).containsExactly(2);
  }

  @Test
  void servesMoreThreadsThanItHasConnections() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(
            () ->
                STORE.inTransaction(
                    tx -> tx.handle().createQuery("select 1").mapTo(Integer.class).one()));
      }
      for (Future<Integer> done : threads.invokeAll(all)) {
        assertThat(done.get()).isOne();
      }
    }
  }

  private Optional<Conversations.Stored> stored(String kind) {
    return STORE.inTransaction(tx -> tx.conversations().load(key, kind));
  }

  private static Optional<byte[]> setting(String name) {
    return STORE.inTransaction(tx -> tx.settings().value(name));
  }

  private long save(String kind, long from, long number) {
    return STORE.inTransaction(tx -> tx.conversations().save(key, kind, from, octets(number)));
  }

  private static byte[] octets(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static long number(Conversations.Stored stored) {
    return ByteBuffer.wrap(stored.state()).getLong();
  }
}
