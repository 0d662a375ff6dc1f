package openset.merchant.shop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets orders go that were not paid in time, again and again, until it is closed. */
public final class ExpiryWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Shop shop;
  private final CountDownLatch ended = new CountDownLatch(1);

  private ExpiryWatch(Shop shop) {
    this.shop = shop;
  }

  /** Watches the orders of {@code shop}. */
  public static ExpiryWatch over(Shop shop) {
    ExpiryWatch watch = new ExpiryWatch(shop);
    Thread.ofVirtual().name("expiry").start(watch::run);
    return watch;
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
      int expired = shop.expire();
      if (expired > 0) LOG.info("orders expired count={}", expired);
    } catch (RuntimeException e) {
      if (ended.getCount() > 0) LOG.error("orders could not be looked through", e);
    }
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
