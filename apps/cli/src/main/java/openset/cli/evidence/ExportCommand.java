package openset.cli.evidence;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.cli.serve.Ground;
import openset.cli.serve.MerchantBooks;
import openset.evidence.EvidenceBundle;
import openset.merchant.shop.PlacedOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A merchant's bundle of one order. */
@Command(
    name = "export",
    description = {
      "Writes what a merchant's database, journal and keys prove of an order; the shop may be",
      "open. Shipments go along as claims that the merchant signs."
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ORDER",
      description = "An order's number, its reference, or its label in hexadecimal.")
  private String order;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The merchant's configuration file.")
  private Path config;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: ORDER.evidence).")
  private Path out;

  @Override
  public Integer call() throws Exception {
    try (MerchantBooks books = MerchantBooks.of(config, Ground.real())) {
      PlacedOrder placed =
          books
              .order(order)
              .orElseThrow(
                  () -> new ParameterException(spec.commandLine(), "There is no order " + order));
      Optional<EvidenceBundle> bundle = books.evidence().of(placed, List.of());
      if (bundle.isEmpty()) {
        throw new IllegalStateException("nobody signed the order " + order + " yet");
      }
      Path file = out != null ? out : Path.of(placed.orderNumber() + ".evidence");
      Files.write(file, bundle.get().der());
      PrintWriter printed = spec.commandLine().getOut();
      printed.println(file);
      printed.flush();
      return 0;
    }
  }
}
