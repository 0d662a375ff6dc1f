package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import openset.merchant.event.OrderEvent;
import openset.merchant.event.OrderEvent.Kind;
import openset.merchant.order.PaidPlan;
import openset.merchant.plan.PlanPace;
import openset.merchant.sale.NextStep;
import openset.merchant.sale.Practice;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.OutsideOrder;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.ShopRefused;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.Recurring;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders that are paid by a plan: each payment once, when it is due, and no more of them. */
@Timeout(120)
final class PlansTest {
  private static final Brand BRAND = new Brand();
  private static final Practice PRACTICE =
      practice(new PlanPace(2, Duration.ofHours(24), Duration.ofHours(1)));

  private Shopfront shopfront = new Shopfront(BRAND, PRACTICE);
  private Wallet wallet = shopfront.wallet(1);

  @AfterEach
  void close() {
    BRAND.later.set(Duration.ZERO);
    shopfront.close();
  }

  private static Practice practice(PlanPace plans) {
    return new Practice(false, true, false, plans);
  }

  private static void daysPass(int days) {
    BRAND.later.updateAndGet(before -> before.plus(Duration.ofDays(days)));
  }

  private PlacedOrder ordered(boolean digital, InstallRecurData plan) throws Exception {
    OutsideOrder order =
        new OutsideOrder(
            "en",
            List.of(new OutsideOrder.Line("chair", "A chair", 1, 10_000, digital)),
            0,
            0,
            Shopfront.PARCEL,
            new PlacedOrder.Outside(
                "web-1", "https://shop.example/paid", "https://shop.example/cart"),
            Optional.of(plan));
    PlacedOrder placed = shopfront.merchant().shop().accept(order);
    shopfront.receive(wallet.agrees(shopfront, placed).pReq());
    return placed;
  }

  private PlacedOrder instalments(int count) throws Exception {
    return ordered(false, InstallRecurData.instalments(count, 1));
  }

  private static InstallRecurData daily(int days) {
    Instant until =
        BRAND.clock().instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    return InstallRecurData.recurring(new Recurring(1, until.plusSeconds(3600)));
  }

  private List<Long> authorizations() {
    return shopfront.gateway.authorizations().stream().map(CurrencyAmount::minor).toList();
  }

  private List<Long> captures() {
    return shopfront.gateway.captures().stream().map(CurrencyAmount::minor).toList();
  }

  private PaidPlan plan(PlacedOrder order) {
    return shopfront.merchant().plan(order).orElseThrow();
  }

  private List<OrderEvent.Happened> events(PlacedOrder order, Kind... kinds) {
    return shopfront.merchant().orders().events(order.lidM()).stream()
        .map(OrderEvent::happened)
        .filter(happened -> List.of(kinds).contains(happened.kind()))
        .toList();
  }

  private Optional<AuthCode> asks(PlacedOrder order, Optional<CurrencyAmount> amount)
      throws Refused {
    Sale after = shopfront.merchant().askPayment(order.lidM(), amount);
    return ((Sale.Authorized) after).refused();
  }

  private void ships(PlacedOrder order) throws Refused {
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(1), "T-1"));
  }

  private static void refusedBy(String rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  @Test
  @Tag("Plan-01")
  @Tag("Plan-02")
  @Tag("Plan-04")
  void instalmentsAddUpToTheTotalAndEachIsAskedForOnceWhenItIsDue() throws Exception {
    PlacedOrder order = instalments(3);
    assertThat(authorizations()).containsExactly(3_334L);
    ships(order);
    assertThat(captures()).containsExactly(3_334L);
    assertThat(shopfront.merchant().askDuePayments()).isZero();
    daysPass(1);
    assertThat(shopfront.merchant().askDuePayments()).isEqualTo(1);
    assertThat(shopfront.merchant().askDuePayments()).isZero();
    daysPass(1);
    shopfront.merchant().askDuePayments();
    assertThat(authorizations()).containsExactly(3_334L, 3_333L, 3_333L);
    assertThat(captures()).containsExactly(3_334L, 3_333L, 3_333L);
    assertThat(plan(order).standing()).isEqualTo("finished");
    assertThat(plan(order).payments()).hasSize(3);
    assertThat(shopfront.merchant().orders().row(order.lidM()).orElseThrow().standing())
        .isEqualTo("captured");
    daysPass(1);
    assertThat(shopfront.merchant().askDuePayments()).isZero();
    assertThat(events(order, Kind.payment_due, Kind.payment_made, Kind.plan_ended))
        .extracting(OrderEvent.Happened::kind)
        .containsExactly(
            Kind.payment_made,
            Kind.payment_due,
            Kind.payment_made,
            Kind.payment_due,
            Kind.payment_made,
            Kind.plan_ended);
  }

  @Test
  @Tag("Plan-02")
  void aHundredThatCannotBeAskedForHoldUpNobody() throws Exception {
    PlacedOrder order = instalments(2);
    shopfront
        .database
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .execute(
                        """
                        insert into payment_plan (lid_m, standing, due_at, made)
                        select decode(lpad(to_hex(n), 40, '0'), 'hex'), 'waiting',
                               now() - interval '1 year', 1
                        from generate_series(1, 250) as n
                        """));
    daysPass(1);
    assertThat(shopfront.merchant().askDuePayments()).isEqualTo(1);
    assertThat(authorizations()).containsExactly(5_000L, 5_000L);
  }

  @Test
  @Tag("Plan-02")
  void whatIsDueIsAskedForByItself() throws Exception {
    shopfront.close();
    PlanPace quick = new PlanPace(2, Duration.ofHours(24), Duration.ofMillis(20));
    shopfront = new Shopfront(BRAND, practice(quick));
    wallet = shopfront.wallet(1);
    PlacedOrder order = instalments(2);
    daysPass(1);
    awaits(order, 2);
    assertThat(authorizations()).containsExactly(5_000L, 5_000L);
    assertThat(plan(order).standing()).isEqualTo("finished");
  }

  @Test
  @Tag("Plan-04")
  void whatIsNotShippedYetIsHeldAndCapturedWithTheParcel() throws Exception {
    PlacedOrder order = instalments(2);
    daysPass(1);
    shopfront.merchant().askDuePayments();
    assertThat(captures()).isEmpty();
    ships(order);
    assertThat(captures()).containsExactly(5_000L, 5_000L);
  }

  @Test
  @Tag("Plan-01")
  @Tag("Plan-04")
  void aSubscriptionIsOfTheWholePriceEachTimeAndASaleWhereItIsHandedOut() throws Exception {
    PlacedOrder order = ordered(true, daily(2));
    daysPass(1);
    shopfront.merchant().askDuePayments();
    ships(order);
    daysPass(1);
    shopfront.merchant().askDuePayments();
    daysPass(1);
    assertThat(shopfront.merchant().askDuePayments()).isZero();
    assertThat(authorizations()).containsExactly(10_000L, 10_000L, 10_000L);
    assertThat(captures()).containsExactly(10_000L, 10_000L, 10_000L);
    assertThat(plan(order).standing()).isEqualTo("finished");
  }

  @Test
  @Tag("P30")
  @Tag("Plan-06")
  void whatTheCardholderDidNotSignIsRefusedByTheGatewayAndChangesNothing() throws Exception {
    PlacedOrder order = instalments(2);
    assertThat(asks(order, Optional.empty())).contains(AuthCode.recurringTooSoon);
    daysPass(1);
    CurrencyAmount more = CurrencyAmount.of("EUR", 5_001);
    assertThat(asks(order, Optional.of(more))).contains(AuthCode.amountError);
    assertThat(asks(order, Optional.empty())).isEmpty();
    daysPass(1);
    assertThat(asks(order, Optional.empty())).contains(AuthCode.recurringExpired);
    assertThat(authorizations()).containsExactly(5_000L, 5_000L);
    assertThat(plan(order).standing()).isEqualTo("finished");
    refusedBy(
        "Plan-06",
        () -> shopfront.merchant().askPayment(paidAtOnce().lidM(), Optional.empty()));
  }

  private PlacedOrder paidAtOnce() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    return order;
  }

  @Test
  @Tag("P30")
  void aSubscriptionIsOverAfterItsLastDay() throws Exception {
    PlacedOrder order = ordered(true, daily(1));
    assertThat(asks(order, Optional.empty())).contains(AuthCode.recurringTooSoon);
    daysPass(1);
    assertThat(asks(order, Optional.of(CurrencyAmount.of("EUR", 10_001))))
        .contains(AuthCode.amountError);
    assertThat(asks(order, Optional.empty())).isEmpty();
    daysPass(1);
    assertThat(asks(order, Optional.empty())).contains(AuthCode.recurringExpired);
    assertThat(authorizations()).hasSize(2);
  }

  @Test
  @Tag("Plan-03")
  void aDeclineIsAskedForAgainAsOftenAsIsConfiguredAndThenThePlanStops() throws Exception {
    PlacedOrder order = instalments(2);
    shopfront.gateway.decision = AuthCode.declined;
    for (int day = 1; day <= 3; day++) {
      daysPass(1);
      assertThat(shopfront.merchant().askDuePayments()).isEqualTo(1);
      assertThat(shopfront.merchant().askDuePayments()).isZero();
      assertThat(plan(order).tries()).isEqualTo(day);
    }
    assertThat(plan(order).standing()).isEqualTo("stopped");
    assertThat(plan(order).refused()).contains("declined");
    daysPass(1);
    assertThat(shopfront.merchant().askDuePayments()).isZero();
    assertThat(events(order, Kind.payment_declined))
        .hasSize(3)
        .allMatch(event -> event.code().equals(Optional.of("declined")));
    assertThat(events(order, Kind.plan_ended)).hasSize(1);
    shopfront.gateway.decision = AuthCode.approved;
    assertThat(asks(order, Optional.empty())).isEmpty();
    assertThat(plan(order).standing()).isEqualTo("finished");
    assertThat(authorizations()).containsExactly(5_000L, 5_000L);
  }

  @Test
  @Tag("Plan-03")
  void aDeclineLeavesWhatWasPaidAndTheNextTryMaySucceed() throws Exception {
    PlacedOrder order = instalments(2);
    ships(order);
    shopfront.gateway.decision = AuthCode.declined;
    daysPass(1);
    shopfront.merchant().askDuePayments();
    assertThat(shopfront.authorized(order).captured().minor()).isEqualTo(5_000);
    assertThat(plan(order).standing()).isEqualTo("waiting");
    shopfront.gateway.decision = AuthCode.approved;
    daysPass(1);
    shopfront.merchant().askDuePayments();
    assertThat(plan(order).standing()).isEqualTo("finished");
    assertThat(plan(order).refused()).isEmpty();
    assertThat(captures()).containsExactly(5_000L, 5_000L);
  }

  @Test
  @Tag("Plan-05")
  void aPlanThatWasEndedAsksForNoMoreAndKeepsWhatWasGiven() throws Exception {
    PlacedOrder order = instalments(3);
    ships(order);
    assertThat(shopfront.merchant().nextSteps(order)).contains(NextStep.payment, NextStep.end);
    shopfront.merchant().endPlan(order.lidM());
    daysPass(1);
    assertThat(shopfront.merchant().askDuePayments()).isZero();
    assertThat(plan(order).standing()).isEqualTo("ended");
    assertThat(plan(order).next()).isEmpty();
    assertThat(shopfront.merchant().nextSteps(order))
        .doesNotContain(NextStep.payment, NextStep.end);
    refusedBy(
        "Plan-06", () -> shopfront.merchant().askPayment(order.lidM(), Optional.empty()));
    refusedBy("Plan-06", () -> shopfront.merchant().endPlan(order.lidM()));
    assertThat(authorizations()).containsExactly(3_334L);
    assertThat(captures()).containsExactly(3_334L);
    assertThat(events(order, Kind.plan_ended)).hasSize(1);
  }

  @Test
  @Tag("F02")
  @Tag("Plan-02")
  void aPaymentWhoseAnswerDiedWithTheProcessIsTakenOnce() throws Exception {
    PlacedOrder order = instalments(3);
    ships(order);
    daysPass(1);
    shopfront.gateway.manner = TestGateway.deathAfter();
    shopfront.merchant().askDuePayments();
    shopfront.gateway.manner = TestGateway::work;
    shopfront.restart();
    assertThat(shopfront.merchant().askDuePayments()).isZero();
    awaits(order, 2);
    assertThat(authorizations()).containsExactly(3_334L, 3_333L);
    assertThat(captures()).containsExactly(3_334L, 3_333L);
  }

  @Test
  @Tag("F02")
  @Tag("Plan-02")
  void aPaymentWhoseRequestWasNotOutWhenTheProcessDiedIsAskedForAfterwards() throws Exception {
    PlacedOrder order = instalments(3);
    daysPass(1);
    shopfront.gateway.manner = TestGateway.deathBefore();
    shopfront.merchant().askDuePayments();
    shopfront.gateway.manner = TestGateway::work;
    shopfront.restart();
    awaits(order, 2);
    assertThat(authorizations()).containsExactly(3_334L, 3_333L);
  }

  @Test
  @Tag("Plan-02")
  void aPaymentThatIsNotAnsweredIsNotAskedForBesides() throws Exception {
    PlacedOrder order = instalments(3);
    daysPass(1);
    shopfront.gateway.manner = TestGateway.answerLost();
    shopfront.merchant().askDuePayments();
    assertThat(plan(order).standing()).isEqualTo("asking");
    assertThat(shopfront.merchant().askDuePayments()).isZero();
    refusedBy(
        "Plan-06", () -> shopfront.merchant().askPayment(order.lidM(), Optional.empty()));
    shopfront.gateway.manner = TestGateway::work;
    awaits(order, 2);
    assertThat(authorizations()).containsExactly(3_334L, 3_333L);
  }

  private void awaits(PlacedOrder order, int payments) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (plan(order).payments().size() < payments && System.nanoTime() < end) {
      Shopfront.pause();
    }
    while (shopfront.authorized(order).isBusy() && System.nanoTime() < end) Shopfront.pause();
    assertThat(plan(order).payments()).hasSize(payments);
  }

  @Test
  @Tag("Plan-01")
  void whatIsPaidByAPlanIsOrderedByItself() throws Exception {
    assertThatThrownBy(() -> shopfront.order("lt-407", "bk-101"))
        .isInstanceOfSatisfying(
            ShopRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(ShopRefused.Reason.plan));
    PlacedOrder chair = shopfront.order("lt-407");
    assertThat(chair.offer().value().installRecurData())
        .contains(InstallRecurData.instalments(3, 30));
    PlacedOrder review = shopfront.order("eb-209");
    assertThat(plan(review).schedule().days()).isEqualTo(30);
    assertThat(plan(review).standing()).isEqualTo("offered");
  }
}
