package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.http.merchant.ShopJson;
import openset.pki.Certificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A card whose key is a passkey: it is certified and pays, and no key lies in the browser. */
@InBrowser
class PasskeyAsKeyTest {
  /** The certificate of the one card, and what of its key is kept. */
  private static final String KEPT =
      """
      () => new Promise((done, failed) => {
        const opening = indexedDB.open('openset-wallet');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const cards = opening.result.transaction('cards').objectStore('cards').getAll();
          cards.onsuccess = () => {
            const [{ certificates, signing }] = cards.result;
            const hex = [...certificates[0]].map((o) => o.toString(16).padStart(2, '0')).join('');
            done(hex + ' ' + Object.keys(signing).sort());
          };
        };
      })
      """;

  private final TownSquare town = TownSquare.here();

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#two")
  @Tag("PK-05")
  @Tag("PK-06")
  void aPasskeyIsCertifiedWithItsOriginAndPays(Scene scene) throws Exception {
    Applicant applicant = Applicant.at(town, "issuer_aurora");
    try (Guest guest = Guest.in(scene)) {
      Page page = guest.page();
      guest.authenticator(page, true);
      page.navigate(town.at("wallet", "/#add"));
      applicant.typesCard(page, scene);
      page.getByText(scene.say("The passkey signs by itself", "由通行密钥自己签名")).click();
      guest.look(page, "wallet-add-signs");
      Applicant.goesOn(page, scene);
      Applicant.answers(page, scene, applicant.document());
      Applicant.button(page, scene.say("Get my certificate", "获取我的证书")).click();
      Applicant.isReady(page, scene);
      String[] kept = ((String) page.evaluate(KEPT)).split(" ");
      Certificate certificate = Certificate.of(HexFormat.of().parseHex(kept[0]));
      assertThat(certificate.uri()).contains(town.origin("wallet").toString());
      assertThat(kept[1]).isEqualTo("passkey,spki");
      ShopClient shop = town.town().clients().shop("lantern");
      ShopJson.Order order = order(shop, scene);
      page.navigate(town.at("wallet", "/pay") + "#init=" + fragment(order.initiation()));
      page.getByText(scene.say("Verified shop", "商店已核实")).waitFor();
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(scene.say("Approve €", "确认支付 €")))
          .click();
      page.locator(".pay-verdict h1").waitFor();
      assertThat(page.locator(".pay-verdict h1").textContent())
          .isEqualTo(scene.say("Paid", "已付款"));
      assertThat(shop.standing(order.order()).standing()).isEqualTo("authorized");
    }
  }

  private static ShopJson.Order order(ShopClient shop, Scene scene) throws CallFailed {
    String sku = shop.find("").getFirst().sku();
    return shop.order(
        shop.fill(List.of(new ShopJson.Put(sku, 1))),
        new ShopJson.Checkout(
            scene.language(),
            Applicant.NAME,
            List.of("1 Example Street", "10000 Example"),
            Optional.of(756)));
  }

  private static String fragment(String initiation) {
    byte[] octets = initiation.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
