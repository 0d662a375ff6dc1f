package openset.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Echoes a second over TCP on this machine, ours beside jPOS's, both ends in this process: 0800
 * with element 70 = 301, answered by 0810. Ours matches every answer to its request, as jPOS's
 * channel adaptor and multiplexer do; beside them stand its bare channels, which match nothing.
 */
final class HostLinks {
  /** For figures to be shown. */
  static final Pace FULL = new Pace(31, 500);

  /** While something is being mended. */
  static final Pace QUICK = new Pace(7, 300);

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private HostLinks() {}

  /**
   * How much is measured.
   *
   * @param rounds of each, in turn; the median counts
   * @param millis of one round
   */
  record Pace(int rounds, int millis) {}

  /**
   * Echoes a second.
   *
   * @param underWay echoes that wait for their answers at one time, on each connection
   */
  record Figure(int connections, int underWay, Speed ours, Speed jpos, Speed bare) {}

  /**
   * How fast one of the three is.
   *
   * @param rate echoes a second by the clock
   * @param cpuNanos CPU time of both ends and of the system for one echo
   */
  record Speed(double rate, double cpuNanos) {
    /** How many times as many echoes a second as the other. */
    double times(Speed other) {
      return rate / other.rate;
    }

    /** How many times as much CPU time the other takes for an echo. */
    double timesByCpu(Speed other) {
      return other.cpuNanos / cpuNanos;
    }
  }

  /** Two ends and the connections between them. */
  interface Ends extends AutoCloseable {
    /** Echoes for so long with so many under way on each connection; how many were answered. */
    long echoes(int underWay, long nanos) throws Exception;

    @Override
    void close() throws IOException;
  }

  /** All figures. */
  static List<Figure> measure(Pace pace) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (int connections : new int[] {1, 16}) {
      try (Ends ours = new OurEnds(connections);
          Ends jpos = new JposMux(connections);
          Ends bare = new JposEnds(connections)) {
        for (int underWay : new int[] {1, 32}) {
          figures.add(figure(connections, underWay, List.of(ours, jpos, bare), pace));
        }
      }
    }
    return figures;
  }

  private static Figure figure(int connections, int underWay, List<Ends> ends, Pace pace)
      throws Exception {
    double[][] rates = new double[ends.size()][pace.rounds()];
    double[][] cpu = new double[ends.size()][pace.rounds()];
    long nanos = 1_000_000L * pace.millis();
    for (Ends each : ends) each.echoes(underWay, 2 * nanos);
    for (int round = 0; round < pace.rounds(); round++) {
      for (int i = 0; i < ends.size(); i++) {
        long cpuBefore = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        long count = Math.max(1, ends.get(i).echoes(underWay, nanos));
        rates[i][round] = count * 1e9 / (System.nanoTime() - begin);
        cpu[i][round] = (double) (SYSTEM.getProcessCpuTime() - cpuBefore) / count;
      }
    }
    return new Figure(
        connections,
        underWay,
        speed(rates[0], cpu[0]),
        speed(rates[1], cpu[1]),
        speed(rates[2], cpu[2]));
  }

  private static Speed speed(double[] rates, double[] cpu) {
    return new Speed(CpuTime.median(rates), CpuTime.median(cpu));
  }
}
