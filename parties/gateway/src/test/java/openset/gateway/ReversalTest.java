package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import openset.gateway.authorization.Authorization;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.Reversal;
import openset.set.ErrorCode;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.CapToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.merchant.ProcessAuthRevRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a merchant gives back is released at the acquirer, once, and captured no more. */
@Timeout(120)
final class ReversalTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);

  private final Bench bench = new Bench(BRAND, Bench.SOON);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  /** An authorization that was approved, and its token. */
  private record Approved(TestMerchant.Asks asks, CapToken token) {}

  private Approved approved() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    CapToken token =
        merchant.reads(asks, bench.receive(asks.authReq())).capToken().orElseThrow();
    return new Approved(asks, token);
  }

  private TestMerchant.GivesBack givesBack(Approved approved, long stays) throws Exception {
    return merchant.givesBack(approved.asks, approved.token, stays);
  }

  private ProcessAuthRevRes.Outcome gives(Approved approved, long stays) throws Exception {
    TestMerchant.GivesBack back = givesBack(approved, stays);
    return merchant.reads(back, bench.receive(back.authRevReq()));
  }

  private CapCode captures(Approved approved, CapToken token, long minor) throws Exception {
    TestMerchant.Claims claims = merchant.claims(approved.asks, token, minor);
    return merchant.reads(claims, bench.receive(claims.capReq())).capCode();
  }

  @Test
  @Tag("AuthRevRes-P-02")
  @Tag("AuthRevReq-P-06")
  void aVoidReleasesAllAndEndsTheAuthorization() throws Exception {
    Approved approved = approved();
    assertThat(gives(approved, 0).approved()).isTrue();
    assertThat(bench.acquirer.held).isEmpty();
    assertThat(Reversal.of(bench.acquirer.received.getLast()).amounts().replacement()).isEmpty();
    bench.standing(approved.asks.xid(), Authorization.Reversed.class);
    assertThat(gives(approved, 0).authRevCode()).isEqualTo(AuthRevCode.invalidTransaction);
    assertThat(captures(approved, approved.token, 1490)).isEqualTo(CapCode.unknownXID);
    TestMerchant.Asks again = merchant.asks(approved.asks.order());
    assertThat(merchant.reads(again, bench.receive(again.authReq())).authCode())
        .isEqualTo(AuthCode.piPreviouslyUsed);
    assertThat(bench.acquirer.released).hasValue(1);
  }

  @Test
  @Tag("AuthRevRes-P-03")
  @Tag("L05")
  void aPartStaysAndNoMoreIsCapturedWhateverTheToken() throws Exception {
    Approved approved = approved();
    CapToken smaller = gives(approved, 600).capToken().orElseThrow();
    assertThat(bench.acquirer.held.values()).containsExactly(600L);
    assertThat(captures(approved, approved.token, 601)).isEqualTo(CapCode.invalidAuthData);
    assertThat(captures(approved, smaller, 601)).isEqualTo(CapCode.invalidAuthData);
    assertThat(captures(approved, smaller, 400)).isEqualTo(CapCode.success);
    assertThat(gives(approved, 399).authRevCode()).isEqualTo(AuthRevCode.invalidAmount);
    assertThat(gives(approved, 0).authRevCode()).isEqualTo(AuthRevCode.invalidAmount);
    assertThat(gives(approved, 400).approved()).isTrue();
    assertThat(captures(approved, smaller, 1)).isEqualTo(CapCode.invalidAuthData);
  }

  @Test
  @Tag("L11")
  void nothingIsEverRaised() throws Exception {
    Approved approved = approved();
    assertThat(gives(approved, 1490).authRevCode()).isEqualTo(AuthRevCode.invalidAmount);
    assertThat(gives(approved, 600).approved()).isTrue();
    assertThat(gives(approved, 601).authRevCode()).isEqualTo(AuthRevCode.invalidAmount);
    assertThat(bench.acquirer.received(Mti.REVERSAL)).isEqualTo(1);
  }

  @Test
  @Tag("AuthRevReq-P-06")
  void whatWasNeverApprovedCannotBeGivenBackAndUsesUpNothing() throws Exception {
    Approved approved = approved();
    TestMerchant.Asks fresh = merchant.asks(CARD, 990);
    assertThat(gives(new Approved(fresh, approved.token), 0).authRevCode())
        .isEqualTo(AuthRevCode.invalidCapToken);
    assertThat(bench.acquirer.received(Mti.REVERSAL)).isZero();
    assertThat(merchant.reads(fresh, bench.receive(fresh.authReq())).approved()).isTrue();
  }

  @Test
  @Tag("AuthRevRes-P-02")
  @Tag("P01")
  void theSameReversalSentAgainGetsTheSameOctetsAndOneRelease() throws Exception {
    Approved approved = approved();
    TestMerchant.GivesBack back = givesBack(approved, 600);
    byte[] first = bench.receive(back.authRevReq());
    assertThat(bench.receive(back.authRevReq())).isEqualTo(first);
    bench.restart();
    assertThat(bench.receive(back.authRevReq())).isEqualTo(first);
    assertThat(bench.acquirer.received(Mti.REVERSAL)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"09", "91", "96"})
  @Tag("AuthRevRes-P-02")
  void itIsAskedUntilTheAcquirerAcknowledges(String code) throws Exception {
    Approved approved = approved();
    AtomicInteger asked = new AtomicInteger();
    bench.acquirer.manner =
        (acquirer, request) -> {
          IsoMessage answer = acquirer.work(request);
          return asked.incrementAndGet() < 3 ? request.answer(code) : answer;
        };
    assertThat(gives(approved, 600).approved()).isTrue();
    assertThat(asked).hasValue(3);
    assertThat(bench.acquirer.held.values()).containsExactly(600L);
  }

  @ParameterizedTest
  @CsvSource({
    "12, invalidTransaction", "13, invalidAmount", "25, invalidTransaction",
    "94, invalidTransaction", "57, unspecifiedFailure"
  })
  void whatTheAcquirerWillNotGiveBackStaysHeld(String code, AuthRevCode word)
      throws Exception {
    Approved approved = approved();
    bench.acquirer.manner = TestAcquirer.saying(code);
    assertThat(gives(approved, 600).authRevCode()).isEqualTo(word);
    bench.acquirer.manner = TestAcquirer::work;
    assertThat(captures(approved, approved.token, 1490)).isEqualTo(CapCode.success);
  }

  @Test
  @Tag("AuthRevReq-P-08")
  @Tag("L06")
  void oneCaptureOrReversalAtATime() throws Exception {
    Approved approved = approved();
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.REVERSAL);
    TestMerchant.GivesBack first = givesBack(approved, 600);
    Thread waiting = Thread.startVirtualThread(() -> bench.receive(first.authRevReq()));
    Bench.until(() -> bench.acquirer.received(Mti.REVERSAL) == 1);
    byte[] second = bench.receive(givesBack(approved, 500).authRevReq());
    assertThat(merchant.refusal(second)).isEqualTo(ErrorCode.unspecifiedFailure);
    byte[] capture =
        bench.receive(merchant.claims(approved.asks, approved.token, 1490).capReq());
    assertThat(merchant.refusal(capture)).isEqualTo(ErrorCode.unspecifiedFailure);
    bench.acquirer.manner = TestAcquirer::work;
    bench.acquirer.slow.countDown();
    waiting.join();
    Bench.until(
        () ->
            bench
                    .standing(approved.asks.xid(), Authorization.Approved.class)
                    .authAmt()
                    .minor()
                == 600);
    assertThat(captures(approved, approved.token, 600)).isEqualTo(CapCode.success);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @Tag("F02")
  @Tag("AuthRevRes-P-02")
  void inAnyStepOfItTheRepeatGivesBackOnce(int step) throws Exception {
    Approved approved = approved();
    TestMerchant.GivesBack back = givesBack(approved, 600);
    bench.lives.set(step);
    assertThatThrownBy(() -> bench.receive(back.authRevReq())).isInstanceOf(Bench.Death.class);
    bench.lives.set(0);
    bench.restart();
    assertThat(merchant.reads(back, bench.receive(back.authRevReq())).approved()).isTrue();
    assertThat(bench.acquirer.held.values()).containsExactly(600L);
    assertThat(
            bench.standing(approved.asks.xid(), Authorization.Approved.class).authAmt().minor())
        .isEqualTo(600);
  }
}
