package openset.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for Ctrl-C or an end from outside, and lets what was begun be closed in order. */
final class Interrupted {
  private static final int CLOSING_SECONDS = 15;

  private static final CountDownLatch CLOSED = new CountDownLatch(1);

  private Interrupted() {}

  /** Returns when the process is asked to end; it ends when all is {@link #closed}. */
  static void await() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Thread end =
        new Thread(
            () -> {
              asked.countDown();
              awaitClosed();
            },
            "end");
    Runtime.getRuntime().addShutdownHook(end);
    asked.await();
  }

  /** Says that the command has closed what it had: whoever asked for the end need not wait. */
  static void closed() {
    CLOSED.countDown();
  }

  private static void awaitClosed() {
    try {
      CLOSED.await(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
