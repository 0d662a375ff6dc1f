package openset.cli.wallet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.asn1.Der;
import openset.cardholder.Wallet;
import openset.cardholder.registration.Registration;
import openset.cardholder.store.Bought;
import openset.http.cardholder.PurchaseView;
import openset.http.cardholder.RegistrationView;
import openset.http.cardholder.WalletJson;
import openset.set.Refused;
import openset.set.data.LocalID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks how things stand that have no answer yet. */
@Command(
    name = "inquire",
    description = {
      "Asks the shop how a purchase stands, or the authority how a registration stands;",
      "about everything that has no answer yet where none is named."
    })
final class InquireCommand implements Callable<Integer> {
  private static final int SHOWN_MOST = 100;

  @Spec private CommandSpec spec;
  @Mixin private WalletOptions options;

  @Parameters(paramLabel = "ID", arity = "0..1", description = "A purchase or a card.")
  private String id;

  @Override
  public Integer call() throws IOException {
    return options.run(spec, Optional.empty(), true, this::inquire);
  }

  private int inquire(OpenWallet open, Terminal terminal) throws Stopped, Refused, IOException {
    Wallet wallet = open.wallet();
    List<Object> answers = new ArrayList<>();
    List<LocalID> asked = id == null ? unanswered(wallet) : List.of(label(id));
    for (LocalID one : asked) answers.add(ask(wallet, one, terminal));
    if (options.json()) options.print(terminal, answers);
    else if (asked.isEmpty()) terminal.say(WalletWords.refused("WAL-15"));
    return 0;
  }

  private static List<LocalID> unanswered(Wallet wallet) {
    List<LocalID> open = new ArrayList<>();
    for (Wallet.Held held : wallet.cards()) {
      if (held.registration() instanceof Registration.Pending) open.add(held.label().cardID());
    }
    for (Bought bought : wallet.purchases(SHOWN_MOST)) {
      Bought.Standing standing = bought.standing();
      if (standing == Bought.Standing.ORDERED || standing == Bought.Standing.NOT_CONFIRMED) {
        open.add(bought.lidC());
      }
    }
    return open;
  }

  private Object ask(Wallet wallet, LocalID one, Terminal terminal) throws Stopped, Refused {
    if (wallet.held(one).isPresent()) {
      wallet.inquire(one);
      WalletJson.Registration view = RegistrationView.of(wallet.held(one).orElseThrow());
      if (!options.json()) terminal.say(WalletWords.registration(view.standing()));
      return view;
    }
    if (wallet.purchase(one).isEmpty()) {
      throw new Stopped(
          "There is no purchase and no card " + one + " in the wallet.",
          "钱包里没有编号为 " + one + " 的付款或卡。");
    }
    WalletJson.Purchase view = PurchaseView.of(wallet.inquirePurchase(one));
    if (!options.json()) Told.outcome(terminal, view);
    return view;
  }

  private static LocalID label(String hex) throws Stopped {
    if (hex.matches("(?:[0-9a-f]{2}){1,20}")) return new LocalID(Der.ofHex(hex));
    throw new Stopped(hex + " names nothing in a wallet.", hex + " 不是钱包中的编号。");
  }
}
