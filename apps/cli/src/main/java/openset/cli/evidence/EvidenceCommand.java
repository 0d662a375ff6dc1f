package openset.cli.evidence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What proves a purchase to others. */
@Command(
    name = "evidence",
    description = {
      "One file that proves a purchase to anybody who holds the root certificate: exports it from",
      "a merchant, says offline what it proves, shows single lines without the others.",
      "A wallet's is exported by 'openset wallet evidence'."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ExportCommand.class, VerifyCommand.class, ReduceCommand.class})
public final class EvidenceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: export, verify, reduce");
  }
}
