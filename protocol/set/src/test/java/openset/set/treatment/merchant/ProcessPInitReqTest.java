package openset.set.treatment.merchant;

import static openset.set.treatment.Refusal.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.set.ErrorCode;
import openset.set.data.BrandID;
import openset.set.data.LocalID;
import openset.set.data.MsgExtensions;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Altered;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the merchant refuses of PInitReq. */
final class ProcessPInitReqTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final MessageWrapper REQUEST = HONEST.pInitReq.wrapper();

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> HONEST.receivers().pInitReq(wrapper));
  }

  /** The request with another label of the merchant's, inside as outside. */
  private static MessageWrapper labelled(Optional<LocalID> label) {
    return Altered.at(
        Altered.at(REQUEST, "message.localIDM", label), "messageHeader.messageIDs.lidM", label);
  }

  @Test
  @Tag("PInitReq-M-01")
  void aRequestThatIsOldOrNamesAnotherExchangeIsRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            REQUEST, "messageHeader.date", PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    refuses(
        ErrorCode.unknownRRPID,
        "W-05",
        Altered.at(REQUEST, "messageHeader.rrpid", Optional.empty()));
  }

  @Test
  @Tag("PInitReq-M-02")
  void aCriticalExtensionIsRefused() {
    MsgExtensions.MsgExtension extension =
        new MsgExtensions.MsgExtension(
            ObjectIdentifier.of("1.3.6.1.4.1.32473.1"), true, Der.ofHex("0500"));
    refuses(
        ErrorCode.unrecognizedExtension,
        "W-04",
        Altered.at(
            REQUEST,
            "message.piRqExtensions",
            Optional.of(new MsgExtensions(List.of(extension)))));
  }

  @Test
  @Tag("PInitReq-M-03")
  void anotherLabelThanTheOrdersIsRefused() {
    refuses(
        ErrorCode.unknownLID,
        "PInitReq-M-03",
        labelled(Optional.of(LocalID.ofText("order-2"))));
    refuses(ErrorCode.unknownLID, "PInitReq-M-03", labelled(Optional.empty()));
  }

  @Test
  @Tag("PInitReq-M-04")
  void aBrandThatTheOfferIsNotForIsRefused() {
    refuses(
        ErrorCode.unspecifiedFailure,
        "PInitReq-M-04",
        Altered.at(REQUEST, "message.brandID", new BrandID("Meridian")));
  }
}
