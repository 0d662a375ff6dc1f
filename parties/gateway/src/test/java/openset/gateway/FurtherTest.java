package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import openset.gateway.authorization.Authorization;
import openset.gateway.authorization.Rules;
import openset.iso8583.Mti;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Checks.Recurrence;
import openset.set.ErrorCode;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import openset.set.data.sale.Recurring;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A purchase is authorized in several parts, by the token that the part before gave. */
@Timeout(120)
final class FurtherTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);

  private final Bench bench = new Bench(BRAND, Bench.SOON);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    BRAND.later.set(Duration.ZERO);
    bench.close();
  }

  private static CreateAuthReq.Wish wish(long minor) {
    return CreateAuthReq.Wish.of(TestMerchant.euros(minor)).withToken();
  }

  private ProcessAuthRes.Outcome reads(Bench at, TestMerchant.Asks asks) throws Exception {
    return merchant.reads(asks, at.receive(asks.authReq()));
  }

  private ProcessAuthRes.Outcome first(AcceptedOrder order, CreateAuthReq.Wish wish)
      throws Exception {
    return reads(bench, merchant.asks(order, wish));
  }

  private ProcessAuthRes.Outcome again(
      AcceptedOrder order, AuthToken token, CreateAuthReq.Wish wish) throws Exception {
    return reads(bench, merchant.asksAgain(order, token, wish));
  }

  private static AuthToken token(ProcessAuthRes.Outcome outcome) {
    return outcome.authToken().orElseThrow();
  }

  @Test
  @Tag("AuthToken-P-01")
  @Tag("AuthReq-M-04")
  void eachPartIsHeldByItselfForTheSameCardAndPurchase() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    ProcessAuthRes.Outcome one = first(order, wish(500));
    ProcessAuthRes.Outcome two = again(order, token(one), wish(600));
    ProcessAuthRes.Outcome three = again(order, token(two), wish(390));
    assertThat(three.approved()).isTrue();
    assertThat(bench.acquirer.held.values()).containsExactlyInAnyOrder(500L, 600L, 390L);
    AuthorizationRequest last = AuthorizationRequest.of(bench.acquirer.received.getLast());
    assertThat(last.card().number().digits()).isEqualTo(CARD.pan().digits());
    assertThat(last.purchase().transStain())
        .isEqualTo(
            AuthorizationRequest.of(bench.acquirer.received.getFirst())
                .purchase()
                .transStain());
    assertThat(bench.gateway().purchase(order.transIDs().xid()).orElseThrow().authorizations())
        .hasSize(3)
        .allMatch(Authorization.Approved.class::isInstance);
  }

  @Test
  @Tag("AuthToken-P-01")
  void withoutTheWishThereIsNoToken() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    assertThat(first(order, CreateAuthReq.Wish.of(TestMerchant.euros(1490))).authToken())
        .isEmpty();
    assertThat(bench.acquirer.asked())
        .allMatch(asked -> asked.purchase().checks().recurrence().isEmpty());
  }

  @Test
  @Tag("P31")
  @Tag("AuthToken-P-04")
  void aTokenIsGoodForOneAuthorization() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    AuthToken old = token(first(order, wish(500)));
    AuthToken next = token(again(order, old, wish(100)));
    assertThat(again(order, old, wish(100)).authCode()).isEqualTo(AuthCode.piPreviouslyUsed);
    bench.restart();
    assertThat(again(order, old, wish(100)).authCode()).isEqualTo(AuthCode.piPreviouslyUsed);
    assertThat(again(order, next, wish(100)).approved()).isTrue();
    assertThat(bench.acquirer.held).hasSize(3);
  }

  @Test
  @Tag("AuthToken-P-04")
  void aDeclineLeavesTheTokenGood() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    AuthToken token = token(first(order, wish(500)));
    bench.acquirer.manner = TestAcquirer.saying("51");
    ProcessAuthRes.Outcome declined = again(order, token, wish(100));
    assertThat(declined.authCode()).isEqualTo(AuthCode.declined);
    assertThat(declined.authToken()).isEmpty();
    bench.acquirer.manner = TestAcquirer::work;
    assertThat(again(order, token, wish(100)).approved()).isTrue();
  }

  @Test
  @Tag("L13")
  @Tag("AuthToken-P-05")
  void togetherNoMoreThanTheCardholderAgreedToWhateverTheTokenSays() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    AuthToken one = token(first(order, wish(1000)));
    assertThat(again(order, one, wish(491)).authCode()).isEqualTo(AuthCode.amountError);
    assertThat(again(order, one, wish(0)).authCode()).isEqualTo(AuthCode.amountError);
    assertThat(again(order, one, wish(490)).approved()).isTrue();
    assertThat(bench.acquirer.received(Mti.AUTHORIZATION)).isEqualTo(2);
  }

  @Test
  @Tag("AuthToken-P-05")
  void whatWasGivenBackMayBeAskedForAgain() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    TestMerchant.Asks asks = merchant.asks(order, wish(1490));
    ProcessAuthRes.Outcome one = reads(bench, asks);
    TestMerchant.GivesBack back =
        merchant.givesBack(asks, one.capToken().orElseThrow(), 1000);
    assertThat(merchant.reads(back, bench.receive(back.authRevReq())).approved()).isTrue();
    assertThat(again(order, token(one), wish(491)).authCode()).isEqualTo(AuthCode.amountError);
    assertThat(again(order, token(one), wish(490)).approved()).isTrue();
  }

  @Test
  @Tag("AuthReq-P-13")
  void theAcquirersToleranceIsAddedToWhatWasAgreedTo() throws Exception {
    Rules tolerant =
        new Rules(new ProcessAuthReq.Allowed(false, 100), Optional.empty());
    try (Bench other = new Bench(BRAND, Bench.SOON, tolerant)) {
      AcceptedOrder order = merchant.sells(CARD, 1000);
      ProcessAuthRes.Outcome one = reads(other, merchant.asks(order, wish(1000)));
      assertThat(reads(other, merchant.asksAgain(order, token(one), wish(101))).authCode())
          .isEqualTo(AuthCode.amountError);
      assertThat(reads(other, merchant.asksAgain(order, token(one), wish(100))).approved())
          .isTrue();
    }
  }

  @Test
  @Tag("AuthToken-P-02")
  @Tag("AuthToken-P-03")
  void aTokenOfAnotherPurchaseOrOfAnotherGatewayIsNone() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    AcceptedOrder other = merchant.sells(CARD, 1490);
    AuthToken theirs = token(first(other, wish(500)));
    first(order, wish(500));
    assertThat(again(order, theirs, wish(100)).authCode())
        .isEqualTo(AuthCode.piAuthMismatch);
    assertThat(bench.acquirer.received(Mti.AUTHORIZATION)).isEqualTo(2);
  }

  @Test
  @Tag("AuthToken-P-09")
  void oneAuthorizationOfAPurchaseAtATime() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    AuthToken token = token(first(order, wish(500)));
    bench.acquirer.manner = TestAcquirer.slowOn(Mti.AUTHORIZATION);
    TestMerchant.Asks slow = merchant.asksAgain(order, token, wish(100));
    Thread waiting = Thread.startVirtualThread(() -> bench.receive(slow.authReq()));
    Bench.until(() -> bench.acquirer.received(Mti.AUTHORIZATION) == 2);
    TestMerchant.Asks more = merchant.asksAgain(order, token, wish(100));
    assertThat(merchant.refusal(bench.receive(more.authReq())))
        .isEqualTo(ErrorCode.unspecifiedFailure);
    bench.acquirer.slow.countDown();
    waiting.join();
  }

  @Test
  @Tag("CapReq-P-06")
  void eachPartIsCapturedByItsOwnToken() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    TestMerchant.Asks one = merchant.asks(order, wish(500));
    ProcessAuthRes.Outcome first = reads(bench, one);
    TestMerchant.Asks two = merchant.asksAgain(order, token(first), wish(600));
    ProcessAuthRes.Outcome second = reads(bench, two);
    TestMerchant.Claims mixed = merchant.claims(one, second.capToken().orElseThrow(), 500);
    assertThat(merchant.reads(mixed, bench.receive(mixed.capReq())).capCode())
        .isEqualTo(CapCode.invalidCapToken);
    TestMerchant.Claims all = merchant.claims(two, second.capToken().orElseThrow(), 600);
    assertThat(merchant.reads(all, bench.receive(all.capReq())).capCode())
        .isEqualTo(CapCode.success);
    assertThat(bench.acquirer.booked.values()).containsExactly(600L);
  }

  private static InstallRecurData instalments(int count) {
    return new InstallRecurData(
        new InstallRecurInd.InstallTotalTrans(count), Optional.empty());
  }

  private static InstallRecurData every(int days, Duration until) {
    Instant end = Instant.now().plus(until).truncatedTo(ChronoUnit.SECONDS);
    return new InstallRecurData(
        new InstallRecurInd.AsRecurring(new Recurring(days, end)), Optional.empty());
  }

  @Test
  @Tag("P30")
  @Tag("AuthToken-P-07")
  @Tag("HL-27")
  void noMoreInstalmentsThanTheCardholderSigned() throws Exception {
    InstallRecurData plan = instalments(2);
    AcceptedOrder order = merchant.sells(CARD, 900, plan);
    ProcessAuthRes.Outcome one = first(order, wish(300).by(Optional.of(plan)));
    ProcessAuthRes.Outcome two = again(order, token(one), wish(300).by(Optional.of(plan)));
    assertThat(two.approved()).isTrue();
    assertThat(again(order, token(two), wish(300).by(Optional.of(plan))).authCode())
        .isEqualTo(AuthCode.recurringExpired);
    assertThat(series()).containsExactly(Recurrence.INSTALMENT, Recurrence.INSTALMENT);
  }

  /** Of which series the acquirer was told that each is. */
  private List<Recurrence> series() {
    return bench.acquirer.asked()
        .map(asked -> asked.purchase().checks().recurrence().orElseThrow())
        .toList();
  }

  @Test
  @Tag("P30")
  @Tag("AuthToken-P-08")
  void anInstalmentComesNotSoonerThanWasSigned() throws Exception {
    InstallRecurData plan = InstallRecurData.instalments(2, 2);
    AcceptedOrder order = merchant.sells(CARD, 900, plan);
    CreateAuthReq.Wish half = wish(450).by(Optional.of(plan));
    ProcessAuthRes.Outcome one = first(order, half);
    BRAND.later.set(Duration.ofDays(1));
    assertThat(again(order, token(one), half).authCode()).isEqualTo(AuthCode.recurringTooSoon);
    BRAND.later.set(Duration.ofDays(2));
    ProcessAuthRes.Outcome two = again(order, token(one), half);
    assertThat(two.approved()).isTrue();
    BRAND.later.set(Duration.ofDays(4));
    assertThat(again(order, token(two), half).authCode()).isEqualTo(AuthCode.recurringExpired);
  }

  @Test
  @Tag("P29")
  @Tag("AuthToken-P-06")
  void thePlanIsTheOneThatTheCardholderSigned() throws Exception {
    InstallRecurData plan = instalments(2);
    AcceptedOrder order = merchant.sells(CARD, 900, plan);
    ProcessAuthRes.Outcome one = first(order, wish(300).by(Optional.of(plan)));
    CreateAuthReq.Wish longer = wish(300).by(Optional.of(instalments(12)));
    assertThat(again(order, token(one), longer).authCode())
        .isEqualTo(AuthCode.installRecurMismatch);
  }

  @Test
  @Tag("P30")
  @Tag("AuthToken-P-08")
  @Tag("HL-27")
  void aPaymentThatRecursComesNotSoonerThanWasSignedAndIsOfTheWholeAmount() throws Exception {
    InstallRecurData plan = every(2, Duration.ofDays(5));
    AcceptedOrder order = merchant.sells(CARD, 900, plan);
    ProcessAuthRes.Outcome one = first(order, wish(900).by(Optional.of(plan)));
    CreateAuthReq.Wish monthly = wish(900).by(Optional.of(plan));
    assertThat(again(order, token(one), monthly).authCode())
        .isEqualTo(AuthCode.recurringTooSoon);
    BRAND.later.set(Duration.ofDays(2));
    assertThat(again(order, token(one), wish(901).by(Optional.of(plan))).authCode())
        .isEqualTo(AuthCode.amountError);
    assertThat(again(order, token(one), monthly).approved()).isTrue();
    assertThat(bench.acquirer.held.values()).containsExactlyInAnyOrder(900L, 900L);
    assertThat(series()).containsExactly(Recurrence.RECURRING, Recurrence.RECURRING);
  }

  @Test
  @Tag("P30")
  @Tag("AuthReq-P-17")
  @Tag("AuthToken-P-07")
  void nothingRecursAfterItsLastDay() throws Exception {
    InstallRecurData plan = every(1, Duration.ofDays(1));
    AcceptedOrder order = merchant.sells(CARD, 900, plan);
    ProcessAuthRes.Outcome one = first(order, wish(900).by(Optional.of(plan)));
    BRAND.later.set(Duration.ofDays(2));
    assertThat(again(order, token(one), wish(900).by(Optional.of(plan))).authCode())
        .isEqualTo(AuthCode.recurringExpired);
    AcceptedOrder late = merchant.sells(CARD, 900, plan);
    assertThat(first(late, wish(900).by(Optional.of(plan))).authCode())
        .isEqualTo(AuthCode.recurringExpired);
    assertThat(bench.acquirer.received(Mti.AUTHORIZATION)).isEqualTo(1);
  }
}
