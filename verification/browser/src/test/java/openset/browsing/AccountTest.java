package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bank's pages as its customers use them. */
@InBrowser
class AccountTest {
  private static final String PASSWORD = "a harbour in rain";
  private static final AtomicInteger CUSTOMERS = new AtomicInteger();

  private final TownSquare town = TownSquare.here();

  private static String somebody() {
    return "customer" + ProcessHandle.current().pid() + "." + CUSTOMERS.incrementAndGet();
  }

  private static void press(Page page, String words) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
        .click();
  }

  private static void next(Guest guest) {
    press(guest.page(), guest.scene().say("Continue", "继续"));
  }

  /** Fills in what is asked, up to the page of the card. */
  private void open(Guest guest, String name, String customer) {
    Page page = guest.page();
    page.navigate(town.at("issuer_aurora", "/account"));
    guest.look(page, "account-door");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(guest.scene().say("Open an account", "开立账户")))
        .click();
    fill(guest, name, customer, n -> guest.look(page, "account-open-" + n));
  }

  private void fill(Guest guest, String name, String customer, IntConsumer look) {
    Page page = guest.page();
    page.fill("#name", name);
    page.fill("#birth", "1990-02-28");
    look.accept(1);
    next(guest);
    page.fill("#street", "1 Example Street");
    page.fill("#postcode", "10000");
    page.fill("#city", "Example");
    look.accept(2);
    next(guest);
    page.fill("#number", "X-" + customer.replace('.', '-'));
    page.fill("#expiry", "2035-01-01");
    look.accept(3);
    next(guest);
    page.locator("input[name=limit]").nth(1).check();
    page.fill("#customer", customer);
    page.fill("#password", PASSWORD);
    look.accept(4);
    press(page, guest.scene().say("Open my account", "开立账户"));
    page.waitForURL(url -> url.contains("/account/card"));
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#all")
  void anAccountIsOpenedInFourStepsAndItsCardShownAndHidden(Scene scene) {
    String customer = somebody();
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      open(guest, "Zoë Quill", customer);
      assertThat(page.inputValue("#number")).matches("9990 01[0-9]{2} [0-9]{4} [0-9]{4}");
      guest.look(page, "account-card");
      press(page, scene.say("Hide the number", "隐藏卡号"));
      assertThat(page.content()).contains("•••• •••• ••••").doesNotContain("9990 01");
      guest.look(page, "account-overview");
      press(page, scene.say("Freeze the card", "冻结此卡"));
      assertThat(page.locator(".state").first().textContent())
          .isEqualTo(scene.say("Frozen", "已冻结"));
      press(page, scene.say("Thaw the card", "解冻此卡"));
      press(page, scene.say("Sign out", "退出登录"));
      page.fill("#customer", customer);
      page.fill("#password", "not the password");
      press(page, scene.say("Sign in", "登录"));
      assertThat(page.locator("[role=alert]").textContent())
          .contains(scene.say("not right", "不正确"));
      guest.look(page, "account-door-wrong");
      guest.forgetComplaints();
      page.fill("#password", PASSWORD);
      press(page, scene.say("Sign in", "登录"));
      assertThat(page.locator("h1").textContent()).isEqualTo(scene.say("Account", "账户"));
    }
  }

  @Test
  void whatIsWrongIsSaidBesideTheField() {
    try (Guest guest = Guest.withoutScripts(Scene.ENGLISH)) {
      Page page = guest.page();
      page.navigate(town.at("issuer_aurora", "/account/open"));
      page.fill("#name", "Somebody Young");
      page.fill("#birth", "2020-01-01");
      press(page, "Continue");
      assertThat(page.locator("#birth-wrong").textContent())
          .isEqualTo("You must be at least 18 years old.");
      assertThat(page.getAttribute("#birth", "aria-invalid")).isEqualTo("true");
      assertThat(page.inputValue("#name")).isEqualTo("Somebody Young");
      guest.forgetComplaints();
    }
  }

  @Test
  void withoutScriptsAnAccountIsOpenedTooAndTheNumberIsInNoAddress() {
    try (Guest guest = Guest.withoutScripts(Scene.ENGLISH)) {
      List<String> addresses = new java.util.ArrayList<>();
      guest.page().onRequest(request -> addresses.add(request.url()));
      guest.page().navigate(town.at("issuer_borealis", "/account/open"));
      fill(guest, "Zoë Quill", somebody(), _ -> {});
      String number = guest.page().inputValue("#number").replace(" ", "");
      assertThat(number).startsWith("999002");
      assertThat(addresses).noneMatch(address -> address.contains(number.substring(6)));
    }
  }

  @Test
  void theCardIsHandedToTheWalletThatOpenedTheBankAndToNobodyElse() {
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      Page wallet = guest.page();
      wallet.navigate(town.at("wallet", "/"));
      wallet.evaluate("() => { window.heard = []; addEventListener('message',"
          + " (e) => window.heard.push([e.origin, JSON.stringify(e.data)])); }");
      String bank =
          town.at("issuer_aurora", "/account/open") + "?lang=zh&return="
              + java.net.URLEncoder.encode(
                  town.at("wallet", "/#add"), java.nio.charset.StandardCharsets.UTF_8);
      Page opened =
          wallet.waitForPopup(() -> wallet.evaluate("(to) => { window.open(to); }", bank));
      assertThat(opened.locator("h1").textContent()).isEqualTo("您是谁？");
      fillIn(opened, somebody());
      Locator give =
          opened.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("放入我的钱包"));
      opened.waitForClose(give::click);
      Object heard = wallet.evaluate("() => window.heard.map((one) => one.join(' ')).join()");
      assertThat(heard.toString())
          .startsWith(town.at("issuer_aurora", "").replaceAll("/$", ""))
          .contains("\"openset\":\"card\"", "\"number\":\"999001");
    }
  }

  private static void fillIn(Page page, String customer) {
    page.fill("#name", "Zoë Quill");
    page.fill("#birth", "1990-02-28");
    press(page, "继续");
    page.fill("#street", "1 Example Street");
    page.fill("#city", "Example");
    press(page, "继续");
    page.fill("#number", "Y-" + customer.replace('.', '-'));
    page.fill("#expiry", "2035-01-01");
    press(page, "继续");
    page.locator("input[name=limit]").first().check();
    page.fill("#customer", customer);
    page.fill("#password", PASSWORD);
    press(page, "开立账户");
    page.waitForURL(url -> url.contains("/account/card"));
  }

  @Test
  void nobodyIsLedToAPlaceThatIsNoWalletOfOurs() {
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      Page page = guest.page();
      for (String elsewhere :
          List.of(
              "https://wallet.example/#add", "javascript:alert(1)", "//wallet.example",
              "http://wallet.localhost@evil.example/")) {
        page.navigate(
            town.at("issuer_aurora", "/account/open") + "?return="
                + java.net.URLEncoder.encode(
                    elsewhere, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(page.locator("input[name=return]").first().inputValue()).isEmpty();
      }
    }
  }

  @Test
  @Tag("W10")
  void anotherCustomersAccountCannotBeNamedAtAll() {
    try (Guest one = Guest.in(Scene.ENGLISH);
        Guest stranger = Guest.in(Scene.ENGLISH)) {
      open(one, "Zoë Quill", somebody());
      String cookie = one.context().cookies().stream()
          .filter(c -> c.name.equals("account")).findFirst().orElseThrow().value;
      Page page = stranger.page();
      Response answer = page.navigate(town.at("issuer_aurora", "/account/card"));
      assertThat(answer.url()).endsWith("/account");
      assertThat(page.content()).doesNotContain("Zoë Quill");
      String changed = (cookie.charAt(0) == 'A' ? "B" : "A") + cookie.substring(1);
      stranger.context().addCookies(List.of(
          new com.microsoft.playwright.options.Cookie("account", changed)
              .setUrl(town.at("issuer_aurora", "/"))));
      page.navigate(town.at("issuer_aurora", "/account"));
      assertThat(page.locator("#sign-in").count()).isEqualTo(1);
      assertThat(page.content()).doesNotContain("Zoë Quill");
    }
  }

  @Test
  @Tag("W02")
  void whatACustomerTypesIsShownAndNeverRun() {
    String hostile = "<img src=x onerror=alert(1)>\"'&";
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      open(guest, hostile, somebody());
      Page page = guest.page();
      assertThat(page.locator(".pay-card").textContent()).contains(hostile);
      assertThat(page.locator("img").count()).isZero();
      press(page, "Hide the number");
      assertThat(page.locator(".pay-card").textContent()).contains(hostile);
    }
  }
}
