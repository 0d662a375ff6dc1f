package openset.gateway.operation;

import java.time.Instant;

/**
 * How often something happened.
 *
 * @param last when it did last
 * @param detail what is known of that last time; may be empty
 */
public record Tally(long count, Instant last, String detail) {
  /** Once, at that instant. */
  static Tally once(Instant at, String detail) {
    return new Tally(1, at, detail);
  }

  /** Both together. */
  Tally and(Tally other) {
    Tally later = other.last.isBefore(last) ? this : other;
    return new Tally(count + other.count, later.last, later.detail);
  }
}
