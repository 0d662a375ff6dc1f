package openset.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.crypto.Suite;

/**
 * The figures of docs/performance.md, by CPU time: {@code verification/run openset.bench.Report
 * [--quick] [--json] [--profile]}.
 */
public final class Report {
  private static final List<Suite> SUITES = List.of(Suite.CLASSICAL, Suite.EDWARDS);
  private static final int SHOWN = 25;

  private final Effort effort;
  private final List<Measured> measured = new ArrayList<>();
  private final List<Compared> compared = new ArrayList<>();

  /** A report that takes {@code effort}. */
  Report(Effort effort) {
    this.effort = effort;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    List<String> options = List.of(arguments);
    Report report = new Report(options.contains("--quick") ? Effort.QUICK : Effort.FULL);
    if (options.contains("--profile")) {
      report.profile(System.out);
      return;
    }
    report.measure();
    if (options.contains("--json")) {
      System.out.print(report.json());
    } else {
      report.print(System.out);
    }
  }

  /** Measures everything; whatever is refused or not confirmed ends it. */
  void measure() throws Exception {
    Figures figures = new Figures(effort);
    for (Suite suite : SUITES) {
      Load load = Load.of(suite).withUnseen(effort.most());
      List<Task> tasks = new ArrayList<>(purchases(load));
      tasks.addAll(new Operators(load).tasks());
      figures.time(suite, tasks);
    }
    compared.addAll(new Codec(Load.of(Suite.CLASSICAL)).measure(effort));
    measured.addAll(figures.counted());
  }

  private static List<Task> purchases(Load load) {
    Suite suite = load.world().suite();
    return List.of(
        new Task("purchase", suite, load::purchase),
        new Task("purchase, new card", suite, load::purchaseByUnseen),
        new Task("purchase and capture", suite, load::purchaseAndCapture));
  }

  /** What was measured beside the operations in it. */
  List<Measured> measured() {
    return measured;
  }

  /** What was measured of the codec. */
  List<Compared> compared() {
    return compared;
  }

  /** One line for each figure. */
  void print(PrintStream out) {
    out.printf(
        "%-25s %-10s %10s %10s %8s%n", "what", "suite", "in a CPU s", "limit", "ratio");
    for (Measured m : measured) {
      out.printf(
          "%-25s %-10s %10.0f %10.0f %6.0f %%%n",
          m.task().name(),
          m.task().suite().name(),
          1e9 / m.nanos(),
          1e9 / m.limitNanos(),
          100 * m.ratio());
    }
    out.println();
    operations(out);
    out.printf(
        "%n%-20s %8s %10s %10s %10s %8s%n",
        "codec, microseconds", "octets", "OpenSET", "walk", "BC", "BC/ours");
    for (Compared c : compared) {
      out.printf(
          "%-20s %8d %10.2f %10.2f %10.2f %8.1f%n",
          c.name(),
          c.octets(),
          c.nanos() / 1e3,
          c.walkNanos() / 1e3,
          c.peerNanos() / 1e3,
          c.ratio());
    }
  }

  private void operations(PrintStream out) {
    out.printf(
        "%-25s %-10s %12s %10s%n", "operation", "suite", "microseconds", "a purchase");
    for (Measured m : measured) {
      if (!m.task().name().equals("purchase")) continue;
      for (Operation operation : Operation.values()) {
        out.printf(
            "%-25s %-10s %12.2f %10.1f%n",
            operation,
            m.task().suite().name(),
            m.alone().get(operation) / 1e3,
            m.counts().get(operation));
      }
    }
  }

  private void profile(PrintStream out) throws Exception {
    int times = 2 * effort.warm();
    for (Suite suite : SUITES) {
      Load load = Load.of(suite).withUnseen(effort.warm() + 2 * times);
      for (int i = 0; i < effort.warm(); i++) load.purchaseByUnseen();
      double nanos = CpuTime.nanos(times, load::purchaseByUnseen);
      Profile profile = Profile.of(times, load::purchaseByUnseen);
      out.printf(
          "%n%s, new cards, %.0f purchases in a CPU second, %d stacks%n",
          suite.name(), 1e9 / nanos, profile.size());
      parts(out, "in primitives", profile.primitives());
      parts(out, "elsewhere, by what runs", profile.leaves());
      parts(out, "reading and writing, by who asked", profile.codec());
      parts(out, "elsewhere, by our function", profile.own());
      parts(out, "elsewhere, with all that it calls", profile.inclusive());
    }
  }

  private static void parts(PrintStream out, String title, List<Profile.Part> parts) {
    double all = parts.stream().mapToDouble(Profile.Part::share).sum();
    out.printf("  %s: (together %.1f%%)%n", title, 100 * all);
    for (Profile.Part part : parts.subList(0, Math.min(SHOWN, parts.size()))) {
      out.printf("    %5.1f%%  %s%n", 100 * part.share(), part.function());
    }
  }

  /** All figures as one array. */
  String json() {
    return Stream.concat(
            measured.stream().map(Measured::json), compared.stream().map(Compared::json))
        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
  }
}
