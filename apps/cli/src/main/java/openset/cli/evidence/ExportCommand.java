package openset.cli.evidence;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.cli.config.MerchantSite;
import openset.cli.serve.Ground;
import openset.cli.serve.MerchantBooks;
import openset.cli.world.DataOptions;
import openset.cli.world.World;
import openset.evidence.EvidenceBundle;
import openset.merchant.shop.PlacedOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "open. Shipments go along as claims that the merchant signs. Where no merchant's",
      "configuration is named, the shops of the demo world are asked for the order."
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
      description = "The merchant's configuration file (default: those of the demo world's shops).")
  private Path config;

  @Mixin private DataOptions options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: ORDER.evidence).")
  private Path out;

  @Override
  public Integer call() throws Exception {
    if (config != null) return of(List.of(config));
    try (World world = options.existing()) {
      return of(
          world.sites().entrySet().stream()
              .filter(site -> site.getValue() instanceof MerchantSite)
              .map(site -> world.config(site.getKey()))
              .toList());
    }
  }

  private int of(List<Path> merchants) throws Exception {
    for (Path merchant : merchants) {
      try (MerchantBooks books = MerchantBooks.of(merchant, Ground.real())) {
        Optional<PlacedOrder> placed = books.order(order);
        if (placed.isPresent()) return written(books, placed.get());
      }
    }
    throw new ParameterException(spec.commandLine(), "There is no order " + order);
  }

  private int written(MerchantBooks books, PlacedOrder placed) throws IOException {
    EvidenceBundle bundle =
        books
            .evidence()
            .of(placed, List.of())
            .orElseThrow(
                () -> new IllegalStateException("nobody signed the order " + order + " yet"));
    Path file = out != null ? out : Path.of(placed.orderNumber() + ".evidence");
    Files.write(file, bundle.der());
    PrintWriter printed = spec.commandLine().getOut();
    printed.println(file);
    printed.flush();
    return 0;
  }
}
