package openset.cli.scenario;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openset.cli.watch.Passed;

/** A scenario as text for people, while it happens. */
final class ToldScenario {
  private final PrintWriter out;
  private int acts;

  ToldScenario(PrintWriter out) {
    this.out = out;
  }

  void title(Scenario scenario) {
    out.printf("%s%n%s%n", scenario.command(), scenario.words());
    out.flush();
  }

  void act(
      String sentence, Duration time, List<Passed> messages, Map<String, Object> facts) {
    acts++;
    out.printf(Locale.ROOT, "%n%2d  %s  %.1f ms%n", acts, sentence, time.toNanos() / 1e6);
    for (Passed message : messages) out.println("      " + message.line());
    facts.forEach((name, value) -> out.printf("    %-28s %s%n", name, value));
    out.flush();
  }
}
