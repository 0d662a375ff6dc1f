package openset.browsing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.config.BadConfig;
import openset.http.issuer.AccountJson;

/**
 * A person with a card account who registers the card in the browser's wallet, as one types it.
 *
 * @param bank where the account is
 * @param account with the card's number and expiry
 * @param document the number of the passport shown to the bank
 */
record Applicant(BankClient bank, AccountJson.Opened account, String document) {
  static final String NAME = "Sample Cardholder";
  static final String BIRTH = "1990-02-28";

  private static final int EUR = 978;
  private static final AtomicInteger APPLICATIONS = new AtomicInteger();

  /** Somebody new at an issuer, such as {@code issuer_aurora}. */
  static Applicant at(TownSquare town, String issuer) {
    String application = "browser-" + APPLICATIONS.incrementAndGet();
    String document = "DEMO-" + application.toUpperCase(java.util.Locale.ROOT);
    try {
      BankClient bank = town.town().clients().issuer(issuer);
      AccountJson.Opened opened =
          bank.open(
              new AccountJson.Application(
                  application,
                  NAME,
                  BIRTH,
                  new AccountJson.Address("1 Example Street", "Example", "10000", "CH"),
                  new AccountJson.Document("passport", document, "CH", "2035-01-01"),
                  EUR,
                  500_000));
      return new Applicant(bank, opened, document);
    } catch (CallFailed | BadConfig e) {
      throw new IllegalStateException(e);
    }
  }

  String number() {
    return account.cardNumber();
  }

  String last4() {
    return number().substring(number().length() - 4);
  }

  /** As printed on the card. */
  String expiry() {
    String digits = account.cardExpiry().replace("-", "");
    return digits.substring(4, 6) + "/" + digits.substring(2, 4);
  }

  /** The whole registration under a passkey, up to the page that says it is done. */
  void registers(TownSquare town, Page page, Scene scene) {
    page.navigate(town.at("wallet", "/#add"));
    typesCard(page, scene);
    goesOn(page, scene);
    answers(page, scene, document);
    button(page, scene.say("Get my certificate", "获取我的证书")).click();
    isReady(page, scene);
  }

  /** Number and expiry into the wallet's first page. */
  void typesCard(Page page, Scene scene) {
    field(page, scene.say("Card number", "卡号")).pressSequentially(number());
    field(page, scene.say("Valid until", "有效期至")).pressSequentially(expiry().replace("/", ""));
  }

  /** From the first page to the issuer's form. */
  static void goesOn(Page page, Scene scene) {
    button(page, scene.say("Continue", "继续")).click();
    field(page, scene.say("Date of birth", "出生日期")).waitFor();
  }

  /** What the issuer asks; the expiry is there already. */
  static void answers(Page page, Scene scene, String document) {
    field(page, scene.say("Name on card", "持卡人姓名")).fill(NAME);
    field(page, scene.say("Document number", "证件号码")).fill(document);
    field(page, scene.say("Date of birth", "出生日期")).fill(BIRTH);
    page.getByText(scene.say("I have read this and agree", "我已阅读并同意")).click();
  }

  static void isReady(Page page, Scene scene) {
    heading(page, scene.say("Your card is ready", "您的卡可以使用了")).waitFor();
  }

  static Locator heading(Page page, String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
  }

  static Locator button(Page page, String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  static Locator field(Page page, String label) {
    return page.getByLabel(label);
  }

  /** What an alert on the page says, when there is one. */
  static String alert(Page page) {
    Locator alert = page.getByRole(AriaRole.ALERT);
    alert.waitFor();
    return Optional.ofNullable(alert.textContent()).orElse("");
  }
}
