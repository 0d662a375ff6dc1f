package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import openset.gateway.authorization.Authorization;
import openset.gateway.authorization.Rules;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.Checks.Recurrence;
import openset.iso8583.host.StandInAdvice;
import openset.set.ErrorCode;
import openset.set.data.auth.RespReason;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.InstallRecurData;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the issuer cannot be asked, the gateway approves within limits and tells of it later. */
@Timeout(120)
final class StandInTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);
  private static final Rules RULES =
      new Rules(
          ProcessAuthReq.Allowed.PLAIN,
          Optional.of(
              new Rules.StandInLimits(TestMerchant.euros(2000), TestMerchant.euros(3000))));

  private final Bench bench = new Bench(BRAND, Bench.SOON, RULES);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  /** The issuer cannot be reached; all else works. */
  private static IsoMessage unreachable(TestAcquirer acquirer, IsoMessage request)
      throws openset.iso8583.MalformedMessage {
    return request.mti().equals(Mti.AUTHORIZATION)
        ? request.answer("91")
        : acquirer.work(request);
  }

  /** Nobody answers a 0100 in time; all else works. */
  private static IsoMessage silent(TestAcquirer acquirer, IsoMessage request)
      throws openset.iso8583.MalformedMessage {
    IsoMessage answer = acquirer.work(request);
    if (request.mti().equals(Mti.AUTHORIZATION)) acquirer.waitForTest();
    return answer;
  }

  private ProcessAuthRes.Outcome asks(Card card, long minor) throws Exception {
    TestMerchant.Asks asks = merchant.asks(card, minor);
    return merchant.reads(asks, bench.receive(asks.authReq()));
  }

  private StandInAdvice advice() throws Exception {
    IsoMessage message =
        bench.acquirer.received.stream()
            .filter(m -> m.mti().original().equals(Mti.AUTHORIZATION_ADVICE))
            .findFirst()
            .orElseThrow();
    return StandInAdvice.of(message);
  }

  @Test
  @Tag("StandIn-01")
  @Tag("StandIn-02")
  void whereTheIssuerCannotBeReachedItApprovesAndSaysWhy() throws Exception {
    bench.acquirer.manner = StandInTest::unreachable;
    ProcessAuthRes.Outcome outcome = asks(CARD, 1490);
    assertThat(outcome.approved()).isTrue();
    assertThat(outcome.header().responseData().respReason())
        .contains(RespReason.standInIssuerUnavailable);
    StandInAdvice told = advice();
    assertThat(told.request().card().number().digits()).isEqualTo(CARD.pan().digits());
    assertThat(told.reason()).isEqualTo(StandInAdvice.Reason.ISSUER_UNAVAILABLE);
    assertThat(Optional.of(told.code())).isEqualTo(outcome.approvalCode());
    assertThat(bench.acquirer.held.values()).containsExactly(1490L);
  }

  @Test
  @Tag("HL-27")
  void itSaysOfWhichSeriesAPaymentIs() throws Exception {
    bench.acquirer.manner = StandInTest::unreachable;
    InstallRecurData plan = InstallRecurData.instalments(2, 1);
    TestMerchant.Asks asks =
        merchant.asks(
            merchant.sells(CARD, 900, plan),
            CreateAuthReq.Wish.of(TestMerchant.euros(450))
                .withToken()
                .by(Optional.of(plan)));
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).approved()).isTrue();
    assertThat(advice().request().purchase().checks().recurrence())
        .contains(Recurrence.INSTALMENT);
  }

  @Test
  @Tag("StandIn-03")
  void aSilentQuestionIsUndoneAndItsKeyIsNotUsedAgain() throws Exception {
    bench.acquirer.manner = StandInTest::silent;
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    ProcessAuthRes.Outcome outcome = merchant.reads(asks, bench.receive(asks.authReq()));
    assertThat(outcome.header().responseData().respReason())
        .contains(RespReason.standInTimeOut);
    Bench.until(() -> bench.acquirer.released.get() == 1);
    Bench.until(() -> bench.acquirer.received(Mti.AUTHORIZATION_ADVICE) == 1);
    assertThat(advice().request().purchase().key().bytes())
        .isNotEqualTo(asks.created().authTags().authRRTags().rrpid().octets().bytes());
    Bench.until(() -> bench.acquirer.held.size() == 1);
    bench.acquirer.slow.countDown();
  }

  @Test
  @Tag("StandIn-02")
  void aDeclineOfTheIssuerIsNeverOverridden() throws Exception {
    for (String code : new String[] {"05", "51", "14", "62"}) {
      bench.acquirer.manner = TestAcquirer.saying(code);
      assertThat(asks(CARD, 100).authCode()).isEqualTo(AuthCode.declined);
    }
    assertThat(bench.acquirer.received(Mti.AUTHORIZATION_ADVICE)).isZero();
  }

  @Test
  @Tag("StandIn-01")
  void itKeepsToTheLimitsPerPurchaseAndPerCardAndDay() throws Exception {
    bench.acquirer.manner = StandInTest::unreachable;
    Card other = BRAND.card(2);
    assertThat(asks(CARD, 2001).authCode()).isEqualTo(AuthCode.noReply);
    assertThat(asks(CARD, 2000).approved()).isTrue();
    assertThat(asks(CARD, 1001).authCode()).isEqualTo(AuthCode.noReply);
    bench.restart();
    assertThat(asks(CARD, 1001).authCode()).isEqualTo(AuthCode.noReply);
    assertThat(asks(other, 1001).approved()).isTrue();
    assertThat(asks(CARD, 1000).approved()).isTrue();
    assertThat(asks(CARD, 1).authCode()).isEqualTo(AuthCode.noReply);
  }

  @Test
  @Tag("StandIn-01")
  void withoutLimitsItNeverApproves() throws Exception {
    try (Bench plain = new Bench(BRAND, Bench.SOON)) {
      plain.acquirer.manner = StandInTest::unreachable;
      TestMerchant.Asks asks = merchant.asks(CARD, 100);
      assertThat(merchant.reads(asks, plain.receive(asks.authReq())).authCode())
          .isEqualTo(AuthCode.noReply);
      assertThat(plain.acquirer.received(Mti.AUTHORIZATION_ADVICE)).isZero();
    }
  }

  @Test
  @Tag("StandIn-04")
  void theAdviceIsRepeatedUntilAnsweredAndUntilThenNothingIsCaptured() throws Exception {
    bench.acquirer.manner =
        (acquirer, request) ->
            request.mti().original().equals(Mti.AUTHORIZATION_ADVICE)
                ? request.answer("96")
                : unreachable(acquirer, request);
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    ProcessAuthRes.Outcome outcome = merchant.reads(asks, bench.receive(asks.authReq()));
    assertThat(outcome.approved()).isTrue();
    TestMerchant.Claims early =
        merchant.claims(asks, outcome.capToken().orElseThrow(), 1490);
    assertThat(merchant.refusal(bench.receive(early.capReq())))
        .isEqualTo(ErrorCode.unspecifiedFailure);
    Bench.until(() -> bench.acquirer.received(Mti.AUTHORIZATION_ADVICE) > 2);
    bench.acquirer.manner = StandInTest::unreachable;
    Bench.until(() -> isTold(asks));
    TestMerchant.Claims claims =
        merchant.claims(asks, outcome.capToken().orElseThrow(), 1490);
    assertThat(merchant.reads(claims, bench.receive(claims.capReq())).capCode())
        .isEqualTo(CapCode.success);
    assertThat(bench.acquirer.held).hasSize(1);
  }

  private boolean isTold(TestMerchant.Asks asks) {
    return bench
        .standing(asks.xid(), Authorization.Approved.class)
        .approval()
        .standIn()
        .flatMap(Authorization.StandIn::answer)
        .isPresent();
  }
}
