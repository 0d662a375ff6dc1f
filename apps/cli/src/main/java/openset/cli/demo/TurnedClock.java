package openset.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that can be turned ahead of another, and back. */
final class TurnedClock implements InstantSource {
  private final InstantSource other;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  TurnedClock(InstantSource other) {
    this.other = other;
  }

  @Override
  public Instant instant() {
    return other.instant().plus(ahead.get());
  }

  void turn(Duration by) {
    ahead.set(by);
  }
}
