package openset.cli.wallet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.cardholder.store.Bought;
import openset.http.cardholder.PurchaseView;
import openset.http.cardholder.WalletJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What was paid with the wallet. */
@Command(
    name = "receipts",
    description = "Lists what was paid with the wallet and what became of it, the newest first.")
final class ReceiptsCommand implements Callable<Integer> {
  private static final int SHOWN_MOST = 100;

  @Spec private CommandSpec spec;
  @Mixin private WalletOptions options;

  @Override
  public Integer call() throws IOException {
    return options.run(spec, Optional.empty(), false, this::list);
  }

  private int list(OpenWallet open, Terminal terminal) throws IOException {
    List<Bought> bought = open.wallet().purchases(SHOWN_MOST);
    List<WalletJson.Purchase> purchases =
        bought.stream()
            .map(one -> PurchaseView.of(open.wallet().purchase(one.lidC()).orElseThrow()))
            .toList();
    if (options.json()) {
      options.print(terminal, purchases);
    } else if (purchases.isEmpty()) {
      terminal.say(WalletWords.NO_PURCHASES);
    } else {
      for (int i = 0; i < purchases.size(); i++) {
        terminal.say(line(terminal, bought.get(i), purchases.get(i)));
      }
    }
    return 0;
  }

  private static String line(Terminal terminal, Bought bought, WalletJson.Purchase purchase) {
    return String.join(
        "  ",
        bought.begunAt().toString().substring(0, 10),
        bought.merchant().orElse("?"),
        bought.total().toString(),
        terminal.in(WalletWords.standing(purchase.standing())),
        purchase.purchase());
  }
}
