package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openset.gateway.authorization.Rules;
import openset.iso8583.Mti;
import openset.iso8583.host.StandInAdvice;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An authorization ends: then nothing of it is captured, and it may be asked for again. */
@Timeout(120)
final class ExpiryTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);
  private static final Duration DAYS = Duration.ofDays(3);

  private final Bench bench = new Bench(BRAND, Bench.SOON);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);
  private final AcceptedOrder order = merchant.sells(CARD, 1490);

  ExpiryTest() throws Exception {}

  @AfterEach
  void close() {
    BRAND.later.set(Duration.ZERO);
    bench.close();
  }

  /** What was asked for, and what came of it. */
  private record Held(TestMerchant.Asks asks, ProcessAuthRes.Outcome outcome) {}

  private Held reads(Bench at, TestMerchant.Asks asks) throws Exception {
    return new Held(asks, merchant.reads(asks, at.receive(asks.authReq())));
  }

  private Held first(long minor) throws Exception {
    return reads(bench, merchant.asks(order, wish(minor)));
  }

  private Held again(Held before, long minor) throws Exception {
    return reads(
        bench,
        merchant.asksAgain(order, before.outcome.authToken().orElseThrow(), wish(minor)));
  }

  private static CreateAuthReq.Wish wish(long minor) {
    return CreateAuthReq.Wish.of(TestMerchant.euros(minor)).withToken();
  }

  private CapResPayload captures(Held held, long minor) throws Exception {
    return captures(bench, held, minor);
  }

  private CapResPayload captures(Bench at, Held held, long minor) throws Exception {
    TestMerchant.Claims claims =
        merchant.claims(held.asks, held.outcome.capToken().orElseThrow(), minor);
    return merchant.reads(claims, at.receive(claims.capReq()));
  }

  /** The bank holds for three days from now on, and says so. */
  private Instant threeDays() {
    Instant end = Instant.now().plus(DAYS).truncatedTo(ChronoUnit.SECONDS);
    bench.acquirer.manner = TestAcquirer.holdingUntil(end);
    return end;
  }

  @Test
  @Tag("L05")
  @Tag("CapReq-P-10")
  @Tag("AuthRes-P-04")
  void whatTheBankHoldsNoMoreIsNotCapturedAndNoBankIsAsked() throws Exception {
    Instant end = threeDays();
    Held held = first(1490);
    assertThat(held.outcome.until()).contains(end);
    assertThat(captures(held, 400).capCode()).isEqualTo(CapCode.success);
    BRAND.later.set(DAYS.plusSeconds(1));
    CapResPayload late = captures(held, 400);
    assertThat(late.capCode()).isEqualTo(CapCode.authExpired);
    assertThat(late.capAmt().isPositive()).isFalse();
    assertThat(bench.acquirer.received(Mti.ADVICE)).isEqualTo(1);
    bench.restart();
    assertThat(captures(held, 1).capCode()).isEqualTo(CapCode.authExpired);
  }

  @Test
  @Tag("CapReq-P-10")
  void whereTheBankSaysNoEndTheGatewaysPracticeIsToldAndHolds() throws Exception {
    Duration life = Duration.ofDays(2);
    Rules rules = new Rules(ProcessAuthReq.Allowed.PLAIN, Optional.empty(), life);
    try (Bench other = new Bench(BRAND, Bench.SOON, rules)) {
      Held held = reads(other, merchant.asks(order, wish(1490)));
      Instant end = held.outcome.until().orElseThrow();
      assertThat(Duration.between(Instant.now(), end)).isBetween(life.minusHours(1), life);
      BRAND.later.set(life.minusMinutes(1));
      assertThat(captures(other, held, 400).capCode()).isEqualTo(CapCode.success);
      BRAND.later.set(life.plusMinutes(1));
      assertThat(captures(other, held, 400).capCode()).isEqualTo(CapCode.authExpired);
    }
  }

  @Test
  @Tag("L05")
  @Tag("CapReq-P-10")
  void aBankThatKnowsBetterIsBelieved() throws Exception {
    Held held = first(1490);
    bench.acquirer.manner = TestAcquirer.saying("54");
    assertThat(captures(held, 1490).capCode()).isEqualTo(CapCode.authExpired);
    assertThat(bench.acquirer.booked).isEmpty();
  }

  @Test
  @Tag("AuthToken-P-05")
  @Tag("CapReq-P-10")
  void whatEndedMayBeAskedForAgainAndOnlyTheSecondIsCaptured() throws Exception {
    threeDays();
    Held one = first(1490);
    assertThat(again(one, 1).outcome.authCode()).isEqualTo(AuthCode.amountError);
    BRAND.later.set(DAYS.plusSeconds(1));
    bench.acquirer.manner = TestAcquirer::work;
    Held two = again(one, 1490);
    assertThat(two.outcome.approved()).isTrue();
    assertThat(captures(one, 1490).capCode()).isEqualTo(CapCode.authExpired);
    assertThat(captures(two, 1490).capCode()).isEqualTo(CapCode.success);
    assertThat(bench.acquirer.booked.values()).containsExactly(1490L);
  }

  @Test
  @Tag("AuthToken-P-05")
  void whatWasCapturedBeforeTheEndIsNotAskedForAgain() throws Exception {
    threeDays();
    Held one = first(1490);
    captures(one, 400);
    BRAND.later.set(DAYS.plusSeconds(1));
    bench.acquirer.manner = TestAcquirer::work;
    assertThat(again(one, 1091).outcome.authCode()).isEqualTo(AuthCode.amountError);
    assertThat(again(one, 1090).outcome.approved()).isTrue();
  }

  @Test
  @Tag("AuthToken-P-05")
  void whatIsBeingBookedWhenItEndsCounts() throws Exception {
    threeDays();
    Held one = first(1490);
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.ADVICE);
    TestMerchant.Claims claims =
        merchant.claims(one.asks, one.outcome.capToken().orElseThrow(), 1000);
    Thread waiting = Thread.startVirtualThread(() -> bench.receive(claims.capReq()));
    Bench.until(() -> bench.acquirer.received(Mti.ADVICE) == 1);
    BRAND.later.set(DAYS.plusSeconds(1));
    assertThat(again(one, 491).outcome.authCode()).isEqualTo(AuthCode.amountError);
    assertThat(again(one, 490).outcome.approved()).isTrue();
    bench.acquirer.slow.countDown();
    waiting.join();
  }

  @Test
  @Tag("StandIn-05")
  @Tag("HL-25")
  void whatIsApprovedInTheIssuersPlaceEndsAndTheBanksAreToldWhen() throws Exception {
    CurrencyAmount most = TestMerchant.euros(5000);
    Rules rules =
        new Rules(
            ProcessAuthReq.Allowed.PLAIN,
            Optional.of(new Rules.StandInLimits(most, most)),
            Duration.ofDays(2));
    try (Bench other = new Bench(BRAND, Bench.SOON, rules)) {
      other.acquirer.manner =
          (acquirer, request) ->
              request.mti().equals(Mti.AUTHORIZATION)
                  ? request.answer("91")
                  : acquirer.work(request);
      Held held = reads(other, merchant.asks(order, wish(1490)));
      Instant end = held.outcome.until().orElseThrow();
      assertThat(Duration.between(Instant.now(), end))
          .isBetween(Duration.ofHours(47), Duration.ofDays(2));
      Bench.until(() -> other.acquirer.received(Mti.AUTHORIZATION_ADVICE) == 1);
      assertThat(StandInAdvice.of(other.acquirer.received.getLast()).until()).contains(end);
    }
  }
}
