package openset.conduct;

import java.time.Duration;

/**
 * How long a conductor waits.
 *
 * @param answerWithin how long a repeated request waits for the answer that is being made
 * @param lookEvery how often it looks
 * @param mendEvery how often left-over effects and timers are looked for
 * @param mendAtOnce how many of them are taken at once
 * @param backOffMax the longest pause between two tries of one effect
 */
public record ConductLimits(
    Duration answerWithin,
    Duration lookEvery,
    Duration mendEvery,
    int mendAtOnce,
    Duration backOffMax) {
  /** 20 seconds for an answer, a look each 20 ms, mending each 500 ms, a minute of back-off. */
  public static final ConductLimits STANDARD =
      new ConductLimits(
          Duration.ofSeconds(20),
          Duration.ofMillis(20),
          Duration.ofMillis(500),
          64,
          Duration.ofMinutes(1));

  /** Lets a moment pass before looking again. */
  void pause() {
    java.util.concurrent.locks.LockSupport.parkNanos(lookEvery.toNanos());
  }

  /** One second, doubled for each try, at most {@link #backOffMax}. */
  Duration backOff(int attempts) {
    Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(backOffMax) < 0 ? pause : backOffMax;
  }
}
