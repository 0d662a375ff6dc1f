package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import openset.cli.serve.RunningIssuer;
import openset.evidence.EvidenceBundle;
import openset.evidence.Word;
import openset.http.merchant.ShopJson;
import openset.issuer.card.AccountId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A merchant's people at work in their office. */
@InBrowser
class OfficeTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)> \"'&amp;</td><script>";

  private final TownSquare town = TownSquare.here();

  private String at(String path) {
    return town.at("lantern", path);
  }

  private String ownersPassword() throws Exception {
    return Files.readString(town.world().folder().resolve("secrets/lantern.owner")).strip();
  }

  private Clerk clerk(String name, String password) {
    return Clerk.of(at(""), InstantSource.system(), name, password);
  }

  private void owner(Guest guest) throws Exception {
    clerk("owner", ownersPassword()).signsIn(guest);
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#all")
  void theOwnerShipsAnOrderInPartsAndSeesWhatHappened(Scene scene) throws Exception {
    Buyer buyer = Buyer.at(town, "lantern");
    buyer.orders("Ada Waits", "bk-103");
    ShopJson.Order order = buyer.orders("Zoe Quill", "bk-101", "bk-102");
    buyer.pays(order.initiation());
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      page.navigate(at("/office"));
      guest.look(page, "office-sign-in");
      owner(guest);
      page.locator("table a.order-number").first().waitFor();
      guest.look(page, "office-orders");
      assertThat(Guest.largestPaint(page)).isBetween(0.0, 1000.0);
      page.locator("#text").fill(order.orderNumber());
      page.locator("form.order-search button").click();
      page.locator("table a.order-number").click();
      guest.look(page, "office-order");

      page.locator("form[action$='/ship'] input[name=line]").nth(1).uncheck();
      page.locator("#tracking").fill("PARCEL-1");
      page.locator("form[action$='/ship'] button").click();
      page.locator(".notice.good").waitFor();
      assertThat(page.locator("form[action$='/ship'] input[name=line]").count()).isEqualTo(1);
      page.locator("#tracking").fill("PARCEL-2");
      page.locator("form[action$='/ship'] button").click();
      page.locator(".state.big.good").waitFor();
      assertThat(page.locator("form[action$='/ship']").count()).isZero();
      assertThat(page.locator(".timeline li").count()).isEqualTo(6);
      assertThat(page.locator("main").innerText()).contains("PARCEL-1", "PARCEL-2");
      assertThat(page.locator("a[download]").allInnerTexts())
          .contains("PInitReq", "PReq", "AuthReq", "CapReq");
      guest.look(page, "office-order-shipped");
      Download evidence =
          page.waitForDownload(() -> page.locator("a[href$='/evidence'][download]").click());
      assertThat(evidence.suggestedFilename()).isEqualTo(order.orderNumber() + ".evidence");
      assertThat(EvidenceBundle.of(Files.readAllBytes(evidence.path())).words())
          .hasAtLeastOneElementOfType(Word.CapRes.class);
      page.navigate(at("/office/certificates"));
      guest.look(page, "office-certificates");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void theOwnerLetsMoneyGoThatIsNotNeeded(Scene scene) throws Exception {
    Buyer buyer = Buyer.at(town, "lantern");
    ShopJson.Order order = buyer.orders("Zoe Quill", "bk-105");
    buyer.pays(order.initiation());
    try (Guest guest = Guest.in(scene)) {
      owner(guest);
      Page page = guest.page();
      page.navigate(at("/office/orders/" + order.order()));
      page.locator("#stays").fill("1.00");
      page.locator("form[action$='/reduce'] button").click();
      page.locator(".notice.good").waitFor();
      assertThat(page.locator("#stays").inputValue()).isEqualTo("1.00");
      guest.look(page, "office-order-reduced");
      page.locator("input[name=sure]").check();
      page.locator("form[action$='/void'] button").click();
      page.locator(".notice.good").waitFor();
      assertThat(page.locator("form[action$='/void'], form[action$='/ship']").count()).isZero();
      guest.look(page, "office-order-voided");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void theOwnerSeesThePaymentsOfAPlanAsksTooSoonAndEndsIt(Scene scene) throws Exception {
    Buyer buyer = Buyer.at(town, "lantern");
    ShopJson.Order order = buyer.orders("Zoe Quill", "lt-407");
    buyer.pays(order.initiation());
    try (Guest guest = Guest.in(scene)) {
      owner(guest);
      Page page = guest.page();
      page.navigate(at("/office/orders/" + order.order()));
      assertThat(page.locator("section:has(#plan) tbody tr").count()).isEqualTo(2);
      page.locator("form[action$='/payment'] button").click();
      page.waitForURL("**said=payment-not");
      assertThat(page.locator("section:has(#plan)").innerText()).contains("recurringTooSoon");
      guest.look(page, "office-plan");
      page.locator("section:has(#plan) summary").click();
      page.locator("form[action$='/end'] input[name=sure]").check();
      page.locator("form[action$='/end'] button").click();
      page.waitForURL("**said=plan-ended");
      assertThat(page.locator("section:has(#plan) tbody tr").count()).isEqualTo(1);
      assertThat(page.locator("form[action$='/payment']").count()).isZero();
      guest.look(page, "office-plan-ended");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void theOwnerRefundsALineTakesItBackAndComparesTheBatch(Scene scene) throws Exception {
    Buyer buyer = Buyer.at(town, "lantern");
    ShopJson.Order order = buyer.orders("Zoe Quill", "bk-101", "bk-102");
    buyer.pays(order.initiation());
    try (Guest guest = Guest.in(scene)) {
      owner(guest);
      Page page = guest.page();
      page.navigate(at("/office/orders/" + order.order()));
      page.locator("#tracking").fill("PARCEL-3");
      page.locator("form[action$='/ship'] button").click();
      page.waitForURL("**said=shipped");
      page.locator("form[action$='/refund'] input[name=line]").first().check();
      guest.look(page, "office-refund");
      page.locator("form[action$='/refund'] button").first().click();
      page.waitForURL("**said=refunded");
      assertThat(page.locator("form[action$='/refund'] input[name=line]").count()).isEqualTo(1);
      assertThat(page.locator("input[name=what][value=refund]").count()).isEqualTo(1);
      guest.look(page, "office-refunded");
      page.locator("form:has(input[value=refund]) button").click();
      page.waitForURL("**said=taken-back");
      assertThat(page.locator("input[name=what][value=refund]").count()).isZero();
      guest.look(page, "office-refund-taken-back");
      looksAtTheBatch(guest, order.orderNumber());
    }
  }

  private void looksAtTheBatch(Guest guest, String orderNumber) {
    Page page = guest.page();
    page.navigate(at("/office/batches"));
    guest.look(page, "office-batches");
    page.locator("a[href^='/office/batches/']").first().click();
    page.locator("#items").waitFor();
    assertThat(page.locator("section:has(#items)").innerText()).contains(orderNumber);
    page.locator("form[action$='/compare'] button").click();
    page.waitForURL("**said=batch-done");
    guest.look(page, "office-batch");
    page.locator("form[action$='/close'] button").click();
    page.getByText(guest.scene().say("closed", "已关闭")).waitFor();
    assertThat(page.locator("form[action$='/close']").count()).isZero();
    guest.look(page, "office-batch-closed");
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void aDeveloperAddsAWebhookAndTriesTheApi(Scene scene) throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    HttpServer till = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    till.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    till.start();
    try (Guest guest = Guest.in(scene)) {
      owner(guest);
      addsAHook(guest, "http://127.0.0.1:" + till.getAddress().getPort() + "/hook");
      triesTheApi(guest);
      seesDeliveries(guest, heard);
      makesAKey(guest);
    } finally {
      till.stop(0);
    }
  }

  private void addsAHook(Guest guest, String url) {
    Page page = guest.page();
    page.navigate(at("/office/webhooks"));
    page.locator("#url").fill("http://example.com/plain");
    page.locator("#about").fill("till");
    page.locator("form[action='/office/webhooks'] button").click();
    page.locator(".notice.bad").waitFor();
    page.locator("#url").fill(url);
    page.locator("#about").fill("till");
    page.locator("form[action='/office/webhooks'] button").click();
    assertThat(page.locator("#secret").textContent()).startsWith("whsec_");
    guest.look(page, "office-secret");
    page.locator("main a.button").click();
  }

  private void triesTheApi(Guest guest) {
    Page page = guest.page();
    page.navigate(at("/office/developer"));
    page.locator("form[action='/office/developer'] button").click();
    page.locator("#api-key[value*='~']").waitFor();
    Locator create = page.locator("#createOrder");
    create.locator("summary").click();
    guest.look(page, "office-try");
    create.locator("form button").click();
    create.locator(".got:has-text('201')").waitFor();
    assertThat(create.locator(".asked").textContent()).contains("OpenSET-HMAC key-");
    guest.look(page, "office-tried");
    Locator list = page.locator("#listOrders");
    list.locator("summary").click();
    list.locator("[name=text]").fill("web-1001");
    list.locator("form button").click();
    list.locator(".got:has-text('200')").waitFor();
    assertThat(list.locator(".got").textContent()).contains("web-1001");
  }

  private void seesDeliveries(Guest guest, List<String> heard) {
    Page page = guest.page();
    Instant end = Instant.now().plusSeconds(20);
    while (heard.isEmpty() && Instant.now().isBefore(end)) page.waitForTimeout(50);
    page.navigate(at("/office/webhooks"));
    while (page.locator("td .state.good").count() == 0 && Instant.now().isBefore(end)) {
      page.waitForTimeout(200);
      page.navigate(at("/office/webhooks"));
    }
    assertThat(heard).isNotEmpty().allMatch(signature -> signature.startsWith("v1,"));
    int before = heard.size();
    page.locator("form[action$='/replay'] button").first().click();
    while (heard.size() == before && Instant.now().isBefore(end)) page.waitForTimeout(50);
    assertThat(heard.size()).isGreaterThan(before);
    page.navigate(at("/office/webhooks"));
    guest.look(page, "office-webhooks");
    while (page.locator("form[action$='/remove']").count() > 0) {
      page.locator("form[action$='/remove'] button").first().click();
      page.waitForLoadState();
    }
  }

  private void makesAKey(Guest guest) {
    Page page = guest.page();
    page.navigate(at("/office/keys"));
    page.locator("#about").fill("our shop system");
    page.locator("form[action='/office/keys'] button").click();
    assertThat(page.locator("#secret").textContent()).startsWith("key-").contains("~");
    page.locator("main a.button").click();
    guest.look(page, "office-keys");
    page.locator("form[action$='/revoke'] button").first().click();
    page.waitForLoadState();
    assertThat(page.locator("td .state:not(.good)").count()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("W11")
  void anOwnerAddsAPersonWhoReachesNoMoreThanTheRole(Scene scene) throws Exception {
    String name = "reader-" + scene.language();
    try (Guest guest = Guest.in(scene)) {
      owner(guest);
      Page page = guest.page();
      page.navigate(at("/office/people"));
      page.locator("#name").fill(name);
      page.locator("#password").fill("a first password 1");
      page.locator("#role").selectOption("reader");
      page.locator("form[action='/office/people'] button").click();
      page.locator("text=" + name).first().waitFor();
      guest.look(page, "office-people");
      page.navigate(at("/office/account"));
      guest.look(page, "office-account");
    }
    try (Guest guest = Guest.in(scene)) {
      clerk(name, "a first password 1").signsIn(guest);
      Page page = guest.page();
      assertThat(page.locator("nav.site-ways li").count()).isEqualTo(3);
      Response refused = page.navigate(at("/office/people"));
      assertThat(refused.status()).isEqualTo(403);
      guest.look(page, "office-forbidden");
      assertThat(guest.forgetComplaints()).allMatch(said -> said.contains("403"));
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("WAL-18")
  @Tag("PReq-C-07")
  @Tag("V08")
  void theBankChecksWhatIsTypedInTheBrowserAndTheOwnerSeesWhatItFoundAlone(Scene scene)
      throws Exception {
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    String right = code(applicant);
    String wrong = "8642";
    Buyer buyer = Buyer.at(town, "lantern");
    ShopJson.Order good = buyer.orders("Zoe Quill", "bk-101");
    ShopJson.Order bad = buyer.orders("Zoe Quill", "bk-102");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      applicant.registers(town, page, scene);
      opens(guest, good);
      isToldWhatWillNotDo(guest);
      paysChecked(guest, right, "1 Example Street");
      assertThat(verdict(page)).isEqualTo(scene.say("Paid", "已付款"));
      assertThat(page.locator("input").count()).isZero();
      opens(guest, bad);
      paysChecked(guest, wrong, "2 Example Street");
      assertThat(verdict(page)).isEqualTo(scene.say("Not paid", "未付款"));
      keptNowhere((Map<?, ?>) page.evaluate(StolenProfileTest.TAKE), List.of(right, wrong));
    }
    Rows.of(town).forEach((who, rows) -> Rows.hasNone(who, rows, List.of(right, wrong)));
    try (Guest guest = Guest.in(scene)) {
      owner(guest);
      found(guest, good, scene.say("agrees", "相符"), scene.say("agrees", "相符"));
      found(
          guest,
          bad,
          scene.say("the postal code agrees, the street does not", "邮编相符，街道不符"),
          scene.say("does not agree", "不符"));
      guest.look(guest.page(), "office-order-checked");
    }
  }

  private String code(Applicant applicant) {
    RunningIssuer bank = (RunningIssuer) town.town().running("issuer_aurora");
    AccountId account = AccountId.of(applicant.account().accountId());
    return bank.issuer().accounts().securityCode(account).orElseThrow().digits();
  }

  /** The page on which an order is paid, with the fields that nobody filled in. */
  private void opens(Guest guest, ShopJson.Order order) {
    Page page = guest.page();
    page.navigate("about:blank");
    page.navigate(town.at("wallet", "/pay") + "#init=" + base64(order.initiation()));
    page.locator(".pay-checks summary").click();
    assertThat(page.locator(".pay-checks input").all())
        .hasSize(3)
        .allMatch(field -> field.inputValue().isEmpty());
  }

  private static Locator securityCode(Guest guest) {
    return guest.page().getByLabel(guest.scene().say("Security code", "安全码"));
  }

  private static Locator street(Guest guest) {
    return guest.page().getByLabel(guest.scene().say("Street and number", "账单地址的街道"));
  }

  /** Each field says what is wrong with it, and what was folded is opened. */
  private static void isToldWhatWillNotDo(Guest guest) {
    Page page = guest.page();
    Scene scene = guest.scene();
    Locator typed = securityCode(guest);
    typed.fill("12");
    street(guest).fill("1 Example Street");
    page.locator(".pay-checks summary").click();
    page.locator(".pay-act .big").click();
    page.locator("[aria-invalid]").nth(1).waitFor();
    assertThat(page.locator(".pay-checks .wrong").allInnerTexts())
        .containsExactly(
            scene.say("A security code has 3 or 4 digits.", "安全码为 3 或 4 位数字。"),
            scene.say("Please give the postal code too.", "请一并填写邮编。"));
    page.waitForCondition(() -> (Boolean) typed.evaluate("one => one === document.activeElement"));
    guest.look(page, "pay-checks-wrong");
  }

  private static void paysChecked(Guest guest, String code, String street) {
    Page page = guest.page();
    securityCode(guest).fill(code);
    page.getByLabel(guest.scene().say("Postal code", "账单地址的邮编")).fill("10000");
    street(guest).fill(street);
    page.locator(".pay-act .big").click();
  }

  private static String base64(String initiation) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(initiation.getBytes(StandardCharsets.UTF_8));
  }

  private static String verdict(Page page) {
    page.locator(".pay-verdict h1").waitFor();
    return page.locator(".pay-verdict h1").textContent();
  }

  private static void keptNowhere(Map<?, ?> wallet, List<String> codes) {
    List<String> texts = ((List<?>) wallet.get("texts")).stream().map(String.class::cast).toList();
    assertThat(texts).isNotEmpty().doesNotContainAnyElementsOf(codes);
    Rows.hasNone("the browser", String.join(" ", texts) + wallet.get("octets"), codes);
  }

  private void found(Guest guest, ShopJson.Order order, String address, String code) {
    Page page = guest.page();
    Scene scene = guest.scene();
    page.navigate(at("/office/orders/" + order.order()));
    String fact = "dt:text-is('%s') + dd";
    assertThat(
            page.locator(fact.formatted(scene.say("Billing address", "账单地址"))).textContent())
        .isEqualTo(address);
    assertThat(page.locator(fact.formatted(scene.say("Security code", "安全码"))).textContent())
        .isEqualTo(code);
  }

  @Test
  @Tag("W11")
  void aSessionIsItsBrowsersAloneAndOverWhenItIsSignedOut() throws Exception {
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      Page page = guest.page();
      clerk("owner", ownersPassword()).typesPassword(page);
      page.waitForURL("**/office/sign-in/code");
      String half = cookie(guest).value;
      page.navigate(at("/office"));
      assertThat(page.url()).endsWith("/office/sign-in");
      owner(guest);
      Cookie session = cookie(guest);
      assertThat(session.value).isNotEqualTo(half);
      assertThat(session.httpOnly).isTrue();
      assertThat(session.sameSite.name()).isEqualTo("STRICT");
      assertThat(page.evaluate("document.cookie").toString()).doesNotContain(session.value);
      page.locator("form[action='/office/sign-out'] button").click();
      page.locator(".notice.good").waitFor();
      guest.context().addCookies(List.of(new Cookie("office", session.value).setUrl(at("/"))));
      page.navigate(at("/office"));
      assertThat(page.url()).endsWith("/office/sign-in");
    }
  }

  private static Cookie cookie(Guest guest) {
    return guest.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("office"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("W02")
  void scriptsInAnOrderAreTextInTheOffice() throws Exception {
    Buyer buyer = Buyer.at(town, "lantern");
    ShopJson.Order order = buyer.orders(HOSTILE, "bk-104");
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      owner(guest);
      Page page = guest.page();
      assertThat(page.locator("tbody").innerText()).contains(HOSTILE);
      page.navigate(at("/office/orders/" + order.order()));
      assertThat(page.locator("address").innerText()).contains(HOSTILE);
      page.navigate(at("/office?text=" + "%3Cscript%3Ealert(1)%3C%2Fscript%3E"));
      assertThat(page.locator("#text").inputValue()).isEqualTo("<script>alert(1)</script>");
      assertThat(page.locator("img[src=x], main script").count()).isZero();
    }
  }

  @Test
  @Tag("W10")
  void anotherMerchantsOrderIsNotThere() throws Exception {
    ShopJson.Order other = Buyer.at(town, "fern").orders("Zoe Quill", "te-101");
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      owner(guest);
      String nobodys = "0".repeat(40);
      for (String order : List.of(other.order(), nobodys)) {
        Response answer = guest.page().navigate(at("/office/orders/" + order));
        assertThat(answer.status()).isEqualTo(404);
      }
      guest.look(guest.page(), "office-nothing");
      guest.forgetComplaints();
    }
  }
}
