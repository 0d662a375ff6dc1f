package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import openset.gateway.authorization.Authorization;
import openset.gateway.authorization.Rules;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.SaleDetail;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sale: authorized and captured in one, where the acquirer allows that. */
@Timeout(120)
final class AtOnceTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);
  private static final Rules RULES =
      new Rules(new ProcessAuthReq.Allowed(true, 0), Optional.empty());

  private final Bench bench = new Bench(BRAND, Bench.SOON, RULES);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  private TestMerchant.Asks sale(AcceptedOrder order) throws Exception {
    CreateAuthReq.Wish wish =
        CreateAuthReq.Wish.of(order.purchAmt()).capturing(SaleDetail.NOTHING);
    return merchant.asks(order, wish);
  }

  @Test
  @Tag("Sale-02")
  void oneQuestionAuthorizesAndCaptures() throws Exception {
    TestMerchant.Asks asks = sale(merchant.sells(CARD, 1490));
    ProcessAuthRes.Outcome outcome = merchant.reads(asks, bench.receive(asks.authReq()));
    assertThat(outcome.approved()).isTrue();
    assertThat(outcome.capResPayload().orElseThrow().capCode()).isEqualTo(CapCode.success);
    assertThat(outcome.capResPayload().orElseThrow().capAmt())
        .isEqualTo(TestMerchant.euros(1490));
    assertThat(outcome.capResPayload().orElseThrow().batchID()).isPresent();
    assertThat(bench.acquirer.received).extracting(IsoMessage::mti).containsExactly(Mti.FINANCIAL);
    assertThat(bench.standing(asks.xid(), Authorization.Approved.class).captured())
        .isEqualTo(TestMerchant.euros(1490));
  }

  @Test
  @Tag("Sale-01")
  void intoABatchThatIsNotThereNothingIsSold() throws Exception {
    SaleDetail named = SaleDetail.into(new BatchID(77));
    AcceptedOrder order = merchant.sells(CARD, 1490);
    TestMerchant.Asks asks =
        merchant.asks(order, CreateAuthReq.Wish.of(order.purchAmt()).capturing(named));
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).authCode())
        .isEqualTo(AuthCode.invalidTransaction);
    assertThat(bench.acquirer.received).isEmpty();
  }

  @Test
  @Tag("Sale-02")
  @Tag("L01")
  void whatWasCapturedAtOnceIsNotCapturedAgain() throws Exception {
    TestMerchant.Asks asks = sale(merchant.sells(CARD, 1490));
    ProcessAuthRes.Outcome outcome = merchant.reads(asks, bench.receive(asks.authReq()));
    TestMerchant.Claims claims =
        merchant.claims(asks, outcome.capToken().orElseThrow(), 1);
    assertThat(merchant.reads(claims, bench.receive(claims.capReq())).capCode())
        .isEqualTo(CapCode.invalidAuthData);
  }

  @Test
  @Tag("Sale-02")
  void aDeclineCapturesNothing() throws Exception {
    bench.acquirer.manner = TestAcquirer.saying("51");
    TestMerchant.Asks asks = sale(merchant.sells(CARD, 1490));
    ProcessAuthRes.Outcome outcome = merchant.reads(asks, bench.receive(asks.authReq()));
    assertThat(outcome.authCode()).isEqualTo(AuthCode.declined);
    assertThat(outcome.capResPayload()).isEmpty();
    assertThat(bench.acquirer.booked).isEmpty();
  }

  @Test
  @Tag("L18")
  @Tag("AuthReq-P-07")
  void whereTheAcquirerAllowsNoneNobodyIsAsked() throws Exception {
    try (Bench plain = new Bench(BRAND, Bench.SOON)) {
      TestMerchant.Asks asks = sale(merchant.sells(CARD, 1490));
      assertThat(merchant.reads(asks, plain.receive(asks.authReq())).authCode())
          .isEqualTo(AuthCode.captureNotSupported);
      assertThat(plain.acquirer.received).isEmpty();
    }
  }

  @Test
  @Tag("HL-30")
  void aSilentSaleIsUndoneAsASale() throws Exception {
    bench.acquirer.manner =
        (acquirer, request) -> {
          IsoMessage answer = acquirer.work(request);
          if (request.mti().equals(Mti.FINANCIAL)) acquirer.waitForTest();
          return answer;
        };
    TestMerchant.Asks asks = sale(merchant.sells(CARD, 1490));
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).authCode())
        .isEqualTo(AuthCode.noReply);
    Bench.until(() -> bench.acquirer.released.get() == 1);
    IsoMessage undone =
        bench.acquirer.received.stream()
            .filter(m -> m.mti().original().equals(Mti.REVERSAL))
            .findFirst()
            .orElseThrow();
    assertThat(undone.text(90).orElseThrow()).startsWith("0200");
    bench.acquirer.slow.countDown();
  }
}
