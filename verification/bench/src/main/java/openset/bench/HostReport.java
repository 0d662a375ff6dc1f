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
        "%-11s %9s %9s %9s %7s %9s %7s %8s %8s %7s %8s %7s%n",
        "connections", "under way", "OpenSET/s", "jPOS/s", "ratio", "bare/s", "ratio",
        "CPU us", "jPOS us", "ratio", "bare us", "ratio");
    for (HostLinks.Figure f : figures) {
      out.printf(
          "%-11d %9d %9.0f %9.0f %7.2f %9.0f %7.2f %8.1f %8.1f %7.2f %8.1f %7.2f%n",
          f.connections(),
          f.underWay(),
          f.ours().rate(),
          f.jpos().rate(),
          f.ours().times(f.jpos()),
          f.bare().rate(),
          f.ours().times(f.bare()),
          f.ours().cpuNanos() / 1e3,
          f.jpos().cpuNanos() / 1e3,
          f.ours().timesByCpu(f.jpos()),
          f.bare().cpuNanos() / 1e3,
          f.ours().timesByCpu(f.bare()));
    }
  }
}
