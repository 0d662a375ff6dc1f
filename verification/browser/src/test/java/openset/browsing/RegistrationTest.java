package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import openset.cli.client.CallFailed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A card comes into the browser's wallet. */
@InBrowser
class RegistrationTest {
  private static final String CCA = "**/set/cca/**";

  /** A way on which one octet of each answer of a CCA is changed: the last of its signature. */
  private static final String CHANGING =
      """
      (() => {
        const { fetch } = globalThis;
        globalThis.fetch = async (url, ...more) => {
          const answer = await fetch(url, ...more);
          if (!String(url).includes('/set/cca/')) return answer;
          const octets = new Uint8Array(await answer.arrayBuffer());
          octets[octets.length - 1] ^= 1;
          return new Response(octets);
        };
      })();
      """;

  private static final int MACHINE_TIME_MAX = 20_000;

  private final TownSquare town = TownSquare.here();

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#all")
  void aCardIsRegisteredUnderAPasskey(Scene scene) {
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      page.navigate(town.at("wallet", "/"));
      page.getByRole(AriaRole.LINK)
          .filter(containing(scene.say("Add a card", "添加银行卡")))
          .click();
      applicant.typesCard(page, scene);
      page.getByText(scene.say("Aurora, from Bank of Aurora", "Aurora卡，由Bank of Aurora发行"))
          .waitFor();
      guest.look(page, "wallet-add");
      long begun = System.nanoTime();
      Applicant.goesOn(page, scene);
      guest.look(page, "wallet-questions");
      Applicant.answers(page, scene, applicant.document());
      long sent = System.nanoTime();
      Applicant.button(page, scene.say("Get my certificate", "获取我的证书")).click();
      Applicant.isReady(page, scene);
      assertThat((System.nanoTime() - sent) / 1_000_000).isLessThan(MACHINE_TIME_MAX);
      assertThat((sent - begun) / 1_000_000).isLessThan(3L * MACHINE_TIME_MAX);
      guest.look(page, "wallet-ready");
      assertThat(page.content()).doesNotContain(applicant.number());
      assertThat(page.url()).doesNotContain(applicant.number());
      Applicant.button(page, scene.say("Done", "完成")).click();
      page.getByText(scene.say("Certificate number", "证书编号")).waitFor();
      guest.look(page, "wallet-card");
      page.navigate(town.at("wallet", "/#"));
      page.getByText("•••• " + applicant.last4()).first().waitFor();
      guest.look(page, "wallet-cards");
      page.navigate(town.at("wallet", "/#lost"));
      Applicant.heading(page, scene.say("If this device is lost", "如果设备遗失")).waitFor();
      guest.look(page, "wallet-lost");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void withoutPrfAPassphraseLocksTheCardAndAWeakOneDoesNot(Scene scene) {
    Applicant applicant = Applicant.at(town, "issuer_borealis");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, false);
      page.navigate(town.at("wallet", "/#add"));
      applicant.typesCard(page, scene);
      Locator next = Applicant.button(page, scene.say("Continue", "继续"));
      next.click();
      assertThat(Applicant.alert(page))
          .isEqualTo(
              scene.say(
                  "The passkey of this device cannot lock data. Please choose a passphrase.",
                  "本设备的通行密钥不能给数据加锁，请改用口令。"));
      Locator passphrase = Applicant.field(page, scene.say("Choose a passphrase", "设置口令"));
      passphrase.fill("aaaaaaaaaaaaaaaa");
      next.click();
      page.getByText(scene.say("Weak: easy to guess", "弱：容易被猜到")).first().waitFor();
      assertThat(passphrase.getAttribute("aria-invalid")).isEqualTo("true");
      passphrase.fill("Quartz7 violin under pier");
      page.getByText(scene.say("Strong", "强"), exactly()).waitFor();
      guest.look(page, "wallet-passphrase");
      Applicant.goesOn(page, scene);
      Applicant.answers(page, scene, applicant.document());
      Applicant.button(page, scene.say("Get my certificate", "获取我的证书")).click();
      Applicant.isReady(page, scene);
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("PK-06")
  void aPasskeyThatSignsByItselfIsCertified(Scene scene) {
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      page.navigate(town.at("wallet", "/#add"));
      applicant.typesCard(page, scene);
      page.getByText(scene.say("The passkey signs by itself", "由通行密钥自己签名"))
          .click();
      Applicant.goesOn(page, scene);
      Applicant.answers(page, scene, applicant.document());
      Applicant.button(page, scene.say("Get my certificate", "获取我的证书")).click();
      Applicant.isReady(page, scene);
      // No signature key lies in this browser, sealed or not.
      assertThat(kept(page)).contains("\"passkey\"").doesNotContain("\"at\"");
      Applicant.button(page, scene.say("Done", "完成")).click();
      page.getByText(scene.say("Passkey, which signs by itself", "通行密钥（由它自己签名）")).waitFor();
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void aNumberThatCannotBeIsSaidToBeSoAsItIsTyped(Scene scene) {
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      page.navigate(town.at("wallet", "/#add"));
      Locator number = Applicant.field(page, scene.say("Card number", "卡号"));
      number.pressSequentially("4111");
      page.getByText(scene.say("knows no card that begins like this", "不认识这样开头的卡号"))
          .waitFor();
      number.fill("9990010000000001");
      page.getByText(scene.say("One digit is wrong", "有一位数字不对")).waitFor();
      Locator expiry = Applicant.field(page, scene.say("Valid until", "有效期至"));
      expiry.pressSequentially("0120");
      assertThat(expiry.inputValue()).isEqualTo("01/20");
      Applicant.button(page, scene.say("Continue", "继续")).click();
      page.getByText(scene.say("a month that is not over", "尚未过去的月份")).waitFor();
      guest.look(page, "wallet-add-wrong");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("R01")
  void wrongAnswersAreRejectedInPlainWordsAndNothingOfTheAccountIsKept(Scene scene) {
    Applicant applicant = Applicant.at(town, "issuer_borealis");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      page.navigate(town.at("wallet", "/#add"));
      applicant.typesCard(page, scene);
      Applicant.goesOn(page, scene);
      Applicant.answers(page, scene, "WRONG-1");
      Applicant.button(page, scene.say("Get my certificate", "获取我的证书")).click();
      page.getByText(scene.say("do not fit what your bank knows", "与银行的记录不符")).waitFor();
      guest.look(page, "wallet-rejected");
      assertThat(kept(page)).contains("rejected").doesNotContain("sealed", "signing");
      // The same page may begin once more with the card that was typed.
      Applicant.button(page, scene.say("Start again", "重新开始")).click();
      Applicant.answers(page, scene, applicant.document());
      Applicant.button(page, scene.say("Get my certificate", "获取我的证书")).click();
      Applicant.isReady(page, scene);
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("WAL-10")
  void aPendingRequestIsAskedAfterByItself(Scene scene) throws CallFailed {
    Applicant applicant = Applicant.at(town, "issuer_borealis");
    applicant.bank().review(applicant.account().accountId());
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      page.navigate(town.at("wallet", "/#add"));
      applicant.typesCard(page, scene);
      Applicant.goesOn(page, scene);
      Applicant.answers(page, scene, applicant.document());
      Applicant.button(page, scene.say("Get my certificate", "获取我的证书")).click();
      Applicant.heading(page, scene.say("Your bank is looking at it", "银行正在审核")).waitFor();
      Applicant.button(page, scene.say("Ask now", "现在询问")).click();
      page.getByText(scene.say("Last asked at", "上次询问")).waitFor();
      guest.look(page, "wallet-pending");
      // Left and come back to: one gesture, and it goes on asking.
      page.reload();
      guest.look(page, "wallet-locked");
      Applicant.button(page, scene.say("Unlock and go on", "解锁并继续")).click();
      Applicant.button(page, scene.say("Ask now", "现在询问")).waitFor();
      for (String registration : applicant.bank().waiting()) {
        applicant.bank().decide(registration, true);
      }
      Applicant.heading(page, scene.say("Your card is ready", "您的卡可以使用了"))
          .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }
  }

  @Test
  @Tag("WAL-04")
  @Tag("WAL-12")
  void aRequestWithoutAnAnswerGoesOutAgainOctetForOctetAfterAReload() {
    Scene scene = Scene.ENGLISH;
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      page.navigate(town.at("wallet", "/#add"));
      applicant.typesCard(page, scene);
      Applicant.goesOn(page, scene);
      page.reload();
      Applicant.button(page, "Unlock and go on").click();
      Applicant.answers(page, scene, applicant.document());
      List<String> sent = new ArrayList<>();
      page.route(CCA, route -> lost(route, sent));
      Applicant.button(page, "Get my certificate").click();
      assertThat(Applicant.alert(page)).contains("no connection", "Nothing is lost");
      assertThat(kept(page)).contains("requested", "signing");
      page.reload();
      Applicant.button(page, "Unlock and go on").click();
      assertThat(Applicant.alert(page)).contains("no connection");
      page.unroute(CCA);
      page.onRequest(request -> note(request, sent));
      Applicant.button(page, "Try again").click();
      Applicant.isReady(page, scene);
      assertThat(sent).hasSize(3);
      assertThat(sent.get(1)).isEqualTo(sent.getFirst());
      assertThat(sent.get(2)).isEqualTo(sent.getFirst());
      // Whatever was lost on purpose was complained of.
      assertThat(guest.forgetComplaints()).allMatch(text -> text.contains("ERR_FAILED"));
    }
  }

  @Test
  @Tag("CardCInitRes-E-02")
  void aCcaThatIsNotProvedHearsNoCardNumber() {
    Scene scene = Scene.ENGLISH;
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      page.addInitScript(CHANGING);
      page.navigate(town.at("wallet", "/#add"));
      List<String> sent = new ArrayList<>();
      page.onRequest(request -> note(request, sent));
      applicant.typesCard(page, scene);
      Applicant.button(page, "Continue").click();
      Applicant.heading(page, "The registration was stopped").waitFor();
      page.getByText("could not be proved genuine").waitFor();
      guest.look(page, "wallet-stopped");
      assertThat(sent).hasSize(1);
      assertThat(kept(page)).contains("stopped").doesNotContain("sealed");
    }
  }

  private static void lost(Route route, List<String> sent) {
    if (!route.request().method().equals("POST")) {
      route.resume();
      return;
    }
    note(route.request(), sent);
    route.abort();
  }

  private static void note(Request request, List<String> sent) {
    if (request.url().contains("/set/cca/") && request.method().equals("POST")) {
      sent.add(Base64.getEncoder().encodeToString(request.postDataBuffer()));
    }
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  /** The cards as they lie in the browser's storage: names of fields and texts. */
  private static String kept(Page page) {
    return (String)
        page.evaluate(
            """
            () => new Promise((done) => {
              const opening = indexedDB.open('openset-wallet');
              opening.onsuccess = () => {
                const all = opening.result.transaction('cards').objectStore('cards').getAll();
                all.onsuccess = () => {
                  opening.result.close();
                  done(JSON.stringify(all.result));
                };
              };
            })
            """);
  }
}
