package openset.set.treatment.cardholder;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.AuthHeader;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.ResponseData;
import openset.set.data.card.BackKeyData;
import openset.set.data.order.OIData;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.Results;
import openset.set.data.sale.AuthCode;
import openset.set.message.MessageWrapper;
import openset.set.operator.DD;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.ForgedOrder;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessAuthRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wallet refuses of PRes, and what it believes. */
final class ProcessPResTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedOrder FORGED = ForgedOrder.honest();
  private static final ForgedAuthorization RECEIPTS = ForgedAuthorization.honest();

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> HONEST.receivers().pRes(wrapper));
  }

  /** PRes that carries a receipt with {@code value} at {@code path}. */
  private static MessageWrapper receipt(String path, Object value) {
    return FORGED.payload("results.acqCardMsg", RECEIPTS.receipt(path, value));
  }

  @Test
  @Tag("PRes-C-01")
  @Tag("P23")
  void anAnswerThatIsOldOrToAnotherRequestIsRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            HONEST.pRes, "messageHeader.date", PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    refuses(ErrorCode.unknownRRPID, "W-05", FORGED.pRes("data.rrpid", other));
  }

  @Test
  @Tag("PRes-C-02")
  void anotherMerchantOfTheBrandCannotAnswer() {
    Brand.Pair other = WORLD.brand.merchant(Suite.CLASSICAL, "M-0002", "999001");
    refuses(
        ErrorCode.invalidCertificate, "PRes-C-02", FORGED.pRes("signer", other.signing()));
    Brand.Pair sameName = WORLD.brand.merchant(Suite.CLASSICAL, "M-0001", "999001");
    refuses(
        ErrorCode.invalidCertificate, "PRes-C-02", FORGED.pRes("signer", sameName.signing()));
    refuses(
        ErrorCode.invalidCertificate, "CERT-28", FORGED.pRes("signer", WORLD.gatewaySigning));
  }

  @Test
  @Tag("PRes-C-03")
  @Tag("P23")
  void itIsAboutOurRequestOurPurchaseAndOurChallenge() {
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownRRPID,
        "PRes-C-03",
        Altered.at(
            FORGED.pRes("data.rrpid", other),
            "messageHeader.rrpid",
            Optional.of(HONEST.pReq.asked().rrpid())));
    XID xid = XID.random(PurchaseWorld.RANDOM);
    refuses(ErrorCode.unknownXID, "PRes-C-03", FORGED.pRes("data.transIDs.xid", xid));
    Challenge challenge = Challenge.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.challengeMismatch, "PRes-C-03", FORGED.pRes("data.challC", challenge));
  }

  @Test
  @Tag("PRes-C-04")
  @Tag("OP-39")
  void aReceiptUnderAnotherKeyOrByNoGatewayIsRefused() {
    BackKeyData other = BackKeyData.random(PurchaseWorld.RANDOM);
    refuses(ErrorCode.decodingFailure, "OP-35", receipt("key", other));
    refuses(ErrorCode.invalidCertificate, "CERT-28", receipt("signer", WORLD.merchantSigning));
    refuses(
        ErrorCode.invalidCertificate, "CERT-28", receipt("signer", WORLD.card.credential()));
  }

  @Test
  @Tag("PRes-C-05")
  void aReceiptOfAnotherPurchaseMerchantOrOrderIsRefused() {
    XID xid = XID.random(PurchaseWorld.RANDOM);
    refuses(ErrorCode.unknownXID, "PRes-C-05", receipt("message.receipt.xid", xid));
    refuses(
        ErrorCode.unknownXID,
        "PRes-C-05",
        receipt("message.receipt.merchantID", new MerchantID("M-0002")));
    refuses(
        ErrorCode.unknownXID,
        "PRes-C-05",
        receipt(
            "message.receipt.merchantThumb",
            CertThumb.of(WORLD.merchantOpening.certificate())));
    OIData other = Altered.at(FORGED.halves.oi(), "rrpid", RRPID.random(PurchaseWorld.RANDOM));
    refuses(
        ErrorCode.unknownXID,
        "PRes-C-05",
        receipt("message.receipt.hOIData", DD.ofValue(OIData.CONTENT, other)));
  }

  @Test
  @Tag("PRes-C-06")
  void aReceiptForMoreInAnotherCurrencyOrThatContradictsItselfIsRefused() {
    CurrencyAmount more = CurrencyAmount.of("EUR", 1491);
    refuses(ErrorCode.unspecifiedFailure, "PRes-C-06", receipt("message.receipt.authAmt", more));
    CurrencyAmount francs = CurrencyAmount.of("CHF", 1490);
    refuses(
        ErrorCode.unspecifiedFailure, "PRes-C-06", receipt("message.receipt.authAmt", francs));
    CurrencyAmount nothing = CurrencyAmount.of("EUR", 0);
    refuses(
        ErrorCode.unspecifiedFailure, "PRes-C-06", receipt("message.receipt.authAmt", nothing));
    refuses(
        ErrorCode.unspecifiedFailure,
        "PRes-C-06",
        receipt("message.receipt.authCode", AuthCode.declined));
  }

  @Test
  void aReceiptForLessIsBelievedAsItIs() throws Refused {
    CurrencyAmount part = CurrencyAmount.of("EUR", 1000);
    ProcessPRes.Outcome told =
        HONEST.receivers().pRes(receipt("message.receipt.authAmt", part));
    assertThat(((ProcessPRes.Outcome.Confirmed) told).receipt().authAmt()).isEqualTo(part);
  }

  @Test
  @Tag("P28")
  void theMerchantsWordAloneConfirmsNothing() throws Refused {
    ProcessAuthRes.Outcome invented =
        new ProcessAuthRes.Outcome(
            AuthHeader.of(
                Purchase.OFFER.value().total(),
                AuthCode.approved,
                ResponseData.approved("654321")),
            Optional.empty(),
            AuthResBaggage.NOTHING);
    assertThat(HONEST.receivers().pRes(HONEST.told(invented)))
        .isEqualTo(
            new ProcessPRes.Outcome.NotConfirmed(
                CompletionCode.authorizationPerformed, Optional.of(AuthCode.approved)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"capturePerformed", "creditPerformed", "orderReceived"})
  @Tag("P28")
  void noCompletionCodeConfirmsWithoutTheGatewaysReceipt(String code) throws Refused {
    MessageWrapper claimed =
        FORGED.pRes(
            "data.pResPayloadSeq",
            List.of(
                Altered.at(
                    Altered.at(
                        FORGED.telling.data().pResPayloadSeq().getFirst(),
                        "completionCode",
                        CompletionCode.valueOf(code)),
                    "results",
                    Optional.<Results>empty())));
    assertThat(HONEST.receivers().pRes(claimed))
        .isInstanceOf(ProcessPRes.Outcome.NotConfirmed.class);
  }

  @Test
  @Tag("P28")
  void aReceiptOfAnEarlierPurchaseConfirmsNothing() throws Refused {
    Purchase earlier = Purchase.honestly(PurchaseWorld.classical());
    refuses(
        ErrorCode.decodingFailure,
        "OP-35",
        FORGED.payload("results.acqCardMsg", earlier.authorized.acqCardMsg()));
  }

  @Test
  void anOrderRejectedIsNotConfirmed() throws Refused {
    MessageWrapper rejected =
        CreatePRes.rejected(
            CreatePRes.To.order(HONEST.order), WORLD.merchantSigning, HONEST.means);
    assertThat(HONEST.receivers().pRes(rejected))
        .isEqualTo(
            new ProcessPRes.Outcome.NotConfirmed(
                CompletionCode.orderRejected, Optional.empty()));
  }
}
