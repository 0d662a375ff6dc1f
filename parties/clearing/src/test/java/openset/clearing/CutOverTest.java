package openset.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import openset.clearing.ClearingConfig.Rhythm;
import openset.clearing.calendar.Calendar;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.ledger.CurrencySum;
import openset.store.listing.Look;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The cut-off of the calendar in the middle of traffic. */
@Timeout(120)
final class CutOverTest {
  private static final int EUR = 978;

  @Test
  @Tag("HL-117")
  @Tag("S09")
  void theCalendarCutsOverWithEveryBankWhileItemsComeAndNoneIsLostOrTwice() throws Exception {
    try (World world = new World(Set.of())) {
      world.stop();
      // What passed before the house starts is not looked at, and a stop takes its time.
      Instant due = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
      LocalDate day = LocalDate.ofInstant(due, ZoneOffset.UTC);
      world.start(
          Rhythm.by(
              new Calendar(
                  ZoneOffset.UTC,
                  List.of(LocalTime.ofInstant(due, ZoneOffset.UTC)),
                  Set.of(),
                  Set.of())));
      Map<Octets, String> cycles = new ConcurrentHashMap<>();
      MonthDay next = MonthDay.from(day.plusDays(1));
      List<World.BankHost> banks = List.of(world.auroraBank, world.meridianBank, world.issuer);
      World.await(
          () -> {
            item(world, cycles);
            return world.days.size() == 3
                && banks.stream().allMatch(bank -> bank.days.contains(next));
          });
      item(world, cycles);
      String first = world.house.cycles(1).getFirst().name();
      String second = world.house.runCycle().orElseThrow().name();
      world.awaitSettled(first);
      world.awaitSettled(second);
      assertThat(world.house.cycle(first).orElseThrow().businessDate()).isEqualTo(day);
      assertThat(cycles.values()).containsOnly(first, second);
      assertThat(world.days).containsOnly(next);
      assertThat(banks).allSatisfy(bank -> assertThat(bank.days).containsExactly(next));
      for (String cycle : List.of(first, second)) {
        long said = cycles.values().stream().filter(cycle::equals).count();
        assertThat(world.house.office().items(cycle, Look.first(1)).total()).isEqualTo(said);
      }
      assertThat(world.house.balance(World.AURORA, EUR).minorUnits())
          .isEqualTo(100L * cycles.size());
      assertThat(world.house.checkSums()).allMatch(CurrencySum::isBalanced);
    }
  }

  private static void item(World world, Map<Octets, String> cycles) {
    FinancialAdvice advice = world.advice(world.key(), 100, EUR, World.ISSUER);
    ClearingItem item = ClearingItem.first(ClearingItem.Kind.CAPTURE, advice);
    try {
      AdviceAnswer answer = AdviceAnswer.of(world.ask(world.aurora, item.toMessage()));
      assertThat(answer.code()).isEqualTo(ResponseCode.APPROVED);
      cycles.put(item.advice().purchase().key(), answer.cycle().orElseThrow());
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }
}
