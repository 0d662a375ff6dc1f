package openset.cli.wallet;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.cardholder.Wallet;
import openset.cardholder.registration.Registration;
import openset.http.cardholder.RegistrationView;
import openset.http.cardholder.WalletJson;
import openset.pages.Words;
import openset.pages.wallet.WalletConfig;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormItem;
import openset.set.initiation.WebAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Registers a card; makes the wallet where there is none. */
@Command(
    name = "register",
    description = {
      "Registers a card: asks for its number, its date, and what its bank wants to know.",
      "Makes the wallet where there is none yet."
    })
final class RegisterCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WalletOptions options;

  @Option(
      names = "--from",
      paramLabel = "URL",
      defaultValue = "http://wallet.localhost:7713/",
      description = {
        "Where the wallet for browsers is served: tells a new wallet which banks there are and",
        "whom to trust (default: ${DEFAULT-VALUE}, that of the demo)."
      })
  private URI from;

  @Option(
      names = "--uncertified",
      description = {
        "Keeps the card without a certificate. It signs nothing, and pays only where gateway and",
        "shop take that (pay --unsigned)."
      })
  private boolean uncertified;

  @Override
  public Integer call() throws IOException {
    return options.run(spec, Optional.of(from), true, this::register);
  }

  private int register(OpenWallet open, Terminal terminal)
      throws Stopped, Refused, IOException {
    Wallet.NewCard card = card(open.config(), terminal);
    if (uncertified) return keep(open, card, terminal);
    Registration registration = open.wallet().register(card);
    if (registration instanceof Registration.FormGiven form) {
      registration = open.wallet().answer(form.label().cardID(), answers(form, terminal));
    }
    Wallet.Held held = open.wallet().held(registration.label().cardID()).orElseThrow();
    WalletJson.Registration view = RegistrationView.of(held);
    if (options.json()) {
      options.print(terminal, view);
    } else {
      terminal.say(WalletWords.registration(view.standing()));
      view.reason().ifPresent(terminal::say);
      view.card().ifPresent(one -> terminal.say(CardsCommand.line(one)));
    }
    return view.standing().equals("certified") ? 0 : 1;
  }

  private int keep(OpenWallet open, Wallet.NewCard card, Terminal terminal)
      throws Refused, IOException {
    LocalID id = open.wallet().keep(card.brandID(), card.pan(), card.expiry());
    Wallet.Held held = open.wallet().held(id).orElseThrow();
    if (options.json()) {
      options.print(terminal, RegistrationView.of(held));
    } else {
      terminal.say(CardsCommand.line(held.label(), terminal));
      terminal.say(WalletWords.NOT_SIGNED);
    }
    return 0;
  }

  private static Wallet.NewCard card(WalletConfig config, Terminal terminal) throws Stopped {
    String number =
        new String(terminal.askSecret(WalletWords.CARD_NUMBER)).replaceAll("[ -]", "");
    if (!PAN.isValid(number)) throw new Stopped(WalletWords.BAD_NUMBER);
    String bin = number.substring(0, 6);
    WalletConfig.Brand brand =
        config.brands().stream()
            .filter(one -> one.bins().contains(bin))
            .findFirst()
            .orElseThrow(() -> new Stopped(WalletWords.unknownBank(bin)));
    return new Wallet.NewCard(
        new WebAddress(brand.cca().toString()),
        new BrandID(brand.brand()),
        PAN.of(number),
        expiry(terminal.ask(WalletWords.EXPIRY)),
        new Language(terminal.language().name()));
  }

  private static CardExpiry expiry(String typed) throws Stopped {
    String digits = typed.replaceAll("[ /-]", "");
    if (!digits.matches("[0-9]{4}")) throw new Stopped(WalletWords.BAD_EXPIRY);
    try {
      return CardExpiry.of("20" + digits.substring(2) + digits.substring(0, 2));
    } catch (IllegalArgumentException e) {
      throw new Stopped(WalletWords.BAD_EXPIRY);
    }
  }

  private static List<RegFormItem> answers(Registration.FormGiven form, Terminal terminal)
      throws Stopped {
    terminal.say(form.form().form().policy());
    List<RegFormItem> answers = new ArrayList<>();
    for (RegField field : form.form().fields()) {
      String told = field.fieldDesc().map(text -> " (" + text + ")").orElse("");
      Words question = Words.same(field.fieldName() + told);
      String answer =
          field.fieldInvisible()
              ? new String(terminal.askSecret(question))
              : terminal.ask(question);
      if (!answer.isEmpty()) answers.add(new RegFormItem(field.fieldName(), answer));
    }
    return answers;
  }
}
