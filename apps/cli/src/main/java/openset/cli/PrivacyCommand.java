package openset.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openset.cli.privacy.MatrixJson;
import openset.cli.privacy.MeterOfWorld;
import openset.cli.privacy.PrintedMatrix;
import openset.cli.world.DataOptions;
import openset.cli.world.World;
import openset.privacy.Measured;
import openset.privacy.Meter;
import openset.privacy.Purchase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What everybody stored of a purchase and could read. */
@Command(
    name = "privacy",
    description = {
      "Measures what each participant stored of a purchase, or of all, and could read: in its live",
      "database, in the logs and in the files of the world. Exits 0 if every promise holds, 1 if",
      "one is broken, and then says where."
    })
final class PrivacyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOptions options;

  @Parameters(
      paramLabel = "PURCHASE",
      arity = "0..1",
      description = "An order number, or an XID in hexadecimal; all purchases where none is named.")
  private String purchase;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Another log to read than those in the world's folder; may be given again.")
  private List<Path> logs = List.of();

  @Option(names = "--no-files", description = "Leaves out the files of the world.")
  private boolean noFiles;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    for (Path log : logs) {
      if (!Files.isReadable(log)) throw wrong("The log " + log + " cannot be read.");
    }
    try (World world = options.existing()) {
      Meter meter = MeterOfWorld.of(world, logs, !noFiles);
      Measured measured = meter.measure(chosen(meter.purchases()));
      print(measured);
      return measured.holds() ? 0 : 1;
    }
  }

  private List<Purchase> chosen(List<Purchase> all) {
    if (all.isEmpty()) throw wrong("Nobody has bought anything in this world yet.");
    if (purchase == null) return all;
    List<Purchase> chosen = all.stream().filter(one -> one.isCalled(purchase)).toList();
    if (chosen.isEmpty()) {
      throw wrong(
          "There is no purchase " + purchase + "; these are the latest: "
              + String.join(", ", latest(all)));
    }
    return chosen;
  }

  private static List<String> latest(List<Purchase> all) {
    List<String> labels = all.stream().map(Purchase::label).toList();
    return labels.subList(Math.max(0, labels.size() - 5), labels.size());
  }

  private void print(Measured measured) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(MatrixJson.of(measured)));
    } else {
      new PrintedMatrix(out).print(measured);
    }
    out.flush();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
