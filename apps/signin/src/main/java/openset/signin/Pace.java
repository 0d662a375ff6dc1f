package openset.signin;

import java.time.Duration;

/**
 * How long sessions last, and how failures slow the next try.
 *
 * @param idle a session ends when nothing was asked for so long
 * @param absolute and after so long in any case
 * @param half so long may pass between password and second factor
 * @param freeOfName failures of one name that cost no wait
 * @param freeOfAddress failures from one address that cost no wait
 * @param first the wait after the first failure that costs one; it doubles with each
 * @param longest the longest wait
 * @param forgotten after so long without a failure the count begins anew
 */
public record Pace(
    Duration idle,
    Duration absolute,
    Duration half,
    int freeOfName,
    int freeOfAddress,
    Duration first,
    Duration longest,
    Duration forgotten) {
  /** 30 minutes, 12 hours, 10 minutes; 3 and 20 failures free, then 1 s doubling to 15 minutes. */
  public static final Pace USUAL =
      new Pace(
          Duration.ofMinutes(30),
          Duration.ofHours(12),
          Duration.ofMinutes(10),
          3,
          20,
          Duration.ofSeconds(1),
          Duration.ofMinutes(15),
          Duration.ofHours(24));

  /** The wait after so many failures in a row, of which {@code free} cost none. */
  Duration delay(int failures, int free) {
    if (failures <= free) return Duration.ZERO;
    int doublings = Math.min(failures - free - 1, 30);
    Duration grown = first.multipliedBy(1L << doublings);
    return grown.compareTo(longest) > 0 ? longest : grown;
  }
}
