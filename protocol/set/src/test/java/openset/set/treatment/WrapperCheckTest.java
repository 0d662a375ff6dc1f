package openset.set.treatment;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.message.MessageWrapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every receiver checks of a wrapper, at the receiver of every message of a purchase. */
final class WrapperCheckTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final ForgedOrder ORDER = ForgedOrder.honest();
  private static final ForgedAuthorization AUTHORIZATION = ForgedAuthorization.honest();
  private static final ForgedCapture CAPTURE = ForgedCapture.honest();
  private static final Instant NOW = PurchaseWorld.NOW;

  static List<MessageWrapper> messages() {
    return HONEST.messages();
  }

  private static Object receive(MessageWrapper wrapper) throws Refused {
    return HONEST.receivers().receive(wrapper);
  }

  private static MessageWrapper header(MessageWrapper wrapper, String field, Object value) {
    return Altered.at(wrapper, "messageHeader." + field, value);
  }

  private static Optional<MsgExtensions> extension(boolean critical) {
    ObjectIdentifier unknown = ObjectIdentifier.of("1.3.6.1.4.1.32473.1");
    return Optional.of(
        new MsgExtensions(
            List.of(new MsgExtensions.MsgExtension(unknown, critical, Der.ofHex("0500")))));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isTakenAsItWasSent(MessageWrapper wrapper) throws Refused {
    assertThat(receive(wrapper)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("messages")
  @Tag("W-02")
  @Tag("D07")
  void anotherVersionIsRefusedAndTheRevisionNotLookedAt(MessageWrapper wrapper) throws Refused {
    refused(ErrorCode.versionTooOld, "W-02", () -> receive(header(wrapper, "version", 0)));
    refused(ErrorCode.versionTooNew, "W-02", () -> receive(header(wrapper, "version", 2)));
    assertThat(receive(header(wrapper, "revision", 7))).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("messages")
  @Tag("W-03")
  void aDateOutsideThePolicyIsRefusedAndOneAtItsEdgeIsNot(MessageWrapper wrapper)
      throws Refused {
    Instant oldest = NOW.minus(Duration.ofMinutes(10));
    Instant newest = NOW.plus(Duration.ofMinutes(5));
    assertThat(receive(header(wrapper, "date", oldest))).isNotNull();
    assertThat(receive(header(wrapper, "date", newest))).isNotNull();
    refused(
        ErrorCode.messageTooOld,
        "W-03",
        () -> receive(header(wrapper, "date", oldest.minusSeconds(1))));
    refused(
        ErrorCode.messageTooNew,
        "W-03",
        () -> receive(header(wrapper, "date", newest.plusSeconds(1))));
  }

  @Test
  @Tag("W-03")
  void theDateInsideARequestIsHeldToThePolicyToo() {
    Instant old = NOW.minus(Duration.ofMinutes(11));
    refused(
        ErrorCode.messageTooOld,
        "W-03",
        () ->
            receive(
                AUTHORIZATION.authReq("data.authReqItem.authTags.authRRTags.currentDate", old)));
    refused(
        ErrorCode.messageTooOld,
        "W-03",
        () -> receive(CAPTURE.capReq("data.capRRTags.currentDate", old)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  @Tag("W-04")
  void anUnknownExtensionIsRefusedOnlyWhereItIsCritical(MessageWrapper wrapper)
      throws Refused {
    refused(
        ErrorCode.unrecognizedExtension,
        "W-04",
        () -> receive(Altered.at(wrapper, "mwExtensions", extension(true))));
    assertThat(receive(Altered.at(wrapper, "mwExtensions", extension(false)))).isNotNull();
  }

  /** Each message, with an extension at each place that has room for one. */
  static Stream<MessageWrapper> extended(boolean critical) {
    Optional<MsgExtensions> extension = extension(critical);
    return Stream.of(
        Altered.at(HONEST.pInitReq.wrapper(), "message.piRqExtensions", extension),
        ORDER.pInitRes("data.piRsExtensions", extension),
        ORDER.pReq("oi.oiExtensions", extension),
        AUTHORIZATION.authReq("pi", ORDER.payment("head.piExtensions", extension)),
        AUTHORIZATION.authReq("data.authReqItem.authReqPayload.aRqExtensions", extension),
        AUTHORIZATION.authRes("data.authResPayload.aRsExtensions", extension),
        ORDER.payload("pRsExtensions", extension),
        CAPTURE.capReq("data.cRqExtensions", extension),
        CAPTURE.capReq("data.capItemSeq.0.capPayload.cPayExtensions", extension),
        CAPTURE.capRes("data.cRsExtensions", extension),
        CAPTURE.capRes("data.capResItemSeq.0.capResPayload.cRsPayExtensions", extension));
  }

  static Stream<MessageWrapper> criticallyExtended() {
    return extended(true);
  }

  static Stream<MessageWrapper> mildlyExtended() {
    return extended(false);
  }

  @ParameterizedTest
  @MethodSource("criticallyExtended")
  @Tag("W-04")
  @Tag("D07")
  void anUnknownCriticalExtensionInsideIsRefused(MessageWrapper wrapper) {
    refused(ErrorCode.unrecognizedExtension, "W-04", () -> receive(wrapper));
  }

  @ParameterizedTest
  @MethodSource("mildlyExtended")
  @Tag("W-04")
  void anUnknownExtensionInsideThatIsNotCriticalIsIgnored(MessageWrapper wrapper)
      throws Refused {
    assertThat(receive(wrapper)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("messages")
  @Tag("W-05")
  void theRrpidOutsideIsTheOneInside(MessageWrapper wrapper) {
    Optional<RRPID> other = Optional.of(RRPID.random(PurchaseWorld.RANDOM));
    refused(ErrorCode.unknownRRPID, "W-05", () -> receive(header(wrapper, "rrpid", other)));
    refused(
        ErrorCode.unknownRRPID,
        "W-05",
        () -> receive(header(wrapper, "rrpid", Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("messages")
  @Tag("W-07")
  void eachIdentifierOutsideIsTheOneInside(MessageWrapper wrapper) throws Refused {
    Optional<LocalID> label = Optional.of(LocalID.ofText("another"));
    Optional<XID> xid = Optional.of(XID.random(PurchaseWorld.RANDOM));
    mismatch(header(wrapper, "messageIDs.lidC", label));
    mismatch(header(wrapper, "messageIDs.lidM", label));
    mismatch(header(wrapper, "messageIDs.xID", xid));
    assertThat(receive(header(wrapper, "messageIDs", Optional.empty()))).isNotNull();
    assertThat(receive(header(wrapper, "messageIDs.lidM", Optional.empty()))).isNotNull();
  }

  private static void mismatch(MessageWrapper wrapper) {
    refused(ErrorCode.wrapperMsgMismatch, "W-07", () -> receive(wrapper));
  }
}
