package openset.iso8583;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The requests under way on one connection and what became of the latest ones. Bound to the
 * connection: an answer on another one finds nothing here (H16).
 */
final class Outstanding {
  private static final int REMEMBERED = 4096;
  private static final int[] ECHOED = {3, 4, 7, 11, 32, 37, 41, 42, 49};
  private static final int AMOUNT = 4;
  private static final long LEAST_PAUSE = 1_000_000;
  private static final long SHORT_PAUSE = 5_000_000;
  private static final long FAR = Duration.ofDays(1).toNanos();

  /** A request under way, who waits for its answer, and what came of it. */
  final class Pending {
    final IsoMessage request;
    final long key;
    /** Its number, below 0 for messages about the link, which have numbers of their own. */
    private final int stan;
    private final long deadline;
    private final Thread waiter = Thread.currentThread();
    private final AtomicReference<Answer> outcome = new AtomicReference<>();

    Pending(IsoMessage request, long deadline) {
      this.request = request;
      this.key = key(request);
      this.stan = request.mti().kind() == 8 ? -1 : (int) digits(request.at(11)) - 1;
      this.deadline = deadline;
    }

    /** Ends the wait; false where it had ended already. */
    private boolean end(Answer answer) {
      if (!outcome.compareAndSet(null, answer)) return false;
      waiting.decrementAndGet();
      LockSupport.unpark(waiter);
      return true;
    }

    boolean isDone() {
      return outcome.get() != null;
    }

    /** What came of it; only when it is done. */
    Answer outcome() {
      return outcome.get();
    }

    /** Waits, in the thread that asked, until there is an outcome. */
    Answer await() throws InterruptedException {
      while (outcome.get() == null) {
        LockSupport.park(this);
        if (Thread.interrupted()) throw new InterruptedException();
      }
      return outcome.get();
    }
  }

  private final ConcurrentHashMap<Long, Pending> pending = new ConcurrentHashMap<>();
  private final Set<Integer> stans = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Pending[] ended = new Pending[REMEMBERED];
  private int next;
  private volatile boolean closed;
  /** When the clock looks next; far away while it looks. */
  private volatile long wakes;
  private volatile Thread clock;
  private final Reversals reversals;

  Outstanding(Reversals reversals) {
    this.reversals = reversals;
    this.wakes = System.nanoTime() + FAR;
  }

  /** What tells requests of one connection apart: class, 11 and 7; all else must then agree. */
  static long key(IsoMessage message) {
    long kind = message.mti().kind();
    return (kind * 1_000_001 + digits(message.at(11))) * 10_000_000_001L + digits(message.at(7));
  }

  /** The number in the digits and one more; 0 where there are none. */
  private static long digits(byte[] octets) {
    if (octets == null) return 0;
    long number = 0;
    for (byte octet : octets) number = number * 10 + octet - '0';
    return number + 1;
  }

  /** Notes a request before it is sent. Two under one number at one time are a bug of the asker. */
  Pending add(IsoMessage request, long nanos) {
    Pending mine = new Pending(request, System.nanoTime() + nanos);
    waiting.incrementAndGet();
    Pending other = pending.putIfAbsent(mine.key, mine);
    while (other != null) {
      if (!other.isDone()) {
        waiting.decrementAndGet();
        throw new IllegalStateException("STAN in use: " + request.text(11).orElse("none"));
      }
      pending.remove(mine.key, other);
      other = pending.putIfAbsent(mine.key, mine);
    }
    if (mine.stan >= 0) stans.add(mine.stan);
    if (closed) giveUp(mine, new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false));
    if (mine.deadline - wakes < 0) LockSupport.unpark(clock);
    return mine;
  }

  /** True when a request under this number (element 11) waits for its answer. */
  boolean uses(int stan) {
    return stans.contains(stan);
  }

  /** How many requests wait for their answers. */
  int size() {
    return waiting.get();
  }

  /** Waits until no request waits for its answer, at most so long; true when none does. */
  boolean awaitNone(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (waiting.get() > 0 && System.nanoTime() < end) LockSupport.parkNanos(this, SHORT_PAUSE);
    return waiting.get() == 0;
  }

  /** Stops waiting for a request; its answer, should it still come, is late. */
  void giveUp(Pending mine, Answer.NoAnswer outcome) {
    if (mine.end(outcome)) over(mine);
  }

  private void over(Pending mine) {
    lock.lock();
    try {
      ended[next] = mine;
      next = (next + 1) % REMEMBERED;
    } finally {
      lock.unlock();
    }
    if (mine.stan >= 0) stans.remove(mine.stan);
    pending.remove(mine.key, mine);
  }

  /** Ends the waits whose time is over, until the connection is; one thread does nothing else. */
  void keepTime() {
    clock = Thread.currentThread();
    while (!closed) {
      long now = System.nanoTime();
      wakes = now + FAR;
      long wait = FAR;
      for (Pending each : pending.values()) {
        long left = each.deadline - now;
        if (left > 0) wait = Math.min(wait, left);
        else giveUp(each, new Answer.NoAnswer(Answer.Reason.TIMEOUT, true));
      }
      wakes = now + wait;
      LockSupport.parkNanos(this, Math.max(wait, LEAST_PAUSE));
    }
  }

  /** Gives an answer to whoever waits for it, or tells what is wrong with it. */
  void take(IsoMessage answer, LinkEvents events) {
    long key = key(answer);
    Pending asked = pending.get(key);
    if (asked == null || asked.isDone() || !asked.request.mti().answer().equals(answer.mti())) {
      leftOver(asked != null && asked.isDone() ? asked : before(key), answer).accept(events);
      return;
    }
    OptionalInt wrong = contradiction(asked.request, answer);
    if (wrong.isPresent()) {
      events.mismatch(asked.request, answer, wrong.getAsInt());
    } else if (asked.end(new Answer.Answered(answer))) {
      over(asked);
    } else {
      leftOver(asked, answer).accept(events);
    }
  }

  /** The latest request under that number whose wait is over, or null. */
  private Pending before(long key) {
    lock.lock();
    try {
      for (int i = 1; i <= REMEMBERED; i++) {
        Pending each = ended[Math.floorMod(next - i, REMEMBERED)];
        if (each == null || each.key == key) return each;
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private Consumer<LinkEvents> leftOver(Pending before, IsoMessage answer) {
    if (before == null || !before.request.mti().answer().equals(answer.mti())) {
      return events -> events.unexpected(answer);
    }
    if (before.outcome.get() instanceof Answer.Answered) {
      return events -> events.duplicate(answer);
    }
    return events -> {
      events.late(before.request, answer);
      reversals.late(before.request, answer, events);
    };
  }

  /** The first echoed element in which the answer contradicts the request. */
  private static OptionalInt contradiction(IsoMessage request, IsoMessage answer) {
    boolean partial = answer.text(39).orElse("").equals("10");
    for (int field : ECHOED) {
      if (!request.has(field) || request.sameAs(answer, field)) continue;
      if (field == AMOUNT && partial && lower(request, answer)) continue;
      return OptionalInt.of(field);
    }
    return OptionalInt.empty();
  }

  private static boolean lower(IsoMessage request, IsoMessage answer) {
    return answer.number(AMOUNT).orElse(Long.MAX_VALUE) < request.number(AMOUNT).orElse(0);
  }

  /** The connection is gone: every request under way ends without answer, perhaps received. */
  void close() {
    closed = true;
    for (Pending each : pending.values()) {
      giveUp(each, new Answer.NoAnswer(Answer.Reason.LINK_DOWN, true));
    }
    LockSupport.unpark(clock);
  }

  /**
   * Which request a reversal takes back (element 90), for as long as a late answer to it may come:
   * over all connections of a link, since a reversal may go on another one.
   */
  static final class Reversals {
    private static final int KEPT = 4096;
    private final Map<Long, IsoMessage> reversals = latest();
    private final Map<Long, IsoMessage> lates = latest();

    private static Map<Long, IsoMessage> latest() {
      return new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, IsoMessage> eldest) {
          return size() > KEPT;
        }
      };
    }

    /** A reversal is asked; of an original whose late answer came already, that is told now. */
    void asked(IsoMessage reversal, LinkEvents events) {
      if (reversal.mti().kind() != 4 || !reversal.has(90)) return;
      IsoMessage late;
      synchronized (this) {
        long key = original(reversal.text(90).orElseThrow());
        if (reversals.put(key, reversal) != null) return;
        late = lates.get(key);
      }
      if (late != null) events.lateReversed(late, reversal);
    }

    private void late(IsoMessage request, IsoMessage answer, LinkEvents events) {
      IsoMessage reversal;
      synchronized (this) {
        lates.put(key(request), answer);
        reversal = reversals.get(key(request));
      }
      if (reversal != null) events.lateReversed(answer, reversal);
    }

    /** The number of the message that element 90 names: its type, 11 and 7. */
    private static long original(String element) {
      byte[] octets = element.getBytes(StandardCharsets.US_ASCII);
      long kind = octets[1] - '0';
      long stan = digits(Arrays.copyOfRange(octets, 4, 10));
      long time = digits(Arrays.copyOfRange(octets, 10, 20));
      return (kind * 1_000_001 + stan) * 10_000_000_001L + time;
    }
  }
}
