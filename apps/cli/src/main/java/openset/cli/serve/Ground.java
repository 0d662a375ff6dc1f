package openset.cli.serve;

import java.time.InstantSource;
import openset.cli.watch.Watch;
import openset.crypto.Randomness;

/**
 * What all participants of a process stand on.
 *
 * @param clock what time it is
 * @param randomness the operating system's
 * @param watch sees each message pass
 */
public record Ground(InstantSource clock, Randomness randomness, Watch watch) {
  /** The real clock and randomness. */
  public static Ground real() {
    return new Ground(InstantSource.system(), Randomness.secure(), new Watch());
  }

  /** The same with another clock. */
  public Ground at(InstantSource other) {
    return new Ground(other, randomness, watch);
  }
}
