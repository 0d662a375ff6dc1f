package openset.clearing.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openset.clearing.calendar.Calendar.CutOff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CalendarTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static Calendar at(String... times) {
    List<LocalTime> cutOffs = List.of(times).stream().map(LocalTime::parse).toList();
    return new Calendar(BERLIN, cutOffs, WEEKEND, Set.of(LocalDate.of(2027, 1, 1)));
  }

  private static List<CutOff> cutOffs(Calendar calendar, String from, String to) {
    List<CutOff> all = new ArrayList<>();
    Instant end = Instant.parse(to);
    CutOff next = calendar.after(Instant.parse(from));
    while (next.at().isBefore(end)) {
      all.add(next);
      next = calendar.after(next.at());
    }
    return all;
  }

  @Test
  @Tag("S09")
  void whatComesAfterTheLastCutOffCountsForTheNextBusinessDay() {
    Calendar calendar = at("18:00");
    Instant before = Instant.parse("2026-11-27T16:59:59.999Z");
    assertThat(calendar.after(before))
        .isEqualTo(new CutOff(Instant.parse("2026-11-27T17:00:00Z"), LocalDate.of(2026, 11, 27)));
    assertThat(calendar.after(before.plusMillis(1)))
        .isEqualTo(new CutOff(Instant.parse("2026-11-30T17:00:00Z"), LocalDate.of(2026, 11, 30)));
    Instant newYearsEve = Instant.parse("2026-12-31T22:59:59Z");
    assertThat(calendar.after(newYearsEve).businessDate()).isEqualTo(LocalDate.of(2027, 1, 4));
  }

  @Test
  @Tag("S09")
  void aCutOffAtMidnightBelongsToTheDayThatBegins() {
    assertThat(at("00:00").after(Instant.parse("2026-11-25T22:59:59Z")))
        .isEqualTo(new CutOff(Instant.parse("2026-11-25T23:00:00Z"), LocalDate.of(2026, 11, 26)));
  }

  @Test
  @Tag("S09")
  void everyBusinessDayHasEachCutOffOnceThroughChangesOfTheClockAndLeapDays() {
    Calendar everyDay =
        new Calendar(BERLIN, List.of(LocalTime.of(2, 30)), Set.of(), Set.of());
    for (String year : List.of("2026", "2028")) {
      List<CutOff> all =
          cutOffs(everyDay, year + "-01-01T00:00:00Z", year + "-12-31T22:00:00Z");
      LocalDate first = LocalDate.parse(year + "-01-01");
      assertThat(all)
          .extracting(CutOff::businessDate)
          .containsExactlyElementsOf(first.datesUntil(first.plusYears(1)).toList());
    }
    assertThat(everyDay.after(Instant.parse("2026-03-28T12:00:00Z")).at())
        .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(everyDay.after(Instant.parse("2026-10-24T12:00:00Z")).at())
        .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(everyDay.after(Instant.parse("2026-10-25T00:30:00Z")).businessDate())
        .isEqualTo(LocalDate.of(2026, 10, 26));
    assertThat(everyDay.after(Instant.parse("2028-02-28T12:00:00Z")).businessDate())
        .isEqualTo(LocalDate.of(2028, 2, 29));
  }

  @Test
  @Tag("S09")
  void severalCutOffsOfADayComeInTheirOrder() {
    assertThat(cutOffs(at("18:00", "09:00"), "2026-11-26T00:00:00Z", "2026-11-27T00:00:00Z"))
        .extracting(CutOff::at)
        .containsExactly(
            Instant.parse("2026-11-26T08:00:00Z"), Instant.parse("2026-11-26T17:00:00Z"));
  }

  @Test
  void aCalendarWithoutCutOffsOrBusinessDaysIsRefused() {
    assertThatThrownBy(() -> at()).isInstanceOf(IllegalArgumentException.class);
    Set<DayOfWeek> never = Set.of(DayOfWeek.values());
    assertThatThrownBy(
            () -> new Calendar(BERLIN, List.of(LocalTime.NOON), never, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
