package openset.browsing.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import openset.browsing.Guest;
import openset.browsing.InBrowser;
import openset.browsing.Scene;
import openset.browsing.TownSquare;
import openset.http.merchant.ShopJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order of a shop is paid in the wallet, whichever way the wallet opens. */
@InBrowser
class EntrancesTest {
  private final TownSquare town = TownSquare.here();
  private final Till till = Till.at(town, "lantern");

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#all")
  @Tag("ENT-01")
  @Tag("WAL-03")
  @Tag("WAL-06")
  void aLinkAloneLeadsToTheWalletAndBack(Scene scene) {
    ShopJson.Order order = till.order(scene.language(), 2);
    try (Guest guest = Buyer.withPasskey(town, scene)) {
      Page page = guest.page();
      page.navigate(till.link(order.initiation()));
      page.getByText(scene.say("Verified shop", "商店已核实")).waitFor();
      assertThat(page.locator("h1").textContent()).isEqualTo("Lantern Books");
      String shown = page.locator("main").innerText();
      assertThat(shown)
          .contains(town.origin("lantern").toString(), "Aurora Acquiring", "Aurora")
          .contains(order.lines().getFirst().description(), "1 Example Street");
      guest.look(page, "pay-approve");
      assertThat(till.standing(order).standing()).isEqualTo("opened");
      Buyer.approves(page, scene);
      assertThat(Buyer.verdict(page)).isEqualTo(scene.say("Paid", "已付款"));
      guest.look(page, "pay-paid");
      Buyer.button(page, scene.say("Back to Lantern Books", "返回 Lantern Books")).click();
      page.waitForURL(town.at("lantern", "/orders/" + order.order()) + "**");
      assertThat(till.standing(order).standing()).isEqualTo("authorized");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("ENT-01")
  @Tag("ENT-04")
  void aWindowOfTheWalletTakesTheOrderFromTheShopsPage(Scene scene) {
    ShopJson.Order order = till.order(scene.language(), 1);
    try (Guest guest = Buyer.withPassphrase(town, scene)) {
      Page shop = guest.page();
      shop.addInitScript("delete window.PaymentRequest");
      shop.navigate(town.at("lantern", "/orders/" + order.order()));
      Page wallet = shop.waitForPopup(() -> shop.locator("a[data-pay]").click());
      wallet.getByText(scene.say("Verified shop", "商店已核实")).waitFor();
      assertThat(wallet.url()).endsWith("/pay#popup");
      wallet.getByLabel(scene.say("Your passphrase", "您的口令")).fill(Buyer.PASSPHRASE);
      guest.look(wallet, "pay-window");
      Buyer.approves(wallet, scene);
      assertThat(Buyer.verdict(wallet)).isEqualTo(scene.say("Paid", "已付款"));
      String back = scene.say("Back to Lantern Books", "返回 Lantern Books");
      Guest.clickThatCloses(wallet, Buyer.button(wallet, back));
      shop.waitForURL(town.at("lantern", "/orders/" + order.order()) + "**");
      assertThat(till.standing(order).standing()).isEqualTo("authorized");
    }
  }

  static Stream<Scene> handlers() {
    return Stream.of(
        new Scene("en", Scene.Size.HANDLER, false), new Scene("zh", Scene.Size.HANDLER, true));
  }

  @ParameterizedTest
  @MethodSource("handlers")
  @Tag("ENT-01")
  @Tag("ENT-04")
  @Tag("ENT-06")
  void thePaymentHandlersWindowRegistersTheFirstCardAndPays(Scene scene) {
    ShopJson.Order order = till.order(scene.language(), 2);
    Buyer buyer = Buyer.of(town, 500_000);
    try (Guest guest = Guest.in(scene)) {
      Page shop = guest.page();
      shop.navigate(town.at("lantern", "/orders/" + order.order()));
      shop.waitForFunction(CAN_PAY, town.at("wallet", "/pay"));
      shop.locator("a[data-pay]").click();
      HandlerWindow wallet = opened(guest);
      registers(wallet, buyer, scene);
      String approve = scene.say("Approve €", "确认支付 €");
      wallet.shows(approve).shows("Lantern Books");
      assertThat(wallet.look("pay-handler")).isEmpty();
      assertThat(wallet.evaluate(LOWEST)).as("seen without scrolling").isEqualTo("true");
      wallet.touches(approve).shows(scene.say("signed a receipt", "收据已经验证"));
      assertThat(wallet.look("pay-handler-paid")).isEmpty();
      wallet.leaves(scene.say("Back to", "返回"));
      shop.waitForURL(town.at("lantern", "/orders/" + order.order()) + "**");
      shop.waitForCondition(wallet::isClosed);
      assertThat(till.standing(order).standing()).isEqualTo("authorized");
    }
  }

  /** This window has the browser's own language until the person chooses another. */
  private static HandlerWindow opened(Guest guest) {
    HandlerWindow wallet = HandlerWindow.of(guest);
    return guest.scene().chinese() ? wallet.touches("中文") : wallet;
  }

  /** The gesture and the total are within the window, whose content is 608 by 550. */
  private static final String LOWEST =
      """
      String([...document.querySelectorAll('.pay-act .big, .pay-total, .pay-who h1')].every(
        (one) => one.getBoundingClientRect().bottom <= Math.min(innerHeight, 550)) && scrollY === 0)
      """;

  private static final String CAN_PAY =
      """
      (method) => new PaymentRequest([{ supportedMethods: method }],
        { total: { label: 'Order', amount: { currency: 'EUR', value: '1' } } }).canMakePayment()
      """;

  private static void registers(HandlerWindow wallet, Buyer buyer, Scene scene) {
    String digits = buyer.account().cardExpiry().replace("-", "");
    wallet
        .types(scene.say("Card number", "卡号"), buyer.account().cardNumber())
        .types(
            scene.say("Valid until", "有效期至"),
            digits.substring(4, 6) + "/" + digits.substring(2, 4))
        .touches(scene.say("Continue", "继续"))
        .types(scene.say("Name on card", "持卡人姓名"), "Sample Cardholder")
        .types(scene.say("Document number", "证件号码"), buyer.document())
        .types(scene.say("Date of birth", "出生日期"), "1990-02-28");
    wallet.evaluate("document.querySelector('input[type=checkbox]').click()");
    wallet
        .touches(scene.say("Get my certificate", "获取我的证书"))
        .shows(scene.say("Your card is ready", "您的卡可以使用了"))
        .leaves(scene.say("Done", "完成"));
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void whoSaysNoInTheHandlersWindowIsBackAtTheOrderUnpaid(Scene scene) {
    ShopJson.Order order = till.order(scene.language(), 1);
    try (Guest guest = Guest.in(scene)) {
      Page shop = guest.page();
      shop.navigate(town.at("lantern", "/orders/" + order.order()));
      shop.waitForFunction(CAN_PAY, town.at("wallet", "/pay"));
      shop.locator("a[data-pay]").click();
      HandlerWindow wallet = opened(guest);
      wallet.leaves(scene.say("Cancel", "取消"));
      shop.waitForCondition(wallet::isClosed);
      shop.waitForURL(town.at("lantern", "/orders/" + order.order()) + "**");
      // A wallet that was quick enough had asked for the shop's certificates by then.
      assertThat(till.standing(order).standing()).isIn("placed", "opened");
    }
  }
}
