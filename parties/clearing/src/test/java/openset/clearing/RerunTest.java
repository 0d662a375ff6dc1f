package openset.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import openset.clearing.ClearingConfig.Rhythm;
import openset.clearing.calendar.Calendar;
import openset.clearing.store.Break;
import openset.clearing.store.Break.Kind;
import openset.clearing.store.StoredFile.State;
import openset.iso8583.file.FileHeader;
import openset.iso8583.host.ClearingItem;
import openset.ledger.CurrencySum;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cycles that are stopped anywhere and run again, and what does not come out even. */
@Timeout(180)
final class RerunTest {
  private static final int EUR = 978;
  private World world;

  @BeforeEach
  void starts() throws Exception {
    world = new World(Set.of(World.ISSUER));
  }

  @AfterEach
  void stops() {
    world.close();
  }

  private List<ClearingItem> captures(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> world.advice(world.key(), 100 + i, EUR, World.ISSUER))
        .map(advice -> ClearingItem.first(ClearingItem.Kind.CAPTURE, advice))
        .toList();
  }

  private void send(String name, List<ClearingItem> items) throws Exception {
    FileHeader header = Filed.header(World.AURORA, name, 1);
    Filed.send(
        world.house.files(), World.AURORA, header, Filed.file(World.AURORA, name, 1, items));
  }

  private void answer(String cycle, String code) throws Exception {
    byte[] out = Filed.fetch(world.house.files(), World.ISSUER, false, cycle).orElseThrow();
    FileHeader header = Filed.read(out).header().answered();
    Filed.send(
        world.house.files(), World.ISSUER, header, Filed.answers(out, _ -> code));
  }

  /** As a crash of the database server would: all work that is under way is lost. */
  private void breakConnections() {
    world
        .database
        .transactions()
        .perform(
            tx ->
                tx.handle()
                    .execute(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                        """));
  }

  /** Works while connections break, until something is so. */
  private void through(ThrowingStep step) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        Future<?> work = threads.submit(step::run);
        for (int j = 0; j < 3 && !work.isDone(); j++) {
          Thread.sleep(Duration.ofMillis(20));
          try {
            breakConnections();
          } catch (RuntimeException lost) {
            assertThat(lost).isNotNull();
          }
        }
        try {
          work.get();
        } catch (ExecutionException lost) {
          assertThat(lost.getCause()).isInstanceOf(RuntimeException.class);
        }
      }
    }
    step.run();
  }

  private interface ThrowingStep {
    void run();
  }

  @Test
  @Tag("HL-109")
  @Tag("S10")
  void aCycleThatBreaksAtAnyStepIsRunAgainAndBooksEachItemOnce() throws Exception {
    send("A.1", captures(41_000));
    through(() -> world.house.files().work());
    World.await(
        () ->
            world.house.files().receipt(World.AURORA, false, "A.1").orElseThrow().state()
                == State.BOOKED);
    through(() -> world.house.runCycle());
    String cycle = world.house.cycles(1).getFirst().name();
    World.await(() -> world.house.files().written(World.ISSUER, false, cycle).isPresent());
    answer(cycle, "00");
    through(() -> world.house.files().work());
    through(() -> world.house.runCycle());
    world.awaitSettled(cycle);
    long all = IntStream.range(0, 41_000).mapToLong(i -> 100 + i).sum();
    assertThat(world.house.balance(World.AURORA, EUR).minorUnits()).isEqualTo(all);
    assertThat(world.house.checkSums()).allMatch(CurrencySum::isBalanced);
    world.house.reconcile();
    assertThat(world.house.breaks(10)).isEmpty();
  }

  @Test
  @Tag("HL-109")
  void whatIsWrittenOfACycleIsTheSameHoweverOftenItIsWritten() throws Exception {
    send("A.1", captures(3));
    world.house.files().work();
    String cycle = world.house.runCycle().orElseThrow().name();
    answer(cycle, "00");
    world.awaitSettled(cycle);
    byte[] instructions = world.house.instructions(cycle, EUR).orElseThrow();
    byte[] statement = world.house.statement(cycle, World.AURORA, EUR).orElseThrow();
    byte[] items = Filed.fetch(world.house.files(), World.ISSUER, false, cycle).orElseThrow();
    assertThat(world.house.rewritten(World.ISSUER, cycle)).contains(items);
    world.stop();
    world.start();
    world.house.runCycle();
    assertThat(world.house.instructions(cycle, EUR)).contains(instructions);
    assertThat(world.house.statement(cycle, World.AURORA, EUR)).contains(statement);
    assertThat(Filed.fetch(world.house.files(), World.ISSUER, false, cycle)).contains(items);
    assertThat(world.house.rewritten(World.ISSUER, cycle)).contains(items);
    assertThat(new String(instructions, StandardCharsets.UTF_8)).contains(">3.03<");
    assertThat(world.house.instructions(cycle, 840)).isEmpty();
    assertThat(world.house.instructions("C00000099", EUR)).isEmpty();
  }

  @Test
  @Tag("HL-100")
  void whatDoesNotComeOutEvenWaitsInAQueueUntilItDoesOrSomebodySaysWhy() throws Exception {
    send("A.1", captures(2));
    world.house.files().work();
    String cycle = world.house.runCycle().orElseThrow().name();
    world.house.reconcile();
    assertThat(world.house.breaks(10))
        .extracting(Break::kind)
        .containsExactly(Kind.FILE_UNANSWERED);
    answer(cycle, "25");
    World.await(() -> world.house.cycles(1).getFirst().isNetted());
    world.house.reconcile();
    world.house.reconcile();
    List<Break> breaks = world.house.breaks(10);
    assertThat(breaks).extracting(Break::kind).containsOnly(Kind.ITEM_REFUSED).hasSize(2);
    Break one = breaks.getFirst();
    assertThat(one.about().amount()).isIn(100L, 101L);
    assertThat(one.about().institution()).isEqualTo(World.AURORA);
    assertThatThrownBy(() -> world.house.resolve(one.number(), "ann", " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(world.house.resolve(one.number(), "ann", "the acquirer bears it")).isTrue();
    assertThat(world.house.resolve(one.number(), "bob", "something else")).isFalse();
    world.house.reconcile();
    assertThat(world.house.breaks(10)).hasSize(1);
  }

  @Test
  @Tag("S09")
  void theCalendarCutsEachCycleOffOnceAndGivesItsItemsOneBusinessDate() throws Exception {
    Instant now = Instant.now();
    LocalTime soon = LocalTime.ofInstant(now.plusSeconds(2), ZoneOffset.UTC);
    Calendar calendar =
        new Calendar(
            ZoneOffset.UTC, List.of(soon.truncatedTo(ChronoUnit.MILLIS)), Set.of(), Set.of());
    world.stop();
    world.start(Rhythm.by(calendar));
    send("A.1", captures(2));
    World.await(() -> !world.house.cycles(5).isEmpty());
    LocalDate day = calendar.after(now).businessDate();
    assertThat(world.house.cycles(5))
        .extracting(ClosedCycle::businessDate)
        .containsExactly(day);
    sendNext(captures(1));
    assertThat(world.house.runCycle().orElseThrow().businessDate()).isEqualTo(day.plusDays(1));
    assertThat(world.house.cycles(5)).hasSize(2);
  }

  private void sendNext(List<ClearingItem> items) throws Exception {
    FileHeader header = Filed.header(World.AURORA, "A.2", 2);
    byte[] file = Filed.file(World.AURORA, "A.2", 2, items);
    Filed.send(world.house.files(), World.AURORA, header, file);
    world.house.files().work();
  }
}
