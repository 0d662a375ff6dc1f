package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.sale.CapCode;
import openset.set.message.MessageWrapper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A merchant on a real database gives back what it will not ship, whole or in part. */
@Timeout(120)
final class ReversalTest {
  private static final Brand BRAND = new Brand();

  private final Shopfront shopfront = new Shopfront(BRAND);
  private final Wallet wallet = shopfront.wallet(1);

  @AfterEach
  void close() {
    shopfront.close();
  }

  private PlacedOrder paid(String... skus) throws Exception {
    PlacedOrder order = shopfront.order(skus);
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    return order;
  }

  private void ships(PlacedOrder order, Integer... lines) throws Refused {
    shopfront.merchant().ship(order.lidM(), new Ship(Arrays.asList(lines), "T-1"));
  }

  private Sale voids(PlacedOrder order) throws Refused {
    return shopfront.merchant().voidAuthorization(order.lidM());
  }

  private Sale reduces(PlacedOrder order, long stays) throws Refused {
    return shopfront.merchant().reduceAuthorization(order.lidM(), euros(stays));
  }

  private static CurrencyAmount euros(long minor) {
    return CurrencyAmount.of("EUR", minor);
  }

  private static long total(PlacedOrder order) {
    return order.offer().value().total().minor();
  }

  private static void refusedBy(String rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  @Test
  @Tag("Void-03")
  void afterAVoidNothingIsShippedCapturedOrPaidAgain() throws Exception {
    PlacedOrder order = paid("bk-101");
    assertThat(voids(order)).isInstanceOf(Sale.Reversed.class);
    assertThat(shopfront.gateway.reversals()).containsExactly(euros(0));
    refusedBy("Ship-01", () -> ships(order, 1));
    refusedBy("Ship-01", () -> shopfront.merchant().claim(order.lidM()));
    refusedBy("Void-01", () -> voids(order));
    byte[] again = MessageWrapper.TYPE.encode(wallet.pInitReq(order.lidM()).wrapper());
    assertThat(wallet.refusal(shopfront.receive(again))).isEqualTo(ErrorCode.unknownLID);
    assertThat(shopfront.gateway.captures()).isEmpty();
  }

  @Test
  @Tag("Void-01")
  void onlyWhatIsAuthorizedIsGivenBack() throws Exception {
    refusedBy("Void-01", () -> shopfront.merchant().voidAuthorization(LocalID.ofText("none")));
    PlacedOrder unpaid = shopfront.order("bk-101");
    wallet.opens(shopfront, unpaid);
    refusedBy("Void-01", () -> voids(unpaid));
    refusedBy("Void-01", () -> reduces(unpaid, 1));
  }

  @Test
  @Tag("Void-01")
  void oneCaptureOrReversalAtATime() throws Exception {
    PlacedOrder order = paid("bk-101");
    shopfront.gateway.manner = TestGateway.silent();
    voids(order);
    refusedBy("Void-01", () -> voids(order));
    refusedBy("Ship-01", () -> ships(order, 1));
    shopfront.gateway.manner = TestGateway::work;
    shopfront.awaits(order, Sale.Reversed.class);
    assertThat(shopfront.gateway.reversals()).hasSize(1);
  }

  @Test
  @Tag("Void-02")
  void notLessStaysThanWasShippedAndNotMoreThanIsHeld() throws Exception {
    PlacedOrder order = paid("bk-101", "st-303");
    refusedBy("Void-02", () -> reduces(order, total(order)));
    refusedBy("Void-02", () -> reduces(order, total(order) + 1));
    ships(order, 1);
    long shipped = shopfront.authorized(order).captured().minor();
    refusedBy("Void-02", () -> voids(order));
    refusedBy("Void-02", () -> reduces(order, shipped - 1));
    Sale.Authorized after = (Sale.Authorized) reduces(order, shipped);
    assertThat(after.authAmt().minor()).isEqualTo(shipped);
    refusedBy("Ship-01", () -> ships(order, 2));
  }

  @Test
  @Tag("Void-02")
  void whatWasShippedAndNotCapturedIsNotGivenBack() throws Exception {
    PlacedOrder order = paid("bk-101", "st-303");
    shopfront.gateway.booking = CapCode.unspecifiedFailure;
    ships(order, 1);
    refusedBy("Void-02", () -> voids(order));
    refusedBy("Void-02", () -> reduces(order, 1));
  }

  @Test
  @Tag("Void-03")
  void afterAPartWasGivenBackTheRestIsShippedAndCapturedWithTheNewToken() throws Exception {
    PlacedOrder order = paid("bk-101", "st-303");
    Sale.Authorized before = shopfront.authorized(order);
    Sale.Authorized after = (Sale.Authorized) reduces(order, total(order) - 500);
    assertThat(after.authorizations().getFirst().approval().capToken())
        .isNotEqualTo(before.authorizations().getFirst().approval().capToken());
    refusedBy("Ship-01", () -> ships(order, 1, 2));
    ships(order, 1);
    assertThat(shopfront.gateway.captures()).hasSize(1);
  }

  @Test
  void whatTheGatewayWillNotGiveBackStaysHeld() throws Exception {
    PlacedOrder order = paid("bk-101");
    shopfront.gateway.reversal = AuthRevCode.invalidTransaction;
    Sale.Authorized kept = (Sale.Authorized) voids(order);
    assertThat(kept.authAmt().minor()).isEqualTo(total(order));
    assertThat(kept.pending()).isEmpty();
    shopfront.gateway.manner = TestGateway.error();
    assertThat(voids(order)).isEqualTo(kept);
    shopfront.gateway.manner = TestGateway::work;
    shopfront.gateway.reversal = AuthRevCode.approved;
    assertThat(voids(order)).isInstanceOf(Sale.Reversed.class);
  }

  @Test
  @Tag("F02")
  void aDeathOnTheWayGivesBackOnce() throws Exception {
    PlacedOrder order = paid("bk-101");
    shopfront.gateway.manner = TestGateway.deathAfter();
    assertThatThrownBy(() -> voids(order)).isInstanceOf(TestGateway.Death.class);
    shopfront.gateway.manner = TestGateway::work;
    shopfront.restart();
    shopfront.awaits(order, Sale.Reversed.class);
    assertThat(shopfront.gateway.reversals()).hasSize(1);
  }
}
