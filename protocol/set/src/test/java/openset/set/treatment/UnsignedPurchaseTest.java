package openset.set.treatment;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.Salt;
import openset.set.data.XID;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PANToken;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.InqReqData;
import openset.set.data.payment.PIDataUnsigned;
import openset.set.data.payment.PIHead;
import openset.set.data.sale.InstallRecurData;
import openset.set.extension.CardChecks;
import openset.set.message.InqReq;
import openset.set.message.MessageWrapper;
import openset.set.message.PReq;
import openset.set.message.PReqDualSigned;
import openset.set.message.PReqUnsigned;
import openset.set.operator.DD;
import openset.set.operator.EXH;
import openset.set.operator.Linked;
import openset.set.operator.Opened;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.UncertifiedCard;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateInqRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessInqReq;
import openset.set.treatment.merchant.ProcessPReq;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A purchase that nobody signs, where gateway and merchant take it; and what never becomes one. */
final class UnsignedPurchaseTest {
  private static final Purchase OPEN = purchase(PurchaseWorld.takingUnsigned());
  private static final PurchaseWorld WORLD = OPEN.world;
  private static final UncertifiedCard CARD = uncertified(WORLD.card);

  private final CreatePReq.Created created = create(Purchase.OFFER);

  private static Purchase purchase(PurchaseWorld world) {
    return Purchase.honestly(world);
  }

  private static UncertifiedCard uncertified(Card card) {
    return new UncertifiedCard(card.brandID(), card.pan(), card.expiry());
  }

  private static CreatePReq.Created create(AsSent<Offer> offer) {
    try {
      return CreatePReq.unsigned(OPEN.proved, offer, CARD, CardChecks.NONE, OPEN.means);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  private static PReqUnsigned sent(MessageWrapper wrapper) {
    return (PReqUnsigned) Receivers.sent(wrapper).message();
  }

  private static ProcessPReq.Outcome ordered(
      MessageWrapper wrapper, Optional<CertThumb> earlier, boolean allowed) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessPReq.process(
        came,
        (PReq) came.message(),
        new ProcessPReq.Known(
            OPEN.pInitRes.sale(), Purchase.OFFER.value(), earlier, allowed),
        OPEN.means);
  }

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> ordered(wrapper, Optional.empty(), true));
  }

  private static Opened<Linked<PIHead, OIData>, PANToken> half(PReqUnsigned request)
      throws Refused {
    return EXH.open(
        WORLD.gatewayOpening, request.piUnsigned().exhPIData(), PaymentForms.PI_UNSIGNED);
  }

  /** An order half under the same header rules, with {@code value} at {@code path}. */
  private MessageWrapper altered(String path, Object value) {
    PReqUnsigned honest = sent(created.wrapper());
    OIData other = Altered.at(honest.oiData().value(), path, value);
    PReqUnsigned request =
        new PReqUnsigned(
            honest.piUnsigned(),
            new Linked<>(AsSent.of(OIData.TYPE, other), honest.oiUnsigned().link()));
    return Resent.wrap(other.transIDs(), other.rrpid(), request);
  }

  @Test
  @Tag("PReq-C-08")
  void thePaymentHalfIsSealedToTheGatewayAndLinkedToTheOrderHalf() throws Refused {
    PReqUnsigned request = sent(created.wrapper());
    Opened<Linked<PIHead, OIData>, PANToken> half = half(request);
    assertThat(half.extra().pan()).isEqualTo(CARD.pan());
    assertThat(half.extra().cardExpiry()).isEqualTo(CARD.expiry());
    assertThat(half.value().link()).isEqualTo(DD.of(OIData.CONTENT, request.oiData()));
    assertThat(request.oiUnsigned().link())
        .isEqualTo(
            DD.ofValue(
                PIDataUnsigned.CONTENT,
                new PIDataUnsigned(half.value().value(), half.extra())));
    assertThat(half.value().value().transStain())
        .isEqualTo(CardSecret.NONE.stain(OPEN.proved.transIDs().xid()));
    assertThat(created.asked().hOIData()).isEqualTo(half.value().link());
  }

  @Test
  @Tag("PReq-C-08")
  @Tag("K11")
  void theAccountHasANewNonceEachTimeSoThatTheMerchantCannotGuessItFromTheLink()
      throws Refused {
    PReqUnsigned one = sent(created.wrapper());
    PReqUnsigned two = sent(create(Purchase.OFFER).wrapper());
    assertThat(half(one).extra().exNonce()).isNotEqualTo(half(two).extra().exNonce());
    assertThat(one.oiUnsigned().link()).isNotEqualTo(two.oiUnsigned().link());
  }

  @Test
  @Tag("CERT-19")
  void aGatewayThatRequiresACertificateIsSentNoUnsignedForm() throws Refused {
    Purchase closed = Purchase.honest();
    assertThat(closed.proved.takesUnsigned()).isFalse();
    refused(
        ErrorCode.signatureRequired,
        "CERT-19",
        () ->
            CreatePReq.unsigned(
                closed.proved,
                Purchase.OFFER,
                uncertified(closed.world.card),
                CardChecks.NONE,
                closed.means));
  }

  @Test
  @Tag("PReq-C-09")
  void aPlanOfPaymentsIsNeverSentUnsigned() {
    Offer plan =
        Altered.at(
            Purchase.OFFER.value(),
            "installRecurData",
            Optional.of(InstallRecurData.instalments(3, 30)));
    refused(
        ErrorCode.signatureRequired,
        "PReq-C-09",
        () ->
            CreatePReq.unsigned(
                OPEN.proved, AsSent.of(Offer.TYPE, plan), CARD, CardChecks.NONE, OPEN.means));
  }

  @Test
  @Tag("PReq-M-02")
  @Tag("P17")
  void itIsTakenWhereThatIsAllowedAndNowhereElse() throws Refused {
    assertThat(ordered(created.wrapper(), Optional.empty(), true))
        .isInstanceOfSatisfying(
            ProcessPReq.Outcome.Accepted.class,
            accepted -> {
              AcceptedOrder.Proof proof = accepted.order().proof();
              assertThat(proof.cardholder()).isEmpty();
              assertThat(proof.pi().value()).isEqualTo(sent(created.wrapper()).piUnsigned());
              assertThat(proof.hOIData()).isEqualTo(created.asked().hOIData());
              assertThat(accepted.order().purchAmt()).isEqualTo(created.asked().purchAmt());
            });
    refused(
        ErrorCode.signatureRequired,
        "PReq-M-02",
        () -> ordered(created.wrapper(), Optional.empty(), false));
  }

  @Test
  @Tag("PReq-M-07")
  @Tag("P17")
  void aSignatureThatDoesNotHoldIsNotTakenAsNone() {
    PReqDualSigned dual = (PReqDualSigned) Receivers.sent(OPEN.pReq.wrapper()).message();
    OIData other =
        Altered.at(dual.oiData().value(), "odSalt", Salt.random(PurchaseWorld.RANDOM));
    refuses(
        ErrorCode.signatureFailure,
        "OP-17",
        Altered.at(
            OPEN.pReq.wrapper(),
            "message.oiDualSigned.value",
            AsSent.of(OIData.TYPE, other)));
  }

  @Test
  @Tag("PReq-M-08")
  @Tag("P17")
  void anXidThatWasSignedForIsNotOrderedWithUnsigned() {
    CertThumb earlier = CertThumb.of(WORLD.card.credential().certificate());
    refused(
        ErrorCode.unknownXID,
        "PReq-M-08",
        () -> ordered(created.wrapper(), Optional.of(earlier), true));
  }

  @Test
  void whoOrderedUnsignedMaySignAfterAll() throws Refused {
    assertThat(ordered(OPEN.pReq.wrapper(), Optional.empty(), true))
        .isInstanceOf(ProcessPReq.Outcome.Accepted.class);
  }

  @Test
  @Tag("PReq-M-03")
  @Tag("PReq-M-04")
  @Tag("PReq-M-06")
  void itIsHeldToPInitResAsTheSignedFormIs() {
    refuses(
        ErrorCode.unknownXID,
        "PReq-M-03",
        altered("transIDs.xid", XID.random(PurchaseWorld.RANDOM)));
    refuses(
        ErrorCode.challengeMismatch,
        "PReq-M-04",
        altered("challM", Optional.of(Challenge.random(PurchaseWorld.RANDOM))));
    refuses(
        ErrorCode.invalidCertificate,
        "PReq-M-06",
        altered("gatewayThumb", CertThumb.of(WORLD.merchantOpening.certificate())));
  }

  @Test
  @Tag("PReq-M-09")
  @Tag("P09")
  void anotherOrderOrPriceIsRejectedAndNoBankAsked() throws Refused {
    HODInput cheap =
        Altered.at(
            Purchase.OFFER.value().hodInput(sent(created.wrapper()).oiData().value().odSalt()),
            "purchAmt",
            CurrencyAmount.of("EUR", 1));
    for (MessageWrapper wrapper :
        List.of(
            altered("hod", DD.ofValue(HODInput.CONTENT, cheap)),
            create(PurchaseWorld.offer(1)).wrapper())) {
      assertThat(ordered(wrapper, Optional.empty(), true))
          .isInstanceOfSatisfying(
              ProcessPReq.Outcome.Rejected.class,
              rejected -> assertThat(rejected.cardholder()).isEmpty());
    }
  }

  private static CreatePRes.To inquired(
      MessageWrapper wrapper, Optional<CertThumb> cardholder, boolean unsigned)
      throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessInqReq.process(
        came,
        (InqReq) came.message(),
        new ProcessInqReq.Known(
            OPEN.proved.transIDs(), WORLD.card.brandID(), cardholder, unsigned),
        OPEN.means);
  }

  @Test
  @Tag("InqReq-C-03")
  void whoDidNotSignAsksUnsignedByXidAndANewChallenge() throws Refused {
    CreateInqReq.Created inquiry = CreateInqReq.unsigned(OPEN.proved.transIDs(), OPEN.means);
    assertThat(inquiry.wrapper().message()).isInstanceOf(InqReq.InqReqUnsigned.class);
    assertThat(inquired(inquiry.wrapper(), Optional.empty(), true))
        .isEqualTo(
            new CreatePRes.To(
                OPEN.proved.transIDs(), inquiry.asked().rrpid(), inquiry.asked().challC2()));
    assertThat(CreateInqReq.unsigned(OPEN.proved.transIDs(), OPEN.means).asked().challC2())
        .isNotEqualTo(inquiry.asked().challC2());
  }

  @Test
  @Tag("InqReq-M-02")
  @Tag("P37")
  void aSignedPurchaseIsNotTalkedAboutToWhoDoesNotSign() {
    MessageWrapper bare = CreateInqReq.unsigned(OPEN.proved.transIDs(), OPEN.means).wrapper();
    CertThumb cardholder = CertThumb.of(WORLD.card.credential().certificate());
    refused(
        ErrorCode.signatureRequired,
        "InqReq-M-02",
        () -> inquired(bare, Optional.of(cardholder), false));
    refused(
        ErrorCode.signatureRequired, "InqReq-M-02", () -> inquired(bare, Optional.empty(), false));
  }

  @Test
  @Tag("InqReq-M-04")
  void whoDoesNotKnowAllIdentifiersIsToldOfNoPurchase() {
    CreateInqReq.Created honest = CreateInqReq.unsigned(OPEN.proved.transIDs(), OPEN.means);
    InqReqData other =
        Altered.at(
            ((InqReq.InqReqUnsigned) honest.wrapper().message()).data(),
            "transIDs.xid",
            XID.random(PurchaseWorld.RANDOM));
    MessageWrapper guess =
        Resent.wrap(other.transIDs(), other.rrpid(), new InqReq.InqReqUnsigned(other));
    refused(
        ErrorCode.unknownXID, "InqReq-M-04", () -> inquired(guess, Optional.empty(), true));
  }

  @Test
  @Tag("InqReq-M-05")
  void anUnsignedPurchaseIsNoCertificatesOwn() {
    MessageWrapper signed =
        CreateInqReq.create(
                OPEN.proved.transIDs(),
                WORLD.brand.card(Suite.CLASSICAL).credential(),
                OPEN.means)
            .wrapper();
    refused(
        ErrorCode.unknownXID, "InqReq-M-05", () -> inquired(signed, Optional.empty(), true));
  }

  @Test
  @Tag("InqRes-M-06")
  void whoAsksUnsignedIsToldNoMoreThanPResSays() {
    CurrencyAmount all = OPEN.order.purchAmt();
    CreateInqRes.Standing full =
        CreateInqRes.Standing.decided(
            new CreateInqRes.Decision(
                PurchaseWorld.NOW,
                OPEN.authorized.authCode(),
                OPEN.authorized.authAmt(),
                OPEN.authorized.acqCardMsg()),
            new CreateInqRes.Paid(
                Optional.of(new CreateInqRes.Captured(PurchaseWorld.NOW, all)),
                List.of(new CreateInqRes.Credited(PurchaseWorld.NOW, all))),
            all);
    CreateInqRes.Standing two = CreateInqRes.Standing.of(List.of(full, full));
    assertThat(two.asPResSays().payloads())
        .singleElement()
        .satisfies(
            payload -> {
              assertThat(payload.completionCode())
                  .isEqualTo(CompletionCode.authorizationPerformed);
              assertThat(payload.results().orElseThrow().acqCardMsg())
                  .isEqualTo(OPEN.authorized.acqCardMsg());
              assertThat(payload.results().orElseThrow().capStatus()).isEmpty();
              assertThat(payload.results().orElseThrow().credStatusSeq()).isEmpty();
            });
    CreateInqRes.Standing waiting =
        CreateInqRes.Standing.of(CompletionCode.orderReceived);
    assertThat(waiting.asPResSays()).isEqualTo(waiting);
  }

  @Test
  void noOctetOfWhatIsSentOutsideTheEnvelopeTellsTheAccount() {
    Der octets = Der.of(MessageWrapper.TYPE.encode(created.wrapper()));
    String text = new String(octets.bytes(), StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain(CARD.pan().digits());
    assertThat(CARD.toString()).doesNotContain(CARD.pan().digits());
  }
}
