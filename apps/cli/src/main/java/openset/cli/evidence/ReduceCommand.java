package openset.cli.evidence;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openset.asn1.Asn1Exception;
import openset.evidence.EvidenceBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A bundle that shows some lines of the order and hides the others for good. */
@Command(
    name = "reduce",
    description = {
      "Writes a bundle that proves the same and shows only these lines of the order; no key is",
      "needed. Of the other lines nothing is in it."
    })
final class ReduceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A bundle.")
  private Path file;

  @Option(
      names = "--lines",
      paramLabel = "N",
      split = ",",
      description = "Which lines, such as 2,5 (default: none).")
  private List<Integer> lines = List.of();

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    try {
      EvidenceBundle bundle = EvidenceBundle.of(Files.readAllBytes(file));
      Files.write(out, bundle.showing(lines).der());
      PrintWriter printed = spec.commandLine().getOut();
      printed.println(out);
      printed.flush();
      return 0;
    } catch (Asn1Exception e) {
      throw new IllegalStateException(file + " is not an evidence bundle: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "The bundle does not show all of the lines " + lines + ".");
    }
  }
}
