package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.config.BadConfig;
import openset.http.merchant.ShopJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody who has neither a card nor a wallet buys a book: from the shop's front page to the
 * parcel, through the pages of shop, wallet and bank as they lead from one to the next.
 */
@InBrowser
class NewcomerTest {
  private static final String BIRTH = "1990-02-28";
  private static final String NAME = "Zoë Quill";
  private static final String PASSPHRASE = "Quartz7 violin under pier";
  private static final Duration MACHINE_TIME_MAX = Duration.ofMinutes(2);
  private static final AtomicInteger NEWCOMERS = new AtomicInteger();

  private final TownSquare town = TownSquare.here();

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#all")
  void somebodyWithoutACardBuysABook(Scene scene) throws Exception {
    try (Guest guest = Guest.in(scene)) {
      long begun = System.nanoTime();
      Page shop = guest.page();
      // The window that a payment handler opens is none that this library shows.
      shop.addInitScript("delete window.PaymentRequest");
      orders(shop, scene);
      Page wallet = shop.waitForPopup(() -> shop.locator("a[data-pay]").click());
      String document = "N-" + ProcessHandle.current().pid() + "-" + NEWCOMERS.incrementAndGet();
      opensAnAccount(wallet, scene, document);
      registers(guest, wallet, scene, document);
      pays(guest, wallet, scene);
      String order = shop.url().replaceAll(".*/orders/|[?#].*", "");
      assertThat(shop.locator("main").innerText()).contains(scene.say("Thank you", "谢谢"));
      guest.look(shop, "newcomer-paid");
      isDelivered(shop, scene, order);
      guest.look(shop, "newcomer-delivered");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MACHINE_TIME_MAX);
    }
  }

  private void orders(Page shop, Scene scene) {
    shop.navigate(town.at("lantern", "/"));
    link(shop, scene.say("Books", "图书")).first().click();
    shop.locator(".tile a").first().click();
    button(shop, scene.say("Add to cart", "加入购物车")).click();
    link(shop, scene.say("Check out", "去结算")).click();
    shop.getByLabel(scene.say("Full name", "姓名"), exactly()).fill(NAME);
    shop.getByLabel(scene.say("Street and number", "街道与门牌号")).fill("1 Example Street");
    shop.getByLabel(scene.say("Postcode", "邮政编码")).fill("20095");
    shop.getByLabel(scene.say("Town or city", "城市")).fill("Example");
    shop.getByLabel(scene.say("Country", "国家或地区")).selectOption("DE");
    button(shop, scene.say("Order and go to payment", "下单并前往付款")).click();
  }

  /** From the wallet to the bank, and back with a card. */
  private static void opensAnAccount(Page wallet, Scene scene, String document) {
    wallet.locator("details.panel summary").click();
    Page bank =
        wallet.waitForPopup(
            () -> link(wallet, "Aurora").filter(withText("Bank of Aurora")).click());
    link(bank, scene.say("Open an account", "开立账户")).click();
    bank.fill("#name", NAME);
    bank.fill("#birth", BIRTH);
    next(bank, scene);
    bank.fill("#street", "1 Example Street");
    bank.fill("#postcode", "20095");
    bank.fill("#city", "Example");
    next(bank, scene);
    bank.fill("#number", document);
    bank.fill("#expiry", "2035-01-01");
    next(bank, scene);
    bank.locator("input[name=limit]").nth(1).check();
    bank.fill("#customer", "newcomer" + document.replaceAll("[^0-9]", ""));
    bank.fill("#password", "a harbour in rain");
    button(bank, scene.say("Open my account", "开立账户")).click();
    bank.waitForURL("**/account/card*");
    String give = scene.say("Put it into my wallet", "放入我的钱包");
    Guest.clickThatCloses(bank, button(bank, give));
  }

  /** The number is there already; the bank's questions are answered. */
  private static void registers(Guest guest, Page wallet, Scene scene, String document) {
    assertThat(wallet.getByLabel(scene.say("Card number", "卡号")).inputValue())
        .startsWith("9990 01");
    wallet.getByText(scene.say("With a passphrase", "用口令")).click();
    wallet.getByLabel(scene.say("Choose a passphrase", "设置口令")).fill(PASSPHRASE);
    guest.look(wallet, "newcomer-card");
    next(wallet, scene);
    wallet.getByLabel(scene.say("Name on card", "持卡人姓名")).fill(NAME);
    wallet.getByLabel(scene.say("Document number", "证件号码")).fill(document);
    wallet.getByLabel(scene.say("Date of birth", "出生日期")).fill(BIRTH);
    wallet.getByText(scene.say("I have read this and agree", "我已阅读并同意")).click();
    button(wallet, scene.say("Get my certificate", "获取我的证书")).click();
    button(wallet, scene.say("Done", "完成")).click();
  }

  private static void pays(Guest guest, Page wallet, Scene scene) {
    wallet.getByText(scene.say("Verified shop", "商店已核实")).waitFor();
    wallet.getByLabel(scene.say("Your passphrase", "您的口令")).fill(PASSPHRASE);
    guest.look(wallet, "newcomer-approve");
    wallet
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(scene.say("Approve €", "确认支付 €")))
        .click();
    Locator verdict = wallet.locator(".pay-verdict h1");
    verdict.waitFor();
    assertThat(verdict.textContent()).isEqualTo(scene.say("Paid", "已付款"));
    guest.look(wallet, "newcomer-receipt");
    String back = scene.say("Back to Lantern Books", "返回 Lantern Books");
    Guest.clickThatCloses(wallet, button(wallet, back));
    guest.page().waitForURL("**/orders/**");
    guest.page().locator(".notice.good").waitFor();
  }

  /** The shop's people send it; the customer looks again. */
  private void isDelivered(Page shop, Scene scene, String order)
      throws BadConfig, CallFailed {
    ShopClient staff = town.town().clients().shop("lantern");
    staff.ship(order, new ShopJson.Shipment(List.of(1), "PARCEL-7"));
    shop.reload();
    assertThat(shop.locator("main").innerText())
        .contains(scene.say("On its way", "已发货"), "PARCEL-7");
  }

  private static void next(Page page, Scene scene) {
    button(page, scene.say("Continue", "继续")).click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
