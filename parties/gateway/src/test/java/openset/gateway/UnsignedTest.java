package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.AsSent;
import openset.gateway.authorization.Authorization;
import openset.gateway.authorization.Rules;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AuthorizationRequest;
import openset.set.Refused;
import openset.set.data.MerchantID;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PANData;
import openset.set.data.card.PANToken;
import openset.set.data.order.OIData;
import openset.set.data.payment.PI;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PIUnsigned;
import openset.set.data.sale.AuthCode;
import openset.set.operator.EX;
import openset.set.operator.EXH;
import openset.set.operator.Linked;
import openset.set.operator.Opened;
import openset.set.operator.Recipient;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Purchases that no cardholder signed, through a gateway that may take them. */
@Timeout(120)
final class UnsignedTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(77_777_777);
  private static final Rules WAIVED =
      new Rules(
          new ProcessAuthReq.Allowed(true, 0, Set.of(new MerchantID("M-0001"))),
          Optional.of(
              new Rules.StandInLimits(TestMerchant.euros(9000), TestMerchant.euros(9000))));

  private final Bench bench = new Bench(BRAND, BRAND.openGateway, Bench.SOON, WAIVED);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.openGateway);

  @AfterEach
  void close() {
    bench.close();
  }

  /** The order as a cardholder without a certificate would have sent it. */
  private static AcceptedOrder unsigned(TestMerchant merchant, long minor) throws Refused {
    AcceptedOrder signed = merchant.sells(CARD, minor);
    PIDualSigned dual = (PIDualSigned) signed.proof().pi().value();
    Opened<Linked<PIHead, OIData>, PANData> half =
        EX.open(
            merchant.gateway().opening(), dual.exPIData(), PaymentForms.PI_DUAL_SIGNED);
    PIHead head = half.value().value();
    PIHead own =
        new PIHead(
            head.transIDs(),
            head.inputs(),
            head.merchantID(),
            head.installRecurData(),
            CardSecret.NONE.stain(head.transIDs().xid()),
            head.swIdent(),
            head.acqBackKeyData(),
            head.piExtensions(),
            head.gatewayThumb(),
            head.merchantThumb());
    PANData pan = half.extra();
    PI sealed =
        new PIUnsigned(
            EXH.seal(
                Recipient.self(merchant.gateway().opening()),
                PaymentForms.PI_UNSIGNED,
                new Linked<>(own, half.value().link()),
                new PANToken(pan.pan(), pan.cardExpiry(), pan.exNonce()),
                Brand.RANDOM));
    AcceptedOrder.Proof proof = signed.proof();
    return new AcceptedOrder(
        signed.transIDs(),
        signed.rrpid(),
        signed.challC(),
        signed.brandID(),
        signed.purchAmt(),
        new AcceptedOrder.Proof(
            proof.hOIData(), proof.hod2(), AsSent.of(PI.TYPE, sealed), proof.cardholder()));
  }

  private TestMerchant.Asks asks() throws Refused {
    return merchant.asks(unsigned(merchant, 1490));
  }

  @Test
  @Tag("AuthReq-P-05")
  @Tag("HL-29")
  void theBankIsAskedAndToldThatNobodySigned() throws Exception {
    TestMerchant.Asks asks = asks();
    ProcessAuthRes.Outcome outcome = merchant.reads(asks, bench.receive(asks.authReq()));
    assertThat(outcome.approved()).isTrue();
    AuthorizationRequest asked =
        AuthorizationRequest.of(bench.acquirer.received.getFirst());
    assertThat(asked.card().number().digits()).isEqualTo(CARD.pan().digits());
    assertThat(asked.purchase().checks().unauthenticated()).isTrue();
    assertThat(asked.purchase().transStain()).isEmpty();
    assertThat(asked.purchase().certificate()).isEmpty();
    TestMerchant.Claims claims =
        merchant.claims(asks, outcome.capToken().orElseThrow(), 1490);
    assertThat(merchant.reads(claims, bench.receive(claims.capReq())).capAmt())
        .isEqualTo(TestMerchant.euros(1490));
  }

  @Test
  @Tag("HL-29")
  void whatWasSignedIsAskedAsBefore() throws Exception {
    TestMerchant.Asks asks = merchant.asks(CARD, 1490);
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).approved()).isTrue();
    AuthorizationRequest asked =
        AuthorizationRequest.of(bench.acquirer.received.getFirst());
    assertThat(asked.purchase().checks().unauthenticated()).isFalse();
    assertThat(asked.purchase().transStain()).isPresent();
    assertThat(asked.purchase().certificate()).isPresent();
  }

  @Test
  @Tag("AuthReq-P-05")
  @Tag("P18")
  void whereTheAcquirerDoesNotNameTheMerchantNobodyIsAsked() throws Exception {
    try (Bench strict = new Bench(BRAND, BRAND.openGateway, Bench.SOON, Rules.PLAIN)) {
      TestMerchant.Asks asks = asks();
      assertThat(merchant.reads(asks, strict.receive(asks.authReq())).authCode())
          .isEqualTo(AuthCode.signatureRequired);
      assertThat(strict.acquirer.received).isEmpty();
    }
  }

  @Test
  @Tag("AuthReq-P-05")
  @Tag("P18")
  void whereTheCertificateRequiresTheSignatureNobodyIsAsked() throws Exception {
    TestMerchant other = new TestMerchant(BRAND, BRAND.gateway);
    try (Bench strict = new Bench(BRAND, BRAND.gateway, Bench.SOON, WAIVED)) {
      TestMerchant.Asks asks = other.asks(unsigned(other, 1490));
      assertThat(other.reads(asks, strict.receive(asks.authReq())).authCode())
          .isEqualTo(AuthCode.signatureRequired);
      assertThat(strict.acquirer.received).isEmpty();
    }
  }

  @Test
  @Tag("StandIn-06")
  void nobodyStandsInForWhatNobodySigned() throws Exception {
    bench.acquirer.manner =
        (acquirer, request) ->
            request.mti().equals(Mti.AUTHORIZATION)
                ? request.answer("91")
                : acquirer.work(request);
    TestMerchant.Asks asks = asks();
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).approved()).isFalse();
    TestMerchant.Asks signed = merchant.asks(CARD, 1490);
    assertThat(merchant.reads(signed, bench.receive(signed.authReq())).approved()).isTrue();
    Bench.until(() -> advices().size() == 1);
    assertThat(bench.standing(asks.xid(), Authorization.Declined.class).authCode())
        .isNotEqualTo(AuthCode.approved);
  }

  private List<IsoMessage> advices() {
    return bench.acquirer.received.stream()
        .filter(message -> message.mti().original().equals(Mti.AUTHORIZATION_ADVICE))
        .toList();
  }

  @Test
  @Tag("AuthReq-P-19")
  void noTokenIsGiven() throws Exception {
    AcceptedOrder order = unsigned(merchant, 1490);
    TestMerchant.Asks asks =
        merchant.asks(order, CreateAuthReq.Wish.of(TestMerchant.euros(500)).withToken());
    ProcessAuthRes.Outcome outcome = merchant.reads(asks, bench.receive(asks.authReq()));
    assertThat(outcome.authCode()).isEqualTo(AuthCode.signatureRequired);
    assertThat(outcome.authToken()).isEmpty();
    assertThat(bench.acquirer.received).isEmpty();
  }

  @Test
  @Tag("AuthReq-P-15")
  void anUnsignedHalfIsGoodForOneAuthorizationToo() throws Exception {
    AcceptedOrder order = unsigned(merchant, 1490);
    TestMerchant.Asks first = merchant.asks(order);
    assertThat(merchant.reads(first, bench.receive(first.authReq())).approved()).isTrue();
    TestMerchant.Asks again = merchant.asks(order);
    assertThat(merchant.reads(again, bench.receive(again.authReq())).authCode())
        .isEqualTo(AuthCode.piPreviouslyUsed);
    assertThat(bench.acquirer.received).hasSize(1);
  }

  @Test
  @Tag("V03")
  @Tag("V08")
  void itsCardNumberStandsNowhere() throws Exception {
    TestMerchant.Asks asks = asks();
    assertThat(merchant.reads(asks, bench.receive(asks.authReq())).approved()).isTrue();
    bench.acquirer.manner = TestAcquirer.saying("57");
    TestMerchant.Asks declined = asks();
    assertThat(merchant.reads(declined, bench.receive(declined.authReq())).approved()).isFalse();
    Dump dump = Dump.of(bench.database);
    assertThat(dump.spellingsOf("M-0001")).isNotEmpty();
    assertThat(dump.spellingsOf(CARD.pan().digits())).isEmpty();
    assertThat(dump.spellingsOf(TestMerchant.ORDERED)).isEmpty();
  }
}
