package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import openset.http.MediaType;
import openset.http.client.ClientLimits;
import openset.http.client.SetClient;
import openset.http.issuer.SimulatorJson;
import openset.http.merchant.ShopJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway's people look at its work: a purchase it approved by itself, and what it refused. */
@InBrowser
class GatewayOfficeTest {
  private static final TownSquare TOWN = TownSquare.here();
  private static final SimulatorJson.Fault LOST =
      new SimulatorJson.Fault(
          Optional.empty(),
          Optional.empty(),
          "DROP",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The issuer's answer is lost, so the gateway stands in; and something comes that is nothing. */
  @BeforeAll
  static void somethingHappens() throws Exception {
    Buyer buyer = Buyer.at(TOWN, "lantern");
    ShopJson.Order order = buyer.orders("Ida Silent", "bk-101");
    TOWN.town().clients().issuer("issuer_aurora").goesWrong(LOST);
    buyer.pays(order.initiation());
    buyer.gets(order);
    URI set = TOWN.town().running("gateway").http().resolve("/set");
    try (SetClient nobody = new SetClient(ClientLimits.USUAL)) {
      nobody.post(set, MediaType.SET_PAYMENT, new byte[] {1, 2, 3});
    }
  }

  private static Clerk owner() throws Exception {
    Path password = TOWN.world().folder().resolve("secrets/gateway.owner");
    return Clerk.of(
        TOWN.at("gateway", ""),
        InstantSource.system(),
        "owner",
        Files.readString(password).strip());
  }

  private static void goes(Page page, Scene scene, String en, String zh) {
    page.locator(".site-ways a").getByText(scene.say(en, zh)).click();
    page.locator("main h1").waitFor();
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void theySeeLinksTrafficStandInRefusalsAndBatches(Scene scene) throws Exception {
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      owner().signsIn(guest);
      page.locator(".figure").first().waitFor();
      assertThat(page.locator(".figure").count()).isEqualTo(8);
      guest.look(page, "gateway-overview");

      goes(page, scene, "Links", "链路");
      page.locator("#links .state.good").first().waitFor();
      assertThat(page.locator("#links .state.good").count()).isEqualTo(2);
      assertThat(page.locator("#links .state.bad").count()).isZero();
      guest.look(page, "gateway-links");
      signsALinkOffAndOn(guest, page);

      goes(page, scene, "Throughput", "吞吐量");
      page.locator("table.cards").getByText("AuthReq").first().waitFor();
      assertThat(page.locator("svg.chart .bar").count()).isPositive();
      page.locator(".tab-list a").nth(1).click();
      page.waitForURL("**/traffic/days");
      guest.look(page, "gateway-traffic");

      seesWhatWasRefused(guest, page);
      seesStandIn(guest, page);

      goes(page, scene, "Batches", "批次");
      guest.look(page, "gateway-batches");
      page.locator("table.cards tbody th a").first().click();
      page.locator("dl.facts").waitFor();
      guest.look(page, "gateway-batch");
      assertThat(page.locator("main").innerText()).doesNotContain("Ida Silent", "bk-101");
    }
  }

  private static void signsALinkOffAndOn(Guest guest, Page page) {
    Scene scene = guest.scene();
    Locator link = page.locator("#links section").first();
    link.locator("summary").click();
    link.locator("form[action$='/echo'] button").click();
    page.locator(".notice.good").waitFor();
    link.locator("summary").click();
    link.locator("input[name=sure]").check();
    link.locator("form[action$='/sign-off'] button").click();
    link.locator(".state.warn").waitFor();
    assertThat(link.innerText()).contains(scene.say("signed off", "已签退"), "owner");
    link.locator("summary").click();
    guest.look(page, "gateway-links-off");
    link.locator("form[action$='/sign-on'] button").click();
    link.locator(".state.good").waitFor();
  }

  private static void seesWhatWasRefused(Guest guest, Page page) {
    Scene scene = guest.scene();
    goes(page, scene, "Refused", "拒绝记录");
    page.locator("#filter-rule").fill("w-01");
    page.locator("form.filters button").click();
    Locator row = page.locator("table.cards tbody tr").first();
    assertThat(row.innerText())
        .contains("W-01", scene.say("It cannot be decoded.", "无法解码。"));
    guest.look(page, "gateway-refused");
    row.locator("a").click();
    page.waitForURL("**/office/refused/W-01");
    assertThat(page.locator("main").innerText())
        .contains("spec/conventions.md", "decodingFailure");
    guest.look(page, "gateway-rule");
  }

  private static void seesStandIn(Guest guest, Page page) {
    Scene scene = guest.scene();
    goes(page, scene, "Stand-in", "代授权");
    page.locator("table.cards").last().locator(".state").first().waitFor();
    assertThat(page.locator("main").innerText())
        .contains("LANTERN-01", scene.say("the issuer was not reached", "发卡行无法联系"));
    guest.look(page, "gateway-stand-in");
    page.locator("#filter-standing").selectOption("BREAK");
    page.locator("form.filters button").click();
    page.locator("form.filters a.button").waitFor();
    assertThat(page.locator("h2#each ~ .table-box tbody tr").count()).isZero();
  }
}
