package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shipment;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shipped is captured: all of it, once, and never more than is held. */
@Timeout(120)
final class ShippingTest {
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

  private Sale.Authorized ships(PlacedOrder order, Integer... lines) throws Refused {
    return (Sale.Authorized)
        shopfront.merchant().ship(order.lidM(), new Ship(Arrays.asList(lines), "T-1"));
  }

  private static long total(PlacedOrder order) {
    return order.offer().value().total().minor();
  }

  private long booked() {
    return shopfront.gateway.captures().stream().mapToLong(CurrencyAmount::minor).sum();
  }

  private static void refusedBy(String rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  @Test
  void whatIsShippedAtOnceIsCapturedAtOnce() throws Exception {
    PlacedOrder order = paid("bk-101", "st-303");
    assertThat(ships(order, 1, 2).captured().minor()).isEqualTo(total(order));
    assertThat(shopfront.gateway.captures()).hasSize(1);
  }

  @Test
  void partialShipmentsCaptureTheirSharesAndTogetherTheTotal() throws Exception {
    PlacedOrder order = paid("bk-101", "bk-102", "st-303");
    ships(order, 2);
    ships(order, 1);
    Sale.Authorized after = ships(order, 3);
    assertThat(shopfront.gateway.captures()).hasSize(3);
    assertThat(booked()).isEqualTo(total(order));
    assertThat(after.captured().minor()).isEqualTo(total(order));
  }

  @Test
  void theCustomerSeesWhatWentWithWhichParcel() throws Exception {
    PlacedOrder order = paid("bk-101", "bk-102", "st-303");
    assertThat(shopfront.merchant().shop().shipments(order.lidM())).isEmpty();
    ships(order, 1, 3);
    ships(order, 2);
    List<Shipment> shipments = shopfront.merchant().shop().shipments(order.lidM());
    assertThat(shipments).extracting(Shipment::number).containsExactly(1, 2);
    assertThat(shipments.getFirst().tracking()).isEqualTo("T-1");
    assertThat(shipments.getFirst().lines()).containsExactlyInAnyOrder(1, 3);
    assertThat(shipments.getLast().lines()).containsExactly(2);
  }

  @Test
  @Tag("Ship-01")
  void nothingIsShippedThatIsNotPaidFor() throws Exception {
    PlacedOrder unpaid = shopfront.order("bk-101");
    assertThatThrownBy(() -> ships(unpaid, 1)).isInstanceOf(Refused.class);
    wallet.opens(shopfront, unpaid);
    refusedBy("Ship-01", () -> ships(unpaid, 1));

    shopfront.gateway.decision = AuthCode.declined;
    PlacedOrder declined = paid("bk-101");
    refusedBy("Ship-01", () -> ships(declined, 1));
    assertThat(shopfront.gateway.captures()).isEmpty();
  }

  @Test
  @Tag("Ship-01")
  @Tag("H13")
  void ofAPartialApprovalNoMoreIsShippedThanIsHeld() throws Exception {
    shopfront.gateway.tenths = 5;
    PlacedOrder order = paid("bk-101", "st-303");
    long held = shopfront.authorized(order).authAmt().minor();
    assertThat(held).isLessThan(total(order));
    refusedBy("Ship-01", () -> ships(order, 1, 2));
    ships(order, 1);
    refusedBy("Ship-01", () -> ships(order, 2));
    assertThat(booked()).isPositive().isLessThanOrEqualTo(held);
  }

  @Test
  @Tag("Ship-01")
  void oneCaptureAtATime() throws Exception {
    PlacedOrder order = paid("bk-101", "st-303");
    shopfront.gateway.manner = TestGateway.silent();
    assertThat(ships(order, 1).pending()).isPresent();
    refusedBy("Ship-01", () -> ships(order, 2));
    shopfront.gateway.manner = TestGateway::work;
    settled(order);
    ships(order, 2);
    assertThat(booked()).isEqualTo(total(order));
  }

  private void settled(PlacedOrder order) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (shopfront.authorized(order).pending().isPresent() && System.nanoTime() < end) {
      Shopfront.pause();
    }
    assertThat(shopfront.authorized(order).pending()).isEmpty();
  }

  @Test
  @Tag("Ship-02")
  void aLineOfAnotherOrderOrOneShippedBeforeIsNotShipped() throws Exception {
    PlacedOrder order = paid("bk-101", "st-303");
    refusedBy("Ship-02", () -> ships(order, 3));
    ships(order, 1);
    refusedBy("Ship-02", () -> ships(order, 1));
    refusedBy("Ship-02", () -> ships(order, 1, 2));
    assertThat(shopfront.gateway.captures()).hasSize(1);
  }

  @Test
  @Tag("Ship-03")
  void whatTheGatewayWouldNotBookIsClaimedAgain() throws Exception {
    PlacedOrder order = paid("bk-101");
    shopfront.gateway.booking = CapCode.unspecifiedFailure;
    assertThat(ships(order, 1).captured().minor()).isZero();
    refusedBy("Ship-02", () -> ships(order, 1));

    shopfront.gateway.booking = CapCode.success;
    Sale.Authorized after = (Sale.Authorized) shopfront.merchant().claim(order.lidM());
    assertThat(after.captured().minor()).isEqualTo(total(order));
    assertThat(booked()).isEqualTo(total(order));
    refusedBy("Ship-03", () -> shopfront.merchant().claim(order.lidM()));
  }

  @Test
  @Tag("Ship-03")
  void whatTheGatewayWouldNotBookComesWithTheNextShipment() throws Exception {
    PlacedOrder order = paid("bk-101", "bk-102", "st-303");
    shopfront.gateway.manner = TestGateway.error();
    ships(order, 1);
    assertThat(booked()).isZero();
    shopfront.gateway.manner = TestGateway::work;
    ships(order, 2);
    assertThat(shopfront.gateway.captures()).hasSize(1);
    ships(order, 3);
    assertThat(booked()).isEqualTo(total(order));
  }

  @Test
  @Tag("CapRes-M-05")
  void whatTheGatewayIsTooBusyToBookIsAskedForUntilItIsBooked() throws Exception {
    PlacedOrder order = paid("bk-101");
    AtomicInteger asked = new AtomicInteger();
    shopfront.gateway.manner =
        (gateway, wrapper) -> {
          TestGateway.Manner now =
              asked.incrementAndGet() <= 3
                  ? TestGateway.error(ErrorCode.unspecifiedFailure)
                  : TestGateway::work;
          return now.of(gateway, wrapper);
        };
    ships(order, 1);
    settled(order);
    assertThat(shopfront.authorized(order).captured().minor()).isEqualTo(total(order));
    assertThat(shopfront.gateway.captures()).hasSize(1);
    assertThat(asked).hasValue(4);
  }

  @Test
  @Tag("Ship-03")
  void nothingIsClaimedThatWasNotShipped() throws Exception {
    PlacedOrder order = paid("bk-101");
    refusedBy("Ship-03", () -> shopfront.merchant().claim(order.lidM()));
    assertThat(shopfront.gateway.captures()).isEmpty();
  }

  @Test
  @Tag("CapRes-M-03")
  void anAnswerToAnotherCaptureBooksNothing() throws Exception {
    PlacedOrder order = paid("bk-101", "st-303");
    List<Der> answers = new ArrayList<>();
    shopfront.gateway.manner =
        (gateway, wrapper) -> {
          Peers.Reply reply = gateway.work(wrapper);
          answers.add(((Peers.Reply.Bytes) reply).answer());
          return reply;
        };
    long first = ships(order, 1).captured().minor();
    shopfront.gateway.manner =
        (gateway, wrapper) -> new Peers.Reply.Bytes(answers.getFirst());
    assertThat(ships(order, 2).captured().minor()).isEqualTo(first);
  }

  @Test
  void aShipmentIsKnownByItsTrackingNumber() throws Exception {
    PlacedOrder order = paid("bk-101", "st-303");
    ships(order, 2);
    List<String> shipped =
        shopfront
            .database
            .transactions()
            .inTransaction(
                tx ->
                    tx.handle()
                        .createQuery(
                            """
                            select line || ' in ' || shipment || ' ' || tracking
                            from order_line join shipment using (lid_m, shipment)
                            where lid_m = :lidM
                            """)
                        .bind("lidM", order.lidM().octets().bytes())
                        .mapTo(String.class)
                        .list());
    assertThat(shipped).containsExactly("2 in 1 T-1");
  }
}
