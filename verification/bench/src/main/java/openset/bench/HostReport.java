package openset.bench;

import java.io.PrintStream;
import java.util.List;

/**
 * ISO 8583 beside jPOS and j8583, for docs/performance.md: {@code verification/run
 * openset.bench.HostReport [--quick]}.
 */
public final class HostReport {
  private HostReport() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    codec(System.out, HostCodec.measure(quick ? Effort.QUICK : Effort.FULL));
    links(System.out, HostLinks.measure(quick ? HostLinks.QUICK : HostLinks.FULL));
    System.exit(0);
  }

  /** One line for each message and what is done with it. */
  static void codec(PrintStream out, List<HostCodec.Figure> figures) {
    out.printf(
        "%-24s %8s %10s %10s %10s %8s%n",
        "codec, nanoseconds", "octets", "OpenSET", "jPOS", "j8583", "ratio");
    for (HostCodec.Figure f : figures) {
      out.printf(
          "%-24s %8d %10.0f %10.0f %10.0f %8.2f%n",
          f.name(), f.octets(), f.ours(), f.jpos(), f.j8583(), f.ratio());
    }
    out.println();
  }

  /** One line for each number of connections and of echoes under way on each. */
  static void links(PrintStream out, List<HostLinks.Figure> figures) {
    out.printf(
        "%-12s %10s %10s %10s %7s %12s %12s %7s%n",
        "connections", "under way", "OpenSET/s", "jPOS/s", "ratio", "CPU us", "jPOS us", "ratio");
    for (HostLinks.Figure f : figures) {
      out.printf(
          "%-12d %10d %10.0f %10.0f %7.2f %12.1f %12.1f %7.2f%n",
          f.connections(),
          f.underWay(),
          f.ours().rate(),
          f.jpos().rate(),
          f.ratio(),
          f.ours().cpuNanos() / 1e3,
          f.jpos().cpuNanos() / 1e3,
          f.ratioOfCpu());
    }
  }
}
