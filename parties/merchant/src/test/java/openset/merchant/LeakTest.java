package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.sale.AuthCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After sales of all kinds no card number stands in the merchant's database, however written. */
final class LeakTest {
  private final Shopfront shopfront = new Shopfront(new Brand());
  private final Wallet wallet = shopfront.wallet(77_777_777);

  @AfterEach
  void close() {
    shopfront.close();
  }

  @Test
  @Tag("V03")
  @Tag("V08")
  void theCardNumberStandsNowhere() throws Exception {
    PlacedOrder order = life();
    String marker = "The Quiet Harbour";
    assertThat(order.offer().value().lines().getFirst().description()).isEqualTo(marker);
    assertThat(Dump.of(shopfront.database).spellingsOf(marker)).isNotEmpty();
    assertThat(Dump.of(shopfront.database).spellingsOf(wallet.card().pan().digits())).isEmpty();
    assertThat(Dump.files(Databases.FILES).spellingsOf(marker)).isNotEmpty();
    assertThat(Dump.files(Databases.FILES).spellingsOf(wallet.card().pan().digits())).isEmpty();
  }

  /** Paid and shipped, declined, rejected, waiting for the gateway. */
  private PlacedOrder life() throws Exception {
    PlacedOrder order = shopfront.order("bk-101", "st-303");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(1, 2), "T-1"));
    PlacedOrder other = shopfront.order("bk-102");
    shopfront.receive(
        wallet.agrees(wallet.opens(shopfront, other), order.offer()).pReq());
    shopfront.gateway.decision = AuthCode.declined;
    shopfront.receive(wallet.agrees(shopfront, other).pReq());
    shopfront.gateway.manner = TestGateway.silent();
    shopfront.receive(wallet.agrees(shopfront, shopfront.order("bk-103")).pReq());
    return order;
  }
}
