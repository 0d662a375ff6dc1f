package openset.cli.demo;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import openset.cli.client.CallFailed;

/** Looks again and again, until something is there or it is late. */
public final class Waiting {
  private static final long LOOK_NANOS = 20_000_000;

  private Waiting() {}

  /** What is looked for. */
  @FunctionalInterface
  public interface Look<T> {
    /** What is there now, if anything is. */
    Optional<T> now() throws CallFailed;
  }

  /**
   * What is there in the end.
   *
   * @param late made where nothing is at that moment
   * @throws StepFailed which {@code late} made
   */
  public static <T> T until(Instant end, Look<T> look, Supplier<StepFailed> late)
      throws CallFailed, StepFailed {
    Optional<T> found = look.now();
    while (found.isEmpty()) {
      if (Instant.now().isAfter(end)) throw late.get();
      pause();
      found = look.now();
    }
    return found.get();
  }

  static void pause() {
    LockSupport.parkNanos(LOOK_NANOS);
  }
}
