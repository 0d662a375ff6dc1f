package openset.acquirer.office.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** From an instant until before another. */
public record Period(Instant from, Instant until) {
  /** Filters of lists by the days of a column {@code at}, in UTC, both included. */
  static final String SINCE = "at >= :since::date::timestamp at time zone 'UTC'";

  static final String TO = "at < (:to::date + 1)::timestamp at time zone 'UTC'";

  /** Refuses a time that ends before it begins. */
  public Period {
    if (until.isBefore(from)) throw new IllegalArgumentException("since");
  }

  /** Two days and what lies between them, in UTC. */
  public static Period ofDays(LocalDate first, LocalDate last) {
    return new Period(start(first), start(last.plusDays(1)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Its first day in UTC. */
  public LocalDate first() {
    return LocalDate.ofInstant(from, ZoneOffset.UTC);
  }

  /** Its last day in UTC. */
  public LocalDate last() {
    return LocalDate.ofInstant(until.minusNanos(1), ZoneOffset.UTC);
  }
}
