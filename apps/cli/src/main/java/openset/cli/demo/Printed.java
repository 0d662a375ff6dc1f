package openset.cli.demo;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import openset.cli.watch.Passed;

/** Steps as text for people. */
public final class Printed {
  private final PrintWriter out;

  /** Prints to {@code out}. */
  public Printed(PrintWriter out) {
    this.out = out;
  }

  /** One step: what happened between whom, how long it took, what passed, what to check. */
  public void step(StepReport report) {
    out.printf(
        Locale.ROOT,
        "%n%2d  %s  (%s)  %.1f ms%s%n",
        report.step(),
        report.title(),
        report.participants(),
        report.ms(),
        report.ok() ? "" : "  FAILED");
    for (Passed message : report.messages()) out.println("      " + message.line());
    for (Map.Entry<String, Object> fact : report.facts().entrySet()) {
      out.printf("    %-24s %s%n", fact.getKey(), fact.getValue());
    }
    out.flush();
  }
}
