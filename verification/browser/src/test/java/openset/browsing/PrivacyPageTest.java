package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.demo.Customer;
import openset.cli.privacy.PrivacyMount;
import openset.cli.theatre.TheatreStage;
import openset.http.cardholder.WalletJson;
import openset.http.merchant.ShopJson;
import openset.theatre.TheatrePage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The privacy meter as a page, beside the theatre. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyPageTest {
  /** The first measure opens everybody's key files, which takes long by design. */
  private static final int PATIENCE = 120_000;

  private static final String PLANTED = "4" + "1".repeat(15);

  private final TownSquare town = TownSquare.here();
  private TheatreStage stage;
  private String order;

  @BeforeAll
  void buySomething() throws Exception {
    stage =
        TheatreStage.open(
            town.world(),
            town.town(),
            town.ground(),
            PrivacyMount.of(town.world(), TheatrePage::framed, town.ground().clock()));
    Customer customer = new Customer("meter", 500_000);
    WalletClient wallet = town.town().clients().wallet("wallet");
    WalletJson.Card card =
        customer.card(
            wallet,
            "Aurora",
            customer.account(town.town().clients().issuer("issuer_aurora")));
    ShopClient shop = town.town().clients().shop("lantern");
    ShopJson.Order placed =
        shop.order(
            shop.fill(List.of(new ShopJson.Put("bk-112", 1))),
            new ShopJson.Checkout(
                "en", "Somebody Else", List.of("7 Other Lane"), Optional.of(756)));
    order = placed.orderNumber();
    WalletJson.Purchase offered = wallet.wake(placed.initiation(), card.card());
    assertThat(wallet.approve(offered.purchase()).standing()).isEqualTo("confirmed");
  }

  @AfterAll
  void close() {
    if (stage != null) stage.close();
  }

  private String page(String query) {
    return stage.address().resolve("/privacy" + query).toString();
  }

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#all")
  void whoSeesWhatOfAPurchaseIsMeasuredAndShown(Scene scene) {
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      page.setDefaultTimeout(PATIENCE);
      page.navigate(page(""));
      page.selectOption("#purchase", order);
      page.locator(".matrix-choice button").click();
      assertThat(page.locator(".notice.good h2").textContent())
          .isEqualTo(scene.say("Every promise holds", "所有承诺均得到遵守"));
      assertThat(cell(page, "merchant", 0)).isEqualTo("carried");
      assertThat(cell(page, "merchant", 1)).isEqualTo("clear");
      assertThat(cell(page, "gateway", 0)).isEqualTo("received");
      assertThat(cell(page, "gateway", 1)).isEqualTo("not");
      assertThat(cell(page, "issuer", 0)).isEqualTo("sealed");
      assertThat(cell(page, "clearing", 0)).isEqualTo("not");
      assertThat(page.content()).contains(order).doesNotContain("7 Other Lane");
      guest.look(page, "privacy");
    }
  }

  private static String cell(Page page, String part, int column) {
    return page.locator(".matrix [data-part=" + part + "]")
        .first()
        .locator(".sight")
        .nth(column)
        .getAttribute("data-look");
  }

  @Test
  void aBrokenPromiseIsSaidWithItsPlaceAndNeverShown() throws Exception {
    Path secret = town.world().folder().resolve("secrets/lantern.database");
    String url = town.world().sites().get("lantern").own().database().url();
    try (Connection connection =
            DriverManager.getConnection(url, "lantern", Files.readString(secret).strip());
        var statement = connection.createStatement();
        Guest guest = Guest.in(Scene.ENGLISH)) {
      statement.execute("create table note (id int primary key, remark text)");
      statement.execute("insert into note values (81, 'paid with " + PLANTED + "')");
      try {
        guest.page().setDefaultTimeout(PATIENCE);
        Response answer = guest.page().navigate(page("?purchase=" + order.toLowerCase()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(guest.page().locator(".notice.bad").textContent())
            .contains("A promise is broken", "public.note", "remark", "id=81");
        assertThat(guest.page().content()).doesNotContain(PLANTED);
        assertThat(cell(guest.page(), "merchant", 0)).isEqualTo("broken");
        guest.look(guest.page(), "privacy-broken");
      } finally {
        statement.execute("drop table note");
      }
    }
  }
}
