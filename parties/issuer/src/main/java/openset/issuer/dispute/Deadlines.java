package openset.issuer.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Within how many days each step is taken; calendar days in UTC, the day of the step before not
 * counted (spec/host-link.md, "Disputes").
 */
public enum Deadlines {
  /** The first chargeback after the capture. */
  CHARGEBACK(120),
  /** The representment after the chargeback. */
  REPRESENTMENT(30),
  /** Arbitration after the representment. */
  ARBITRATION(30),
  /** The end of arbitration: ten days for the claim, and thirty for the ruling. */
  RULING(40);

  private final int days;

  Deadlines(int days) {
    this.days = days;
  }

  /** Whether the time is over. */
  public boolean isOver(Instant before, Instant now) {
    return before.isBefore(overBefore(now));
  }

  /** Of what came before this the time is over. */
  public Instant overBefore(Instant now) {
    return day(now).minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
