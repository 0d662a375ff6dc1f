package openset.set.treatment.cardholder;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.card.PANData;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PITBS;
import openset.set.message.MessageWrapper;
import openset.set.message.PReqDualSigned;
import openset.set.operator.DD;
import openset.set.operator.EX;
import openset.set.operator.L;
import openset.set.operator.Linked;
import openset.set.operator.Opened;
import openset.set.treatment.Brand;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PReq as the wallet makes it: opened here with the keys of both it is for. */
final class CreatePReqTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;

  private static PReqDualSigned again() throws Refused {
    MessageWrapper wrapper =
        CreatePReq.create(HONEST.proved, Purchase.OFFER, WORLD.card, HONEST.means).wrapper();
    return (PReqDualSigned) Receivers.sent(wrapper).message();
  }

  private static PReqDualSigned sent() {
    return (PReqDualSigned) Receivers.sent(HONEST.pReq.wrapper()).message();
  }

  private static Opened<Linked<PIHead, OIData>, PANData> half(PReqDualSigned request)
      throws Refused {
    return EX.open(
        WORLD.gatewayOpening, request.piDualSigned().exPIData(), PaymentForms.PI_DUAL_SIGNED);
  }

  @Test
  @Tag("PReq-C-01")
  @Tag("ORD-04")
  void theOrderHalfIsOfThisExchangeWithANewRrpidAndSalt() throws Refused {
    OIData one = sent().oiDualSigned().value().value();
    OIData two = again().oiDualSigned().value().value();
    assertThat(one.transIDs()).isEqualTo(HONEST.proved.transIDs());
    assertThat(one.challC()).isEqualTo(HONEST.proved.challC());
    assertThat(one.challM()).isPresent().isEqualTo(HONEST.proved.challM());
    assertThat(one.hod())
        .isEqualTo(
            DD.ofValue(
                HODInput.CONTENT, Purchase.OFFER.value().hodInput(one.odSalt())));
    assertThat(one.rrpid()).isNotEqualTo(two.rrpid());
    assertThat(one.rrpid()).isNotEqualTo(HONEST.pInitReq.asked().rrpid());
    assertThat(one.odSalt()).isNotEqualTo(two.odSalt());
    assertThat(one.hod()).isNotEqualTo(two.hod());
  }

  @Test
  @Tag("PReq-C-02")
  void thePaymentHalfNamesMerchantGatewayAmountAndANewBackKey() throws Refused {
    PIHead head = half(sent()).value().value();
    assertThat(head.merchantID()).isEqualTo(PurchaseWorld.MERCHANT_ID);
    assertThat(head.merchantThumb())
        .isEqualTo(CertThumb.of(WORLD.merchantSigning.certificate()));
    assertThat(head.gatewayThumb())
        .isEqualTo(CertThumb.of(WORLD.gatewayOpening.certificate()));
    assertThat(head.inputs().purchAmt()).isEqualTo(Purchase.OFFER.value().total());
    assertThat(head.inputs().hod()).isEqualTo(sent().oiDualSigned().value().value().hod());
    assertThat(head.acqBackKeyData().orElseThrow().backKey())
        .isEqualTo(HONEST.pReq.asked().acqBackKey().backKey())
        .isNotEqualTo(
            half(again()).value().value().acqBackKeyData().orElseThrow().backKey());
  }

  @Test
  @Tag("PReq-C-02")
  @Tag("K13")
  void theTransStainTellsThePurchaseAndLinksNoTwo() throws Refused {
    PIHead head = half(sent()).value().value();
    Purchase other = Purchase.honestly(PurchaseWorld.classical());
    assertThat(head.transStain())
        .isEqualTo(WORLD.card.cardSecret().stain(HONEST.proved.transIDs().xid()))
        .isNotEqualTo(WORLD.card.cardSecret().stain(other.proved.transIDs().xid()));
  }

  @Test
  @Tag("PReq-C-03")
  @Tag("K11")
  @Tag("ACC-02")
  void theAccountIsTheCardsWithANewNonceSoThatItsDigestCannotBeGuessed() throws Refused {
    PANData one = half(sent()).extra();
    PANData two = half(again()).extra();
    assertThat(one.pan()).isEqualTo(WORLD.card.pan());
    assertThat(one.cardExpiry()).isEqualTo(WORLD.card.expiry());
    assertThat(one.exNonce()).isNotEqualTo(two.exNonce());
    assertThat(DD.ofValue(PANData.CONTENT, one))
        .isNotEqualTo(DD.ofValue(PANData.CONTENT, two));
    assertThat(sent().oiDualSigned().link()).isNotEqualTo(again().oiDualSigned().link());
  }

  @Test
  @Tag("CERT-19")
  void aGatewayThatRequiresTheCardholdersSignatureIsSentTheSignedForm() throws Refused {
    assertThat(HONEST.proved.gateway().certificate().cardCertRequired()).isTrue();
    MessageWrapper wrapper =
        CreatePReq.create(HONEST.proved, Purchase.OFFER, WORLD.card, HONEST.means).wrapper();
    assertThat(Receivers.sent(wrapper).message()).isInstanceOf(PReqDualSigned.class);
  }

  @Test
  @Tag("PReq-C-04")
  void oneSignatureCoversTheDigestsOfBothHalves() throws Refused {
    PReqDualSigned request = sent();
    AsSent<OIData> oiData = request.oiDualSigned().value();
    Opened<Linked<PIHead, OIData>, PANData> half = half(request);
    PIData piData = new PIData(half.value().value(), half.extra());
    PITBS tbs =
        new PITBS(DD.ofValue(PIData.CONTENT, piData), DD.of(OIData.CONTENT, oiData));
    assertThat(request.piDualSigned().piSignature().cms().signers()).hasSize(1);
    assertThat(request.piDualSigned().piSignature().cms().content().content()).isEmpty();
    assertThat(tbs).isEqualTo(new PITBS(request.oiDualSigned().link(), half.value().link()));
    byte[] serial =
        HONEST.agreed.account().authenticated().orElseThrow().certificateSerial().bytes();
    assertThat(new BigInteger(serial))
        .isEqualTo(WORLD.card.credential().certificate().serialNumber());
  }

  @Test
  @Tag("PReq-C-05")
  void thePaymentHalfIsReadByTheShownGatewayAloneAndLinkedToTheOrderHalf() throws Refused {
    PReqDualSigned request = sent();
    AsSent<OIData> oiData = request.oiDualSigned().value();
    assertThat(L.holds(half(request).value(), OIData.CONTENT, oiData.der())).isTrue();
    Brand.Pair other = WORLD.brand.gateway(Suite.CLASSICAL, 2);
    refused(
        ErrorCode.decodingFailure,
        "OP-35",
        () ->
            EX.open(
                other.opening(),
                request.piDualSigned().exPIData(),
                PaymentForms.PI_DUAL_SIGNED));
    refused(
        ErrorCode.decodingFailure,
        "OP-35",
        () ->
            EX.open(
                WORLD.merchantOpening,
                request.piDualSigned().exPIData(),
                PaymentForms.PI_DUAL_SIGNED));
  }

  @Test
  @Tag("PReq-C-06")
  void theOrderHalfIsInClearAndLinkedToThePaymentHalf() throws Refused {
    PReqDualSigned request = sent();
    Opened<Linked<PIHead, OIData>, PANData> half = half(request);
    PIData piData = new PIData(half.value().value(), half.extra());
    assertThat(request.oiDualSigned().value().value().brandID())
        .isEqualTo(WORLD.card.brandID());
    assertThat(request.oiDualSigned().link())
        .isEqualTo(DD.ofValue(PIData.CONTENT, piData));
  }

  @Test
  @Tag("V03")
  @Tag("ACC-02")
  void nothingOfTheAccountIsInClearOrPrinted() throws Refused {
    String digits = WORLD.card.pan().digits();
    byte[] octets = MessageWrapper.TYPE.encode(HONEST.pReq.wrapper());
    assertThat(new String(octets, StandardCharsets.ISO_8859_1))
        .doesNotContain(digits);
    assertThat(HONEST.pReq + " " + WORLD.card + " " + HONEST.agreed).doesNotContain(digits);
  }
}
