package openset.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import openset.cli.demo.StepFailed;
import openset.cli.demo.Town;
import openset.cli.ledger.LedgersOfWorld;
import openset.cli.scenario.Scenario;
import openset.cli.scenario.ScenarioRun;
import openset.cli.serve.Ground;
import openset.cli.world.DataOptions;
import openset.cli.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One scenario between all participants of the demo world. */
@Command(
    name = "scenario",
    description = {
      "Plays one scenario between all participants, with every message that passes, and prints",
      "everybody's books at its end. Without a name it lists the scenarios."
    })
final class ScenarioCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOptions options;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which scenario.")
  private String name;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      for (Scenario each : Scenario.values()) {
        out.printf("  %-18s %s%n", each.command(), each.words());
      }
      return 0;
    }
    Scenario scenario =
        Scenario.of(name)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "There is no scenario " + name + "; 'openset scenario' lists them."));
    LogFile.open(options.folder(), "scenario");
    Ground ground = Ground.real();
    try (World world = options.open();
        Town town = Town.open(world, ground);
        LedgersOfWorld ledgers = LedgersOfWorld.open(world, ground.clock())) {
      return new ScenarioRun(town, ledgers, ground, out).run(scenario) ? 0 : 1;
    } catch (StepFailed failed) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "openset scenario: " + name + " failed at the " + failed.participant() + ": "
              + failed.getMessage());
      err.flush();
      return 1;
    }
  }
}
