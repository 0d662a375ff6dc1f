package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import openset.merchant.event.OrderEvent;
import openset.merchant.event.OrderEvent.Kind;
import openset.merchant.sale.Held;
import openset.merchant.sale.NextStep;
import openset.merchant.sale.Refund;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapRevOrCredCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merchant on a real database gives captured money back, and takes that and captures back. */
@Timeout(120)
final class RefundTest {
  private static final Brand BRAND = new Brand();

  private final Shopfront shopfront = new Shopfront(BRAND);
  private final Wallet wallet = shopfront.wallet(1);

  @AfterEach
  void close() {
    shopfront.close();
  }

  private PlacedOrder shipped(String... skus) throws Exception {
    PlacedOrder order = shopfront.order(skus);
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    for (int line = 1; line <= skus.length; line++) ships(order, line);
    return order;
  }

  private void ships(PlacedOrder order, Integer... lines) throws Refused {
    shopfront.merchant().ship(order.lidM(), new Ship(Arrays.asList(lines), "T-1"));
  }

  private Sale.Authorized refunds(PlacedOrder order, long minor) throws Refused {
    Refund refund = new Refund(Optional.of(euros(minor)), List.of());
    return (Sale.Authorized) shopfront.merchant().refund(order.lidM(), refund);
  }

  private Sale.Authorized refundsLines(PlacedOrder order, Integer... lines) throws Refused {
    Refund refund = new Refund(Optional.empty(), Arrays.asList(lines));
    return (Sale.Authorized) shopfront.merchant().refund(order.lidM(), refund);
  }

  private static CurrencyAmount euros(long minor) {
    return CurrencyAmount.of("EUR", minor);
  }

  private static long total(PlacedOrder order) {
    return order.offer().value().total().minor();
  }

  private static void refused(String rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  private static RRPID capture(Sale.Authorized sale, int number) {
    return sale.authorizations().getFirst().captures().get(number).key();
  }

  private static RRPID refund(Sale.Authorized sale, int number) {
    return sale.authorizations().getFirst().refunds().get(number).key();
  }

  private List<OrderEvent.Happened> events(PlacedOrder order) {
    return shopfront.merchant().orders().events(order.lidM()).stream()
        .map(OrderEvent::happened)
        .toList();
  }

  @Test
  @Tag("Refund-01")
  void anAmountAndAllThatIsLeftAreGivenBackAndNoMore() throws Exception {
    PlacedOrder order = shipped("bk-101");
    assertThat(shopfront.merchant().nextSteps(order)).contains(NextStep.refund);
    assertThat(refunds(order, 500).refunded()).isEqualTo(euros(500));
    refused("Refund-01", () -> refunds(order, total(order) - 499));
    refused("Refund-01", () -> refunds(order, 0));
    assertThat(
            ((Sale.Authorized) shopfront.merchant().refund(order.lidM(), Refund.ofAll()))
                .refunded())
        .isEqualTo(euros(total(order)));
    refused("Refund-01", () -> shopfront.merchant().refund(order.lidM(), Refund.ofAll()));
    assertThat(shopfront.merchant().nextSteps(order)).doesNotContain(NextStep.refund);
    assertThat(shopfront.gateway.credited()).contains(euros(total(order)));
    assertThat(events(order).stream().filter(e -> e.kind() == Kind.refunded))
        .extracting(e -> e.amount().orElseThrow())
        .containsExactly(euros(500), euros(total(order) - 500));
  }

  @Test
  @Tag("Refund-01")
  void nothingIsGivenBackBeforeItIsCaptured() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    refused("PInitReq-M-03", () -> refunds(order, 1));
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    refused("Refund-01", () -> refunds(order, 1));
    assertThat(shopfront.merchant().nextSteps(order)).doesNotContain(NextStep.refund);
  }

  @Test
  @Tag("Refund-02")
  void linesAreRefundedAtTheirWorthOnceAndTogetherAtAll() throws Exception {
    PlacedOrder order = shipped("bk-101", "st-303");
    Sale.Authorized first = refundsLines(order, 1);
    assertThat(first.refunded())
        .isEqualTo(first.authorizations().getFirst().captures().getFirst().amount());
    refused("Refund-02", () -> refundsLines(order, 1));
    refused("Refund-02", () -> refundsLines(order, 3));
    assertThat(refundsLines(order, 2).refunded()).isEqualTo(euros(total(order)));
    assertThat(events(order).stream().filter(e -> e.kind() == Kind.refunded))
        .extracting(OrderEvent.Happened::lines)
        .containsExactly(List.of(1), List.of(2));
  }

  @Test
  @Tag("Refund-02")
  void aLineThatWasNotShippedIsNotRefunded() throws Exception {
    PlacedOrder order = shopfront.order("bk-101", "st-303");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    ships(order, 1);
    refused("Refund-02", () -> refundsLines(order, 2));
  }

  @Test
  @Tag("Refund-03")
  void aRefundIsTakenBackOnceAndMayBeGivenAgain() throws Exception {
    PlacedOrder order = shipped("bk-101");
    RRPID first = refund(refundsLines(order, 1), 0);
    Sale.Authorized now =
        (Sale.Authorized) shopfront.merchant().takeBackRefund(order.lidM(), first);
    assertThat(now.refunded().isPositive()).isFalse();
    assertThat(now.refundedLines()).isEmpty();
    refused("Refund-03", () -> shopfront.merchant().takeBackRefund(order.lidM(), first));
    RRPID capture = capture(now, 0);
    refused("Refund-03", () -> shopfront.merchant().takeBackRefund(order.lidM(), capture));
    assertThat(refundsLines(order, 1).refunded()).isEqualTo(euros(total(order)));
    assertThat(events(order))
        .extracting(OrderEvent.Happened::kind)
        .endsWith(Kind.refunded, Kind.refund_reversed, Kind.refunded);
  }

  @Test
  @Tag("Uncapture-01")
  @Tag("Uncapture-02")
  void aCaptureIsTakenBackAndItsLinesAreClaimedAgain() throws Exception {
    PlacedOrder order = shipped("bk-101", "st-303");
    RRPID first = capture(shopfront.authorized(order), 0);
    Sale.Authorized now =
        (Sale.Authorized) shopfront.merchant().takeBackCapture(order.lidM(), first);
    CurrencyAmount part = now.authorizations().getFirst().captures().getFirst().amount();
    assertThat(now.captured()).isEqualTo(euros(total(order)).minus(part));
    refused("Uncapture-01", () -> shopfront.merchant().takeBackCapture(order.lidM(), first));
    assertThat(shopfront.merchant().nextSteps(order)).contains(NextStep.claim);
    shopfront.merchant().claim(order.lidM());
    assertThat(shopfront.authorized(order).captured()).isEqualTo(euros(total(order)));
    assertThat(events(order))
        .extracting(OrderEvent.Happened::kind)
        .endsWith(Kind.capture_reversed, Kind.captured);
  }

  @Test
  @Tag("Uncapture-01")
  void aCaptureWhoseMoneyWasRefundedIsNotTakenBack() throws Exception {
    PlacedOrder order = shipped("bk-101");
    RRPID key = capture(refunds(order, 1), 0);
    refused("Uncapture-01", () -> shopfront.merchant().takeBackCapture(order.lidM(), key));
  }

  @Test
  void whatTheGatewayWouldNotBookStaysAndSaysWhy() throws Exception {
    PlacedOrder order = shipped("bk-101");
    shopfront.gateway.credit = CapRevOrCredCode.unspecifiedFailure;
    Sale.Authorized now = refunds(order, 500);
    assertThat(now.refunded().isPositive()).isFalse();
    assertThat(now.notBooked())
        .contains(new Sale.NotBooked("CredReq", "unspecifiedFailure"));
    shopfront.gateway.credit = CapRevOrCredCode.success;
    assertThat(refunds(order, 500).notBooked()).isEmpty();
  }

  @Test
  void aCaptureThatIsNotBookedSaysWhyUntilItIs() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    shopfront.gateway.booking = CapCode.batchClosed;
    ships(order, 1);
    assertThat(shopfront.authorized(order).notBooked())
        .contains(new Sale.NotBooked("CapReq", "batchClosed"));
    shopfront.gateway.booking = CapCode.success;
    shopfront.merchant().claim(order.lidM());
    assertThat(shopfront.authorized(order).notBooked()).isEmpty();
  }

  @Test
  void lessThatIsHeldIsToldToo() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    shopfront.merchant().reduceAuthorization(order.lidM(), euros(500));
    assertThat(events(order).getLast().kind()).isEqualTo(Kind.authorization_reduced);
    assertThat(events(order).getLast().amount()).contains(euros(500));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  @Tag("F02")
  void inWhicheverStepItDiesARefundIsGivenOnce(int step) throws Exception {
    PlacedOrder order = shipped("bk-101");
    shopfront.lives.set(step);
    try {
      refunds(order, 500);
    } catch (TestGateway.Death death) {
      shopfront.lives.set(0);
      shopfront.restart();
    }
    shopfront.lives.set(0);
    if (!shopfront.authorized(order).isBusy()
        && !shopfront.authorized(order).refunded().isPositive()) {
      refunds(order, 500);
    }
    long end = System.nanoTime() + 20_000_000_000L;
    while (shopfront.authorized(order).isBusy() && System.nanoTime() < end) Shopfront.pause();
    assertThat(shopfront.authorized(order).refunded()).isEqualTo(euros(500));
    assertThat(shopfront.gateway.credited()).contains(euros(500));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Tag("L01")
  @Tag("L09")
  void inAnyOrderRefundedStaysWithinCapturedAndCapturedWithinHeld(long seed)
      throws Exception {
    Random random = new Random(seed);
    PlacedOrder order = shipped("bk-101", "st-303");
    for (int i = 0; i < 30; i++) {
      try {
        act(order, random);
      } catch (Refused refused) {
        assertThat(refused.rule()).matches("(Refund|Uncapture|Ship)-0[123]");
      }
      Sale.Authorized now = shopfront.authorized(order);
      assertThat(now.captured().exceeds(now.authAmt())).isFalse();
      assertThat(now.refunded().exceeds(now.captured())).isFalse();
      assertThat(shopfront.gateway.credited().orElse(euros(0))).isEqualTo(now.refunded());
    }
  }

  private void act(PlacedOrder order, Random random) throws Refused {
    Held held = shopfront.authorized(order).authorizations().getFirst();
    switch (random.nextInt(4)) {
      case 0 -> refunds(order, 1 + random.nextInt(900));
      case 1 -> shopfront.merchant().claim(order.lidM());
      case 2 ->
          shopfront
              .merchant()
              .takeBackCapture(
                  order.lidM(),
                  held.captures().get(random.nextInt(held.captures().size())).key());
      default -> {
        if (held.refunds().isEmpty()) return;
        shopfront
            .merchant()
            .takeBackRefund(
                order.lidM(),
                held.refunds().get(random.nextInt(held.refunds().size())).key());
      }
    }
  }
}
