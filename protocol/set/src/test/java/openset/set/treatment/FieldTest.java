package openset.set.treatment;

import static openset.set.treatment.Refusal.refused;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.SecretBytes;
import openset.pki.cms.EncapsulatedContent;
import openset.pki.cms.SignedData;
import openset.set.ErrorCode;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.Digest;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.MsgExtensions;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.Salt;
import openset.set.data.Thumbs;
import openset.set.data.XID;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;
import openset.set.data.card.TransStain;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.Results;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitResData;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each field that a signature covers, changed by somebody on the way who can do all but sign: the
 * whole message is there, well formed, resealed where it was sealed, under the old signature.
 */
final class FieldTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final ForgedOrder ORDER = ForgedOrder.honest();
  private static final ForgedAuthorization AUTHORIZATION = ForgedAuthorization.honest();
  private static final CertThumb OTHER_THUMB =
      CertThumb.of(HONEST.world.merchantOpening.certificate());
  private static final Optional<MsgExtensions> EXTENSION =
      Optional.of(
          new MsgExtensions(
              List.of(
                  new MsgExtensions.MsgExtension(
                      ObjectIdentifier.of("1.3.6.1.4.1.32473.1"), false, Der.ofHex("0500")))));

  private static Challenge challenge() {
    return Challenge.random(PurchaseWorld.RANDOM);
  }

  private static Detached<HODInput> otherOrder() {
    HODInput input = PurchaseWorld.offer(1).value().hodInput(ORDER.halves.oi().odSalt());
    return DD.ofValue(HODInput.CONTENT, input);
  }

  /** Fields of OIData, and the rule that refuses them: the signature's, unless one comes first. */
  static Stream<Arguments> orderFields() {
    return Stream.of(
        Arguments.of("transIDs.lidC", LocalID.ofText("other"), "W-07"),
        Arguments.of("transIDs.lidM", Optional.of(LocalID.ofText("other")), "W-07"),
        Arguments.of("transIDs.xid", XID.random(PurchaseWorld.RANDOM), "W-07"),
        Arguments.of("transIDs.pReqDate", PurchaseWorld.NOW.minusSeconds(1), "PReq-M-03"),
        Arguments.of("rrpid", RRPID.random(PurchaseWorld.RANDOM), "W-05"),
        Arguments.of("challC", challenge(), "PReq-M-04"),
        Arguments.of("hod", otherOrder(), "OP-17"),
        Arguments.of("odSalt", Salt.random(PurchaseWorld.RANDOM), "OP-17"),
        Arguments.of("challM", Optional.of(challenge()), "PReq-M-04"),
        Arguments.of("brandID", new BrandID("Meridian"), "PReq-M-05"),
        Arguments.of("bin", new BIN("999002"), "PReq-M-05"),
        Arguments.of(
            "odExtOIDs", Optional.of(List.of(ObjectIdentifier.of("1.3.6.1"))), "OP-17"),
        Arguments.of("oiExtensions", EXTENSION, "OP-17"),
        Arguments.of("gatewayThumb", OTHER_THUMB, "PReq-M-06"),
        Arguments.of("merchantThumb", OTHER_THUMB, "PReq-M-06"));
  }

  @ParameterizedTest(name = "OIData.{0}")
  @MethodSource("orderFields")
  @Tag("PReq-M-07")
  @Tag("P11")
  void ofTheOrderHalfIsRefusedByTheMerchant(String field, Object value, String rule) {
    OIData other = Altered.at(ORDER.halves.oi(), field, value);
    MessageWrapper wrapper =
        Altered.at(
            HONEST.pReq.wrapper(),
            "message.oiDualSigned.value",
            AsSent.of(OIData.TYPE, other));
    refused(rule, () -> HONEST.receivers().pReq(wrapper));
  }

  @ParameterizedTest(name = "OIData.{0}")
  @MethodSource("orderFields")
  @Tag("AuthReq-P-09")
  @Tag("P11")
  void ofTheOrderHalfIsRefusedByTheGatewayThatKnowsItByDigest(
      String field, Object value, String rule) {
    resealed("oi." + field, value);
  }

  /** Fields of the payment half. */
  static Stream<Arguments> paymentFields() {
    InstallRecurData twelve =
        new InstallRecurData(new InstallRecurInd.InstallTotalTrans(12), Optional.empty());
    return Stream.of(
        Arguments.of("head.transIDs.xid", XID.random(PurchaseWorld.RANDOM)),
        Arguments.of("head.transIDs.lidC", LocalID.ofText("other")),
        Arguments.of("head.inputs.hod", otherOrder()),
        Arguments.of("head.inputs.purchAmt", CurrencyAmount.of("EUR", 999_999)),
        Arguments.of("head.merchantID", new MerchantID("M-0002")),
        Arguments.of("head.installRecurData", Optional.of(twelve)),
        Arguments.of("head.transStain", new TransStain(Der.of(new byte[32]))),
        Arguments.of("head.swIdent", new SWIdent("other")),
        Arguments.of("head.piExtensions", EXTENSION),
        Arguments.of("head.gatewayThumb", OTHER_THUMB),
        Arguments.of("head.merchantThumb", OTHER_THUMB),
        Arguments.of("pan.pan", PAN.completing("999001000000001")),
        Arguments.of("pan.cardExpiry", new CardExpiry(YearMonth.of(2031, 1))),
        Arguments.of(
            "pan.panSecret", new PANSecret(SecretBytes.random(32, PurchaseWorld.RANDOM))),
        Arguments.of("pan.exNonce", Nonce.random(PurchaseWorld.RANDOM)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paymentFields")
  @Tag("AuthReq-P-09")
  @Tag("P06")
  void ofThePaymentHalfIsRefusedByTheGateway(String field, Object value) {
    resealed(field, value);
  }

  static Stream<Arguments> backKeys() {
    return Stream.of(
        Arguments.of(Optional.of(BackKeyData.random(PurchaseWorld.RANDOM))),
        Arguments.of(Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("backKeys")
  @Tag("AuthReq-P-09")
  @Tag("P34")
  void ofTheWayBackIsRefusedByTheGateway(Optional<BackKeyData> key) {
    resealed("head.acqBackKeyData", key);
  }

  /** The payment half with a field altered and sealed to the gateway, under the old signature. */
  private static void resealed(String path, Object value) {
    PIDualSigned honest = (PIDualSigned) AUTHORIZATION.asking.pi();
    PIDualSigned altered = ORDER.payment(path, value);
    PIDualSigned mixed = new PIDualSigned(honest.piSignature(), altered.exPIData());
    refused(
        ErrorCode.signatureFailure,
        "OP-17",
        () -> HONEST.receivers().authReq(AUTHORIZATION.authReq("pi", mixed)));
  }

  /** {@code wrapper} with other content under the signature that was there. */
  private static <T> MessageWrapper content(MessageWrapper wrapper, Asn1Type<T> type, T value) {
    SignedData cms = (SignedData) Altered.part(wrapper, "message.signed.cms");
    EncapsulatedContent content =
        new EncapsulatedContent(
            cms.content().contentType(), Optional.of(Der.of(type.encode(value))));
    return Altered.at(wrapper, "message.signed.cms.content", content);
  }

  static Stream<Arguments> offerFields() {
    Thumbs thumbs =
        new Thumbs(List.of(new Digest(Der.of(new byte[32]))), List.of(), List.of());
    return Stream.of(
        Arguments.of("transIDs.xid", XID.random(PurchaseWorld.RANDOM)),
        Arguments.of("rrpid", RRPID.random(PurchaseWorld.RANDOM)),
        Arguments.of("challC", challenge()),
        Arguments.of("challM", challenge()),
        Arguments.of(
            "brandCRLIdentifier",
            Optional.of(HONEST.world.brand.identifier(HONEST.world.brand.crls()))),
        Arguments.of("peThumb", OTHER_THUMB),
        Arguments.of("thumbs", Optional.of(thumbs)),
        Arguments.of("piRsExtensions", EXTENSION),
        Arguments.of(
            "offerDigest",
            DD.of(Offer.CONTENT, PurchaseWorld.offer(1))));
  }

  @ParameterizedTest(name = "PInitResData.{0}")
  @MethodSource("offerFields")
  @Tag("PInitRes-C-02")
  void ofPInitResIsRefusedByTheWallet(String field, Object value) {
    PInitResData other = Altered.at(ORDER.offering.data(), field, value);
    MessageWrapper wrapper = content(HONEST.pInitRes.wrapper(), PInitResData.TYPE, other);
    refused(
        ErrorCode.signatureFailure, "OP-17", () -> HONEST.receivers().pInitRes(wrapper));
  }

  static Stream<Arguments> answerFields() {
    String payload = "pResPayloadSeq.0.";
    return Stream.of(
        Arguments.of("transIDs.xid", XID.random(PurchaseWorld.RANDOM)),
        Arguments.of("rrpid", RRPID.random(PurchaseWorld.RANDOM)),
        Arguments.of("challC", challenge()),
        Arguments.of(payload + "completionCode", CompletionCode.orderRejected),
        Arguments.of(payload + "results", Optional.<Results>empty()),
        Arguments.of(payload + "results.acqCardMsg", Optional.empty()),
        Arguments.of(payload + "pRsExtensions", EXTENSION));
  }

  @ParameterizedTest(name = "PResData.{0}")
  @MethodSource("answerFields")
  @Tag("PRes-C-02")
  void ofPResIsRefusedByTheWallet(String field, Object value) {
    PResData other = Altered.at(ORDER.telling.data(), field, value);
    MessageWrapper wrapper = content(HONEST.pRes, PResData.TYPE, other);
    refused(ErrorCode.signatureFailure, "OP-17", () -> HONEST.receivers().pRes(wrapper));
  }
}
