package openset.set.treatment.merchant;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.capture.CapResItem;
import openset.set.data.sale.CapCode;
import openset.set.message.MessageWrapper;
import openset.set.operator.Recipient;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedCapture;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the merchant refuses of a CapRes that a gateway properly signed and sealed. */
final class ProcessCapResTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedCapture FORGED = ForgedCapture.honest();
  private static final String ITEM = "data.capResItemSeq.0.";

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> HONEST.receivers().capRes(wrapper));
  }

  @Test
  @Tag("CapRes-M-01")
  void anAnswerThatIsOldOrToAnotherRequestIsRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            HONEST.capRes,
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownRRPID, "W-05", FORGED.capRes("data.capRRTags.rrpid", other));
    XID xid = XID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.wrapperMsgMismatch, "W-07", FORGED.capRes(ITEM + "transIDs.xid", xid));
  }

  @Test
  @Tag("CapRes-M-02")
  void onlyAGatewayOfTheBrandAnswersAndOnlyToUs() throws Refused {
    refuses(
        ErrorCode.invalidCertificate, "CERT-28", FORGED.capRes("signer", WORLD.merchantSigning));
    Brand meridian = WORLD.otherBrand();
    Brand.Pair stranger = meridian.gateway(Suite.CLASSICAL, 1);
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () ->
            HONEST
                .receivers(WORLD.trusting(meridian))
                .capRes(FORGED.capRes("signer", stranger.signing())));
    Brand.Pair other = WORLD.brand.merchant(Suite.CLASSICAL, "M-0002", "999001");
    refuses(
        ErrorCode.decodingFailure,
        "OP-35",
        FORGED.capRes("to", Recipient.self(other.opening())));
  }

  @Test
  @Tag("CapRes-M-03")
  void itNamesOurRequestAndExactlyOurItem() {
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownRRPID,
        "CapRes-M-03",
        Altered.at(
            FORGED.capRes("data.capRRTags.rrpid", other),
            "messageHeader.rrpid",
            HONEST.capRes.messageHeader().rrpid()));
    refuses(
        ErrorCode.unknownRRPID,
        "CapRes-M-03",
        FORGED.capRes("data.capRRTags.currentDate", PurchaseWorld.NOW.plusSeconds(1)));
    CapResItem item = FORGED.booking.data().capResItemSeq().getFirst();
    refuses(
        ErrorCode.unknownRRPID,
        "CapRes-M-03",
        FORGED.capRes("data.capResItemSeq", List.of(item, item)));
    refuses(ErrorCode.unknownXID, "CapRes-M-03", FORGED.capRes(ITEM + "authRRPID", other));
    XID xid = XID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownXID,
        "CapRes-M-03",
        Altered.at(
            FORGED.capRes(ITEM + "transIDs.xid", xid),
            "messageHeader.messageIDs",
            Optional.empty()));
  }

  @Test
  @Tag("CapRes-M-04")
  void neverMoreThanWeAskedNorAnotherCurrency() {
    refuses(
        ErrorCode.unspecifiedFailure,
        "CapRes-M-04",
        FORGED.capRes(ITEM + "capResPayload.capAmt", CurrencyAmount.of("EUR", 1491)));
    refuses(
        ErrorCode.unspecifiedFailure,
        "CapRes-M-04",
        FORGED.capRes(ITEM + "capResPayload.capAmt", CurrencyAmount.of("CHF", 1490)));
  }

  @Test
  void aRefusalOfTheGatewayIsAValue() throws Refused {
    MessageWrapper none =
        FORGED.capRes(
            ITEM + "capResPayload",
            Altered.at(
                Altered.at(
                    FORGED.booking.data().capResItemSeq().getFirst().capResPayload(),
                    "capCode",
                    CapCode.invalidCapToken),
                "capAmt",
                CurrencyAmount.of("EUR", 0)));
    assertThat(HONEST.receivers().capRes(none).capCode()).isEqualTo(CapCode.invalidCapToken);
  }
}
