package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.gateway.authorization.Authorization;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.FinancialAdvice;
import openset.set.ErrorCode;
import openset.set.data.auth.CapToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was approved is booked as it is claimed, once, and never more of it. */
@Timeout(120)
final class CaptureTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);

  private final Bench bench = new Bench(BRAND);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  /** An authorization that was approved, and the token for its captures. */
  private record Approved(TestMerchant.Asks asks, CapToken token) {}

  private Approved approved(long minor) throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, minor);
    CapToken token =
        merchant.reads(asks, bench.receive(asks.authReq())).capToken().orElseThrow();
    return new Approved(asks, token);
  }

  private CapResPayload captures(Approved approved, long minor) throws Exception {
    TestMerchant.Claims claims = merchant.claims(approved.asks, approved.token, minor);
    return merchant.reads(claims, bench.receive(claims.capReq()));
  }

  private long captured(Approved approved) {
    return bench
        .standing(approved.asks.xid(), Authorization.Approved.class)
        .captured()
        .minor();
  }

  private long booked() {
    return bench.acquirer.booked.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  @Tag("HL-10")
  void aCaptureIsBookedAtTheAcquirerUnderItsAuthorization() throws Exception {
    Approved approved = approved(1490);
    TestMerchant.Claims claims = merchant.claims(approved.asks, approved.token, 1490);
    CapResPayload payload = merchant.reads(claims, bench.receive(claims.capReq()));
    assertThat(payload.capCode()).isEqualTo(CapCode.success);
    assertThat(payload.capAmt()).isEqualTo(TestMerchant.euros(1490));
    assertThat(booked()).isEqualTo(1490);
    FinancialAdvice advice = FinancialAdvice.of(bench.acquirer.received.getLast());
    assertThat(advice.approval().code()).isEqualTo(TestAcquirer.CODE);
    assertThat(advice.purchase().key().bytes())
        .isEqualTo(claims.created().capRRTags().rrpid().octets().bytes());
    assertThat(advice.approval().key().bytes())
        .isEqualTo(approved.asks.created().authTags().authRRTags().rrpid().octets().bytes());
    assertThat(bench.acquirer.received.getLast().has(2)).isFalse();
  }

  @Test
  @Tag("L01")
  @Tag("CapReq-P-07")
  void partsAreBookedUpToWhatWasApprovedAndNoCentMore() throws Exception {
    Approved approved = approved(1490);
    captures(approved, 1000);
    assertThat(captures(approved, 491).capCode()).isEqualTo(CapCode.invalidAuthData);
    assertThat(captures(approved, 490).capCode()).isEqualTo(CapCode.success);
    assertThat(captures(approved, 1).capCode()).isEqualTo(CapCode.invalidAuthData);
    assertThat(booked()).isEqualTo(1490);
    assertThat(captured(approved)).isEqualTo(1490);
    assertThat(bench.acquirer.received(Mti.ADVICE)).isEqualTo(2);
  }

  @Test
  @Tag("L01")
  @Tag("H13")
  void ofAPartialApprovalNoMoreIsBookedThanIsHeld() throws Exception {
    bench.acquirer.manner = TestAcquirer.partly(1000);
    Approved approved = approved(1490);
    bench.acquirer.manner = TestAcquirer::work;
    assertThat(captures(approved, 1001).capCode()).isEqualTo(CapCode.invalidAuthData);
    assertThat(captures(approved, 1000).capCode()).isEqualTo(CapCode.success);
  }

  @Test
  @Tag("P01")
  void theSameCaptureSentAgainGetsTheSameOctetsAndIsBookedOnce() throws Exception {
    Approved approved = approved(1490);
    TestMerchant.Claims claims = merchant.claims(approved.asks, approved.token, 700);
    byte[] first = bench.receive(claims.capReq());
    assertThat(bench.receive(claims.capReq())).isEqualTo(first);
    assertThat(bench.acquirer.received(Mti.ADVICE)).isEqualTo(1);
    assertThat(captured(approved)).isEqualTo(700);
  }

  @Test
  @Tag("P33")
  @Tag("CapReq-P-05")
  void aTokenOfAnotherGatewayBooksNothing() throws Exception {
    Approved approved = approved(1490);
    Approved foreign = new Approved(approved.asks, foreignToken(1490));
    assertThat(captures(foreign, 1490).capCode()).isEqualTo(CapCode.invalidCapToken);
    assertThat(bench.acquirer.received(Mti.ADVICE)).isZero();
    assertThat(captured(approved)).isZero();
  }

  /** What the brand's other gateway gave for a purchase of its own. */
  private CapToken foreignToken(long minor) throws Exception {
    TestMerchant elsewhere = new TestMerchant(BRAND, BRAND.otherGateway);
    TestMerchant.Asks asks = elsewhere.asks(CARD, minor);
    Means means =
        BRAND.means(
            List.of(BRAND.otherGateway.signing()),
            List.of(BRAND.otherGateway.opening()));
    MessageWrapper request = asks.created().wrapper();
    ProcessAuthReq.Outcome outcome =
        ProcessAuthReq.process(
            request,
            (AuthReq) request.message(),
            BRAND.otherGateway.opening(),
            means);
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.approved(
            TestMerchant.euros(minor), "123456", Optional.empty());
    MessageWrapper answer =
        CreateAuthRes.create(
            CreateAuthRes.To.merchant(outcome.request()),
            decided,
            new CreateAuthRes.With(BRAND.otherGateway.signing(), BRAND.otherGateway.opening()),
            means);
    return ((AuthRes) answer.message()).encB().baggage().value().capToken().orElseThrow();
  }

  @Test
  @Tag("P33")
  @Tag("CapReq-P-05")
  void aTokenOfAnotherPurchaseBooksNothing() throws Exception {
    Approved one = approved(1490);
    Approved other = approved(9990);
    Approved mixed = new Approved(one.asks, other.token);
    assertThat(captures(mixed, 1490).capCode()).isEqualTo(CapCode.invalidCapToken);
    assertThat(bench.acquirer.received(Mti.ADVICE)).isZero();
  }

  @Test
  @Tag("CapReq-P-06")
  void aCaptureOfWhatWasNeverAskedForBooksNothingAndUsesUpNothing() throws Exception {
    Approved approved = approved(1490);
    TestMerchant.Asks fresh = merchant.asks(CARD, 990);
    Approved never = new Approved(fresh, approved.token);
    assertThat(captures(never, 990).capCode()).isEqualTo(CapCode.invalidCapToken);
    assertThat(bench.acquirer.received(Mti.ADVICE)).isZero();
    assertThat(merchant.reads(fresh, bench.receive(fresh.authReq())).approved()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "12, invalidAuthData", "13, invalidAuthData", "25, invalidAuthData",
    "94, duplicateRequest", "57, unspecifiedFailure", "77, unspecifiedFailure"
  })
  void whatTheAcquirerWillNotBookIsNotCaptured(String code, CapCode word) throws Exception {
    Approved approved = approved(1490);
    bench.acquirer.manner = TestAcquirer.saying(code);
    assertThat(captures(approved, 1490).capCode()).isEqualTo(word);
    assertThat(captured(approved)).isZero();
    bench.acquirer.manner = TestAcquirer::work;
    assertThat(captures(approved, 1490).capCode()).isEqualTo(CapCode.success);
    assertThat(booked()).isEqualTo(1490);
  }

  @ParameterizedTest
  @CsvSource({"09", "91", "96"})
  void aCaptureThatIsNotDecidedIsAskedAgainUnderTheSameKey(String code) throws Exception {
    Approved approved = approved(1490);
    AtomicInteger asked = new AtomicInteger();
    bench.acquirer.manner =
        (acquirer, request) -> {
          IsoMessage answer = acquirer.work(request);
          return asked.incrementAndGet() < 3 ? request.answer(code) : answer;
        };
    assertThat(captures(approved, 1490).capCode()).isEqualTo(CapCode.success);
    assertThat(asked).hasValue(3);
    assertThat(booked()).isEqualTo(1490);
    assertThat(captured(approved)).isEqualTo(1490);
  }

  @Test
  @Tag("CapReq-P-08")
  void oneCaptureOfAnAuthorizationAtATime() throws Exception {
    Approved approved = approved(1490);
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.ADVICE);
    TestMerchant.Claims first = merchant.claims(approved.asks, approved.token, 700);
    Thread waiting = Thread.startVirtualThread(() -> bench.receive(first.capReq()));
    Bench.until(() -> bench.acquirer.received(Mti.ADVICE) == 1);
    TestMerchant.Claims second = merchant.claims(approved.asks, approved.token, 700);
    assertThat(merchant.refusal(bench.receive(second.capReq())))
        .isEqualTo(ErrorCode.unspecifiedFailure);

    bench.acquirer.manner = TestAcquirer::work;
    bench.acquirer.slow.countDown();
    waiting.join();
    Bench.until(() -> captured(approved) == 700);
    assertThat(merchant.reads(second, bench.receive(second.capReq())).capCode())
        .isEqualTo(CapCode.success);
    assertThat(booked()).isEqualTo(1400);
  }
}
