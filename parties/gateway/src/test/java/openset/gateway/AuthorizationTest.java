package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.gateway.authorization.Authorization;
import openset.iso8583.Mti;
import openset.iso8583.host.AuthorizationRequest;
import openset.set.ErrorCode;
import openset.set.data.order.Offer;
import openset.set.data.sale.AuthCode;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What merchants ask, and what an acquirer on a socket says to it. */
@Timeout(120)
final class AuthorizationTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);

  private final Bench bench = new Bench(BRAND);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  private ProcessAuthRes.Outcome authorizes(TestMerchant.Asks asks) throws Exception {
    return merchant.reads(asks, bench.receive(asks.authReq()));
  }

  @Test
  @Tag("HL-10")
  void anApprovalHoldsTheAmountAtTheAcquirer() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    ProcessAuthRes.Outcome outcome = authorizes(asks);
    assertThat(outcome.approved()).isTrue();
    assertThat(outcome.authAmt()).isEqualTo(TestMerchant.euros(1490));
    assertThat(outcome.approvalCode()).contains(TestAcquirer.CODE);
    assertThat(bench.acquirer.held.values()).containsExactly(1490L);

    AuthorizationRequest asked = AuthorizationRequest.of(bench.acquirer.received.getFirst());
    assertThat(asked.card().number().digits()).isEqualTo(CARD.pan().digits());
    assertThat(asked.card().expiry()).isEqualTo("3012");
    assertThat(asked.acceptor().category()).isEqualTo("5942");
    assertThat(asked.purchase().key().bytes())
        .isEqualTo(asks.created().authTags().authRRTags().rrpid().octets().bytes());
  }

  @Test
  @Tag("HL-26")
  @Tag("AuthReq-P-22")
  void theTerminalThatTheMerchantNamesIsTold() throws Exception {
    assertThat(authorizes(merchant.asksAt("T0000007", merchant.sells(CARD, 1490))).approved())
        .isTrue();
    assertThat(authorizes(merchant.asks(CARD, 1490)).approved()).isTrue();
    for (String none : List.of("T00000071", "T 7", " ")) {
      assertThat(authorizes(merchant.asksAt(none, merchant.sells(CARD, 1490))).authCode())
          .isEqualTo(AuthCode.invalidTransaction);
    }
    assertThat(bench.acquirer.asked().map(asked -> asked.acceptor().terminal()))
        .containsExactly("T0000007", "");
  }

  @ParameterizedTest
  @CsvSource({
    "03, invalidTransaction", "05, declined", "12, invalidTransaction", "13, amountError",
    "14, declined", "15, declined", "25, invalidTransaction", "30, invalidTransaction",
    "41, declined", "43, declined", "51, declined", "54, expiredCard", "57, declined",
    "58, invalidTransaction", "62, declined", "91, noReply", "94, invalidTransaction"
  })
  void eachResponseCodeHasItsWordAndHoldsNothing(String code, AuthCode word) throws Exception {
    bench.acquirer.manner = TestAcquirer.saying(code);
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    ProcessAuthRes.Outcome outcome = authorizes(asks);
    assertThat(outcome.authCode()).isEqualTo(word);
    assertThat(outcome.capToken()).isEmpty();
    Authorization.Declined after = bench.standing(asks.xid(), Authorization.Declined.class);
    assertThat(after.reason()).isEqualTo("host " + code);
    assertThat(bench.acquirer.received(Mti.REVERSAL)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "02", "0X"})
  @Tag("H14")
  void aCodeThatIsNotKnownDeclines(String code) throws Exception {
    bench.acquirer.manner = TestAcquirer.saying(code);
    ProcessAuthRes.Outcome outcome = authorizes(merchant.asks(CARD, 1490));
    assertThat(outcome.authCode()).isEqualTo(AuthCode.declined);
  }

  @Test
  @Tag("H13")
  void aPartialApprovalIsToldAsWhatIsHeld() throws Exception {
    bench.acquirer.manner = TestAcquirer.partly(1000);
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    ProcessAuthRes.Outcome outcome = authorizes(asks);
    assertThat(outcome.approved()).isTrue();
    assertThat(outcome.authAmt()).isEqualTo(TestMerchant.euros(1000));
    assertThat(bench.standing(asks.xid(), Authorization.Approved.class).authAmt())
        .isEqualTo(TestMerchant.euros(1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "09", "10", "96"})
  @Tag("F02")
  void anAnswerThatLeavesOpenWhatIsHeldIsUndone(String code) throws Exception {
    bench.acquirer.manner =
        (acquirer, request) -> {
          var answer = acquirer.work(request);
          return request.mti().equals(Mti.AUTHORIZATION) ? request.answer(code) : answer;
        };
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    assertThat(authorizes(asks).authCode()).isEqualTo(AuthCode.systemError);
    Bench.until(() -> bench.acquirer.held.isEmpty());
    assertThat(bench.acquirer.released).hasValue(1);
    assertThat(bench.standing(asks.xid(), Authorization.Unknown.class).reversed()).isTrue();
  }

  @Test
  @Tag("P01")
  void theSameRequestGetsTheSameOctetsAndOneQuestion() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    byte[] first = bench.receive(asks.authReq());
    assertThat(bench.receive(asks.authReq())).isEqualTo(first);
    bench.restart();
    assertThat(bench.receive(asks.authReq())).isEqualTo(first);
    assertThat(bench.acquirer.received(Mti.AUTHORIZATION)).isEqualTo(1);
  }

  @Test
  @Tag("P03")
  @Tag("AuthReq-P-15")
  void aPaymentHalfIsGoodForOneAuthorization() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    assertThat(authorizes(merchant.asks(order)).approved()).isTrue();
    assertThat(authorizes(merchant.asks(order)).authCode())
        .isEqualTo(AuthCode.piPreviouslyUsed);
    assertThat(bench.acquirer.received(Mti.AUTHORIZATION)).isEqualTo(1);
    assertThat(bench.acquirer.held).hasSize(1);
    bench.standing(order.transIDs().xid(), Authorization.Approved.class);
  }

  @Test
  @Tag("P04")
  void anXidIsGoodForOneOrder() throws Exception {
    AsSent<Offer> offer = TestMerchant.offer(1490);
    TestMerchant.Opened opened = merchant.opens(CARD, offer);
    assertThat(authorizes(merchant.asks(merchant.accepts(opened, CARD, offer))).approved())
        .isTrue();
    AcceptedOrder second = merchant.accepts(opened, CARD, TestMerchant.offer(990));
    assertThat(authorizes(merchant.asks(second)).authCode())
        .isEqualTo(AuthCode.piPreviouslyUsed);
    assertThat(bench.acquirer.held.values()).containsExactly(1490L);
  }

  @Test
  @Tag("P06")
  @Tag("AuthReq-P-13")
  void moreThanTheCardholderAgreedToIsAskedOfNobody() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    AcceptedOrder dearer =
        new AcceptedOrder(
            order.transIDs(),
            order.rrpid(),
            order.challC(),
            order.brandID(),
            TestMerchant.euros(1491),
            order.proof());
    assertThat(authorizes(merchant.asks(dearer)).authCode()).isEqualTo(AuthCode.amountError);
    assertThat(bench.acquirer.received).isEmpty();
  }

  @Test
  @Tag("P11")
  @Tag("AuthReq-P-10")
  void anotherOrderThanTheCardholdersIsAskedOfNobody() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490);
    AcceptedOrder other = merchant.sells(CARD, 1490);
    AcceptedOrder swapped =
        new AcceptedOrder(
            order.transIDs(),
            order.rrpid(),
            order.challC(),
            order.brandID(),
            order.purchAmt(),
            new AcceptedOrder.Proof(
                order.proof().hOIData(),
                other.proof().hod2(),
                order.proof().pi(),
                order.proof().cardholder()));
    assertThat(authorizes(merchant.asks(swapped)).authCode())
        .isEqualTo(AuthCode.piAuthMismatch);
    assertThat(bench.acquirer.received).isEmpty();
  }

  @Test
  @Tag("AuthReq-P-14")
  void anAccountThatIsNotTheCertificatesIsDeclinedWithoutAWordMore() throws Exception {
    Card other = BRAND.card(2);
    Card mixed =
        new Card(
            CARD.credential(), other.pan(), other.expiry(), CARD.cardSecret(), CARD.panSecret());
    assertThat(authorizes(merchant.asks(mixed, 1490)).authCode()).isEqualTo(AuthCode.declined);
    assertThat(bench.acquirer.received).isEmpty();
  }

  @Test
  void aRequestThatWasChangedOnItsWayChangesNothing() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    byte[] changed = asks.authReq();
    changed[changed.length / 2] ^= 1;
    assertThat(merchant.refusal(bench.receive(changed))).isNotNull();
    nothingHappened(asks);
    assertThat(authorizes(asks).approved()).isTrue();
  }

  @Test
  void aRequestForAnotherGatewayChangesNothing() throws Exception {
    TestMerchant.Asks asks =
        new TestMerchant(BRAND, BRAND.otherGateway).asks(CARD, 1490);
    assertThat(merchant.refusal(bench.receive(asks.authReq())))
        .isEqualTo(ErrorCode.decodingFailure);
    nothingHappened(asks);
  }

  @Test
  @Tag("W-03")
  void anOldRequestChangesNothing() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    MessageHeader header = asks.created().wrapper().messageHeader();
    MessageWrapper old =
        MessageWrapper.of(
            MessageHeader.of(
                header.date().minusSeconds(3600),
                header.messageIDs(),
                header.rrpid().orElseThrow(),
                header.swIdent()),
            asks.created().wrapper().message());
    assertThat(merchant.refusal(bench.receive(MessageWrapper.TYPE.encode(old))))
        .isEqualTo(ErrorCode.messageTooOld);
    nothingHappened(asks);
  }

  @Test
  void aRequestWithoutXidBelongsNowhere() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    MessageHeader header = asks.created().wrapper().messageHeader();
    MessageWrapper bare =
        MessageWrapper.of(
            MessageHeader.of(
                header.date(),
                Optional.empty(),
                header.rrpid().orElseThrow(),
                header.swIdent()),
            asks.created().wrapper().message());
    assertThat(merchant.refusal(bench.receive(MessageWrapper.TYPE.encode(bare))))
        .isEqualTo(ErrorCode.unknownXID);
    nothingHappened(asks);
  }

  private void nothingHappened(TestMerchant.Asks asks) {
    assertThat(bench.acquirer.received).isEmpty();
    assertThat(bench.gateway().purchase(asks.xid())).isEmpty();
  }

  @Test
  void aCutOffRequestIsNoMessage() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    byte[] half = Arrays.copyOf(asks.authReq(), asks.authReq().length / 2);
    assertThat(merchant.refusal(bench.receive(half))).isEqualTo(ErrorCode.decodingFailure);
    nothingHappened(asks);
  }
}
