package openset.set.treatment.merchant;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.pki.cms.SignedData;
import openset.pki.cms.SignerInfo;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.Salt;
import openset.set.data.XID;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.payment.PIDataUnsigned;
import openset.set.data.payment.PIUnsigned;
import openset.set.message.MessageWrapper;
import openset.set.message.PReqDualSigned;
import openset.set.message.PReqUnsigned;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.DetachedSignature;
import openset.set.operator.EXH;
import openset.set.operator.Linked;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedOrder;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreatePReq;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the merchant refuses of a PReq that a cardholder properly signed. */
final class ProcessPReqTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedOrder FORGED = ForgedOrder.honest();

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> HONEST.receivers().pReq(wrapper));
  }

  private static PReqDualSigned sent() {
    return (PReqDualSigned) Receivers.sent(HONEST.pReq.wrapper()).message();
  }

  @Test
  void acceptsWhatWasSignedAnew() throws Refused {
    assertThat(HONEST.receivers().pReq(FORGED.pReq(FORGED.halves)))
        .isInstanceOf(ProcessPReq.Outcome.Accepted.class);
  }

  @Test
  @Tag("PReq-M-01")
  void anOldRequestIsRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            HONEST.pReq.wrapper(),
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
  }

  @Test
  @Tag("PReq-M-02")
  @Tag("P17")
  void theUnsignedFormIsNeverPassedOverInSilence() {
    PReqUnsigned stripped =
        new PReqUnsigned(
            new PIUnsigned(new EXH<>(sent().piDualSigned().exPIData().cms())),
            new Linked<>(
                sent().oiDualSigned().value(),
                DD.of(
                    PIDataUnsigned.CONTENT,
                    sent().oiDualSigned().value().der())));
    refuses(
        ErrorCode.signatureRequired,
        "PReq-M-02",
        Altered.at(HONEST.pReq.wrapper(), "message", stripped));
  }

  @Test
  @Tag("PReq-M-03")
  void theIdentifiersAreThoseOfPInitRes() {
    XID other = XID.random(PurchaseWorld.RANDOM);
    refuses(ErrorCode.unknownXID, "PReq-M-03", FORGED.pReq("oi.transIDs.xid", other));
    refuses(
        ErrorCode.unknownXID,
        "PReq-M-03",
        FORGED.pReq("oi.transIDs.pReqDate", PurchaseWorld.NOW.plusSeconds(1)));
    refuses(
        ErrorCode.wrapperMsgMismatch,
        "W-07",
        Altered.at(
            HONEST.pReq.wrapper(), "messageHeader.messageIDs.xID", Optional.of(other)));
  }

  @Test
  @Tag("PReq-M-04")
  void bothChallengesAreThoseOfPInitRes() {
    Challenge other = Challenge.random(PurchaseWorld.RANDOM);
    refuses(ErrorCode.challengeMismatch, "PReq-M-04", FORGED.pReq("oi.challC", other));
    refuses(
        ErrorCode.challengeMismatch, "PReq-M-04", FORGED.pReq("oi.challM", Optional.of(other)));
    refuses(
        ErrorCode.challengeMismatch, "PReq-M-04", FORGED.pReq("oi.challM", Optional.empty()));
  }

  @Test
  @Tag("PReq-M-05")
  void brandAndBinAreThoseTheGatewayWasChosenFor() {
    refuses(
        ErrorCode.wrapperMsgMismatch,
        "PReq-M-05",
        FORGED.pReq("oi.brandID", new BrandID("Meridian")));
    refuses(
        ErrorCode.wrapperMsgMismatch, "PReq-M-05", FORGED.pReq("oi.bin", new BIN("999002")));
  }

  @Test
  @Tag("PReq-M-06")
  @Tag("P14")
  void theCardholderMeansThisMerchantAndTheGatewayItWasShown() {
    CertThumb other = CertThumb.of(WORLD.merchantOpening.certificate());
    refuses(
        ErrorCode.invalidCertificate, "PReq-M-06", FORGED.pReq("oi.gatewayThumb", other));
    refuses(
        ErrorCode.invalidCertificate, "PReq-M-06", FORGED.pReq("oi.merchantThumb", other));
  }

  @Test
  @Tag("PReq-M-07")
  void anOrderHalfThatTheSignatureIsNotOverIsRefused() {
    OIData other =
        Altered.at(FORGED.halves.oi(), "odSalt", Salt.random(PurchaseWorld.RANDOM));
    AsSent<OIData> swapped = AsSent.of(OIData.TYPE, other);
    refuses(
        ErrorCode.signatureFailure,
        "OP-17",
        Altered.at(HONEST.pReq.wrapper(), "message.oiDualSigned.value", swapped));
  }

  @Test
  @Tag("PReq-M-07")
  void aPaymentHalfThatTheSignatureIsNotOverIsRefused() {
    Detached<?> other =
        FORGED
            .dualSigned(
                Altered.at(
                    FORGED.halves, "head.inputs.purchAmt", CurrencyAmount.of("EUR", 1)))
            .oiDualSigned()
            .link();
    refuses(
        ErrorCode.signatureFailure,
        "OP-17",
        Altered.at(HONEST.pReq.wrapper(), "message.oiDualSigned.link", other));
  }

  @Test
  @Tag("PReq-M-07")
  void onlyACardholderOfTheBrandSigns() {
    refuses(
        ErrorCode.invalidCertificate, "CERT-28", FORGED.pReq("signer", WORLD.merchantSigning));
    Brand meridian = WORLD.otherBrand();
    Card card = meridian.card(Suite.CLASSICAL);
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () ->
            HONEST
                .receivers(WORLD.trusting(meridian))
                .pReq(FORGED.pReq("signer", card.credential())));
  }

  @Test
  @Tag("PReq-M-07")
  @Tag("P20")
  void twoSignaturesAreRefusedThoughBothAreGood() {
    SignedData one = sent().piDualSigned().piSignature().cms();
    SignedData other =
        FORGED
            .dualSigned(
                Altered.at(
                    FORGED.halves, "signer", WORLD.brand.card(Suite.CLASSICAL).credential()))
            .piDualSigned()
            .piSignature()
            .cms();
    List<SignerInfo> both = List.of(one.signers().getFirst(), other.signers().getFirst());
    SignedData doubled =
        new SignedData(
            one.digestAlgorithms(), one.content(), one.certificates(), one.crls(), both);
    refuses(
        ErrorCode.signatureFailure,
        "OP-12",
        Altered.at(
            HONEST.pReq.wrapper(),
            "message.piDualSigned.piSignature",
            new DetachedSignature<>(doubled)));
  }

  @Test
  @Tag("PReq-M-08")
  @Tag("P05")
  void anXidBelongsToTheCardholderWhoFirstOrderedWithIt() throws Refused {
    CertThumb first = CertThumb.of(WORLD.card.credential().certificate());
    Card other = WORLD.brand.card(Suite.CLASSICAL);
    refused(
        ErrorCode.unknownXID,
        "PReq-M-08",
        () ->
            HONEST
                .receivers()
                .pReq(FORGED.pReq("signer", other.credential()), Optional.of(first)));
    assertThat(HONEST.receivers().pReq(HONEST.pReq.wrapper(), Optional.of(first)))
        .isInstanceOf(ProcessPReq.Outcome.Accepted.class);
  }

  private static ProcessPReq.Outcome ordering(AsSent<Offer> agreed) throws Refused {
    return HONEST
        .receivers()
        .pReq(CreatePReq.create(HONEST.proved, agreed, WORLD.card, HONEST.means).wrapper());
  }

  private static void rejected(ProcessPReq.Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ProcessPReq.Outcome.Rejected.class,
            rejected -> assertThat(rejected.rule()).isEqualTo("PReq-M-09"));
  }

  @Test
  @Tag("PReq-M-09")
  @Tag("P09")
  void anOrderThatDiffersByOneCentIsRejectedAndNoBankAsked() throws Refused {
    rejected(ordering(PurchaseWorld.offer(1489)));
    rejected(ordering(PurchaseWorld.offer(1491)));
  }

  @Test
  @Tag("PReq-M-09")
  @Tag("P11")
  void otherGoodsForTheSamePriceAreRejected() throws Refused {
    Offer offer = Purchase.OFFER.value();
    rejected(ordering(PurchaseWorld.offer(1490)));
    rejected(
        ordering(AsSent.of(Offer.TYPE, Altered.at(offer, "lines.0.description", "A Lamp"))));
  }

  @Test
  @Tag("PReq-M-09")
  @Tag("P09")
  void anOrderWhoseDigestNamesAnotherAmountIsRejectedThoughBothHalvesAreSigned()
      throws Refused {
    HODInput input = Purchase.OFFER.value().hodInput(FORGED.halves.oi().odSalt());
    HODInput cheaper = Altered.at(input, "purchAmt", CurrencyAmount.of("EUR", 1));
    rejected(
        HONEST
            .receivers()
            .pReq(FORGED.pReq("oi.hod", DD.ofValue(HODInput.CONTENT, cheaper))));
  }

  @Test
  void theOrderThatIsAcceptedCarriesOurOwnDigestsAndThePaymentHalfAsItCame() {
    AcceptedOrder.Proof proof = HONEST.order.proof();
    assertThat(proof.hod2()).isEqualTo(FORGED.halves.oi().hod());
    assertThat(proof.hOIData())
        .isEqualTo(DD.of(OIData.CONTENT, sent().oiDualSigned().value()));
    assertThat(proof.pi().value()).isEqualTo(sent().piDualSigned());
    assertThat(proof.cardholder())
        .contains(CertThumb.of(WORLD.card.credential().certificate()));
    assertThat(HONEST.order.purchAmt()).isEqualTo(Purchase.OFFER.value().total());
  }
}
