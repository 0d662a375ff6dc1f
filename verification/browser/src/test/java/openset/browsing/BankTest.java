package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ResponseCode;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.billing.Bill;
import openset.issuer.card.AccountId;
import openset.issuer.card.Bin;
import openset.issuer.customer.Joined;
import openset.issuer.customer.Secret;
import openset.issuer.desk.DisputeDesk;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.Outcome;
import openset.issuer.host.Peers;
import openset.issuer.opening.Application;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.simulator.Simulation;
import openset.ledger.Ledger;
import openset.ledger.Money;
import openset.pages.account.AccountPages;
import openset.pages.account.Bank;
import openset.pages.desk.Bureau;
import openset.pages.issuerdesk.IssuerOffice;
import openset.signin.Given;
import openset.signin.Pace;
import openset.signin.People;
import openset.signin.PeopleRefused;
import openset.signin.Role;
import openset.signin.SignIn;
import openset.store.Database;
import openset.store.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a bank shows of a month that is over, and its people at work in their office; by a bank of
 * its own, whose clock can be set.
 */
@InBrowser
class BankTest {
  private static final int EUR = 978;
  private static final String PASSWORD = "a harbour in rain";
  private static final Instant MAY = Instant.parse("2026-05-20T10:00:00Z");
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final String FIRST_PASSWORD = "a lantern by the sea";
  private static final AtomicReference<Instant> NOW = new AtomicReference<>(MAY);

  private static Database database;
  private static Issuer issuer;
  private static HttpServer server;

  @BeforeAll
  static void open() throws Exception {
    String name = "bank" + ProcessHandle.current().pid();
    database =
        Database.open(
            SERVER.database(name, name, "tests only".toCharArray()),
            Ledger.MIGRATIONS,
            Issuer.MIGRATIONS,
            SignIn.MIGRATIONS);
    Randomness randomness = Randomness.secure();
    Vault vault = Vault.of(SecretBytes.random(Vault.KEY_OCTETS, randomness), randomness);
    issuer = Issuer.start(config(), database, vault, NOW::get, randomness);
    Bank bank = new Bank("Bank of Aurora", "Aurora", "GB", List.of());
    List<Mount> mounts = new ArrayList<>(AccountPages.routes(issuer, bank));
    mounts.addAll(IssuerOffice.routes(issuer, bank.name(), bank.brand(), staff(vault)));
    server = HttpServer.start(Listen.local(0), HttpLimits.OPEN, mounts, NOW::get);
  }

  private static Bureau.Staff staff(Vault vault) throws PeopleRefused {
    Given given = new Given(database, vault, NOW::get, Randomness.secure(), Pace.USUAL);
    People people = new People(given);
    people.add("owner", Role.owner, FIRST_PASSWORD);
    people.add("reader", Role.reader, FIRST_PASSWORD);
    return new Bureau.Staff(new SignIn(given), people);
  }

  private static IssuerConfig config() {
    return new IssuerConfig(
            new IssuerConfig.Bank("Bank of Aurora", "GB", new Bin("999001")),
            new OpeningPolicy(18, new Money(EUR, 1_000), new Money(EUR, 1_000_000), 36),
            Duration.ofDays(7),
            new IssuerConfig.Link(
                "127.0.0.1", 0, new Peers("999100", Set.of("999001"), "999900")))
        .simulated(true);
  }

  @AfterAll
  static void close() {
    server.close();
    issuer.close();
    database.close();
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void aBillIsReadItsPurchaseDisputedAndTheCardsCodeLookedUp(Scene scene) {
    NOW.set(MAY);
    String customer = "customer-" + scene;
    AccountId account = joins(customer);
    buys(account, "LANTERN BOOKS", 4_000);
    buys(account, "FERN TEA", 1_250);
    YearMonth month = Bill.lastOver(MAY).plusMonths(1);
    NOW.set(Bill.end(month).plusSeconds(3_600));
    issuer.billing().close();
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      signsIn(guest, customer);
      readsTheBill(guest, month);
      disputes(guest);
      press(guest, "Withdraw", "撤回");
      assertThat(page.locator("table").nth(2).innerText()).contains(scene.say("Withdrawn", "已撤回"));
      page.navigate(at("/account/card"));
      page.fill("#password", PASSWORD);
      press(guest, "Show the card number", "显示卡号");
      page.locator("#number").waitFor();
      String code = issuer.accounts().securityCode(account).orElseThrow().digits();
      assertThat(page.locator(".facts").innerText()).contains(code);
      guest.look(page, "bank-card-code");
    }
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void aClerkSeesWhyAPurchaseWasDeclinedAndFreezesTheCard(Scene scene) throws Exception {
    // Later than all the others, so that it is the newest.
    NOW.set(MAY.plusSeconds(scene.chinese() ? 7_200 : 3_600));
    AccountId account = joins("frozen-" + scene);
    buys(account, "LANTERN BOOKS", 4_000);
    try (Guest guest = Guest.in(scene)) {
      clerk("owner").signsIn(guest);
      Page page = guest.page();
      Locator live = page.locator("section:has(#newest) tbody");
      assertThat(live.innerText()).contains("LANTERN BOOKS");
      asks(account, "DEAR TEA", 2_000_000);
      page.locator("#live tr:has-text('DEAR TEA')").first().waitFor();
      assertThat(page.locator("#live tr:has-text('DEAR TEA')").first().innerText())
          .contains(scene.say("limit exceeded", "超出额度"));
      guest.look(page, "issuer-overview");
      page.locator("#live a[href$='" + account + "']").first().click();
      page.locator("form[action$='/freeze'] button").click();
      page.locator(".notice.good").waitFor();
      assertThat(page.locator("section:has(#acts)").innerText())
          .contains(scene.say("Frozen", "冻结"), "owner");
      guest.look(page, "issuer-account");
      assertThat(asks(account, "LANTERN BOOKS", 100))
          .isEqualTo(ResponseCode.RESTRICTED_CARD.wire());
      looksAtListings(guest, account);
    }
  }

  private static void looksAtListings(Guest guest, AccountId account) {
    Page page = guest.page();
    page.navigate(at("/office/authorizations?state=DECLINED&account=" + account));
    assertThat(page.locator("tbody tr").count()).isEqualTo(2);
    assertThat(page.locator("tbody").innerText())
        .contains(guest.scene().say("card frozen", "卡已冻结"));
    page.locator("thead a[href*='sort=amount']").evaluate("link => link.click()");
    page.waitForURL("**sort=amount**");
    assertThat(page.locator("th[aria-sort=ascending]").count()).isEqualTo(1);
    guest.look(page, "issuer-authorizations");
    for (String part : List.of("accounts", "applications", "registrations", "statements")) {
      page.navigate(at("/office/" + part));
      guest.look(page, "issuer-" + part);
    }
    findsAnAccount(guest, account);
  }

  private static void findsAnAccount(Guest guest, AccountId account) {
    Page page = guest.page();
    String masked = issuer.accounts().account(account).orElseThrow().card();
    page.navigate(at("/office/accounts"));
    page.locator("#filter-find").fill("quill " + masked.substring(masked.length() - 4));
    page.locator("form.filters button").click();
    page.waitForURL("**find=**");
    assertThat(page.locator("tbody a[href$='" + account + "']").count()).isEqualTo(1);
    assertThat(page.locator("tbody").innerText()).contains(masked);
    guest.look(page, "issuer-accounts-found");
    // A whole number, typed by mistake, must not get into an address.
    page.locator("#filter-find").fill("9990 0100 0000 0008");
    page.locator("form.filters button").click();
    assertThat(page.locator("#filter-find:invalid").count()).isEqualTo(1);
    assertThat(page.url()).doesNotContain("0100");
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void aClerkDecidesADisputeAndARuleAndAReaderMayNot(Scene scene) throws Exception {
    NOW.set(MAY);
    AccountId account = joins("disputed-" + scene);
    buys(account, "FERN TEA", 1_250);
    String line =
        issuer.accounts().statement(account).orElseThrow().lines().getFirst().transfer().text();
    DisputeDesk.Wish wish =
        new DisputeDesk.Wish(line, 1_250, DisputeReason.NOT_RECEIVED, "Nothing <b>came</b>.");
    String number = issuer.disputes().open(account, wish, "holder").number().orElseThrow();
    try (Guest guest = Guest.in(scene)) {
      clerk("reader").signsIn(guest);
      Page page = guest.page();
      page.navigate(at("/office/disputes/" + number));
      assertThat(page.locator("main form").count()).isZero();
    }
    try (Guest guest = Guest.in(scene)) {
      clerk("owner").signsIn(guest);
      Page page = guest.page();
      page.navigate(at("/office/disputes"));
      guest.look(page, "issuer-disputes");
      page.locator("a[href$='" + number + "']").click();
      assertThat(page.locator("main").innerText()).contains("Nothing <b>came</b>.");
      FilePayload bundle =
          new FilePayload("bundle.der", "application/octet-stream", new byte[] {1, 2, 3});
      page.locator("#bundle").setInputFiles(bundle);
      page.locator("form[action$='/evidence'] button").click();
      assertThat(page.locator(".findings li").innerText())
          .isEqualTo(scene.say("Nobody here can read evidence.", "本行无人能读取证据。"));
      assertThat(page.locator(".timeline").innerText())
          .contains(
              scene.say("Evidence attached, it speaks for nobody", "已附加证据，倾向：无法判断"));
      guest.look(page, "issuer-dispute");
      page.locator("#outcome").selectOption("MERCHANT");
      page.locator("form[action$='/close'] button").click();
      page.locator(".notice.good").waitFor();
      assertThat(issuer.disputes().view(number).orElseThrow().dispute().standing().outcome())
          .contains(Outcome.MERCHANT);
      decidesOnARule(guest);
    }
  }

  private static void decidesOnARule(Guest guest) {
    Page page = guest.page();
    page.navigate(at("/office/rules"));
    page.locator("#name").fill("small purchases " + guest.scene());
    page.locator("#most").fill("10.00");
    guest.look(page, "issuer-rules");
    page.locator("form[action='/office/rules'] button").click();
    page.waitForURL("**/office/rules/*");
    page.locator("form[action$='/promote'] button").click();
    page.locator(".notice.warn").waitFor();
    page.locator("form[action$='/test'] button").click();
    page.locator("#tested").waitFor();
    guest.look(page, "issuer-rule");
  }

  private static Clerk clerk(String name) {
    return Clerk.of(server.uri().toString(), NOW::get, name, FIRST_PASSWORD);
  }

  private static String asks(AccountId account, String merchant, long minor) {
    return issuer.simulation().orElseThrow()
        .authorize(new Simulation.Bought(account, new Amount(minor, EUR), merchant, "5942"))
        .orElseThrow()
        .response();
  }

  private static void readsTheBill(Guest guest, YearMonth month) {
    Page page = guest.page();
    guest.look(page, "bank-overview");
    page.locator("a[href='/account/bill?month=" + month + "']").click();
    page.waitForURL("**/account/bill*");
    assertThat(page.locator("tbody tr").count()).isEqualTo(2);
    assertThat(page.locator(".sums").innerText()).contains("52");
    guest.look(page, "bank-bill");
    page.navigate(at("/account"));
  }

  private static void disputes(Guest guest) {
    Page page = guest.page();
    page.locator("a[href^='/account/dispute']").first().click();
    page.locator("#amount").fill("99.00");
    page.locator("#story").fill("Nothing <b>came</b>.");
    guest.look(page, "bank-dispute");
    press(guest, "Send to the bank", "提交给银行");
    page.locator("[role=alert]").waitFor();
    guest.look(page, "bank-dispute-too-much");
    guest.forgetComplaints();
    assertThat(page.locator("#amount").inputValue()).isEqualTo("99.00");
    assertThat(page.locator("#story").inputValue()).isEqualTo("Nothing <b>came</b>.");
    page.locator("#amount").fill("12.50");
    press(guest, "Send to the bank", "提交给银行");
    page.locator("#disputes").waitFor();
    guest.look(page, "bank-disputed");
  }

  private static void signsIn(Guest guest, String customer) {
    Page page = guest.page();
    page.navigate(at("/account"));
    page.fill("#customer", customer);
    page.fill("#password", PASSWORD);
    press(guest, "Sign in", "登录");
    page.locator("#bills").waitFor();
  }

  private static void press(Guest guest, String english, String chinese) {
    Page.GetByRoleOptions button =
        new Page.GetByRoleOptions().setName(guest.scene().say(english, chinese)).setExact(true);
    guest.page().getByRole(AriaRole.BUTTON, button).click();
  }

  private static AccountId joins(String customer) {
    Application application =
        new Application(
            new ApplicationId(customer),
            "Zoe Quill",
            "1990-02-28",
            new Application.StatedAddress("1 Example Street", "Example", "10000", "GB"),
            new Application.StatedDocument("passport", "X-" + customer, "GB", "2031-01-01"),
            new Money(EUR, 100_000));
    Joined joined = issuer.customers().join(application, new Secret(customer, PASSWORD));
    return issuer.customers().session(((Joined.Welcome) joined).token()).orElseThrow().account();
  }

  private static void buys(AccountId account, String merchant, long minor) {
    Simulation simulation = issuer.simulation().orElseThrow();
    Simulation.Told told =
        simulation
            .authorize(new Simulation.Bought(account, new Amount(minor, EUR), merchant, "5942"))
            .orElseThrow();
    assertThat(simulation.clear(told.key(), minor)).contains(ResponseCode.APPROVED);
  }

  private static String at(String path) {
    return server.uri().resolve(path).toString();
  }
}
