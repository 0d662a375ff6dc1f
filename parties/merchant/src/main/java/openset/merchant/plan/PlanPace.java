package openset.merchant.plan;

import java.time.Duration;

/**
 * How often a payment of a plan is asked for again that was not given.
 *
 * @param retries so many more times, 0 to 30
 * @param after so long after it was not given
 */
public record PlanPace(int retries, Duration after) {
  /** Three more times, a day apart. */
  public static final PlanPace USUAL = new PlanPace(3, Duration.ofDays(1));

  /** Refuses what would ask without end, or without a pause. */
  public PlanPace {
    if (retries < 0 || retries > 30 || !after.isPositive()) {
      throw new IllegalArgumentException("retries");
    }
  }
}
