package openset.conduct;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that looks for what is due, again and again, whatever happened the time before. */
public final class Mender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Mender.class);

  private final Duration every;
  private final Runnable work;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  /** One that is not started yet; the name is for its thread. */
  public Mender(String party, Duration every, Runnable work) {
    this.every = every;
    this.work = work;
    this.thread = Thread.ofVirtual().name("mender-" + party).unstarted(this::run);
  }

  /** Begins: the first time after {@code every}. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!ended.await(every.toMillis(), TimeUnit.MILLISECONDS)) once();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (ended.getCount() > 0) LOG.error("mending failed; it is tried again", e);
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (thread.getState() == Thread.State.NEW) return;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
