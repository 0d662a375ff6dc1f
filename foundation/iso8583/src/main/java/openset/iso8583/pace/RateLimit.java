package openset.iso8583.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/** A bucket of permits that fills by one at a steady pace. */
public final class RateLimit {
  private final InstantSource clock;
  private final int most;
  private final Duration every;
  private final ReentrantLock lock = new ReentrantLock();
  private int permits;
  private Instant filled;

  /** A full bucket of {@code most} permits, one more after each {@code every}. */
  public RateLimit(InstantSource clock, int most, Duration every) {
    this.clock = clock;
    this.most = most;
    this.every = every;
    this.permits = most;
    this.filled = clock.instant();
  }

  /** Takes a permit; false when there is none. */
  public boolean allows() {
    lock.lock();
    try {
      Instant now = clock.instant();
      long more = Math.max(0, Duration.between(filled, now).dividedBy(every));
      if (more > 0) {
        permits = (int) Math.min(most, permits + Math.min(more, most));
        filled = filled.plus(every.multipliedBy(more));
      }
      if (permits == 0) return false;
      permits--;
      return true;
    } finally {
      lock.unlock();
    }
  }
}
