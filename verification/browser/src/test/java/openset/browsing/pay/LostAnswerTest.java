package openset.browsing.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import openset.browsing.Guest;
import openset.browsing.InBrowser;
import openset.browsing.Scene;
import openset.browsing.TownSquare;
import openset.http.merchant.ShopJson;
import openset.set.message.MessageWrapper;
import openset.set.message.PReq;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are lost, pages that are closed: paid once, whatever happens in between. */
@InBrowser
class LostAnswerTest {
  private static final String SET = "**/set";

  private final TownSquare town = TownSquare.here();
  private final Till till = Till.at(town, "lantern");

  /** Notes every PReq that goes out. */
  private static void note(Request request, List<String> sent) {
    if (!request.method().equals("POST") || !request.url().endsWith("/set")) return;
    byte[] body = request.postDataBuffer();
    if (MessageWrapper.TYPE.decode(body).message() instanceof PReq) {
      sent.add(HexFormat.of().formatHex(body));
    }
  }

  private static boolean isPReq(Route route) {
    byte[] body = route.request().postDataBuffer();
    return body != null && MessageWrapper.TYPE.decode(body).message() instanceof PReq;
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("WAL-04")
  @Tag("P01")
  void anAnswerLostOnItsWayIsAskedForAgainByTheSameOctets(Scene scene) {
    ShopJson.Order order = till.order();
    List<String> sent = new ArrayList<>();
    try (Guest guest = Buyer.withPasskey(town, scene)) {
      Page page = guest.page();
      page.onRequest(request -> note(request, sent));
      page.route(SET, route -> losing(route, sent));
      page.navigate(till.link(order.initiation()));
      Buyer.approves(page, scene);
      assertThat(Buyer.verdict(page)).isEqualTo(scene.say("No answer yet", "还没有答复"));
      guest.look(page, "pay-no-answer");
      page.locator(".pay-verdict.good").waitFor(patiently());
      assertThat(Buyer.verdict(page)).isEqualTo(scene.say("Paid", "已付款"));
      assertThat(sent.size()).isGreaterThanOrEqualTo(3);
      assertThat(sent).containsOnly(sent.getFirst());
      assertThat(till.standing(order).standing()).isEqualTo("authorized");
      assertThat(guest.forgetComplaints()).allMatch(text -> text.contains("ERR_"));
    }
  }

  /** The first PReqs reach the merchant, but their answers nobody. */
  private void losing(Route route, List<String> sent) {
    if (isPReq(route) && sent.size() <= 2) {
      fetched(route);
      route.abort("connectionreset");
    } else {
      route.resume();
    }
  }

  /** What the merchant answers, by its address for programs: names are the browser's alone. */
  private APIResponse fetched(Route route) {
    String address = town.town().site("lantern").http().http().resolve("/set").toString();
    return route.fetch(new Route.FetchOptions().setUrl(address));
  }

  private static Locator.WaitForOptions patiently() {
    return new Locator.WaitForOptions().setTimeout(60_000);
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("WAL-04")
  @Tag("WAL-08")
  @Tag("ENT-08")
  @Tag("ENT-09")
  void aWindowClosedAfterTheApprovalLosesNothing(Scene scene) {
    ShopJson.Order order = till.order();
    List<String> sent = new ArrayList<>();
    try (Guest guest = Buyer.withPassphrase(town, scene)) {
      Page first = guest.context().newPage();
      first.onRequest(request -> note(request, sent));
      first.route(SET, LostAnswerTest::refusing);
      first.navigate(till.link(order.initiation()));
      first.getByLabel(scene.say("Your passphrase", "您的口令")).fill(Buyer.PASSPHRASE);
      Buyer.approves(first, scene);
      Buyer.verdict(first);
      first.close();
      assertThat(till.standing(order).standing()).isEqualTo("opened");

      // The wallet goes on by itself when it is opened again, wherever.
      Page home = guest.context().newPage();
      home.onRequest(request -> note(request, sent));
      home.navigate(town.at("wallet", "/"));
      home.waitForCondition(() -> till.standing(order).standing().equals("authorized"));
      home.close();

      Page second = guest.context().newPage();
      second.onRequest(request -> note(request, sent));
      second.navigate(till.link(order.initiation()));
      String open = scene.say("Open the receipt", "打开收据");
      Buyer.button(second, open).waitFor();
      assertThat(sent).hasSizeGreaterThanOrEqualTo(2).containsOnly(sent.getFirst());
      assertThat(till.standing(order).standing()).isEqualTo("authorized");
      second.getByLabel(scene.say("Your passphrase", "您的口令")).first().fill(Buyer.PASSPHRASE);
      guest.look(second, "pay-answered");
      Buyer.button(second, open).click();
      second.locator(".pay-verdict.good").waitFor();

      // The same order again: shown as it stands, never for approval.
      second.reload();
      assertThat(Buyer.verdict(second)).isEqualTo(scene.say("Paid", "已付款"));
      assertThat(second.locator("form.pay").count()).isZero();
      assertThat(guest.forgetComplaints()).allMatch(text -> text.contains("ERR_"));
    }
  }

  private static void refusing(Route route) {
    if (isPReq(route)) route.abort("connectionreset");
    else route.resume();
  }

  @Test
  @Tag("WAL-07")
  void anAnswerThatDoesNotHoldIsSaidAndKeptAndNotPaidAgain() {
    ShopJson.Order order = till.order();
    Scene scene = Scene.ENGLISH;
    try (Guest guest = Buyer.withPasskey(town, scene)) {
      Page page = guest.page();
      page.route(SET, this::changing);
      page.navigate(till.link(order.initiation()));
      Buyer.approves(page, scene);
      assertThat(Buyer.verdict(page)).isEqualTo("Payment stopped");
      String said = page.locator(".pay-verdict").innerText();
      assertThat(said)
          .contains("The amount may be held", "Rule OP-17")
          .doesNotContain("Nothing was paid");
      guest.look(page, "pay-stopped-after");
      page.unroute(SET);
      page.reload();
      assertThat(Buyer.verdict(page)).isEqualTo("Payment stopped");
      // The person asks after it, and the gateway's receipt says what became of it (WAL-15).
      Buyer.button(page, "Ask for news").click();
      page.locator(".pay-verdict.good").waitFor();
      assertThat(till.standing(order).standing()).isEqualTo("authorized");
    }
  }

  /** One octet of the answer's signature is another: its last. */
  private void changing(Route route) {
    if (!isPReq(route)) {
      route.resume();
      return;
    }
    APIResponse answer = fetched(route);
    byte[] body = answer.body();
    body[body.length - 1] ^= 1;
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBodyBytes(body));
  }

  @Test
  @Tag("WAL-06")
  void aDeclineIsSaidInPlainWordsAndAnotherCardMayPay() {
    ShopJson.Order order = till.order("en", 20);
    Scene scene = Scene.ENGLISH;
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      page.navigate(town.at("wallet", "/#add"));
      Buyer.of(town, 10_000).registers(page, scene, false);
      page.navigate("about:blank");
      page.navigate(till.link(order.initiation()));
      Buyer.approves(page, scene);
      assertThat(Buyer.verdict(page)).isEqualTo("Not paid");
      assertThat(page.locator(".pay-verdict").innerText()).contains("Your bank declined");
      guest.look(page, "pay-declined");
      assertThat(till.standing(order).standing()).isEqualTo("declined");
      page.reload();
      page.getByText("Verified shop").waitFor();
    }
  }
}
