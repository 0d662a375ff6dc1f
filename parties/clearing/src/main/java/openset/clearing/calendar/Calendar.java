package openset.clearing.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cut-offs of the business days, in the local time of the house. A local time that a change of
 * the clock leaves out comes as much later as is left out; one that comes twice counts the first
 * time ({@link java.time.ZonedDateTime#of}).
 *
 * @param zone whose local time it is
 * @param cutOffs on each business day, one or more
 * @param weekend days of the week without business
 * @param holidays other days without business
 */
public record Calendar(
    ZoneId zone, List<LocalTime> cutOffs, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {
  private static final int DAYS_MOST = 366;

  /** Refuses a calendar without cut-offs, or on which no day is a business day. */
  public Calendar {
    cutOffs = List.copyOf(new TreeSet<>(cutOffs));
    weekend = Set.copyOf(weekend);
    holidays = Set.copyOf(holidays);
    if (cutOffs.isEmpty()) throw new IllegalArgumentException("no cut-off");
    if (weekend.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("no business day");
    }
  }

  /**
   * A cut-off.
   *
   * @param at when
   * @param businessDate the day for which what came before it counts
   */
  public record CutOff(Instant at, LocalDate businessDate) {}

  /** Whether there is business on a day. */
  public boolean isBusinessDay(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** The first cut-off after an instant. */
  public CutOff after(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    for (int i = 0; i <= DAYS_MOST; i++, day = day.plusDays(1)) {
      if (!isBusinessDay(day)) continue;
      for (LocalTime time : cutOffs) {
        Instant at = day.atTime(time).atZone(zone).toInstant();
        if (at.isAfter(instant)) return new CutOff(at, day);
      }
    }
    throw new IllegalStateException("no business day within a year after " + instant);
  }
}
