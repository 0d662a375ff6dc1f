package openset.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import openset.cli.demo.Addresses;
import openset.cli.demo.Decline;
import openset.cli.demo.Demo;
import openset.cli.demo.Printed;
import openset.cli.demo.StepFailed;
import openset.cli.demo.StepReport;
import openset.cli.demo.Town;
import openset.cli.load.Cpu;
import openset.cli.privacy.PrivacyMount;
import openset.cli.serve.Ground;
import openset.cli.theatre.TheatreStage;
import openset.cli.world.DataOptions;
import openset.cli.world.World;
import openset.http.Mount;
import openset.theatre.TheatrePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One purchase through all eleven steps between all participants, which then go on serving. */
@Command(
    name = "demo",
    description = {
      "Carries one purchase through the eleven steps, between all participants.",
      "Makes the demo world on first use. Afterwards all go on serving until Ctrl-C."
    })
final class DemoCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int STEPS = 11;

  @Spec private CommandSpec spec;
  @Mixin private DataOptions options;

  @Option(names = "--once", description = "Exits after the purchase.")
  private boolean once;

  @Option(
      names = "--json",
      description = "Prints one JSON object a step on standard output, and nothing else there.")
  private boolean json;

  @Option(
      names = "--decline",
      paramLabel = "WHY",
      description = "Lets the purchase be declined: limit, expired or unknown-card.")
  private Decline decline;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Consumer<StepReport> listener = json ? report -> print(out, report) : new Printed(out)::step;
    Ground ground = Ground.real();
    note(err, "opening the world in " + options.folder());
    LogFile.open(options.folder(), "demo");
    try (World world = options.open()) {
      note(err, "starting its participants");
      try (Town town = Town.open(world, ground);
          TheatreStage theatre = TheatreStage.open(world, town, ground, privacy(world, ground))) {
        return run(town, ground, listener, theatre.address());
      }
    }
  }

  private static List<Mount> privacy(World world, Ground ground) {
    return PrivacyMount.of(world, TheatrePage::framed, ground.clock());
  }

  private int run(Town town, Ground ground, Consumer<StepReport> listener, URI theatre)
      throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    long[] cpu = new long[STEPS + 1];
    Consumer<StepReport> timed =
        report -> {
          cpu[report.step()] = Cpu.nanos();
          listener.accept(report);
        };
    try {
      new Demo(town, ground, Optional.ofNullable(decline), timed).run();
    } catch (StepFailed failed) {
      err.println(
          "openset demo: the purchase failed at the " + failed.participant() + ": "
              + failed.getMessage());
      err.flush();
      return 1;
    }
    note(
        err,
        "CPU time of steps 4 to 9: " + (cpu[9] - cpu[3]) / 1_000_000
            + " ms, in a JVM that has just started; 'openset load' tells that of a warm one");
    if (once) return 0;
    PrintWriter out = json ? err : spec.commandLine().getOut();
    new Addresses(town, options.folder().resolve("secrets"), theatre).print(out);
    Interrupted.await();
    return 0;
  }

  private static void note(PrintWriter err, String what) {
    err.println(what);
    err.flush();
  }

  private static void print(PrintWriter out, StepReport report) {
    try {
      out.println(JSON.writeValueAsString(report));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
