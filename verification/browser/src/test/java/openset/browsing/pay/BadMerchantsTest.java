package openset.browsing.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import openset.browsing.Guest;
import openset.browsing.InBrowser;
import openset.browsing.Scene;
import openset.browsing.TownSquare;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merchants and gateways whose certificates do not hold: nothing is shown for approval. */
@InBrowser
class BadMerchantsTest {
  private final TownSquare town = TownSquare.here();
  private final StagedShop shop = StagedShop.honest();

  /** What the wallet says of a shop: its words, and the rule under them. */
  private void stops(StagedShop staged, Scene scene, String sentence, String rule) {
    try (Guest guest = Cards.guest(town, scene)) {
      Page page = guest.page();
      String initiation = staged.opensFor(page);
      page.navigate(Till.at(town, "lantern").link(initiation));
      Locator alert = page.getByRole(AriaRole.ALERT);
      alert.waitFor();
      assertThat(alert.innerText()).contains(sentence);
      assertThat(page.locator(".pay .small").last().innerText()).endsWith(rule);
      assertThat(page.locator(".pay-act").count()).isZero();
      guest.look(page, "pay-stop-" + rule);
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void theStageIsRightForAMerchantWithoutFault(Scene scene) {
    try (Guest guest = Cards.guest(town, scene)) {
      Page page = guest.page();
      page.navigate(Till.at(town, "lantern").link(shop.opensFor(page)));
      page.getByText(scene.say("Verified shop", "商店已核实")).waitFor();
      assertThat(page.locator("main").innerText()).contains("https://shop.example");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("PInitRes-C-02")
  void aRevokedMerchantIsNotPaid(Scene scene) {
    stops(shop.revoked(), scene, scene.say("was withdrawn. Do not pay here", "已被撤销"), "CERT-27");
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("PInitRes-C-02")
  void anExpiredMerchantIsNotPaid(Scene scene) {
    stops(shop.expired(), scene, scene.say("has run out", "已过期"), "CERT-07");
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("PInitRes-C-02")
  void aMerchantThatCertifiedItselfIsNotPaid(Scene scene) {
    stops(shop.selfMade(), scene, scene.say("could not prove who it is", "无法证明自己"), "CERT-22");
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("PInitRes-C-07")
  @Tag("P15")
  void aMerchantThatShowsItselfAsTheGatewayIsNotPaid(Scene scene) {
    stops(
        shop.withItselfAsGateway(),
        scene,
        scene.say("no genuine payment gateway", "没有出示真实的支付网关"),
        "PInitRes-C-07");
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("PInitRes-C-07")
  void aRevokedGatewayIsNotUsed(Scene scene) {
    stops(
        shop.withRevokedGateway(),
        scene,
        scene.say("was withdrawn. Do not pay here", "已被撤销"),
        "PInitRes-C-07");
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("ENT-07")
  void aMerchantWithoutAWebsiteInItsCertificateIsNotPaidFromABrowser(Scene scene) {
    stops(shop.withoutWebsite(), scene, scene.say("names no website", "没有写明网站"), "ENT-07");
  }
}
