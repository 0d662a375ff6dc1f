package openset.gateway.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How far back traffic is looked at, and in which steps. */
public enum Span {
  /** An hour, minute by minute. */
  HOUR(Duration.ofMinutes(1), 60),
  /** Two days, hour by hour. */
  DAYS(Duration.ofHours(1), 48);

  private final Duration step;
  private final int steps;

  Span(Duration step, int steps) {
    this.step = step;
    this.steps = steps;
  }

  /** How long a step is. */
  public Duration step() {
    return step;
  }

  /** How many there are, the one under way included. */
  public int steps() {
    return steps;
  }

  /** When the step of an instant began. */
  Instant begin(Instant at) {
    return at.truncatedTo(step.equals(Duration.ofHours(1)) ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
  }

  /** When the first step began. */
  public Instant first(Instant now) {
    return begin(now).minus(step.multipliedBy(steps - 1L));
  }
}
