package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import openset.merchant.event.OrderEvent;
import openset.merchant.order.Parcel;
import openset.merchant.sale.Practice;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.message.CapReq;
import openset.set.message.MessageWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shop that asks again for what its bank holds no more. */
@Timeout(120)
final class ReauthorizationTest {
  private static final Brand BRAND = new Brand();
  private static final Practice AGAIN = new Practice(false, false, true);

  private Shopfront shopfront = new Shopfront(BRAND, AGAIN);

  @AfterEach
  void close() {
    shopfront.close();
  }

  private PlacedOrder paid() throws Exception {
    PlacedOrder order = shopfront.order("bk-101", "bk-102");
    shopfront.receive(shopfront.wallet(1).agrees(shopfront, order).pReq());
    return order;
  }

  /** An order whose authorization is over already. */
  private PlacedOrder over() throws Exception {
    shopfront.gateway.until =
        Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1));
    PlacedOrder order = paid();
    shopfront.gateway.until =
        Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600));
    return order;
  }

  private Sale.Authorized ships(PlacedOrder order) throws Refused {
    return (Sale.Authorized)
        shopfront.merchant().ship(order.lidM(), new Ship(List.of(1, 2), "T-1"));
  }

  private static long total(PlacedOrder order) {
    return order.offer().value().total().minor();
  }

  private static long sum(List<CurrencyAmount> amounts) {
    return amounts.stream().mapToLong(CurrencyAmount::minor).sum();
  }

  private List<Integer> shipped(PlacedOrder order) {
    return shopfront.merchant().orders().parcels(order.lidM()).stream()
        .map(Parcel::lines)
        .flatMap(List::stream)
        .toList();
  }

  private void waits(PlacedOrder order) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (shopfront.authorized(order).isBusy() && System.nanoTime() < end) Shopfront.pause();
  }

  /** All was captured, once, of the second authorization. */
  private void isPaidOnce(PlacedOrder order) {
    assertThat(shopfront.gateway.authorizations()).hasSize(2);
    assertThat(sum(shopfront.gateway.captures())).isEqualTo(total(order));
    Sale.Authorized sale = shopfront.authorized(order);
    assertThat(sale.authorizations().getFirst().captured().minor()).isZero();
    assertThat(sale.authorizations().getLast().captured().minor()).isEqualTo(total(order));
    assertThat(sale.authAmt()).isEqualTo(sale.captured());
    assertThat(shipped(order)).containsExactly(1, 2);
  }

  @Test
  @Tag("Ship-05")
  void whatIsHeldNoMoreIsAskedForAgainBeforeItIsShipped() throws Exception {
    PlacedOrder order = over();
    assertThat(shopfront.authorized(order).authAmt().minor()).isZero();
    ships(order);
    isPaidOnce(order);
    assertThat(events(order))
        .endsWith(
            OrderEvent.Kind.authorization_reduced,
            OrderEvent.Kind.authorized,
            OrderEvent.Kind.shipped,
            OrderEvent.Kind.captured);
  }

  private List<OrderEvent.Kind> events(PlacedOrder order) {
    return shopfront.merchant().orders().events(order.lidM()).stream()
        .map(event -> event.happened().kind())
        .toList();
  }

  @Test
  @Tag("Ship-05")
  void whatTheBankDoesNotHoldAgainStaysHere() throws Exception {
    PlacedOrder order = over();
    shopfront.gateway.decision = AuthCode.declined;
    assertThat(ships(order).refused()).contains(AuthCode.declined);
    assertThat(shipped(order)).isEmpty();
    assertThat(shopfront.gateway.captures()).isEmpty();
    shopfront.gateway.decision = AuthCode.approved;
    ships(order);
    isPaidOnce(order);
  }

  @Test
  @Tag("Ship-05")
  void anAnswerThatIsLostIsAskedForAgainAndHoldsOnce() throws Exception {
    PlacedOrder order = over();
    shopfront.gateway.manner = TestGateway.answerLost();
    ships(order);
    assertThat(shipped(order)).isEmpty();
    shopfront.gateway.manner = TestGateway::work;
    waits(order);
    isPaidOnce(order);
  }

  @Test
  @Tag("Ship-05")
  @Tag("L05")
  void whatEndsWhileItIsCapturedIsAskedForAgainByItself() throws Exception {
    PlacedOrder order = paid();
    shopfront.gateway.manner = endsAtItsFirstCapture();
    ships(order);
    waits(order);
    isPaidOnce(order);
  }

  /** The gateway says once that what is captured has ended. */
  private TestGateway.Manner endsAtItsFirstCapture() {
    return (gateway, wrapper) -> {
      boolean captures =
          MessageWrapper.TYPE.decode(wrapper.bytes()).message() instanceof CapReq;
      if (!captures) return gateway.work(wrapper);
      gateway.booking = CapCode.authExpired;
      gateway.forgetsWhatItHeld();
      try {
        return gateway.work(wrapper);
      } finally {
        gateway.booking = CapCode.success;
        gateway.manner = TestGateway::work;
      }
    };
  }

  @Test
  @Tag("Ship-05")
  void withoutATokenNothingIsShipped() throws Exception {
    shopfront.close();
    shopfront = new Shopfront(BRAND);
    PlacedOrder order = over();
    assertThatThrownBy(() -> ships(order))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("Ship-01"));
    assertThat(shopfront.gateway.authorizations()).hasSize(1);
    assertThat(shipped(order)).isEmpty();
  }

  @Test
  @Tag("Void-04")
  void whatIsHeldNoMoreIsGivenUpWithoutAskingAnybody() throws Exception {
    PlacedOrder order = over();
    assertThat(shopfront.merchant().voidAuthorization(order.lidM()))
        .isInstanceOf(Sale.Reversed.class);
    assertThat(shopfront.gateway.reversals()).isEmpty();
  }
}
