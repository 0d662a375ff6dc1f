package openset.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Time that this thread was on a processor. Other load on the machine makes the clock on the wall
 * go on, but hardly this one.
 */
final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Something to be measured. */
  interface Work {
    /** Does it once; what it gives is used, so that nothing is optimized away. */
    Object once() throws Exception;
  }

  private static volatile Object sink;

  private CpuTime() {}

  /** Nanoseconds one {@code work} takes: the median of {@code rounds} of {@code times} each. */
  static double nanos(int rounds, int times, Work work) throws Exception {
    double[] each = new double[rounds];
    for (int round = 0; round < rounds; round++) each[round] = nanos(times, work);
    return median(each);
  }

  /** Nanoseconds one {@code work} takes, when done {@code times} in a row. */
  static double nanos(int times, Work work) throws Exception {
    long before = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      Object now = work.once();
      if (now == null) throw new IllegalStateException("nothing was done");
      sink = now;
    }
    return (double) (THREADS.getCurrentThreadCpuTime() - before) / times;
  }

  /** The one in the middle. */
  static double median(double... each) {
    double[] sorted = each.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
