package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openset.conduct.Peer;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.set.data.auth.CapToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes of one gateway, with nothing in common but its keys and its database. */
@Tag("F11")
@Timeout(120)
final class NodesTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);
  private static final Peer MERCHANT = new Peer("merchant");
  private static final int STAN = 11;

  private final Bench bench = new Bench(BRAND);
  private final Gateway other = bench.another();
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    other.close();
    bench.close();
  }

  private byte[] others(byte[] wrapper) {
    return other.receive(MERCHANT, wrapper);
  }

  /** What both nodes say to the same octets that come to both at once. */
  private List<byte[]> both(byte[] wrapper) throws Exception {
    try (ExecutorService at = Executors.newFixedThreadPool(2)) {
      Future<byte[]> here = at.submit(() -> bench.receive(wrapper));
      Future<byte[]> there = at.submit(() -> others(wrapper));
      return List.of(here.get(), there.get());
    }
  }

  @Test
  void whatOneAuthorizedTheOtherCapturesAndAuthorizesAgainWhileTheFirstIsDown() throws Exception {
    CreateAuthReq.Wish wish = CreateAuthReq.Wish.of(TestMerchant.euros(900)).withToken();
    TestMerchant.Asks asks = merchant.asks(merchant.sells(CARD, 1490), wish);
    ProcessAuthRes.Outcome first = merchant.reads(asks, bench.receive(asks.authReq()));
    bench.gateway().close();

    TestMerchant.Claims claims =
        merchant.claims(asks, first.capToken().orElseThrow(), 900);
    assertThat(merchant.reads(claims, others(claims.capReq())).capCode())
        .isEqualTo(CapCode.success);
    TestMerchant.Asks again =
        merchant.asksAgain(
            asks.order(),
            first.authToken().orElseThrow(),
            CreateAuthReq.Wish.of(TestMerchant.euros(590)));
    assertThat(merchant.reads(again, others(again.authReq())).approved()).isTrue();
    assertThat(bench.acquirer.booked.values()).containsExactly(900L);
  }

  @Test
  @Tag("W-06")
  void aRequestThatComesToBothAtOnceIsDoneOnceAndAnsweredAlike() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    List<byte[]> answers = both(asks.authReq());
    assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    ProcessAuthRes.Outcome outcome = merchant.reads(asks, answers.getFirst());
    assertThat(bench.acquirer.held.values()).containsExactly(1490L);

    CapToken token = outcome.capToken().orElseThrow();
    TestMerchant.Claims claims = merchant.claims(asks, token, 1490);
    List<byte[]> captured = both(claims.capReq());
    assertThat(captured.getFirst()).isEqualTo(captured.getLast());
    assertThat(merchant.reads(claims, captured.getFirst()).capCode())
        .isEqualTo(CapCode.success);
    assertThat(bench.acquirer.booked.values()).containsExactly(1490L);
    assertThat(bench.acquirer.received(Mti.ADVICE)).isOne();
  }

  @Test
  @Tag("P03")
  void aPaymentHalfThatOneTookIsUsedUpAtTheOther() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).approved()).isTrue();
    TestMerchant.Asks again = merchant.asks(asks.order());
    assertThat(merchant.reads(again, others(again.authReq())).authCode())
        .isEqualTo(AuthCode.piPreviouslyUsed);
    assertThat(bench.acquirer.held).hasSize(1);
  }

  @Test
  void theyCountTheirQuestionsToTheAcquirerTogether() throws Exception {
    for (int i = 0; i < 4; i++) {
      TestMerchant.Asks here = merchant.asks(CARD, 100 + i);
      TestMerchant.Asks there = merchant.asks(CARD, 200 + i);
      assertThat(merchant.reads(here, bench.receive(here.authReq())).approved()).isTrue();
      assertThat(merchant.reads(there, others(there.authReq())).approved()).isTrue();
    }
    List<String> numbers = new ArrayList<>();
    for (IsoMessage asked : bench.acquirer.received) {
      numbers.add(asked.text(STAN).orElseThrow());
    }
    assertThat(numbers).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void whatOneLeftUndoneTheNextThatStartsTakesUp() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    bench.lives.set(3);
    assertThatThrownBy(() -> bench.receive(asks.authReq())).isInstanceOf(Bench.Death.class);
    bench.lives.set(0);
    bench.gateway().close();
    try (Gateway next = bench.another()) {
      assertThat(merchant.reads(asks, next.receive(MERCHANT, asks.authReq())).approved())
          .isTrue();
    }
    assertThat(bench.acquirer.held.values()).containsExactly(1490L);
  }

  @Test
  void aNodeThatStartsWhileAnotherWaitsForAnAnswerSpoilsNothing() throws Exception {
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.AUTHORIZATION);
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    try (ExecutorService at = Executors.newFixedThreadPool(2)) {
      Future<byte[]> here = at.submit(() -> bench.receive(asks.authReq()));
      Bench.until(() -> !bench.acquirer.held.isEmpty());
      Future<Gateway> starting = at.submit(bench::another);
      Bench.until(() -> bench.acquirer.received(Mti.AUTHORIZATION) == 2);
      bench.acquirer.slow.countDown();
      try (Gateway next = starting.get()) {
        byte[] answer = here.get();
        assertThat(merchant.reads(asks, answer).approved()).isTrue();
        assertThat(next.receive(MERCHANT, asks.authReq())).isEqualTo(answer);
      }
    }
    assertThat(bench.acquirer.held.values()).containsExactly(1490L);
    assertThat(bench.acquirer.received(Mti.REVERSAL)).isZero();
  }
}
