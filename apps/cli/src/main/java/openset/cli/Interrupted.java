package openset.cli;

import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C or an end from outside, and lets what was begun be closed in order. */
final class Interrupted {
  private Interrupted() {}

  /** Returns when the process is asked to end; it ends when the main thread has closed all. */
  static void await() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  join(main);
                },
                "end"));
    asked.await();
  }

  private static void join(Thread main) {
    try {
      main.join(15_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
