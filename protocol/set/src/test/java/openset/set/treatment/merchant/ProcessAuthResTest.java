package openset.set.treatment.merchant;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.crypto.Suite;
import openset.pki.KeyUse;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.SetOid;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.CapToken;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.extension.Extension;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncX;
import openset.set.operator.Recipient;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the merchant refuses of an AuthRes that a gateway properly signed and sealed. */
final class ProcessAuthResTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedAuthorization FORGED = ForgedAuthorization.honest();
  private static final String HEADER = "data.authResPayload.authHeader.";

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> HONEST.receivers().authRes(wrapper));
  }

  @Test
  void takesWhatWasSignedAnew() throws Refused {
    assertThat(HONEST.receivers().authRes(FORGED.authRes(FORGED.deciding)))
        .isEqualTo(HONEST.authorized);
  }

  @Test
  @Tag("AuthRes-M-01")
  void anAnswerThatIsOldOrToAnotherRequestIsRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            HONEST.authRes,
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownRRPID,
        "W-05",
        FORGED.authRes("data.authTags.authRRTags.rrpid", other));
    XID xid = XID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.wrapperMsgMismatch,
        "W-07",
        FORGED.authRes("data.authTags.transIDs.xid", xid));
  }

  @Test
  @Tag("AuthRes-M-02")
  void onlyAGatewayOfTheBrandAnswersAndOnlyToUs() throws Refused {
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        FORGED.authRes("signer", WORLD.merchantSigning));
    Brand meridian = WORLD.otherBrand();
    Brand.Pair stranger = meridian.gateway(Suite.CLASSICAL, 1);
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () ->
            HONEST
                .receivers(WORLD.trusting(meridian))
                .authRes(FORGED.authRes("signer", stranger.signing())));
    Brand.Pair other = WORLD.brand.merchant(Suite.CLASSICAL, "M-0002", "999001");
    refuses(
        ErrorCode.decodingFailure,
        "OP-35",
        FORGED.authRes("to", Recipient.self(other.opening())));
  }

  @Test
  @Tag("AuthRes-M-02")
  @Tag("K08")
  void aKeyCertifiedForExchangeDoesNotSign() {
    assertThat(WORLD.gatewayOpening.certificate().keyUsage()).doesNotContain(KeyUse.SIGN);
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        FORGED.authRes("signer.certificate", WORLD.gatewayOpening.certificate()));
  }

  @Test
  @Tag("AuthRes-M-02")
  void baggageThatWasSwappedIsRefused() {
    AuthResBaggage empty =
        new AuthResBaggage(Optional.empty(), Optional.empty(), Optional.empty());
    refuses(
        ErrorCode.signatureFailure,
        "OP-41",
        Altered.at(
            HONEST.authRes,
            "message.encB.baggage",
            AsSent.of(AuthResBaggage.TYPE, empty)));
  }

  @Test
  @Tag("AuthRes-M-03")
  void itNamesOurRequestOurPurchaseAndUs() {
    RRPID rrpid = RRPID.random(PurchaseWorld.RANDOM);
    MessageWrapper elsewhere =
        Altered.at(
            FORGED.authRes("data.authTags.authRRTags.rrpid", rrpid),
            "messageHeader.rrpid",
            HONEST.authRes.messageHeader().rrpid());
    refuses(ErrorCode.unknownRRPID, "AuthRes-M-03", elsewhere);
    XID xid = XID.random(PurchaseWorld.RANDOM);
    MessageWrapper other =
        Altered.at(
            FORGED.authRes("data.authTags.transIDs.xid", xid),
            "messageHeader.messageIDs",
            Optional.empty());
    refuses(ErrorCode.unknownRRPID, "AuthRes-M-03", other);
    refuses(
        ErrorCode.unknownRRPID,
        "AuthRes-M-03",
        FORGED.authRes(
            "data.authTags.authRRTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    refuses(
        ErrorCode.invalidCertificate,
        "AuthRes-M-03",
        FORGED.authRes(
            "data.merchantThumb", CertThumb.of(WORLD.merchantOpening.certificate())));
  }

  @Test
  @Tag("AuthRes-M-04")
  @Tag("P36")
  void neverMoreThanWeAskedNorAnotherCurrency() {
    refuses(
        ErrorCode.unspecifiedFailure,
        "AuthRes-M-04",
        FORGED.authRes(HEADER + "authAmt", CurrencyAmount.of("EUR", 1491)));
    refuses(
        ErrorCode.unspecifiedFailure,
        "AuthRes-M-04",
        FORGED.authRes(
            HEADER + "authAmt", CurrencyAmount.of("EUR", CurrencyAmount.MINOR_MAX)));
    refuses(
        ErrorCode.unspecifiedFailure,
        "AuthRes-M-04",
        FORGED.authRes(HEADER + "authAmt", CurrencyAmount.of("CHF", 1490)));
  }

  @Test
  @Tag("AuthRes-M-04")
  @Tag("P07")
  void lessIsTakenAsApprovedForSoMuch() throws Refused {
    CurrencyAmount part = CurrencyAmount.of("EUR", 1000);
    ProcessAuthRes.Outcome outcome =
        HONEST.receivers().authRes(FORGED.authRes(HEADER + "authAmt", part));
    assertThat(outcome.approved()).isTrue();
    assertThat(outcome.authAmt()).isEqualTo(part);
  }

  @Test
  @Tag("AuthRes-M-05")
  @Tag("P33")
  void anApprovalWithoutAmountOrTokenIsRefused() {
    refuses(
        ErrorCode.unspecifiedFailure,
        "AuthRes-M-05",
        FORGED.authRes(HEADER + "authAmt", CurrencyAmount.of("EUR", 0)));
    refuses(
        ErrorCode.unspecifiedFailure,
        "AuthRes-M-05",
        FORGED.authRes("baggage.capToken", Optional.<CapToken>empty()));
  }

  @Test
  @Tag("AuthRes-M-05")
  @Tag("P33")
  void aDeclineWithAmountOrTokenIsRefused() {
    ForgedAuthorization.Deciding declined =
        Altered.at(FORGED.deciding, HEADER + "authCode", AuthCode.declined);
    refuses(ErrorCode.unspecifiedFailure, "AuthRes-M-05", FORGED.authRes(declined));
    ForgedAuthorization.Deciding withToken =
        Altered.at(declined, HEADER + "authAmt", CurrencyAmount.of("EUR", 0));
    refuses(ErrorCode.unspecifiedFailure, "AuthRes-M-05", FORGED.authRes(withToken));
    ForgedAuthorization.Deciding withAmount =
        Altered.at(declined, "baggage.capToken", Optional.<CapToken>empty());
    refuses(ErrorCode.unspecifiedFailure, "AuthRes-M-05", FORGED.authRes(withAmount));
  }

  @Test
  @Tag("AuthRes-M-05")
  void aDeclineWithNeitherIsADecline() throws Refused {
    ProcessAuthRes.Outcome outcome =
        HONEST.receivers().authRes(HONEST.decided(AuthCode.callIssuer));
    assertThat(outcome.authCode()).isEqualTo(AuthCode.callIssuer);
    assertThat(outcome.authAmt().isPositive()).isFalse();
    assertThat(outcome.capToken()).isEmpty();
  }

  private static ForgedAuthorization.Deciding declined() {
    return Altered.at(
        Altered.at(
            Altered.at(FORGED.deciding, HEADER + "authCode", AuthCode.declined),
            HEADER + "authAmt",
            CurrencyAmount.of("EUR", 0)),
        "baggage.capToken",
        Optional.<CapToken>empty());
  }

  @Test
  @Tag("AuthRes-M-06")
  void aDeclineWithATokenForAnotherAuthorizationIsRefused() {
    CapToken other = FORGED.deciding.baggage().capToken().orElseThrow();
    AuthToken token = new AuthToken(new EncX<>(other.sealed().cms()));
    refuses(
        ErrorCode.unspecifiedFailure,
        "AuthRes-M-06",
        FORGED.authRes(Altered.at(declined(), "baggage.authToken", Optional.of(token))));
  }

  @Test
  @Tag("AuthRes-M-07")
  void moreThanWasApprovedIsNotCaptured() {
    CapResPayload more =
        new CapResPayload(
            CapCode.success,
            HONEST.order.purchAmt().plus(CurrencyAmount.of("EUR", 1)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    refuses(
        ErrorCode.unspecifiedFailure,
        "AuthRes-M-07",
        FORGED.authRes("data.authResPayload.capResPayload", Optional.of(more)));
  }

  private static final String EXTENSIONS = "data.authResPayload.aRsExtensions";

  private static Optional<MsgExtensions> ends(Instant at) {
    return Extension.list(Optional.of(Extension.AUTH_END.of(at)));
  }

  @Test
  @Tag("AuthRes-M-08")
  void anEndIsReadOfAnApprovalAndRefusedOfAnythingElse() throws Refused {
    Instant end = PurchaseWorld.NOW.plus(Duration.ofDays(7));
    ProcessAuthRes.Outcome outcome =
        HONEST.receivers().authRes(FORGED.authRes(EXTENSIONS, ends(end)));
    assertThat(outcome.until()).contains(end);
    refuses(
        ErrorCode.unspecifiedFailure,
        "AuthRes-M-08",
        FORGED.authRes(Altered.at(declined(), EXTENSIONS, ends(end))));
  }

  @Test
  @Tag("EXT-01")
  void anEndThatIsNoDateIsRefused() {
    MsgExtensions.MsgExtension wrong =
        new MsgExtensions.MsgExtension(SetOid.AUTH_END, false, Der.ofHex("0500"));
    refuses(
        ErrorCode.decodingFailure,
        "EXT-01",
        FORGED.authRes(EXTENSIONS, Extension.list(Optional.of(wrong))));
  }
}
