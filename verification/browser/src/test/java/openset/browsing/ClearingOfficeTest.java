package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import openset.cli.config.ClearingSite;
import openset.http.merchant.ShopJson;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clearing house's people at work in their office. */
@InBrowser
class ClearingOfficeTest {
  private static final String ACQUIRER = "999011";
  private static final String ISSUER = "999101";
  private static final int EUR = 978;

  private final TownSquare town = TownSquare.here();

  private String at(String path) {
    return town.at("clearing", path);
  }

  private Clerk owner() throws IOException {
    Path secret = town.world().folder().resolve("secrets/clearing.owner");
    return clerk("owner", Files.readString(secret).strip());
  }

  private Clerk clerk(String name, String password) {
    return Clerk.of(at(""), InstantSource.system(), name, password);
  }

  /** Something is bought and shipped, so that the open cycle has an item. */
  private void sells() throws Exception {
    Buyer buyer = Buyer.at(town, "lantern");
    ShopJson.Order order = buyer.orders("Zoe Quill", "bk-101");
    buyer.pays(order.initiation());
    town.town()
        .clients()
        .shop("lantern")
        .ship(order.order(), new ShopJson.Shipment(List.of(1), "PARCEL-9"));
  }

  /** The acquirer presents what no issuer knows: the item is refused, which is a break. */
  private String presentsWhatNobodyKnows() throws Exception {
    byte[] key = new byte[20];
    ThreadLocalRandom.current().nextBytes(key);
    Octets unknown = Octets.of(key);
    FinancialAdvice advice =
        new FinancialAdvice(
            Trace.at(Instant.now(), 1),
            new Amount(1234, EUR),
            new Acceptor("T1", "LANTERN-01", "5942"),
            new FinancialAdvice.Approval(
                new Reference(ACQUIRER, "RRN" + unknown.hex().substring(31)), "123456", unknown),
            Purchase.of(unknown, unknown),
            Optional.of(ISSUER));
    ClearingSite house = (ClearingSite) town.town().site("clearing");
    LinkConfig config =
        LinkConfig.to("stranger", house.iso().host(), house.iso().port(), ACQUIRER);
    try (IsoLink link = IsoLink.open(config, InstantSource.system(), LinkEvents.NONE)) {
      IsoMessage item =
          ClearingItem.first(ClearingItem.Kind.CAPTURE, advice).toMessage();
      Answer answer = link.ask(item, Duration.ofSeconds(20));
      assertThat(answer).isInstanceOf(Answer.Answered.class);
      AdviceAnswer said = AdviceAnswer.of(((Answer.Answered) answer).message());
      assertThat(said.code().wire()).isEqualTo("25");
    }
    return unknown.hex();
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  void aCycleIsCutOffAndSettledABreakResolvedAndASettlementFileOpened(Scene scene)
      throws Exception {
    sells();
    String refused = presentsWhatNobodyKnows();
    try (Guest guest = Guest.in(scene)) {
      owner().signsIn(guest);
      guest.look(guest.page(), "clearing-overview");
      String cycle = cutsOff(guest);
      opensTheTransfers(guest, cycle);
      runsAgain(guest, cycle);
      resolves(guest, refused);
      entersARate(guest);
      looksAround(guest, cycle);
    }
  }

  private String cutsOff(Guest guest) {
    Page page = guest.page();
    page.navigate(at("/office/cycles"));
    page.locator("tbody tr").first().waitFor();
    guest.look(page, "clearing-cycles");
    page.locator("input[name=sure]").check();
    page.locator("form[action='/office/cycles'][method=post] button").click();
    page.locator(".notice.good").waitFor();
    String cycle = page.locator("h1").textContent();
    Instant end = Instant.now().plusSeconds(20);
    while (page.locator("h1 + .state.good").count() == 0 && Instant.now().isBefore(end)) {
      page.waitForTimeout(200);
      page.navigate(at("/office/cycles/" + cycle));
    }
    assertThat(page.locator("h1 + .state.good").count()).isEqualTo(1);
    assertThat(page.locator("svg.chart rect").count()).isGreaterThanOrEqualTo(2);
    assertThat(page.locator("#positions").innerText())
        .contains(ACQUIRER, ISSUER);
    assertThat(page.locator("dl.facts").innerText()).contains("owner");
    guest.look(page, "clearing-cycle");
    return cycle;
  }

  private void opensTheTransfers(Guest guest, String cycle) throws IOException {
    Page page = guest.page();
    page.locator("#settlement a[href*='/transfers/']").click();
    assertThat(page.locator("pre.document").textContent())
        .contains("pacs.009.001.08", cycle + "-978", ACQUIRER);
    guest.look(page, "clearing-transfers");
    Download file = page.waitForDownload(() -> page.locator("a[download]").click());
    assertThat(file.suggestedFilename()).isEqualTo("pacs.009-" + cycle + "-978.xml");
    assertThat(Files.readString(file.path())).startsWith("<?xml").contains("FICdtTrf");
    page.navigate(at("/office/settlement?kind=camt.053&cycle=" + cycle + "&bank=" + ACQUIRER));
    page.locator("tbody a[href*='/statements/']").click();
    assertThat(page.locator("pre.document").textContent()).contains("camt.053.001.08");
    guest.look(page, "clearing-statement");
  }

  private void runsAgain(Guest guest, String cycle) {
    Page page = guest.page();
    page.navigate(at("/office/cycles/" + cycle));
    page.locator("form[action$='/again'] button").click();
    page.locator(".notice.good").waitFor();
    guest.shot(page, "clearing-again");
  }

  private void resolves(Guest guest, String refused) {
    Page page = guest.page();
    page.navigate(at("/office/breaks"));
    page.locator("form[action='/office/breaks'][method=post] button").click();
    page.locator(".notice.good").waitFor();
    guest.look(page, "clearing-breaks");
    page.locator("tbody th:has-text('" + refused + "') a").click();
    page.locator("form[action$='/take'] button").click();
    page.locator("form[action$='/release']").waitFor();
    guest.look(page, "clearing-break");
    page.locator("#reason").fill("The acquirer bears it.");
    page.locator("form[action$='/resolve'] button").click();
    page.locator(".notice.good").waitFor();
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.locator("dl.facts").innerText()).contains("owner", "The acquirer bears it.");
    assertThat(page.locator("form[action$='/resolve']").count()).isZero();
    guest.look(page, "clearing-break-resolved");
  }

  private void entersARate(Guest guest) {
    Page page = guest.page();
    page.navigate(at("/office/rates"));
    page.locator("#from").selectOption("392");
    page.locator("#to").selectOption("756");
    page.locator("#rate").fill(guest.scene().chinese() ? "0.0057" : "0.0056");
    page.locator("form[action='/office/rates'][method=post] button").click();
    page.locator(".notice.good").waitFor();
    page.navigate(at("/office/rates?standing=current&currency=756"));
    assertThat(page.locator("tbody th").allInnerTexts())
        .containsExactly(guest.scene().say("1 JPY = 0.0056 CHF", "1 JPY = 0.0057 CHF"));
    guest.look(page, "clearing-rates");
  }

  private void looksAround(Guest guest, String cycle) {
    Page page = guest.page();
    page.navigate(at("/office/cycles/" + cycle + "/items?standing=REFUSED&sort=amount"));
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    guest.look(page, "clearing-items");
    page.navigate(at("/office/positions?bank=" + ACQUIRER + "&sort=net&order=desc"));
    assertThat(page.locator("tbody td:has-text('" + ISSUER + "')").count()).isZero();
    guest.look(page, "clearing-positions");
    for (String part : List.of("files", "disputes", "calendar")) {
      page.navigate(at("/office/" + part));
      guest.look(page, "clearing-" + part);
    }
  }

  @Test
  void whoMayOnlyReadSeesNothingToDecideWith() throws Exception {
    String password = "a first password 1";
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      owner().signsIn(guest);
      Page page = guest.page();
      page.navigate(at("/office/people"));
      page.locator("#name").fill("reader");
      page.locator("#password").fill(password);
      page.locator("#role").selectOption("reader");
      page.locator("form[action='/office/people'] button").click();
      page.locator(".people-list strong:has-text('reader')").waitFor();
    }
    try (Guest guest = Guest.in(Scene.ENGLISH)) {
      clerk("reader", password).signsIn(guest);
      Page page = guest.page();
      page.navigate(at("/office/cycles"));
      assertThat(page.locator("main form[method=post]").count()).isZero();
      Response refused = page.navigate(at("/office/people"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(guest.forgetComplaints()).allMatch(said -> said.contains("403"));
    }
  }
}
