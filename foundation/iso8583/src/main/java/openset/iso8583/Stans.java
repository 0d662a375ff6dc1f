package openset.iso8583;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;

/**
 * Systems trace audit numbers (element 11) out of a range of one's own, so that two nodes never
 * share one (H17). A counter that never goes back is kept outside; blocks of it are reserved before
 * use, so a restart skips numbers and repeats none. The range wraps; a number comes again only
 * after all others, and not while a request under it still waits for its answer.
 */
public final class Stans {
  /** The counter that survives restarts: adds {@code count} and tells its value before. */
  public interface Counter {
    /** Reserves the next {@code count} values and returns the first; never the same twice. */
    long reserve(int count);
  }

  private static final int BLOCK = 500;

  private final Counter counter;
  private final int first;
  private final int size;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<IntPredicate> used = new CopyOnWriteArrayList<>();
  private long next;
  private long end;

  private Stans(Counter counter, int first, int last) {
    if (first < 1 || last > 999_999 || last < first) {
      throw new IllegalArgumentException("range outside 1 to 999999");
    }
    this.counter = counter;
    this.first = first;
    this.size = last - first + 1;
  }

  /** Numbers from {@code first} to {@code last}, both within 1 to 999999. */
  public static Stans of(Counter counter, int first, int last) {
    return new Stans(counter, first, last);
  }

  /** Every number from 1 to 999999, for a party with one node. */
  public static Stans of(Counter counter) {
    return of(counter, 1, 999_999);
  }

  /** From now on passes over numbers of which this is so: {@code IsoLink::uses} of a link. */
  public void avoid(IntPredicate inUse) {
    used.add(inUse);
  }

  /**
   * The next number that is not in use.
   *
   * @throws IllegalStateException where all of the range are: more requests wait than it has
   */
  public int next() {
    lock.lock();
    try {
      for (int tries = 0; tries < size; tries++) {
        if (next == end) {
          next = counter.reserve(BLOCK);
          end = next + BLOCK;
        }
        int number = first + (int) Math.floorMod(next++, (long) size);
        if (isFree(number)) return number;
      }
      throw new IllegalStateException("every number of the range is in use");
    } finally {
      lock.unlock();
    }
  }

  private boolean isFree(int number) {
    for (IntPredicate each : used) if (each.test(number)) return false;
    return true;
  }
}
