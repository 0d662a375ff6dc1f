package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person does with the cards of the browser's wallet. */
@InBrowser
class CardsTest {
  private final TownSquare town = TownSquare.here();

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void twoCardsAreNamedOneIsPreferredAndOneIsRemoved(Scene scene) {
    Applicant one = Applicant.at(town, "issuer_aurora");
    Applicant two = Applicant.at(town, "issuer_borealis");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      one.registers(town, page, scene);
      two.registers(town, page, scene);
      page.navigate(town.at("wallet", "/#"));
      Locator cards = page.locator(".card-list a");
      cards.nth(1).waitFor();
      assertThat(cards.first().textContent())
          .contains(one.last4(), scene.say("Used first", "首选"));
      guest.look(page, "wallet-two-cards");
      cards.nth(1).click();
      String nickname = scene.say("Holidays", "度假");
      Applicant.field(page, scene.say("Nickname", "昵称")).fill(nickname);
      Applicant.button(page, scene.say("Save", "保存")).click();
      Applicant.heading(page, nickname).waitFor();
      Applicant.button(page, scene.say("Use this card first", "优先使用这张卡")).click();
      page.getByText(scene.say("Back to the cards", "返回银行卡")).click();
      cards.nth(1).waitFor();
      assertThat(cards.first().textContent()).contains(nickname, two.last4());
      cards.nth(1).click();
      page.getByText(scene.say("Remove this card", "移除这张卡")).click();
      page.getByText(scene.say("The key is deleted", "密钥将从本浏览器中删除")).waitFor();
      guest.look(page, "wallet-remove");
      Applicant.button(page, scene.say("Remove the card", "移除")).click();
      cards.first().waitFor();
      assertThat(cards.count()).isEqualTo(1);
      assertThat(cards.first().textContent()).contains(nickname);
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("CertReq-E-05")
  void aCertificateIsRenewedAndTheCardStaysTheSame(Scene scene) {
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      applicant.registers(town, page, scene);
      Applicant.button(page, scene.say("Done", "完成")).click();
      Locator serial = page.locator(".facts .mono");
      serial.waitFor();
      String before = serial.textContent();
      page.getByText(scene.say("Renew the certificate", "续期证书")).click();
      Applicant.button(page, scene.say("Renew", "续期")).click();
      Applicant.answers(page, scene, applicant.document());
      // Left in the middle: the card still is what it was, and the renewal can go on.
      page.reload();
      serial.waitFor();
      assertThat(serial.textContent()).isEqualTo(before);
      page.getByText(scene.say("Renew the certificate", "续期证书")).click();
      guest.look(page, "wallet-renew");
      Applicant.button(page, scene.say("Unlock and go on", "解锁并继续")).click();
      Applicant.answers(page, scene, applicant.document());
      Applicant.button(page, scene.say("Get my certificate", "获取我的证书")).click();
      Applicant.isReady(page, scene);
      Applicant.button(page, scene.say("Done", "完成")).click();
      serial.filter(new Locator.FilterOptions().setHasNotText(before)).waitFor();
      page.navigate(town.at("wallet", "/#"));
      page.locator(".card-list a").first().waitFor();
      assertThat(page.locator(".card-list a").count()).isEqualTo(1);
    }
  }

  @Test
  void languageAndBrightnessAreChosenAndRemembered() {
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      Page page = guest.page();
      page.navigate(town.at("wallet", "/"));
      Applicant.button(page, "中文").click();
      Applicant.heading(page, "付款，而不交出卡号").waitFor();
      Applicant.button(page, "深色").click();
      page.locator("html[data-theme=dark]").waitFor();
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-Hans");
      page.reload();
      Applicant.heading(page, "付款，而不交出卡号").waitFor();
      page.locator("html[data-theme=dark]").waitFor();
      Applicant.button(page, "自动").click();
      page.locator("html:not([data-theme])").waitFor();
      assertThat(page.title()).isEqualTo("OpenSET 钱包");
    }
  }

  @Test
  @Tag("W05")
  void aCardIsHandedOverByItsIssuersPageOnly() {
    Scene scene = Scene.ENGLISH;
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      page.navigate(town.at("wallet", "/#add"));
      Locator number = Applicant.field(page, "Card number");
      number.waitFor();
      // Answers for programs, whose windows keep who opened them.
      for (String address :
          List.of(
              town.at("lantern", "/api/categories"),
              town.at("issuer_borealis", "/api/sums"),
              town.at("issuer_aurora", "/api/sums"))) {
        assertThat(number.inputValue()).isEmpty();
        Page other = guest.context().waitForPage(() -> opens(page, address));
        other.waitForLoadState();
        other.evaluate(
            "([number, expiry]) => opener.postMessage({openset: 'card', number, expiry}, '*')",
            new String[] {applicant.number(), applicant.expiry()});
        other.close();
      }
      page.getByText("Your bank handed the card over").waitFor();
      assertThat(number.inputValue().replace(" ", "")).isEqualTo(applicant.number());
      assertThat(Applicant.field(page, "Valid until").inputValue())
          .isEqualTo(applicant.expiry());
      guest.forgetComplaints();
    }
  }

  private static void opens(Page page, String address) {
    page.evaluate("(address) => { window.open(address); }", address);
  }
}
