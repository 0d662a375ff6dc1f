package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import openset.merchant.event.OrderEvent;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.ShopRefused;
import openset.set.ErrorCode;
import openset.set.data.sale.AuthCode;
import openset.set.message.MessageWrapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was ordered and not paid in time is for others again; what was paid stays. */
@Timeout(120)
final class ExpiryTest {
  private static final Brand BRAND = new Brand();
  private static final Shopfront SHOPFRONT = new Shopfront(BRAND);

  private final Wallet wallet = SHOPFRONT.wallet(1);

  @AfterAll
  static void close() {
    SHOPFRONT.close();
  }

  private static long stock(String sku) throws ShopRefused {
    return SHOPFRONT.merchant().shop().product(sku).stock();
  }

  private static void timePasses(PlacedOrder order) {
    SHOPFRONT.passes(Duration.ofHours(1), order);
  }

  private static String standing(PlacedOrder order) {
    return SHOPFRONT.merchant().orders().row(order.lidM()).orElseThrow().standing();
  }

  private static List<OrderEvent.Kind> events(PlacedOrder order) {
    return SHOPFRONT.merchant().orders().events(order.lidM()).stream()
        .map(event -> event.happened().kind())
        .toList();
  }

  @Test
  @Tag("D15")
  void whatWasNotPaidInTimeIsBackOnTheShelvesOnce() throws Exception {
    long before = stock("bk-104");
    PlacedOrder left = SHOPFRONT.order("bk-104");
    wallet.opens(SHOPFRONT, left);
    SHOPFRONT.merchant().shop().expire();
    assertThat(stock("bk-104")).isEqualTo(before - 1);
    timePasses(left);
    SHOPFRONT.merchant().shop().expire();
    assertThat(SHOPFRONT.merchant().shop().expire()).isZero();
    assertThat(stock("bk-104")).isEqualTo(before);
    assertThat(standing(left)).isEqualTo("expired");
    assertThat(events(left))
        .containsExactly(OrderEvent.Kind.placed, OrderEvent.Kind.expired);
  }

  @Test
  @Tag("PReq-M-11")
  @Tag("PInitReq-M-07")
  void whoComesTooLateIsRefusedAndNoBankIsAsked() throws Exception {
    PlacedOrder order = SHOPFRONT.order("bk-105");
    Wallet.Agreed agreed = wallet.agrees(SHOPFRONT, order);
    int asked = SHOPFRONT.gateway.authorizations().size();
    timePasses(order);
    for (boolean swept : new boolean[] {false, true}) {
      if (swept) SHOPFRONT.merchant().shop().expire();
      assertThat(wallet.refusal(SHOPFRONT.receive(agreed.pReq())))
          .isEqualTo(ErrorCode.unknownLID);
      byte[] again = MessageWrapper.TYPE.encode(wallet.pInitReq(order.lidM()).wrapper());
      assertThat(wallet.refusal(SHOPFRONT.receive(again))).isEqualTo(ErrorCode.unknownLID);
    }
    assertThat(SHOPFRONT.gateway.authorizations()).hasSize(asked);
    assertThat(standing(order)).isEqualTo("expired");
  }

  @Test
  @Tag("D15")
  void whatWasPaidNeverExpiresAndWhatWasDeclinedDoes() throws Exception {
    PlacedOrder paid = SHOPFRONT.order("bk-106");
    SHOPFRONT.receive(wallet.agrees(SHOPFRONT, paid).pReq());
    PlacedOrder declined = SHOPFRONT.order("bk-106");
    SHOPFRONT.gateway.decision = AuthCode.declined;
    SHOPFRONT.receive(wallet.agrees(SHOPFRONT, declined).pReq());
    SHOPFRONT.gateway.decision = AuthCode.approved;
    long before = stock("bk-106");
    timePasses(paid);
    timePasses(declined);
    SHOPFRONT.merchant().shop().expire();
    assertThat(standing(paid)).isEqualTo("authorized");
    assertThat(standing(declined)).isEqualTo("expired");
    assertThat(stock("bk-106")).isEqualTo(before + 1);
    assertThat(SHOPFRONT.merchant().shop().order(paid.lidM()).expiresAt()).isEmpty();
  }
}
