package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import openset.gateway.authorization.Authorization;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Reversal;
import openset.set.data.sale.AuthCode;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An acquirer that does not answer in time, or not at all: no hold stays that nobody knows of. */
@Timeout(120)
final class SilenceTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);

  private final Bench bench = new Bench(BRAND, Bench.SOON);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  private ProcessAuthRes.Outcome authorizes(TestMerchant.Asks asks) throws Exception {
    return merchant.reads(asks, bench.receive(asks.authReq()));
  }

  private void undone(TestMerchant.Asks asks) {
    Bench.until(
        () -> bench.standing(asks.xid(), Authorization.Unknown.class).reversed());
    assertThat(bench.acquirer.held).isEmpty();
    assertThat(bench.acquirer.released).hasValueLessThanOrEqualTo(1);
  }

  @Test
  @Tag("H02")
  @Tag("HL-30")
  void anAuthorizationWithoutAnswerIsReversedAndTheMerchantTold() throws Exception {
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.AUTHORIZATION);
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    assertThat(authorizes(asks).authCode()).isEqualTo(AuthCode.noReply);
    undone(asks);
    assertThat(bench.acquirer.released).hasValue(1);
    assertThat(bench.acquirer.received(Mti.AUTHORIZATION)).isEqualTo(1);
    assertThat(bench.acquirer.received(Mti.REVERSAL)).isEqualTo(1);
  }

  @Test
  @Tag("H02")
  @Tag("L19")
  void aLateApprovalDecidesNothingAnyMore() throws Exception {
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.AUTHORIZATION);
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    byte[] first = bench.receive(asks.authReq());
    undone(asks);
    bench.acquirer.slow.countDown();
    TestMerchant.Asks next = merchant.asks(CARD, 990);
    assertThat(authorizes(next).approved()).isTrue();
    assertThat(bench.receive(asks.authReq())).isEqualTo(first);
    assertThat(bench.standing(asks.xid(), Authorization.Unknown.class).reversed()).isTrue();
    assertThat(bench.acquirer.held.values()).containsExactly(990L);
  }

  @Test
  @Tag("H02")
  @Tag("H03")
  @Tag("HL-30")
  @Tag("HL-12")
  void aReversalIsRepeatedUntilItIsAcknowledgedAndAppliedOnce() throws Exception {
    AtomicInteger reversals = new AtomicInteger();
    bench.acquirer.manner =
        (acquirer, request) -> {
          IsoMessage answer = acquirer.work(request);
          boolean first = reversals.get() == 0;
          if (request.mti().original().equals(Mti.REVERSAL)) {
            return reversals.incrementAndGet() < 3 ? request.answer("96") : answer;
          }
          return first ? TestAcquirer.slowOn(Mti.AUTHORIZATION).of(acquirer, request) : answer;
        };
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    assertThat(authorizes(asks).authCode()).isEqualTo(AuthCode.noReply);
    undone(asks);
    assertThat(reversals).hasValue(3);
    assertThat(bench.acquirer.released).hasValue(1);
    sameReversals(asks);
  }

  /** The same original each time, and a number of its own for each. */
  private void sameReversals(TestMerchant.Asks asks) throws Exception {
    AuthorizationRequest asked = AuthorizationRequest.of(bench.acquirer.received.getFirst());
    List<IsoMessage> sent =
        bench.acquirer.received.stream()
            .filter(m -> m.mti().original().equals(Mti.REVERSAL))
            .toList();
    for (IsoMessage each : sent) {
      Reversal reversal = Reversal.of(each);
      assertThat(reversal.original().trace()).isEqualTo(asked.trace());
      assertThat(reversal.reference()).isEqualTo(asked.reference());
      assertThat(reversal.purchase().key()).isEqualTo(asked.purchase().key());
      assertThat(each.has(2)).isFalse();
    }
    assertThat(sent.stream().map(m -> m.text(11))).doesNotHaveDuplicates();
  }

  @Test
  @Tag("F07")
  void withTheLinkDownNothingIsHeldAndItWorksAgainWhenItIsUp() throws Exception {
    bench.acquirer.down();
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    assertThat(authorizes(asks).authCode()).isEqualTo(AuthCode.noReply);
    assertThat(bench.acquirer.received).isEmpty();

    bench.acquirer.up();
    undone(asks);
    assertThat(authorizes(merchant.asks(CARD, 990)).approved()).isTrue();
    assertThat(bench.acquirer.held.values()).containsExactly(990L);
  }

  @Test
  @Tag("F07")
  void aLinkThatBreaksUnderAQuestionLeavesNoHold() throws Exception {
    bench.acquirer.manner =
        (acquirer, request) -> {
          IsoMessage answer = acquirer.work(request);
          if (request.mti().equals(Mti.AUTHORIZATION)) {
            Thread.startVirtualThread(acquirer::down);
            TestAcquirer.slowOn(Mti.AUTHORIZATION).of(acquirer, request);
          }
          return answer;
        };
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    assertThat(authorizes(asks).authCode()).isEqualTo(AuthCode.noReply);
    bench.acquirer.manner = TestAcquirer::work;
    bench.acquirer.slow.countDown();
    bench.acquirer.up();
    undone(asks);
    assertThat(bench.acquirer.released).hasValue(1);
  }
}
