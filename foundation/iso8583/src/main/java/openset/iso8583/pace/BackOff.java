package openset.iso8583.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: each about twice the one before, up to a longest, and each shortened by
 * chance to between half of itself and all of it, so that many who lost the same peer do not come
 * back at the same instants.
 */
public final class BackOff {
  private final Duration first;
  private final Duration most;
  private final RandomGenerator chance;
  private Duration next;

  /** Pauses from {@code first} to {@code most}. */
  public BackOff(Duration first, Duration most, RandomGenerator chance) {
    this.first = first;
    this.most = most;
    this.chance = chance;
    this.next = first;
  }

  /** The pause before the next attempt. */
  public Duration pause() {
    long whole = next.toNanos();
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(most) < 0 ? doubled : most;
    return Duration.ofNanos(whole - (long) (whole / 2.0 * chance.nextDouble()));
  }

  /** An attempt went well: the next pause is the first again. */
  public void reset() {
    next = first;
  }
}
