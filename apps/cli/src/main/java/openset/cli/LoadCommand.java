package openset.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import openset.cli.demo.Town;
import openset.cli.load.Load;
import openset.cli.load.LoadReport;
import openset.cli.serve.Ground;
import openset.cli.world.DataOptions;
import openset.cli.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many purchases at once, and whether all of them arrived. */
@Command(
    name = "load",
    description = {
      "Lets many customers buy at once, and checks that no purchase is lost.",
      "All participants run in this process; every ledger must balance."
    })
final class LoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOptions options;

  @Option(
      names = "--purchases",
      paramLabel = "N",
      defaultValue = "500",
      description = "How many purchases (default: ${DEFAULT-VALUE}).")
  private int purchases;

  @Option(
      names = "--concurrency",
      paramLabel = "C",
      defaultValue = "8",
      description = "How many at the same time (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Load.Wish wish = new Load.Wish(purchases, concurrency);
    Ground ground = Ground.real();
    err.println("opening the world in " + options.folder());
    err.flush();
    LogFile.open(options.folder(), "load");
    try (World world = options.open();
        Town town = Town.open(world, ground)) {
      town.openShops();
      Load load = new Load(town, ground.watch());
      load.prepare(wish, n -> bar(err, "cards", n, Math.max(n, concurrency)));
      err.println();
      LoadReport report = load.run(wish, n -> bar(err, "purchases", n, purchases));
      err.println();
      err.flush();
      if (json) {
        out.println(new ObjectMapper().writeValueAsString(report));
      } else {
        print(out, report);
      }
      out.flush();
      return report.isGood() ? 0 : 1;
    }
  }

  /** A bar that grows on one line of a terminal. */
  private static synchronized void bar(PrintWriter err, String what, int done, int all) {
    int width = 40;
    int full = (int) ((long) width * done / all);
    err.print(
        "\r" + what + " [" + "#".repeat(full) + ".".repeat(width - full) + "] " + done + "/"
            + all);
    err.flush();
  }

  private static void print(PrintWriter out, LoadReport report) {
    out.printf(
        Locale.ROOT,
        "%d purchases, %d confirmed, %d captured, %d lost, in %.2f s: %.1f a second,"
            + " %.2f ms of CPU each%n",
        report.purchases(),
        report.confirmed(),
        report.captured(),
        report.lost(),
        report.seconds(),
        report.perSecond(),
        report.cpuMs());
    out.printf("%-12s %10s %10s %10s %10s%n", "ms", "p50", "p90", "p99", "max");
    report
        .latencyMs()
        .forEach(
            (part, ms) ->
                out.printf(
                    Locale.ROOT,
                    "%-12s %10.2f %10.2f %10.2f %10.2f%n",
                    part,
                    ms.p50(),
                    ms.p90(),
                    ms.p99(),
                    ms.max()));
    out.printf("%-16s %8s %8s%n", "message", "count", "bytes");
    report
        .messages()
        .forEach(
            (name, sizes) ->
                out.printf("%-16s %8d %8d%n", name, sizes.count(), sizes.bytes()));
    report.failures().forEach((what, count) -> out.println(count + " times: " + what));
    out.println(report.balanced() ? "every ledger balances" : "THE LEDGERS DO NOT BALANCE");
  }
}
