package openset.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.WalletClient;
import openset.http.cardholder.WalletJson;
import openset.http.issuer.AccountJson;

/**
 * A fictional customer, who opens an account and registers its card; each application once, however
 * often it is sent.
 *
 * @param application names it for the issuer
 * @param currency of the account, ISO 4217 numeric
 * @param limitMinor the limit wished for, minor units
 */
public record Customer(String application, int currency, long limitMinor) {
  private static final String NAME = "Sample Cardholder";
  private static final String BIRTH = "1990-02-28";
  private static final int EUR = 978;

  /** A customer with an account in euros. */
  public Customer(String application, long limitMinor) {
    this(application, EUR, limitMinor);
  }

  private String document() {
    return "DEMO-" + application.toUpperCase(Locale.ROOT);
  }

  /** Opens the account at an issuer, or finds it. */
  public AccountJson.Opened account(BankClient issuer) throws CallFailed {
    return issuer.open(
        new AccountJson.Application(
            application,
            NAME,
            BIRTH,
            new AccountJson.Address("1 Example Street", "Example", "10000", "CH"),
            new AccountJson.Document("passport", document(), "CH", "2035-01-01"),
            currency,
            limitMinor));
  }

  /** Registers the account's card with the wallet, or finds it there. */
  public WalletJson.Card card(WalletClient wallet, String brand, AccountJson.Opened account)
      throws CallFailed, StepFailed {
    Optional<WalletJson.Card> known = known(wallet, account);
    if (known.isPresent()) return known.get();
    WalletJson.Registration begun =
        wallet.begin(
            new WalletJson.Begin(brand, account.cardNumber(), account.cardExpiry(), "en"));
    if (!begun.standing().equals("form")) throw rejected(begun);
    WalletJson.Registration answered =
        wallet.answer(begun.registration(), answers(begun.fields(), account));
    return answered.card().orElseThrow(() -> rejected(answered));
  }

  private static Optional<WalletJson.Card> known(
      WalletClient wallet, AccountJson.Opened account) throws CallFailed {
    String lastFour = account.cardNumber().substring(account.cardNumber().length() - 4);
    String first = account.cardNumber().substring(0, 6);
    List<WalletJson.Card> cards = wallet.cards();
    return cards.stream()
        .filter(card -> card.number().startsWith(first) && card.number().endsWith(lastFour))
        .findFirst();
  }

  private static StepFailed rejected(WalletJson.Registration registration) {
    return new StepFailed(
        "certification authority",
        "the registration is " + registration.standing()
            + registration.reason().map(reason -> ": " + reason).orElse("") + ".");
  }

  private Map<String, String> answers(
      List<WalletJson.Field> fields, AccountJson.Opened account) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (WalletJson.Field field : fields) {
      answers.put(field.name(), answer(field.name(), account));
    }
    return answers;
  }

  private String answer(String question, AccountJson.Opened account) {
    return switch (question) {
      case "Name on card" -> NAME;
      case "Document number" -> document();
      case "Date of birth" -> BIRTH;
      case "Card expiry" -> shortExpiry(account.cardExpiry());
      default -> "";
    };
  }

  /** YYYYMM or YYYY-MM as MM/YY. */
  private static String shortExpiry(String expiry) {
    String digits = expiry.replace("-", "");
    return digits.substring(4, 6) + "/" + digits.substring(2, 4);
  }
}
