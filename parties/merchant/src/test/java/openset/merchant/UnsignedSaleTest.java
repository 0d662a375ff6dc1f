package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import openset.evidence.EvidenceBundle;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.merchant.sale.Practice;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.pki.Certificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.outcome.CompletionCode;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessInqRes;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders that no cardholder signed, at a merchant on a real database. */
@Timeout(120)
final class UnsignedSaleTest {
  private static final Brand OPEN = new Brand(false);
  private static final Practice TAKING = Practice.PLAIN.takingUnsigned(true);
  private static final Shopfront SHOP = new Shopfront(OPEN, TAKING);
  private static final Wallet WALLET = SHOP.wallet(1);

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private static Wallet.Agreed ordered(Shopfront shop, Wallet by, PlacedOrder order)
      throws Refused {
    return by.ordersUnsigned(by.opens(shop, order), order.offer());
  }

  private static ProcessInqRes.Told told(CreatePReq.Asked asked) throws Refused {
    CreateInqReq.Created inquiry = CreateInqReq.unsigned(asked.transIDs(), WALLET.means());
    byte[] octets = SHOP.receive(MessageWrapper.TYPE.encode(inquiry.wrapper()));
    MessageWrapper answer = MessageWrapper.TYPE.decode(octets);
    return ProcessInqRes.process(
        answer, (InqRes) answer.message(), asked, inquiry.asked(), WALLET.means());
  }

  @Test
  @Tag("PReq-M-12")
  void itIsAuthorizedAndKeptAsNotSigned() throws Exception {
    PlacedOrder order = SHOP.order("bk-101");
    Wallet.Agreed agreed = ordered(SHOP, WALLET, order);
    byte[] answer = SHOP.receive(agreed.pReq());
    assertThat(WALLET.reads(agreed, answer)).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    SHOP.restart();
    assertThat(Sale.signed(SHOP.authorized(order))).contains(false);

    PlacedOrder other = SHOP.order("bk-101");
    SHOP.receive(WALLET.agrees(SHOP, other).pReq());
    assertThat(Sale.signed(SHOP.authorized(other))).contains(true);
  }

  @Test
  @Tag("PReq-M-12")
  @Tag("P17")
  void itIsRefusedWhereThePracticeOrTheGatewaysCertificateDoesNotAllowIt() throws Exception {
    try (Shopfront plain = new Shopfront(OPEN)) {
      Wallet wallet = plain.wallet(2);
      byte[] pReq = ordered(plain, wallet, plain.order("bk-101")).pReq();
      assertThat(wallet.refusal(plain.receive(pReq))).isEqualTo(ErrorCode.signatureRequired);
      assertThat(plain.gateway.authorizations()).isEmpty();
    }
    Brand strict = new Brand(true);
    try (Shopfront eager = new Shopfront(strict, TAKING)) {
      Wallet wallet = eager.wallet(2);
      PlacedOrder order = eager.order("bk-101");
      ProcessPInitRes.Proved strictly = wallet.opens(eager, order);
      // What an honest wallet would not make: as if the gateway's certificate allowed it.
      ProcessPInitRes.Proved pretended =
          new ProcessPInitRes.Proved(
              strictly.transIDs(),
              strictly.challC(),
              strictly.challM(),
              strictly.merchant(),
              OPEN.gateway().keyExchange());
      byte[] pReq = wallet.ordersUnsigned(pretended, order.offer()).pReq();
      assertThat(wallet.refusal(eager.receive(pReq))).isEqualTo(ErrorCode.signatureRequired);
      assertThat(eager.gateway.authorizations()).isEmpty();
    }
  }

  @Test
  @Tag("PReq-M-10")
  void aRepeatIsAnsweredWithTheSameOctetsAndASecondOrderOfTheXidIsRefused() throws Exception {
    PlacedOrder order = SHOP.order("bk-102");
    ProcessPInitRes.Proved proved = WALLET.opens(SHOP, order);
    byte[] pReq = WALLET.ordersUnsigned(proved, order.offer()).pReq();
    int before = SHOP.gateway.authorizations().size();
    assertThat(SHOP.receive(pReq)).isEqualTo(SHOP.receive(pReq));
    byte[] another = WALLET.ordersUnsigned(proved, order.offer()).pReq();
    assertThat(WALLET.refusal(SHOP.receive(another))).isEqualTo(ErrorCode.unknownXID);
    assertThat(SHOP.gateway.authorizations()).hasSize(before + 1);
  }

  @Test
  @Tag("PReq-M-08")
  @Tag("P17")
  void whatWasSignedForAnotherPriceIsNotOrderedUnsignedAfterwards() throws Exception {
    PlacedOrder dear = SHOP.order("bk-103");
    ProcessPInitRes.Proved proved = WALLET.opens(SHOP, dear);
    SHOP.receive(WALLET.agrees(proved, SHOP.order("bk-101").offer()).pReq());
    assertThat(SHOP.sale(dear)).isInstanceOf(Sale.Rejected.class);
    byte[] bare = WALLET.ordersUnsigned(proved, dear.offer()).pReq();
    assertThat(WALLET.refusal(SHOP.receive(bare))).isEqualTo(ErrorCode.unknownXID);
    SHOP.receive(WALLET.agrees(proved, dear.offer()).pReq());
    assertThat(SHOP.sale(dear)).isInstanceOf(Sale.Authorized.class);
  }

  @Test
  @Tag("PReq-M-13")
  void theWholeIsAskedForOnceAndNoTokenComes() throws Exception {
    Practice parcels = new Practice(true, false, true).takingUnsigned(true);
    try (Shopfront shop = new Shopfront(OPEN, parcels)) {
      PlacedOrder order = shop.order("bk-101", "st-303");
      shop.receive(ordered(shop, shop.wallet(3), order).pReq());
      Sale.Authorized sale = shop.authorized(order);
      assertThat(sale.authAmt()).isEqualTo(order.offer().value().total());
      assertThat(sale.authToken()).isEmpty();
    }
  }

  @Test
  @Tag("InqRes-M-06")
  @Tag("InqReq-M-02")
  void whoAsksUnsignedLearnsWhatPResSaidAndNothingOfTheShipment() throws Exception {
    PlacedOrder order = SHOP.order("bk-101");
    Wallet.Agreed agreed = ordered(SHOP, WALLET, order);
    SHOP.receive(agreed.pReq());
    SHOP.merchant().ship(order.lidM(), new Ship(List.of(1), "T-1"));
    ProcessInqRes.Told told = told(agreed.created().asked());
    assertThat(told.outcome()).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    assertThat(told.said().completionCode())
        .isEqualTo(CompletionCode.authorizationPerformed);
    assertThat(told.said().results().orElseThrow().capStatus()).isEmpty();

    CreateInqReq.Created signed =
        CreateInqReq.create(
            agreed.created().asked().transIDs(), WALLET.card().credential(), WALLET.means());
    byte[] refusal = SHOP.receive(MessageWrapper.TYPE.encode(signed.wrapper()));
    assertThat(WALLET.refusal(refusal)).isEqualTo(ErrorCode.unknownXID);
  }

  @Test
  @Tag("InqReq-M-02")
  @Tag("P37")
  void aSignedPurchaseIsNotToldToWhoDoesNotSign() throws Exception {
    PlacedOrder order = SHOP.order("bk-101");
    Wallet.Agreed agreed = WALLET.agrees(SHOP, order);
    SHOP.receive(agreed.pReq());
    CreateInqReq.Created bare =
        CreateInqReq.unsigned(agreed.created().asked().transIDs(), WALLET.means());
    byte[] refusal = SHOP.receive(MessageWrapper.TYPE.encode(bare.wrapper()));
    assertThat(WALLET.refusal(refusal)).isEqualTo(ErrorCode.signatureRequired);
  }

  @Test
  @Tag("EVID-60")
  @Tag("EVID-61")
  void theMerchantsBundleProvesItsOfferAndTheMoneyAndNoAgreement() throws Exception {
    PlacedOrder order = SHOP.order("bk-101", "st-303");
    SHOP.receive(ordered(SHOP, WALLET, order).pReq());
    SHOP.merchant().ship(order.lidM(), new Ship(List.of(1), "T-1"));
    EvidenceBundle bundle = SHOP.merchant().evidence().of(order, List.of()).orElseThrow();
    EvidenceVerdict verdict =
        Verify.verify(bundle.der(), root(bundle), Instant.now().plusSeconds(60));
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.proves(Kind.AGREEMENT)).isFalse();
    for (Kind kind : List.of(Kind.OFFER_CONTENT, Kind.AUTHORIZATION, Kind.CAPTURE)) {
      assertThat(verdict.proves(kind)).as(kind.name()).isTrue();
    }
  }

  private static Certificate root(EvidenceBundle bundle) {
    return bundle.lists().certificates().stream()
        .filter(Certificate::selfIssued)
        .findFirst()
        .orElseThrow();
  }
}
