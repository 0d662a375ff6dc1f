package openset.merchant.plan;

import java.time.Duration;

/**
 * How often payments of plans are asked for.
 *
 * @param retries what was not given is asked for so many more times, 0 to 30
 * @param after so long after it was not given
 * @param every so often it is looked for what is due
 */
public record PlanPace(int retries, Duration after, Duration every) {
  /** Three more times, a day apart. */
  public static final PlanPace USUAL = new PlanPace(3, Duration.ofDays(1));

  /** A pace at which it is looked for what is due every ten seconds. */
  public PlanPace(int retries, Duration after) {
    this(retries, after, Duration.ofSeconds(10));
  }

  /** Refuses what would ask without end, or without a pause. */
  public PlanPace {
    if (retries < 0 || retries > 30 || !after.isPositive() || !every.isPositive()) {
      throw new IllegalArgumentException("retries");
    }
  }
}
