package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import openset.conduct.Effect;
import openset.gateway.operation.Observed;
import openset.gateway.operation.Times;
import openset.gateway.store.ObservedTables;
import openset.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What was seen is written down once, put together later, and let go of in the end. */
final class ObservedTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:30Z");
  private static final Database DATABASE = Databases.fresh();

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final Observed observed = new Observed(now::get);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private void passes(Duration time) {
    now.updateAndGet(at -> at.plus(time));
  }

  private static void write(Observed.Drained drained) {
    DATABASE.transactions().perform(tx -> new ObservedTables(tx).keep(drained));
  }

  private static List<Times> stored(Instant from, String message) {
    return DATABASE
        .transactions()
        .inTransaction(
            tx ->
                new ObservedTables(tx)
                    .traffic(from).stream()
                        .filter(each -> each.message().equals(message))
                        .toList());
  }

  private static void tidies(Instant at) {
    DATABASE.transactions().perform(tx -> new ObservedTables(tx).tidy(at));
  }

  @Test
  void aMinuteIsWrittenDownWhenItIsOver() {
    observed.answered(Times.SET, "AuthReq", Duration.ofMillis(20));
    assertThat(observed.drain(false).traffic()).isEmpty();
    passes(Duration.ofMinutes(1));
    observed.silent(Times.SET, "AuthReq");
    List<Times> over = observed.drain(false).traffic();
    assertThat(over).hasSize(1);
    assertThat(over.getFirst().at()).isEqualTo(Instant.parse("2026-06-01T12:00:00Z"));
    assertThat(over.getFirst().silent()).isZero();
    assertThat(observed.drain(true).traffic().getFirst().silent()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeWrittenDownIsThereTheNextTime() {
    Effect.Refusal refusal = new Effect.Refusal("CapReq", "unknownXID", "CapReq-P-06");
    observed.refused(refusal);
    observed.answered("999001", "0220", Duration.ofMillis(7));
    Observed.Drained lost = observed.drain(true);
    assertThat(observed.drain(true).isEmpty()).isTrue();
    observed.refused(refusal);
    observed.answered("999001", "0220", Duration.ofMillis(9));
    observed.giveBack(lost);
    Observed.Drained all = observed.drain(true);
    assertThat(all.breaches().values()).extracting("count").containsExactly(2L);
    assertThat(all.traffic().getFirst().count()).isEqualTo(2);
    assertThat(all.traffic().getFirst().longest()).isGreaterThan(Duration.ofMillis(8));
  }

  @Test
  void minutesBecomeHoursThatSayTheSame() {
    for (int minute = 0; minute < 90; minute++) {
      observed.answered(Times.SET, "CapReq", Duration.ofMillis(10 + minute));
      passes(Duration.ofMinutes(1));
    }
    write(observed.drain(true));
    tidies(NOON.plus(Duration.ofHours(2)));
    assertThat(stored(NOON.minusSeconds(60), "CapReq")).hasSize(90);
    tidies(NOON.plus(Duration.ofHours(9)));
    tidies(NOON.plus(Duration.ofHours(9)));
    List<Times> hours = stored(NOON.minusSeconds(60), "CapReq");
    assertThat(hours).extracting(Times::count).containsExactlyInAnyOrder(60L, 30L);
    Times both = hours.getFirst().and(hours.getLast());
    assertThat(both.within(50)).isBetween(Duration.ofMillis(53), Duration.ofMillis(56));
    assertThat(both.within(95)).isBetween(Duration.ofMillis(93), Duration.ofMillis(97));
  }

  @Test
  void whatIsOldIsForgotten() {
    observed.answered(Times.SET, "PCertReq", Duration.ofMillis(3));
    observed.refused(new Effect.Refusal("PCertReq", "signatureFailure", "OP-12"));
    write(observed.drain(true));
    tidies(NOON.plus(Duration.ofDays(30)));
    assertThat(stored(Instant.EPOCH, "PCertReq")).hasSize(1);
    tidies(NOON.plus(Duration.ofDays(36)));
    assertThat(stored(Instant.EPOCH, "PCertReq")).isEmpty();
    assertThat(breaches()).isEqualTo(1);
    tidies(NOON.plus(Duration.ofDays(401)));
    assertThat(breaches()).isZero();
  }

  private static long breaches() {
    return DATABASE
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select count(*) from breach where message = 'PCertReq'")
                    .mapTo(Long.class)
                    .one());
  }
}
