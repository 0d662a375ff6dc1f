package openset.cli.wallet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.asn1.Der;
import openset.evidence.EvidenceBundle;
import openset.set.data.LocalID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The cardholder's bundle of one purchase. */
@Command(
    name = "evidence",
    description = {
      "Writes what the wallet can prove of a purchase: what was signed, the shop's offer, the",
      "gateway's receipt. 'openset evidence verify' says what it proves."
    })
final class EvidenceOfPurchaseCommand implements Callable<Integer> {
  private static final int SHORT = 8;

  @Spec private CommandSpec spec;
  @Mixin private WalletOptions options;

  @Parameters(paramLabel = "PURCHASE", description = "As 'openset wallet receipts' lists it.")
  private String purchase;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: by the purchase's number).")
  private Path out;

  @Override
  public Integer call() throws IOException {
    return options.run(spec, Optional.empty(), false, this::write);
  }

  private int write(OpenWallet open, Terminal terminal) throws Stopped, IOException {
    Optional<EvidenceBundle> bundle =
        purchase.matches("(?:[0-9a-f]{2}){1,20}")
            ? open.wallet().evidence(new LocalID(Der.ofHex(purchase)))
            : Optional.empty();
    if (bundle.isEmpty()) {
      throw new Stopped(
          "Nothing was signed for a purchase " + purchase + ".",
          "没有签署过编号为 " + purchase + " 的付款。");
    }
    int length = Math.min(SHORT, purchase.length());
    Path file = out != null ? out : Path.of(purchase.substring(0, length) + ".evidence");
    Files.write(file, bundle.get().der());
    terminal.say(file.toString());
    return 0;
  }
}
