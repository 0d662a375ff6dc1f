package openset.merchant;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does again and again what time brings, until it is closed. */
final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final String what;
  private final IntSupplier work;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Rounds(String what, IntSupplier work) {
    this.what = what;
    this.work = work;
  }

  /**
   * Begins.
   *
   * @param what names it in the log
   * @param work does what there is to do, and says to how many it was done
   */
  static Rounds of(String what, IntSupplier work) {
    Rounds rounds = new Rounds(what, work);
    Thread.ofVirtual().name(what).start(rounds::run);
    return rounds;
  }

  private void run() {
    try {
      while (!ended.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) once();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      int done = work.getAsInt();
      if (done > 0) LOG.info("orders {} count={}", what, done);
    } catch (RuntimeException e) {
      if (ended.getCount() > 0) LOG.error("orders {} could not be looked through", what, e);
    }
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
