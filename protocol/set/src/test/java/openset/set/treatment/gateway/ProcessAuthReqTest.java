package openset.set.treatment.gateway;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.XID;
import openset.set.data.auth.CheckDigests;
import openset.set.data.card.CardExpiry;
import openset.set.data.payment.AuthToken;
import openset.set.data.payment.PI;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PIUnsigned;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import openset.set.message.AuthReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.EXH;
import openset.set.operator.EncX;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.ForgedOrder;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.cardholder.Card;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the gateway refuses, and what it answers without a bank: the message and who sent it. */
final class ProcessAuthReqTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedOrder ORDER = ForgedOrder.honest();
  private static final ForgedAuthorization FORGED = ForgedAuthorization.honest();
  private static final String ITEM = "data.authReqItem.";

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> HONEST.receivers().authReq(wrapper));
  }

  private static void answers(AuthCode code, String rule, MessageWrapper wrapper)
      throws Refused {
    assertThat(HONEST.receivers().authReq(wrapper))
        .isInstanceOfSatisfying(
            ProcessAuthReq.Outcome.NotAgreed.class,
            not -> {
              assertThat(not.rule()).isEqualTo(rule);
              assertThat(not.authCode()).isEqualTo(code);
              assertThat(not.request().merchant().merchantID())
                  .isEqualTo(PurchaseWorld.MERCHANT_ID);
            });
  }

  private static PIDualSigned dual() {
    return (PIDualSigned) FORGED.asking.pi();
  }

  private static Signatory asked(Brand.Pair merchant) {
    return Signatory.of(merchant.signing())
        .enclosing(List.of(merchant.opening().certificate()));
  }

  @Test
  void agreesToWhatWasSignedAnew() throws Refused {
    assertThat(HONEST.receivers().authReq(FORGED.authReq(FORGED.asking)))
        .isEqualTo(HONEST.agreed);
    assertThat(
            HONEST
                .receivers()
                .authReq(FORGED.authReq("pi", ORDER.dualSigned(ORDER.halves).piDualSigned())))
        .isEqualTo(HONEST.agreed);
  }

  @Test
  @Tag("AuthReq-P-01")
  void anOldRequestIsRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            HONEST.authReq.wrapper(),
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
  }

  @Test
  @Tag("AuthReq-P-02")
  void onlyAMerchantOfTheBrandAsksAndOnlyUs() throws Refused {
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        FORGED.authReq("signer", Signatory.of(WORLD.card.credential())));
    Brand meridian = WORLD.otherBrand();
    Brand.Pair stranger = meridian.merchant(Suite.CLASSICAL, "M-0001", "999001");
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () ->
            HONEST
                .receivers(WORLD.trusting(meridian))
                .authReq(FORGED.authReq("signer", asked(stranger))));
    Brand.Pair other = WORLD.brand.gateway(Suite.CLASSICAL, 2);
    refuses(
        ErrorCode.decodingFailure,
        "OP-35",
        FORGED.authReq("to", Recipient.self(other.opening())));
  }

  @Test
  @Tag("AuthReq-P-02")
  void aPaymentHalfThatTheMerchantDidNotBindIsRefused() {
    PI other = ORDER.dualSigned(ORDER.halves).piDualSigned();
    refuses(
        ErrorCode.signatureFailure,
        "OP-41",
        Altered.at(
            HONEST.authReq.wrapper(), "message.encB.baggage", AsSent.of(PI.TYPE, other)));
  }

  @Test
  @Tag("AuthReq-P-03")
  void identifiersOutsideAreThoseInsideAndTheRequestIsFresh() {
    refuses(
        ErrorCode.unknownRRPID,
        "W-05",
        Altered.at(HONEST.authReq.wrapper(), "messageHeader.rrpid", Optional.empty()));
    refuses(
        ErrorCode.wrapperMsgMismatch,
        "W-07",
        Altered.at(
            HONEST.authReq.wrapper(),
            "messageHeader.messageIDs.xID",
            Optional.of(XID.random(PurchaseWorld.RANDOM))));
    refuses(
        ErrorCode.messageTooNew,
        "W-03",
        FORGED.authReq(
            ITEM + "authTags.authRRTags.currentDate",
            PurchaseWorld.NOW.plus(Duration.ofMinutes(6))));
  }

  @Test
  @Tag("AuthReq-P-04")
  void theMerchantIsTheOneCertifiedAndItsExchangeCertificateCameAlong() {
    refuses(
        ErrorCode.invalidCertificate,
        "AuthReq-P-04",
        FORGED.authReq(
            ITEM + "authTags.authRRTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    refuses(
        ErrorCode.missingCertificate,
        "AuthReq-P-04",
        FORGED.authReq("signer", Signatory.of(WORLD.merchantSigning)));
  }

  @Test
  @Tag("AuthReq-P-04")
  @Tag("K08")
  void theAnswerIsSealedToNoOtherMerchantsKey() {
    Signatory ours = Signatory.of(WORLD.merchantSigning);
    Brand.Pair other = WORLD.brand.merchant(Suite.CLASSICAL, "M-0002", "999001");
    refuses(
        ErrorCode.missingCertificate,
        "AuthReq-P-04",
        FORGED.authReq(
            "signer", ours.enclosing(List.of(other.opening().certificate()))));
    Brand.Pair elsewhere = WORLD.brand.merchant(Suite.CLASSICAL, "M-0001", "999002");
    refuses(
        ErrorCode.missingCertificate,
        "AuthReq-P-04",
        FORGED.authReq(
            "signer", ours.enclosing(List.of(elsewhere.opening().certificate()))));
  }

  @Test
  @Tag("AuthReq-P-05")
  @Tag("P17")
  @Tag("P18")
  void aPaymentHalfWithoutTheCardholdersSignatureIsNotAgreed() throws Refused {
    PIUnsigned stripped = new PIUnsigned(new EXH<>(dual().exPIData().cms()));
    answers(AuthCode.signatureRequired, "AuthReq-P-05", FORGED.authReq("pi", stripped));
  }

  @Test
  @Tag("AuthReq-P-06")
  @Tag("P13")
  void withoutTheMerchantsOwnDigestsNothingIsAgreed() throws Refused {
    answers(
        AuthCode.invalidTransaction,
        "AuthReq-P-06",
        FORGED.authReq(ITEM + "checkDigests", Optional.<CheckDigests>empty()));
  }

  @Test
  @Tag("AuthReq-P-06")
  void aTokenIsNoPaymentHalf() throws Refused {
    AuthToken token = new AuthToken(new EncX<>(dual().exPIData().cms()));
    answers(AuthCode.invalidTransaction, "AuthReq-P-06", FORGED.authReq("pi", token));
  }

  @Test
  @Tag("AuthToken-P-02")
  void aTokenThatIsNotOursAuthorizesNothing() throws Refused {
    AuthToken token = new AuthToken(new EncX<>(dual().exPIData().cms()));
    ForgedAuthorization.Asking asking = Altered.at(FORGED.asking, "pi", token);
    answers(
        AuthCode.invalidTransaction,
        "AuthToken-P-02",
        FORGED.authReq(
            Altered.at(asking, ITEM + "checkDigests", Optional.<CheckDigests>empty())));
  }

  @Test
  @Tag("AuthReq-P-07")
  @Tag("L18")
  void captureNowIsNotSupported() throws Refused {
    answers(
        AuthCode.captureNotSupported, "AuthReq-P-07", FORGED.authReq("data.captureNow", true));
  }

  @Test
  @Tag("AuthReq-P-08")
  void aPaymentHalfForAnotherGatewayDoesNotOpen() throws Refused {
    Brand.Pair other = WORLD.brand.gateway(Suite.CLASSICAL, 2);
    refuses(
        ErrorCode.decodingFailure,
        "OP-35",
        FORGED.authReq("pi", ORDER.payment("to", Recipient.self(other.opening()))));
  }

  @Test
  @Tag("AuthReq-P-09")
  void aSignatureOverAnotherPaymentHalfIsRefused() {
    PIDualSigned cheaper =
        ORDER.payment("head.inputs.purchAmt", CurrencyAmount.of("EUR", 1));
    PIDualSigned mixed = new PIDualSigned(dual().piSignature(), cheaper.exPIData());
    refuses(ErrorCode.signatureFailure, "OP-17", FORGED.authReq("pi", mixed));
  }

  @Test
  @Tag("AuthReq-P-09")
  void onlyACardholderOfTheBrandPays() {
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        FORGED.authReq("pi", ORDER.payment("signer", WORLD.merchantSigning)));
    Brand meridian = WORLD.otherBrand();
    Card card = meridian.card(Suite.CLASSICAL);
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () ->
            HONEST
                .receivers(WORLD.trusting(meridian))
                .authReq(FORGED.authReq("pi", ORDER.payment("signer", card.credential()))));
  }

  @Test
  @Tag("AuthReq-P-10")
  @Tag("P11")
  void anotherOrderThanTheCardholdersIsNotAgreed() throws Refused {
    Purchase other = Purchase.honestly(PurchaseWorld.classical());
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-10",
        FORGED.authReq(
            ITEM + "checkDigests",
            Optional.of(
                new CheckDigests(
                    other.order.proof().hOIData(), HONEST.order.proof().hod2()))));
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-10",
        FORGED.authReq(
            ITEM + "checkDigests",
            Optional.of(
                new CheckDigests(
                    HONEST.order.proof().hOIData(), other.order.proof().hod2()))));
  }

  @Test
  @Tag("AuthReq-P-10")
  @Tag("P09")
  void anOrderWhoseDigestDiffersInThePaymentHalfIsNotAgreed() throws Refused {
    Purchase other = Purchase.honestly(PurchaseWorld.classical());
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-10",
        FORGED.authReq(
            "pi", ORDER.payment("head.inputs.hod", other.order.proof().hod2())));
  }

  @Test
  @Tag("AuthReq-P-11")
  void anotherPurchaseIsNotAgreed() throws Refused {
    XID other = XID.random(PurchaseWorld.RANDOM);
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-11",
        FORGED.authReq("pi", ORDER.payment("head.transIDs.xid", other)));
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-11",
        FORGED.authReq(ITEM + "authTags.transIDs.xid", other));
  }

  @Test
  @Tag("AuthReq-P-12")
  void anotherMerchantThanTheCardholderMeantIsNotAgreed() throws Refused {
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-12",
        FORGED.authReq("pi", ORDER.payment("head.merchantID", new MerchantID("M-0002"))));
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-12",
        FORGED.authReq(
            "pi",
            ORDER.payment(
                "head.merchantThumb", CertThumb.of(WORLD.merchantOpening.certificate()))));
  }

  @Test
  @Tag("AuthReq-P-12")
  void aMerchantWhoGotHoldOfAnothersPaymentHalfIsNotPaid() throws Refused {
    Brand.Pair thief = WORLD.brand.merchant(Suite.CLASSICAL, "M-0001", "999001");
    answers(AuthCode.piAuthMismatch, "AuthReq-P-12", FORGED.authReq("signer", asked(thief)));
  }

  @Test
  @Tag("AuthReq-P-12")
  @Tag("P14")
  void aPaymentHalfThatARogueGatewaySealedToUsIsNotAgreed() throws Refused {
    OpeningCredential rogue = WORLD.brand.gateway(Suite.CLASSICAL, 2).opening();
    answers(
        AuthCode.piAuthMismatch,
        "AuthReq-P-12",
        FORGED.authReq(
            "pi", ORDER.payment("head.gatewayThumb", CertThumb.of(rogue.certificate()))));
  }

  @Test
  @Tag("AuthReq-P-13")
  @Tag("P06")
  @Tag("P09")
  void moreThanTheCardholderAgreedToIsNotAgreed() throws Refused {
    answers(
        AuthCode.amountError,
        "AuthReq-P-13",
        FORGED.authReq(ITEM + "authReqPayload.authReqAmt", CurrencyAmount.of("EUR", 1491)));
    answers(
        AuthCode.amountError,
        "AuthReq-P-13",
        FORGED.authReq(
            "pi", ORDER.payment("head.inputs.purchAmt", CurrencyAmount.of("EUR", 1489))));
  }

  @Test
  @Tag("AuthReq-P-13")
  @Tag("P36")
  void nothingAnotherCurrencyAndTheLargestAmountAreNotAgreed() throws Refused {
    for (CurrencyAmount odd :
        List.of(
            CurrencyAmount.of("EUR", 0),
            CurrencyAmount.of("CHF", 1490),
            CurrencyAmount.of("EUR", CurrencyAmount.MINOR_MAX))) {
      answers(
          AuthCode.amountError,
          "AuthReq-P-13",
          FORGED.authReq(ITEM + "authReqPayload.authReqAmt", odd));
    }
  }

  @Test
  @Tag("AuthReq-P-13")
  @Tag("P07")
  void lessThanTheCardholderAgreedToIsAskedOfTheBank() throws Refused {
    CurrencyAmount part = CurrencyAmount.of("EUR", 1000);
    ProcessAuthReq.Outcome outcome =
        HONEST.receivers().authReq(FORGED.authReq(ITEM + "authReqPayload.authReqAmt", part));
    assertThat(outcome).isInstanceOf(ProcessAuthReq.Outcome.Agreed.class);
    assertThat(outcome.request().authReqAmt()).isEqualTo(part);
  }

  @Test
  @Tag("AuthReq-P-14")
  @Tag("P19")
  void anAccountThatTheCertificateIsNotForIsPlainlyDeclined() throws Refused {
    Card other = WORLD.brand.card(Suite.CLASSICAL);
    answers(
        AuthCode.declined,
        "AuthReq-P-14",
        FORGED.authReq("pi", ORDER.payment("signer", other.credential())));
    answers(
        AuthCode.declined,
        "AuthReq-P-14",
        FORGED.authReq("pi", ORDER.payment("pan.panSecret", other.panSecret())));
    answers(
        AuthCode.declined,
        "AuthReq-P-14",
        FORGED.authReq(
            "pi",
            ORDER.payment(
                "pan.cardExpiry",
                new CardExpiry(YearMonth.of(2031, 1)))));
  }

  private static InstallRecurData instalments(int count) {
    return new InstallRecurData(
        new InstallRecurInd.InstallTotalTrans(count), Optional.empty());
  }

  @Test
  @Tag("AuthReq-P-16")
  @Tag("P29")
  void instalmentsThatTheCardholderDidNotSignAreNotAgreed() throws Refused {
    Optional<InstallRecurData> twelve = Optional.of(instalments(12));
    String theirs = ITEM + "authReqPayload.installRecurData";
    PIDualSigned signed = ORDER.payment("head.installRecurData", twelve);
    answers(AuthCode.installRecurMismatch, "AuthReq-P-16", FORGED.authReq(theirs, twelve));
    answers(AuthCode.installRecurMismatch, "AuthReq-P-16", FORGED.authReq("pi", signed));
    ForgedAuthorization.Asking asking = Altered.at(FORGED.asking, "pi", signed);
    answers(
        AuthCode.installRecurMismatch,
        "AuthReq-P-16",
        FORGED.authReq(Altered.at(asking, theirs, Optional.of(instalments(13)))));
    assertThat(
            HONEST.receivers().authReq(FORGED.authReq(Altered.at(asking, theirs, twelve))))
        .isInstanceOf(ProcessAuthReq.Outcome.Agreed.class);
  }

  @Test
  void thePaymentHalfIsReadByNobodyWhoseCertificateItDoesNotName() throws Refused {
    AuthReq message = (AuthReq) Receivers.sent(HONEST.authReq.wrapper()).message();
    Brand.Pair other = WORLD.brand.gateway(Suite.CLASSICAL, 2);
    refused(
        ErrorCode.decodingFailure,
        "OP-35",
        () ->
            ProcessAuthReq.process(
                HONEST.authReq.wrapper(), message, other.opening(), HONEST.means));
  }
}
