package openset.browsing.pay;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import openset.browsing.Guest;
import openset.browsing.Scene;
import openset.browsing.TownSquare;
import openset.cli.client.CallFailed;
import openset.cli.config.BadConfig;
import openset.http.issuer.AccountJson;

/**
 * A person who has a card account and pays with it in a browser.
 *
 * @param account the card's number and expiry among it
 * @param document the number of the passport shown to the bank
 */
record Buyer(AccountJson.Opened account, String document) {
  static final String PASSPHRASE = "Quartz7 violin under pier";

  private static final String NAME = "Sample Cardholder";
  private static final String BIRTH = "1990-02-28";
  private static final int EUR = 978;
  private static final AtomicInteger APPLICATIONS = new AtomicInteger();

  /** Somebody new with a limit in cents. */
  static Buyer of(TownSquare town, long limitMinor) {
    String application = "buyer-" + APPLICATIONS.incrementAndGet();
    String document = "DEMO-" + application.toUpperCase(Locale.ROOT);
    AccountJson.Application asked =
        new AccountJson.Application(
            application,
            NAME,
            BIRTH,
            new AccountJson.Address("1 Example Street", "Example", "10000", "CH"),
            new AccountJson.Document("passport", document, "CH", "2035-01-01"),
            EUR,
            limitMinor);
    try {
      return new Buyer(town.town().clients().issuer("issuer_aurora").open(asked), document);
    } catch (CallFailed | BadConfig e) {
      throw new IllegalStateException(e);
    }
  }

  /** A guest with a new card under a passkey in the first window. */
  static Guest withPasskey(TownSquare town, Scene scene) {
    Guest guest = Guest.in(scene);
    guest.authenticator(guest.page(), true);
    guest.page().navigate(town.at("wallet", "/#add"));
    Buyer.of(town, 500_000).registers(guest.page(), scene, false);
    return guest;
  }

  /** A guest with a new card under a passphrase, which opens it in every window. */
  static Guest withPassphrase(TownSquare town, Scene scene) {
    Guest guest = Guest.in(scene);
    guest.page().navigate(town.at("wallet", "/#add"));
    Buyer.of(town, 500_000).registers(guest.page(), scene, true);
    return guest;
  }

  /** The registration, from the page that asks for the card to the one that says it is done. */
  void registers(Page page, Scene scene, boolean passphrase) {
    String digits = account.cardExpiry().replace("-", "");
    page.getByLabel(scene.say("Card number", "卡号")).fill(account.cardNumber());
    page.getByLabel(scene.say("Valid until", "有效期至"))
        .fill(digits.substring(4, 6) + "/" + digits.substring(2, 4));
    if (passphrase) {
      page.getByText(scene.say("With a passphrase", "用口令")).click();
      page.getByLabel(scene.say("Choose a passphrase", "设置口令")).fill(PASSPHRASE);
    }
    button(page, scene.say("Continue", "继续")).click();
    page.getByLabel(scene.say("Name on card", "持卡人姓名")).fill(NAME);
    page.getByLabel(scene.say("Document number", "证件号码")).fill(document);
    page.getByLabel(scene.say("Date of birth", "出生日期")).fill(BIRTH);
    page.getByText(scene.say("I have read this and agree", "我已阅读并同意")).click();
    button(page, scene.say("Get my certificate", "获取我的证书")).click();
    page.getByText(scene.say("Your card is ready", "您的卡可以使用了")).waitFor();
  }

  static Locator button(Page page, String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  /** Approves what the wallet's page shows. */
  static void approves(Page page, Scene scene) {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(scene.say("Approve €", "确认支付 €")))
        .click();
  }

  /** Waits for the page that says how it ended, and what it says. */
  static String verdict(Page page) {
    Locator verdict = page.locator(".pay-verdict h1");
    verdict.waitFor();
    return verdict.textContent();
  }
}
