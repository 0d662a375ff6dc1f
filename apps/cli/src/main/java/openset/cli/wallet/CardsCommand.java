package openset.cli.wallet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.cardholder.Wallet;
import openset.cardholder.registration.Label;
import openset.cardholder.registration.Registration;
import openset.http.cardholder.RegistrationView;
import openset.http.cardholder.WalletJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The cards of the wallet. */
@Command(
    name = "cards",
    description = "Lists the cards that can pay; of each number only the ends.")
final class CardsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WalletOptions options;

  @Override
  public Integer call() throws IOException {
    return options.run(spec, Optional.empty(), false, this::list);
  }

  private int list(OpenWallet open, Terminal terminal) throws IOException {
    List<WalletJson.Card> cards =
        open.wallet().cards().stream()
            .map(RegistrationView::card)
            .flatMap(Optional::stream)
            .toList();
    if (options.json()) {
      options.print(terminal, new WalletJson.Cards(cards));
    } else {
      List<Label> bare = uncertified(open);
      if (cards.isEmpty() && bare.isEmpty()) terminal.say(WalletWords.NO_CARDS);
      cards.forEach(card -> terminal.say(line(card)));
      bare.forEach(card -> terminal.say(line(card, terminal)));
    }
    return 0;
  }

  private static List<Label> uncertified(OpenWallet open) {
    return open.wallet().cards().stream()
        .filter(held -> held.registration() instanceof Registration.Kept)
        .map(Wallet.Held::label)
        .toList();
  }

  /** One without certificate on a line. */
  static String line(Label card, Terminal terminal) {
    return String.join(
        "  ",
        card.brandID().name(),
        card.number(),
        terminal.in(WalletWords.UNCERTIFIED),
        card.cardID().toString());
  }

  /** One card on a line. */
  static String line(WalletJson.Card card) {
    return String.join(
        "  ", card.brand(), card.number(), card.holder(), card.notAfter().substring(0, 10),
        card.card());
  }
}
