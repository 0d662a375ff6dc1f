package openset.browsing.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import openset.browsing.Guest;
import openset.browsing.InBrowser;
import openset.browsing.Scene;
import openset.browsing.TownSquare;
import openset.http.merchant.ShopJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stops a payment before anything is signed, in sentences that a person understands. */
@InBrowser
class StopsTest {
  private final TownSquare town = TownSquare.here();
  private final Till till = Till.at(town, "lantern");

  /** Opens the wallet with a changed initiation; gives the rule that stopped it. */
  private String stop(Guest guest, UnaryOperator<String> change, String sentence) {
    Page page = guest.page();
    List<String> posts = new ArrayList<>();
    page.onRequest(request -> note(request, posts));
    String initiation = change.apply(till.order().initiation());
    page.navigate("about:blank");
    page.navigate(till.link(initiation));
    Locator alert = page.getByRole(AriaRole.ALERT);
    alert.waitFor();
    assertThat(alert.innerText()).contains(sentence);
    assertThat(page.locator(".pay-act").count()).as("nothing to approve").isZero();
    // PInitReq at most, which is in clear and binds nobody.
    assertThat(posts).hasSizeLessThanOrEqualTo(1);
    return page.locator(".pay .small").last().innerText();
  }

  private static void note(Request request, List<String> posts) {
    if (request.method().equals("POST")) posts.add(request.url());
  }

  private static UnaryOperator<String> line(String name, String value) {
    return text -> text.replaceAll("(?m)^" + name + ": .*$", name + ": " + value);
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("W04")
  @Tag("ENT-02")
  void addressesOfPrivateNetworksAreNeitherAskedNorOpened(Scene scene) {
    try (Guest guest = Cards.guest(town, scene)) {
      String sentence =
          scene.say("no shop on the internet has", "互联网商店不会有的地址");
      for (String url :
          List.of(
              "https://192.168.1.1/set",
              "http://10.0.0.7/set",
              "https://[::1]/set",
              "http://127.0.0.1:1/set",
              "https://printer.local/set",
              "http://shop.example/set")) {
        assertThat(stop(guest, line("SET-SET-URL", url), sentence)).as(url).endsWith("ENT-02");
      }
      assertThat(stop(guest, line("SET-Success-URL", "https://router.lan/"), sentence))
          .endsWith("ENT-02");
      guest.look(guest.page(), "pay-private");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("W04")
  @Tag("ENT-03")
  @Tag("ENT-05")
  @Tag("WAL-07")
  void addressesOutsideOfTheMerchantsCertificateStopThePayment(Scene scene) {
    String lantern = town.origin("lantern").toString();
    try (Guest guest = Cards.guest(town, scene)) {
      String sentence = scene.say("not the website of the shop", "不是收款商店的网站");
      // The same server by another name: it answers, and its certificate does not name it so.
      String other = lantern.replace("lantern.", "lantern-books.");
      assertThat(stop(guest, line("SET-SET-URL", other + "/set"), sentence)).endsWith("ENT-03");
      assertThat(stop(guest, line("SET-Success-URL", other + "/thanks"), sentence))
          .endsWith("ENT-05");
      assertThat(guest.page().locator("main").innerText()).contains(other);
      guest.look(guest.page(), "pay-wrong-site");
      keptByItsRule(guest, "ENT-05");
    }
  }

  /** What stopped is among the payments, with why. */
  private void keptByItsRule(Guest guest, String rule) {
    Page page = guest.page();
    page.navigate("about:blank");
    page.navigate(town.at("wallet", "/#payments"));
    page.locator(".pay-row").first().click();
    assertThat(Buyer.verdict(page)).isEqualTo(guest.scene().say("Payment stopped", "付款已停止"));
    assertThat(page.locator(".pay-verdict").innerText()).contains(rule);
    guest.look(page, "wallet-stopped");
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("W05")
  void aChangedOrderIsStoppedWhereverItWasChanged(Scene scene) {
    try (Guest guest = Cards.guest(town, scene)) {
      String sentence = scene.say("was changed on its way", "在途中被改动");
      assertThat(stop(guest, line("SET-PurchAmt", "978 1 -2"), sentence)).endsWith("INIT-13");
      assertThat(stop(guest, line("SET-LID-M", "00"), sentence)).endsWith("INIT-12");
      assertThat(stop(guest, line("SET-Offer-Digest", "00".repeat(32)), sentence))
          .endsWith("INIT-11");
      assertThat(stop(guest, text -> text.replaceFirst("SET-Brand: Borealis\r\n", ""), sentence))
          .endsWith("INIT-14");
      // An offer that agrees with its initiation, but not with what the merchant signs.
      assertThat(stop(guest, Forged::cheaper, sentence)).endsWith("PInitRes-C-05");
      guest.look(guest.page(), "pay-changed");
    }
  }

  @Test
  @Tag("W05")
  void whatIsNoInitiationIsNotRead() {
    try (Guest guest = Cards.guest(town, Scene.ENGLISH)) {
      String sentence = "cannot be read";
      assertThat(stop(guest, text -> "<b>hello</b>", sentence)).endsWith("INIT-02");
      assertThat(stop(guest, text -> text.replace("SET-Version: 1.0\r\n", ""), sentence))
          .endsWith("INIT-03");
      assertThat(stop(guest, line("SET-Version", "2.0"), sentence)).endsWith("INIT-04");
      assertThat(stop(guest, line("SET-Initiation-Type", "Refund"), sentence))
          .endsWith("INIT-05");
      assertThat(stop(guest, line("SET-SET-URL", "file:///etc/passwd"), sentence))
          .endsWith("INIT-06");
      assertThat(stop(guest, line("SET-SET-URL", "http://a@shop.localhost/"), sentence))
          .endsWith("INIT-06");
      assertThat(stop(guest, line("SET-LID-M", "ABC"), sentence)).endsWith("INIT-07");
      assertThat(stop(guest, line("SET-PurchAmt", "978 01 -2"), sentence)).endsWith("INIT-08");
      assertThat(stop(guest, text -> text + "*", sentence)).endsWith("INIT-09");
      assertThat(stop(guest, text -> text + "\u0001", sentence)).endsWith("INIT-01");
      String other = "\r\n\r\nMAA=";
      assertThat(stop(guest, text -> text.split("\r\n\r\n")[0] + other, "was changed"))
          .endsWith("INIT-10");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("W05")
  @Tag("W16")
  @Tag("ENT-04")
  void aPageThatReplaysAGenuineInitiationOfAnotherShopIsStopped(Scene scene) {
    ShopJson.Order genuine = till.order();
    try (Guest guest = Cards.guest(town, scene)) {
      Page phishing = guest.page();
      phishing.addInitScript("delete window.PaymentRequest");
      phishing.navigate(town.at("fern", "/orders/" + Till.at(town, "fern").order().order()));
      Page wallet =
          phishing.waitForPopup(() -> phishing.evaluate(REPLAY, replay(genuine.initiation())));
      Locator alert = wallet.getByRole(AriaRole.ALERT);
      alert.waitFor();
      assertThat(alert.innerText())
          .contains(scene.say("trying to deceive you", "有人想欺骗您"))
          .contains(town.origin("fern").toString());
      assertThat(wallet.locator("main").innerText()).contains("ENT-04");
      assertThat(wallet.locator(".pay-act").count()).isZero();
      guest.look(wallet, "pay-phishing");
      assertThat(till.standing(genuine).standing()).isEqualTo("opened");
    }
  }

  private List<String> replay(String initiation) {
    return List.of(town.origin("wallet").toString(), initiation);
  }

  private static final String REPLAY =
      """
      ([wallet, text]) => {
        const opened = open(wallet + '/pay#popup', '_blank', 'popup,width=640,height=760');
        addEventListener('message', ({ data }) => {
          if (data.openset === 'ready') opened.postMessage({ openset: 'initiation', text }, wallet);
        });
      }
      """;

  @ParameterizedTest
  @MethodSource("openset.browsing.pay.EntrancesTest#handlers")
  @Tag("W16")
  @Tag("ENT-04")
  @Tag("ENT-06")
  void thePaymentHandlerTellsWhoAsksAndForHowMuch(Scene scene) {
    ShopJson.Order genuine = till.order();
    try (Guest guest = Cards.guest(town, scene)) {
      Page page = guest.page();
      page.navigate(town.at("fern", "/orders/" + Till.at(town, "fern").order().order()));
      HandlerWindow wallet = requested(guest, genuine.initiation(), "1.00");
      wallet.shows("ENT-06").shows(scene.say("another total", "总额不同"));
      assertThat(wallet.look("pay-handler-total")).isEmpty();
      wallet.leaves(scene.say("Leave this payment", "离开此付款"));
      page.waitForCondition(wallet::isClosed);
      String total = genuine.total().text().replace("EUR ", "");
      HandlerWindow again = requested(guest, genuine.initiation(), total);
      again.shows("ENT-04").shows(scene.say("trying to deceive you", "有人想欺骗您"));
      assertThat(again.look("pay-handler-phishing")).isEmpty();
      again.leaves(scene.say("Leave this payment", "离开此付款"));
      page.waitForCondition(again::isClosed);
    }
  }

  private HandlerWindow requested(Guest guest, String initiation, String total) {
    Page page = guest.page();
    page.evaluate(REQUEST, List.of(town.at("wallet", "/pay"), initiation, total));
    HandlerWindow wallet = HandlerWindow.of(guest);
    return guest.scene().chinese() ? wallet.touches("中文") : wallet;
  }

  private static final String REQUEST =
      """
      ([method, initiation, value]) => {
        const request = new PaymentRequest([{ supportedMethods: method, data: { initiation } }],
          { total: { label: 'Order', amount: { currency: 'EUR', value } } });
        void request.show().then((response) => response.complete('unknown'));
      }
      """;

  @Test
  @Tag("W06")
  void thePaymentPageIsNotShownInsideOfAnotherPage() {
    try (Guest guest = Cards.guest(town, Scene.ENGLISH)) {
      Page page = guest.page();
      String link = till.link(till.order().initiation());
      page.navigate("about:blank");
      page.setContent("<iframe src='" + link + "' width=640 height=600></iframe>");
      page.waitForCondition(() -> page.frames().getLast().url().startsWith("chrome-error:"));
      assertThat(page.frames().getLast().locator("#wallet").count()).isZero();
      guest.forgetComplaints();
    }
  }
}
