package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import openset.gateway.authorization.Authorization;
import openset.iso8583.Mti;
import openset.set.data.auth.CapToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.treatment.cardholder.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway dies wherever it can, and begins again with what it stored. */
@Tag("F02")
@Timeout(120)
final class DeathTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);

  private final Bench bench = new Bench(BRAND, Bench.SOON);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  private void dies(int step, byte[] wrapper) {
    bench.lives.set(step);
    assertThatThrownBy(() -> bench.receive(wrapper)).isInstanceOf(Bench.Death.class);
    bench.lives.set(0);
    bench.restart();
  }

  /** The first look, the step to 0100, the step from 0110. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void inAnyStepOfAnAuthorizationTheRepeatIsApprovedAndHeldOnce(int step) throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    dies(step, asks.authReq());
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).approved()).isTrue();
    assertThat(bench.acquirer.held.values()).containsExactly(1490L);
    assertThat(bench.acquirer.received(Mti.REVERSAL)).isZero();
  }

  /** The step from silence to 0400, and the step from 0410. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void inAnyStepOfAReversalNoHoldStays(int step) throws Exception {
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.AUTHORIZATION);
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    dies(step, asks.authReq());
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).authCode())
        .isEqualTo(AuthCode.noReply);
    Bench.until(
        () -> bench.standing(asks.xid(), Authorization.Unknown.class).reversed());
    assertThat(bench.acquirer.held).isEmpty();
    assertThat(bench.acquirer.released).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void inAnyStepOfACaptureTheRepeatIsBookedOnce(int step) throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    CapToken token =
        merchant.reads(asks, bench.receive(asks.authReq())).capToken().orElseThrow();
    TestMerchant.Claims claims = merchant.claims(asks, token, 1490);
    dies(step, claims.capReq());
    assertThat(merchant.reads(claims, bench.receive(claims.capReq())).capCode())
        .isEqualTo(CapCode.success);
    assertThat(bench.acquirer.booked.values()).containsExactly(1490L);
  }

  @Test
  @Tag("P03")
  void aDeathDoesNotMakeAPaymentHalfGoodAgain() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    dies(3, asks.authReq());
    TestMerchant.Asks again = merchant.asks(asks.order());
    assertThat(merchant.reads(again, bench.receive(again.authReq())).authCode())
        .isEqualTo(AuthCode.piPreviouslyUsed);
    assertThat(bench.acquirer.held).hasSize(1);
  }
}
