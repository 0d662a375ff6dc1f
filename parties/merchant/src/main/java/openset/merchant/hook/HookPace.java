package openset.merchant.hook;

import java.time.Duration;

/**
 * How often deliveries are tried.
 *
 * @param look how often it is looked what is due
 * @param first the wait after the first failure; it doubles with each
 * @param longest the longest wait
 * @param attempts after so many the delivery has failed
 */
public record HookPace(Duration look, Duration first, Duration longest, int attempts) {
  /** Every half second; 5 s doubling to 4 h; 25 tries, which is three days. */
  public static final HookPace USUAL =
      new HookPace(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofHours(4), 25);

  /** The wait after so many failures. */
  Duration delay(int failures) {
    Duration grown = first.multipliedBy(1L << Math.min(failures - 1, 20));
    return grown.compareTo(longest) > 0 ? longest : grown;
  }
}
