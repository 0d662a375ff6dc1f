package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.CurrencyAmount;
import openset.set.treatment.cardholder.ProcessPRes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The merchant dies wherever it can, and begins again with what it stored. */
@Tag("F02")
@Timeout(120)
final class DeathTest {
  private static final Brand BRAND = new Brand();

  private final Shopfront shopfront = new Shopfront(BRAND);
  private final Wallet wallet = shopfront.wallet(1);

  @AfterEach
  void close() {
    shopfront.close();
  }

  private void dies(ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(TestGateway.Death.class);
    shopfront.lives.set(0);
    shopfront.gateway.manner = TestGateway::work;
    shopfront.restart();
  }

  private void confirmed(Wallet.Agreed agreed, PlacedOrder order) throws Exception {
    assertThat(wallet.reads(agreed, shopfront.receive(agreed.pReq())))
        .isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    CurrencyAmount total = order.offer().value().total();
    assertThat(shopfront.authorized(order).authAmt()).isEqualTo(total);
    assertThat(shopfront.gateway.authorizations()).containsExactly(total);
  }

  /** The first look at PReq, the step to AuthReq, the step from AuthRes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void inAnyStepOfAnAuthorizationItIsTakenUpAndTheWalletHearsTheEnd(int step) throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.lives.set(step);
    dies(() -> shopfront.receive(agreed.pReq()));
    confirmed(agreed, order);
  }

  @Test
  void beforeItsRequestIsOutItIsSentAfterwards() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.gateway.manner = TestGateway.deathBefore();
    dies(() -> shopfront.receive(agreed.pReq()));
    confirmed(agreed, order);
  }

  @Test
  void withTheAnswerOnTheWayItIsAskedForAgainAndHeldOnce() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.gateway.manner = TestGateway.deathAfter();
    dies(() -> shopfront.receive(agreed.pReq()));
    confirmed(agreed, order);
  }

  /** The step to CapReq is not stored at 1; the one from CapRes at 2. */
  @Test
  void beforeAShipmentIsStoredNothingWasShipped() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    confirmed(wallet.agrees(shopfront, order), order);
    shopfront.lives.set(1);
    dies(() -> ships(order));
    assertThat(shopfront.gateway.captures()).isEmpty();
    ships(order);
    capturedOnce(order);
  }

  @Test
  void withAShipmentStoredItsCaptureFollows() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    confirmed(wallet.agrees(shopfront, order), order);
    shopfront.lives.set(2);
    dies(() -> ships(order));
    capturedOnce(order);
  }

  @Test
  void aCaptureWhoseAnswerDiedWithTheProcessIsBookedOnce() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    confirmed(wallet.agrees(shopfront, order), order);
    shopfront.gateway.manner = TestGateway.deathAfter();
    dies(() -> ships(order));
    capturedOnce(order);
  }

  private void ships(PlacedOrder order) throws Exception {
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(1), "T-1"));
  }

  private void capturedOnce(PlacedOrder order) {
    CurrencyAmount total = order.offer().value().total();
    Sale.Authorized after = shopfront.authorized(order);
    assertThat(after.pending()).isEmpty();
    assertThat(after.captured()).isEqualTo(total);
    assertThat(shopfront.gateway.captures()).containsExactly(total);
  }
}
