package openset.cli.wallet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openset.asn1.Der;
import openset.cardholder.Wallet;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.registration.Registration;
import openset.http.cardholder.PurchaseView;
import openset.http.cardholder.WalletJson;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.extension.BillingAddress;
import openset.set.extension.CardChecks;
import openset.set.extension.SecurityCode;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pays what a shop asks for in a file. */
@Command(
    name = "pay",
    description = {
      "Pays what a shop asks for in a file (.setpay): proves who asks, shows every line, and pays",
      "when you agree. Exits 0 when it is paid."
    })
final class PayCommand implements Callable<Integer> {
  private static final long FILE_MOST = 1 << 20;

  @Spec private CommandSpec spec;
  @Mixin private WalletOptions options;

  @Parameters(paramLabel = "FILE.setpay", description = "The shop's file.")
  private Path file;

  @Option(
      names = "--card",
      paramLabel = "ID",
      description = "Which card pays; the first that fits where none is named.")
  private String card;

  @Option(names = "--yes", description = "Agrees beforehand; for programs.")
  private boolean yes;

  @Option(
      names = "--checked",
      description = {
        "Asks for the security code printed on the card and for the address that the bank sends",
        "its bills to. The gateway alone reads them, the bank checks them, nobody keeps them."
      })
  private boolean checked;

  @Option(
      names = "--unsigned",
      description = {
        "Pays with a card that has no certificate (register --uncertified). Nothing is signed: it",
        "works only where gateway and shop take that, and proves nothing of what you agreed to."
      })
  private boolean unsigned;

  @Override
  public Integer call() throws IOException {
    return options.run(spec, Optional.empty(), true, this::pay);
  }

  private int pay(OpenWallet open, Terminal terminal) throws Stopped, Refused, IOException {
    PaymentInitiation initiation = initiation();
    Der offer = initiation.offer().orElseThrow(() -> new Stopped(WalletWords.NOT_A_FILE));
    Wallet wallet = open.wallet();
    LocalID paying = card(wallet, initiation.offerOf(offer).value().brandIDs());
    Language language = new Language(terminal.language().name());
    Wallet.Underway begun = wallet.begin(initiation, offer, paying, language);
    Purchase purchase = begun.purchase();
    if (purchase instanceof Purchase.Offered) {
      WalletJson.Purchase offered = PurchaseView.of(purchase);
      if (!options.json()) Told.offered(terminal, offered.offer().orElseThrow());
      purchase = decided(wallet, begun.lidC(), terminal);
    }
    WalletJson.Purchase outcome = PurchaseView.of(purchase);
    if (options.json()) {
      options.print(terminal, outcome);
    } else {
      Told.outcome(terminal, outcome);
    }
    return outcome.standing().equals("confirmed") ? 0 : 1;
  }

  /** What is not signed is told before it is asked for, and asked for as that. */
  private Purchase decided(Wallet wallet, LocalID lidC, Terminal terminal)
      throws Stopped, Refused {
    if (unsigned && !options.json()) terminal.say(WalletWords.NOT_SIGNED);
    boolean agreed =
        yes || terminal.agrees(unsigned ? WalletWords.PAY_UNSIGNED : WalletWords.PAY);
    if (!agreed) return wallet.cancel(lidC);
    CardChecks told = checks(terminal);
    return unsigned ? wallet.approveUnsigned(lidC, told) : wallet.approve(lidC, told);
  }

  private CardChecks checks(Terminal terminal) throws Stopped {
    if (!checked) return CardChecks.NONE;
    try {
      SecurityCode code =
          new SecurityCode(new String(terminal.askSecret(WalletWords.SECURITY_CODE)));
      String postalCode = terminal.ask(WalletWords.POSTAL_CODE);
      String street = terminal.ask(WalletWords.STREET);
      return new CardChecks(
          Optional.of(code),
          Optional.of(postalCode)
              .filter(text -> !text.isEmpty())
              .map(
                  text ->
                      new BillingAddress(
                          text, Optional.of(street).filter(line -> !line.isEmpty()))));
    } catch (IllegalArgumentException e) {
      throw new Stopped(WalletWords.BAD_CHECKS);
    }
  }

  private PaymentInitiation initiation() throws Stopped {
    try {
      if (Files.size(file) > FILE_MOST) throw new Stopped(WalletWords.NOT_A_FILE);
      if (InitiationText.read(Files.readString(file)) instanceof PaymentInitiation payment) {
        return payment;
      }
      throw new Stopped(WalletWords.NOT_A_FILE);
    } catch (IOException e) {
      throw new Stopped("The file " + file + " cannot be read.", "无法读取文件 " + file + "。");
    } catch (Refused e) {
      throw new Stopped(WalletWords.NOT_A_FILE);
    }
  }

  /** The card that was named, or the first of a brand that the shop takes. */
  private LocalID card(Wallet wallet, List<BrandID> brands) throws Stopped {
    return wallet.cards().stream()
        .filter(
            held ->
                unsigned
                    ? held.registration() instanceof Registration.Kept
                    : held.certificate().isPresent())
        .filter(held -> brands.contains(held.label().brandID()))
        .map(held -> held.label().cardID())
        .filter(id -> card == null || id.toString().equals(card))
        .findFirst()
        .orElseThrow(() -> new Stopped(WalletWords.NO_CARD_FOR_IT));
  }
}
