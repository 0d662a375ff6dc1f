package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.Clients;
import openset.cli.client.DisputeClient;
import openset.cli.demo.Customer;
import openset.cli.demo.StepFailed;
import openset.cli.demo.Waiting;
import openset.http.issuer.AccountJson;
import openset.http.issuer.DisputeJson;
import openset.http.merchant.ShopJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An acquirer's people at work in their office. */
@InBrowser
class AcquirerOfficeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int EUR = 978;
  private static final AtomicInteger PARCELS = new AtomicInteger();

  private final TownSquare town = TownSquare.here();

  private String at(String path) {
    return town.at("acquirer_aurora", path);
  }

  /** A dispute about an order that was shipped and settled; the evidence is the merchant's. */
  private record Disputed(String number, byte[] evidence) {}

  private Disputed disputed() throws Exception {
    Clients clients = town.town().clients();
    BankClient bank = clients.issuer("issuer_aurora");
    String account = new Customer("office-buyer", 900_000).account(bank).accountId();
    int before = posted(bank, account).size();
    Buyer buyer = Buyer.at(town, "lantern");
    ShopJson.Order order = buyer.orders("Zoe Quill", "bk-101");
    buyer.pays(order.initiation());
    String parcel = "ACQUIRED-" + PARCELS.incrementAndGet();
    ShopJson.Shipment all = new ShopJson.Shipment(List.of(1), parcel);
    clients.shop("lantern").ship(order.order(), all);
    AccountJson.Line line =
        Waiting.until(
            Instant.now().plus(PATIENCE),
            () -> posted(bank, account).stream().skip(before).findFirst(),
            () -> new StepFailed("issuer", "the purchase is not on the statement."));
    settles(clients);
    DisputeClient issuer = clients.disputes("issuer_aurora");
    DisputeJson.Wish wish =
        new DisputeJson.Wish(line.id(), line.amountMinor(), "NOT_RECEIVED", "Nothing came.");
    String number = issuer.open(account, wish);
    issuer.chargeBack(number);
    String evidence = clients.shop("lantern").evidence(order.order());
    return new Disputed(number, Base64.getMimeDecoder().decode(evidence));
  }

  private static void settles(Clients clients) throws Exception {
    BankClient acquirer = clients.acquirer("acquirer_aurora");
    clients.clearing("clearing").runCycle();
    Waiting.until(
        Instant.now().plus(PATIENCE),
        () -> Optional.of(acquirer.owed("LANTERN-01", EUR).minor()).filter(owed -> owed != 0),
        () -> new StepFailed("acquirer", "the cycle is not settled."));
  }

  private static List<AccountJson.Line> posted(BankClient bank, String account)
      throws CallFailed {
    return bank.statement(account).lines().stream()
        .filter(line -> line.id().startsWith("presentment/"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void trafficIsSortedFeesAreSeenAndAChargebackIsRepresented(Scene scene) throws Exception {
    Disputed disputed = disputed();
    try (Guest guest = Guest.in(scene)) {
      owner().signsIn(guest);
      guest.look(guest.page(), "acquirer-overview");
      looksAtTraffic(guest);
      looksAtMoney(guest);
      represents(guest, disputed);
      looksAtAMerchant(guest);
    }
  }

  private Clerk owner() throws Exception {
    Path secret = town.world().folder().resolve("secrets/acquirer_aurora.owner");
    String password = Files.readString(secret).strip();
    return Clerk.of(at("/"), town.ground().clock(), "owner", password);
  }

  private void looksAtTraffic(Guest guest) {
    Page page = guest.page();
    page.navigate(at("/office/traffic"));
    assertThat(page.locator("svg.chart rect").count()).isPositive();
    guest.look(page, "acquirer-traffic");
    page.navigate(at("/office/traffic?sort=amount&order=desc"));
    List<Long> falling = cents(page);
    page.navigate(at("/office/traffic?sort=amount&order=asc"));
    List<Long> rising = cents(page);
    // The town may have more than a page of them.
    assertThat(falling).isSortedAccordingTo(Comparator.reverseOrder()).isNotEmpty();
    assertThat(rising).isSorted().hasSameSizeAs(falling);
    assertThat(rising.getFirst()).isLessThanOrEqualTo(falling.getLast());
    page.locator("#filter-outcome").selectOption("DECLINED");
    page.locator("form.filters button").click();
    page.waitForURL("**outcome=DECLINED**");
    page.locator("#filter-outcome").selectOption("APPROVED");
    page.locator("#filter-merchant").fill("LANTERN-01");
    page.locator("form.filters button").click();
    page.waitForURL("**outcome=APPROVED**");
    assertThat(page.url()).contains("sort=amount");
    Locator first = page.locator("table.cards tbody tr").first();
    assertThat(first.innerText()).contains("LANTERN-01", "******");
    guest.look(page, "acquirer-traffic-narrowed");
    first.locator("a[href^='/office/traffic/']").click();
    page.locator("#items").waitFor();
    assertThat(page.locator("main").innerText()).doesNotContainPattern("999[0-9]{13}");
    guest.look(page, "acquirer-authorization");
    page.navigate(at("/office/traffic/items?kind=CAPTURE&standing=CLEARED"));
    assertThat(page.locator("tbody tr .state.good").count()).isPositive();
    guest.look(page, "acquirer-items");
  }

  private static List<Long> cents(Page page) {
    return page.locator("tbody tr td:nth-child(5)").allInnerTexts().stream()
        .map(text -> Long.parseLong(text.replaceAll("[^0-9]", "")))
        .toList();
  }

  private void looksAtMoney(Guest guest) {
    Page page = guest.page();
    page.navigate(at("/office/fees"));
    assertThat(page.locator("svg.chart rect").count()).isPositive();
    String merchants = page.locator("div.stack:has(> #merchants)").innerText();
    assertThat(merchants).contains("LANTERN-01");
    guest.look(page, "acquirer-fees");
    page.navigate(at("/office/fees?since=0001-01-01"));
    assertThat(page.locator("table.dense").first().locator("tbody tr").count()).isEqualTo(60);
    page.navigate(at("/office/funding"));
    assertThat(page.locator("main").innerText()).contains("LANTERN-01");
    guest.look(page, "acquirer-funding");
  }

  private void represents(Guest guest, Disputed disputed) {
    Page page = guest.page();
    page.navigate(at("/office/chargebacks"));
    guest.look(page, "acquirer-chargebacks");
    page.locator("a[href$='/" + disputed.number() + "']").click();
    page.locator("#represent").waitFor();
    guest.look(page, "acquirer-case");
    page.locator("#evidence")
        .setInputFiles(
            new FilePayload("evidence.der", "application/octet-stream", disputed.evidence()));
    page.locator("form[action$='/contest'] button").click();
    page.locator(".notice.good").waitFor();
    assertThat(page.locator("form[action$='/contest'], form[action$='/accept']").count())
        .isZero();
    String steps = page.locator(".timeline").innerText();
    assertThat(steps).contains(guest.scene().say("owner, for the merchant", "owner（代商户）"));
    Download kept = page.waitForDownload(page.locator("a[download]")::click);
    assertThat(kept.path()).hasBinaryContent(disputed.evidence());
    guest.look(page, "acquirer-represented");
  }

  private void looksAtAMerchant(Guest guest) {
    Page page = guest.page();
    page.navigate(at("/office/merchants?text=lantern"));
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    guest.look(page, "acquirer-merchants");
    page.locator("a[href='/office/merchants/LANTERN-01']").click();
    page.locator("#versions").waitFor();
    guest.look(page, "acquirer-merchant");
  }
}
