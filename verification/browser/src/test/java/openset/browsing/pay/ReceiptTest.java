package openset.browsing.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import openset.asn1.AsSent;
import openset.browsing.Guest;
import openset.browsing.InBrowser;
import openset.browsing.Scene;
import openset.browsing.TownSquare;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.http.merchant.ShopJson;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.pki.Untrusted;
import openset.set.Refused;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.Receipt;
import openset.set.data.sale.AuthCode;
import openset.set.operator.DD;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Signed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stays of a payment in the wallet: found again, verified by others, asked after. */
@InBrowser
class ReceiptTest {
  private final TownSquare town = TownSquare.here();
  private final Till till = Till.at(town, "lantern");

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("WAL-06")
  @Tag("WAL-15")
  void paymentsAreFoundSavedAndAskedAfter(Scene scene) throws Exception {
    ShopJson.Order first = till.order(scene.language(), 1);
    ShopJson.Order second = till.order(scene.language(), 3);
    try (Guest guest = Buyer.withPasskey(town, scene)) {
      Page page = guest.page();
      pays(page, scene, first);
      pays(page, scene, second);
      page.navigate("about:blank");
      page.navigate(town.at("wallet", "/#payments"));
      page.locator(".pay-row").first().waitFor();
      assertThat(page.locator(".pay-row").count()).isEqualTo(2);
      guest.look(page, "wallet-payments");
      page.locator("input[type=search]").fill("lantern " + second.order());
      page.waitForCondition(() -> page.locator(".pay-row").count() == 1);
      page.locator("input[type=search]").fill("zeppelin");
      page.getByText(scene.say("No payment fits", "没有符合搜索的付款")).waitFor();
      page.locator("input[type=search]").fill(second.order());
      page.locator(".pay-row").click();
      page.locator(".pay-receipt").waitFor();
      guest.look(page, "wallet-receipt");
      onPaper(guest, page);
      verified(saved(page, scene), second);
      proves(page, scene);
      asksAfter(page, scene, second);
      guest.look(page, "wallet-receipt-news");
    }
  }

  /** The receipt alone: nothing to press, no ways to other pages. */
  private static void onPaper(Guest guest, Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    guest.shot(page, "wallet-receipt-print");
    for (Locator pressed : page.locator("button, nav a").all()) {
      assertThat(pressed.isVisible()).as(pressed.textContent()).isFalse();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private void pays(Page page, Scene scene, ShopJson.Order order) {
    page.navigate("about:blank");
    page.navigate(till.link(order.initiation()));
    Buyer.approves(page, scene);
    assertThat(Buyer.verdict(page)).isEqualTo(scene.say("Paid", "已付款"));
  }

  private void asksAfter(Page page, Scene scene, ShopJson.Order order) {
    String ask = scene.say("Ask for news", "查询进展");
    Buyer.button(page, ask).click();
    page.getByText(scene.say("Ordered, not shipped yet", "已下单，尚未发货")).waitFor();
    till.ship(order);
    page.waitForCondition(() -> till.standing(order).standing().equals("captured"));
    Buyer.button(page, ask).click();
    page.getByText(scene.say("Shipped and paid", "已发货并扣款")).waitFor();
  }

  private static JsonObject saved(Page page, Scene scene) throws IOException {
    Download download =
        page.waitForDownload(
            () -> Buyer.button(page, scene.say("Save as JSON", "保存为 JSON")).click());
    String text = Files.readString(download.path());
    return JsonParser.parseString(text)
        .getAsJsonObject()
        .getAsJsonArray("purchases")
        .get(0)
        .getAsJsonObject();
  }

  /** Whoever gets the file verifies the gateway's word down to the lines of the order. */
  private void verified(JsonObject saved, ShopJson.Order order)
      throws IOException, Refused, Untrusted {
    Instant now = Instant.now();
    Required gateway = Required.of(CertificateType.PGWY, KeyUse.SIGN, "Aurora");
    Receipt receipt =
        S.verify(
                Signed.<AcqCardCodeMsg>type().decode(signed(saved, "receipt")),
                AcqCardCodeMsg.CONTENT,
                Expected.of(gateway, trust(now), now))
            .value()
            .receipt();
    assertThat(receipt.authCode()).isEqualTo(AuthCode.approved);
    assertThat(receipt.authAmt().minor()).isEqualTo(order.total().minor());
    AsSent<OIData> oiData = AsSent.type(OIData.TYPE).decode(signed(saved, "oiData"));
    assertThat(receipt.hOIData()).isEqualTo(DD.of(OIData.CONTENT, oiData));
    Offer offer = Offer.TYPE.decode(signed(saved, "offer"));
    assertThat(oiData.value().hod())
        .isEqualTo(DD.ofValue(HODInput.CONTENT, offer.hodInput(oiData.value().odSalt())));
    assertThat(saved.get("order").getAsString()).isEqualTo(order.order());
    assertThat(saved.get("total").getAsJsonObject().get("value").getAsString())
        .isEqualTo(order.total().text().replace("EUR ", ""));
  }

  /** The wallet's file proves agreement and receipt to whoever holds the root alone. */
  private void proves(Page page, Scene scene) throws IOException {
    Download download =
        page.waitForDownload(
            () -> Buyer.button(page, scene.say("Save the evidence", "保存证据文件")).click());
    Certificate root = Certificate.of(Files.readAllBytes(rootFile()));
    EvidenceVerdict verdict =
        Verify.verify(Files.readAllBytes(download.path()), root, Instant.now());
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    for (Kind kind : List.of(Kind.ORDER, Kind.OFFER_CONTENT, Kind.AGREEMENT, Kind.RECEIPT)) {
      assertThat(verdict.proves(kind)).as(kind.name()).isTrue();
    }
  }

  private Path rootFile() {
    return town.world().folder().resolve("authority").resolve("root.der");
  }

  private Trust trust(Instant now) throws IOException, Untrusted {
    Certificate root = Certificate.of(Files.readAllBytes(rootFile()));
    URI published = town.town().site("authority").http().http().resolve("/trust");
    try (InputStream in = published.toURL().openStream()) {
      return TrustBundle.of(in.readAllBytes()).heldBy(Trust.in(List.of(root)), now);
    }
  }

  private static byte[] signed(JsonObject saved, String name) {
    return Base64.getDecoder()
        .decode(saved.getAsJsonObject("signed").get(name).getAsString());
  }
}
