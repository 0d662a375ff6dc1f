package openset.store.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import openset.store.Effect;
import openset.store.Transactions;
import openset.store.delivery.Performer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the due effects of an outbox to a performer, many at once, and those that failed again
 * after growing pauses, for ever. What a crash left claimed is due again at the start.
 */
public final class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  // Effects of another process on the same outbox are seen without being woken.
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration CLOSING = Duration.ofSeconds(20);

  private final Transactions transactions;
  private final Pace pace;
  private final InstantSource clock;
  private final Performer performer;
  private final Semaphore free;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private boolean work;
  private boolean closed;

  /**
   * How to go about it.
   *
   * @param node name of this process, the same after a restart
   * @param atOnce effects performed at one time
   * @param lease how long an effect may take before another may try it
   * @param first pause after a first failure; doubles each time
   * @param most longest pause
   */
  public record Pace(String node, int atOnce, Duration lease, Duration first, Duration most) {
    /** 64 at once, lease 1 minute, pauses from 200 ms to 30 s. */
    public static Pace usual(String node) {
      return new Pace(
          node, 64, Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ofSeconds(30));
    }
  }

  private Deliveries(
      Transactions transactions, Pace pace, InstantSource clock, Performer performer) {
    this.transactions = transactions;
    this.pace = pace;
    this.clock = clock;
    this.performer = performer;
    this.free = new Semaphore(pace.atOnce());
  }

  /** Takes over what this node left undone, and starts. */
  public static Deliveries start(
      Transactions transactions, Pace pace, InstantSource clock, Performer performer) {
    transactions.perform(tx -> tx.outbox().release(pace.node(), clock.instant()));
    Deliveries deliveries = new Deliveries(transactions, pace, clock, performer);
    Thread.ofVirtual().name("deliveries-" + pace.node()).start(deliveries::run);
    return deliveries;
  }

  /** Says that something new is due: to be called after the commit that added it. */
  public void wake() {
    lock.lock();
    try {
      work = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Stops handing out and waits for the end of what is being performed, 20 s at most. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
    try {
      boolean quiet = free.tryAcquire(pace.atOnce(), CLOSING.toMillis(), TimeUnit.MILLISECONDS);
      if (!quiet) LOG.warn("{}: closed while something is being performed", pace.node());
      free.release(quiet ? pace.atOnce() : 0);
      ended.get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("{}: closed while looking at the outbox", pace.node());
    }
  }

  private void run() {
    try {
      while (true) {
        Duration pause = handOutDue();
        if (!rest(pause)) return;
      }
    } catch (InterruptedException e) {
      LOG.debug("{}: interrupted", pace.node());
    } finally {
      ended.complete(true);
    }
  }

  /** Hands out what is due; tells how long to rest. */
  private Duration handOutDue() throws InterruptedException {
    free.acquire();
    int room = 1 + free.drainPermits();
    List<Effect.Claimed> claimed = List.of();
    try {
      claimed = claim(room);
    } catch (RuntimeException e) {
      LOG.error("{}: cannot read the outbox", pace.node(), e);
      free.release(room);
      return LOOK;
    }
    free.release(room - claimed.size());
    for (Effect.Claimed each : claimed) Thread.startVirtualThread(() -> perform(each));
    return claimed.size() == room ? Duration.ZERO : untilNext();
  }

  private List<Effect.Claimed> claim(int room) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        tx ->
            tx.outbox()
                .claimDue(new Effect.Claim(pace.node(), now, now.plus(pace.lease()), room)));
  }

  private Duration untilNext() {
    Instant next =
        transactions
            .inTransaction(tx -> tx.outbox().nextDue())
            .orElse(Instant.MAX.minusSeconds(1));
    Instant latest = clock.instant().plus(LOOK);
    Duration pause = Duration.between(clock.instant(), next.isBefore(latest) ? next : latest);
    return pause.isNegative() ? Duration.ZERO : pause;
  }

  /** Waits to be woken, at most so long; false when closed. */
  private boolean rest(Duration pause) throws InterruptedException {
    long left = pause.toNanos();
    lock.lock();
    try {
      while (!closed && !work && left > 0) left = woken.awaitNanos(left);
      work = false;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void perform(Effect.Claimed claimed) {
    try {
      if (attempt(claimed) == Outcome.AGAIN) {
        Instant due = clock.instant().plus(pause(claimed.attempts()));
        transactions.perform(tx -> tx.outbox().postpone(claimed.id(), due));
      }
    } catch (RuntimeException e) {
      String kind = claimed.effect().kind();
      LOG.error("{}: {} stays claimed until its lease ends", pace.node(), kind, e);
    } finally {
      free.release();
      wake();
    }
  }

  private Outcome attempt(Effect.Claimed claimed) {
    try {
      return performer.perform(claimed);
    } catch (Exception e) {
      LOG.warn("{}: {} failed", pace.node(), claimed.effect().kind(), e);
      return Outcome.AGAIN;
    }
  }

  private Duration pause(int attempts) {
    long times = 1L << Math.min(attempts - 1, 30);
    Duration pause = pace.first().multipliedBy(times);
    return pause.compareTo(pace.most()) < 0 ? pause : pace.most();
  }
}
