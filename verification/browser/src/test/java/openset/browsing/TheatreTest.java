package openset.browsing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.demo.Customer;
import openset.cli.demo.Demo;
import openset.cli.demo.Town;
import openset.cli.theatre.TheatreStage;
import openset.http.cardholder.WalletJson;
import openset.http.issuer.AccountJson;
import openset.http.merchant.ShopJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The theatre over a world in which somebody bought something. */
@InBrowser
class TheatreTest {
  private static final TownSquare SQUARE = TownSquare.here();
  private static final Customer CUSTOMER = new Customer("demo", 1_000_000);
  private static final String HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>";

  private static TheatreStage stage;
  private static String whole;

  @BeforeAll
  static void somebodyBuys() throws Exception {
    open();
    new Demo(SQUARE.town(), SQUARE.ground(), Optional.empty(), _ -> {}).run();
    whole = newest();
  }

  private static void open() throws Exception {
    stage = TheatreStage.open(SQUARE.world(), SQUARE.town(), SQUARE.ground(), List.of());
  }

  @AfterAll
  static void close() {
    if (stage != null) stage.close();
  }

  private static String get(String path) throws Exception {
    URI at = URI.create("http://127.0.0.1:" + SQUARE.world().theatrePort() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    }
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(TheatreTest::group).toList();
  }

  private static String group(MatchResult result) {
    return result.group(1);
  }

  private static String newest() throws Exception {
    return found("\"id\":\"([0-9a-f]{40})\"", get("/api/purchases")).getFirst();
  }

  private static List<String> names(String xid) throws Exception {
    return found("\"name\":\"([A-Za-z0-9]+)\"", get("/api/purchases/" + xid));
  }

  private static Page at(Guest guest, String moment) {
    Page page = guest.page();
    page.navigate(stage.address() + "/" + moment);
    page.locator(".theatre .tree [role=treeitem]").first().waitFor();
    return page;
  }

  @Test
  void everyMessageOfAPurchaseIsThereInItsOrder() throws Exception {
    assertThat(names(whole))
        .containsSubsequence(
            "CardCInitReq", "RegFormReq", "CertReq", "CertRes", "Offer", "PInitReq", "PInitRes",
            "PReq", "AuthReq", "0100", "0100", "0110", "0110", "AuthRes", "PRes", "CapReq",
            "0220", "0230", "CapRes")
        .contains("0500", "0510");
  }

  @Test
  void thePastIsThereAfterTheTheatreWasClosed() throws Exception {
    List<String> before = names(whole);
    stage.close();
    open();
    assertThat(names(whole)).isEqualTo(before);
  }

  @Test
  void noCardNumberLeavesTheServer() throws Exception {
    AccountJson.Opened account = CUSTOMER.account(SQUARE.town().clients().issuer("issuer_aurora"));
    String number = account.cardNumber();
    String octets = HexFormat.of().formatHex(number.getBytes(US_ASCII));
    String masked = number.substring(0, 6) + "******" + number.substring(12);
    StringBuilder all = new StringBuilder(get("/api/purchases/" + whole));
    all.append(get("/api/purchases/" + whole + "/ledgers"));
    int acts = names(whole).size();
    for (int act = 1; act <= acts; act++) {
      all.append(get("/api/purchases/" + whole + "/acts/" + act));
    }
    assertThat(all).contains(masked).doesNotContain(number).doesNotContain(octets);
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#all")
  void everybodyCanWatchIt(Scene scene) {
    try (Guest guest = Guest.in(scene)) {
      Page page = at(guest, "#" + whole + "/10");
      guest.look(page, "theatre");
      tab(guest, "Who can read it", "谁能读").click();
      page.locator(".readers table").waitFor();
      guest.look(page, "theatre-readers");
      tab(guest, "The books", "账本").click();
      page.locator(".book").first().waitFor();
      guest.look(page, "theatre-books");
      page.navigate(stage.address() + "/#" + whole + "/12");
      tab(guest, "Inside", "内容").click();
      page.locator(".bit-map").waitFor();
      guest.look(page, "theatre-bits");
    }
  }

  private static Locator tab(Guest guest, String english, String chinese) {
    return guest
        .page()
        .getByRole(
            AriaRole.TAB,
            new Page.GetByRoleOptions().setName(guest.scene().say(english, chinese)));
  }

  @Test
  void theMerchantCarriesTheCardNumberAndOnlyTheGatewayReadsIt() {
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      Page page = at(guest, "#" + whole + "/10");
      tab(guest, "Who can read it", "谁能读").click();
      Locator pan = page.locator(".readers tr:has(.name:text-is('pan'))");
      assertThat(pan.locator("td.merchant").getAttribute("class")).contains("carries");
      assertThat(pan.locator("td.gateway").getAttribute("class")).contains("reads");
      assertThat(pan.locator("td.acquirer").getAttribute("class")).contains("never");
      assertThat(pan.locator(".value").innerText()).contains("******");
    }
  }

  @Test
  void keysStepAndTheAddressLeadsBackToTheSameField() {
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      Page page = at(guest, "#" + whole + "/10");
      steps(page, () -> page.keyboard().press("ArrowRight"));
      page.locator(".script .here:has-text('AuthReq')").waitFor();
      steps(page, () -> page.locator(".tree [role=treeitem]").first().click());
      steps(page, () -> page.keyboard().press("ArrowDown"));
      steps(page, () -> page.keyboard().press("ArrowDown"));
      String chosen = page.locator(".tree [aria-selected=true] .name").innerText();
      page.locator(".hex .marked").first().waitFor();
      String address = (String) page.evaluate("location.href");
      assertThat(address).contains("/11/");
      try (Guest friend = Guest.in(Scene.ENGLISH)) {
        Page theirs = at(friend, address.substring(address.indexOf('#')));
        assertThat(theirs.locator(".tree [aria-selected=true] .name").innerText())
            .isEqualTo(chosen);
      }
    }
  }

  /** Does something that leads to another moment, until the address names it. */
  private static void steps(Page page, Runnable act) {
    Object before = page.evaluate("location.hash");
    act.run();
    page.waitForFunction("before => location.hash !== before", before);
  }

  @Test
  void aByteLeadsToItsField() {
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      Page page = at(guest, "#" + whole + "/12");
      page.locator(".hex [data-octet='0']").click();
      assertThat(page.locator(".tree [aria-selected=true] .name").innerText()).isEqualTo("MTI");
    }
  }

  @Test
  void whoWatchesSeesTheNextPurchaseByItself() throws Exception {
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      Page page = at(guest, "");
      buy("Sample Cardholder");
      String next = newest();
      page.waitForURL(url -> url.contains(next));
    }
  }

  @Test
  @Tag("W02")
  void aScriptInAnOrderIsShownAsText() throws Exception {
    buy(HOSTILE);
    String xid = newest();
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      int offer = names(xid).indexOf("Offer") + 1;
      Page page = at(guest, "#" + xid + "/" + offer);
      Locator recipient = page.locator(".tree [role=treeitem]:has(.name:text-is('recipient'))");
      assertThat(recipient.locator(".value").innerText()).isEqualTo(HOSTILE);
      assertThat(page.locator("img").count()).isZero();
    }
  }

  private static void buy(String recipient) throws Exception {
    Town town = SQUARE.town();
    ShopClient shop = town.clients().shop("lantern");
    WalletClient wallet = town.clients().wallet("wallet");
    AccountJson.Opened account = CUSTOMER.account(town.clients().issuer("issuer_aurora"));
    WalletJson.Card card = CUSTOMER.card(wallet, "Aurora", account);
    ShopJson.Checkout checkout =
        new ShopJson.Checkout(
            "en", recipient, List.of("1 Example Street", "10000 Example"), Optional.of(756));
    ShopJson.Order order =
        shop.order(shop.fill(List.of(new ShopJson.Put("bk-101", 1))), checkout);
    wallet.approve(wallet.wake(order.initiation(), card.card()).purchase());
  }
}
