package openset.set.treatment.credit;

import static openset.set.treatment.Refusal.refused;
import static openset.set.treatment.credit.GoingBack.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.PurchaseWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gateway says of money that goes back, and what the merchant believes of it. */
final class CapRevOrCredResTest {
  private static final String ITEM = "data.capRevOrCredResItemSeq.0.";
  private static final String PAYLOAD = ITEM + "capRevOrCredResPayload.";
  private final GoingBack credit = new GoingBack(CapRevOrCred.CRED);

  private void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> credit.told(wrapper));
  }

  @ParameterizedTest
  @EnumSource(CapRevOrCred.class)
  @Tag("CRvRes-P-01")
  void itNamesTheRequestTheItemAndWhatWasBooked(CapRevOrCred kind) throws Refused {
    GoingBack back = new GoingBack(kind);
    CapRevOrCredReqItem item = back.created.items().getFirst();
    MessageWrapper done = back.answer(CapRevOrCredCode.success, item.amount());
    assertThat(done.message().name()).isEqualTo(
        back.created.wrapper().message().name().replace("Req", "Res"));
    assertThat(back.told(done))
        .containsExactly(
            CapRevOrCredResPayload.of(CapRevOrCredCode.success, item.amount()));
    assertThat(back.told(back.answer(CapRevOrCredCode.originalProcessed, GoingBack.NOTHING)))
        .containsExactly(
            CapRevOrCredResPayload.of(
                CapRevOrCredCode.originalProcessed, GoingBack.NOTHING));
  }

  @Test
  @Tag("CRvRes-M-01")
  void anAnswerThatIsOldToAnotherRequestOrOfAnotherKindIsRefused() throws Refused {
    MessageWrapper honest = credit.answer(CapRevOrCredCode.success, GoingBack.PART);
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(honest, "messageHeader.date", GoingBack.old()));
    refuses(
        ErrorCode.unknownRRPID,
        "W-05",
        new GoingBack(CapRevOrCred.CRED).answer(CapRevOrCredCode.success, GoingBack.PART));
    CapRevOrCredRes message = (CapRevOrCredRes) honest.message();
    refuses(
        ErrorCode.messageNotSupported,
        "CRvRes-M-01",
        Altered.at(honest, "message", CapRevOrCred.CAP_REV.answer(message.enc())));
  }

  @Test
  @Tag("CRvRes-M-02")
  void onlyAGatewayOfTheBrandIsBelievedAndOnlyTowardsUs() {
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        credit.answer("signer", Signatory.of(WORLD.merchantSigning)));
    refuses(
        ErrorCode.decodingFailure, "OP-35", credit.answer("to", WORLD.gatewayOpening));
  }

  @Test
  @Tag("CRvRes-M-03")
  void itNamesOurRequestAndExactlyOurItem() {
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownRRPID,
        "CRvRes-M-03",
        credit.answer(
            "data.capRevOrCredRRTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    refuses(
        ErrorCode.unknownXID, "CRvRes-M-03", credit.answer(ITEM + "authRRPID", other));
    refuses(
        ErrorCode.unknownXID,
        "CRvRes-M-03",
        Altered.at(
            credit.answer(ITEM + "transIDs.xid", XID.random(PurchaseWorld.RANDOM)),
            "messageHeader.messageIDs",
            Optional.empty()));
    CapRevOrCredReqItem item = credit.created.items().getFirst();
    CapRevOrCredResItem done =
        new CapRevOrCredResItem(
            item.transIDs(),
            item.authRRPID(),
            CapRevOrCredResPayload.of(CapRevOrCredCode.success, item.amount()));
    refuses(
        ErrorCode.unknownRRPID,
        "CRvRes-M-03",
        credit.answer("data.capRevOrCredResItemSeq", List.of(done, done)));
  }

  @Test
  @Tag("CRvRes-M-04")
  void successSaysWhatWeAskedAndAnyOtherCodeNothing() {
    ErrorCode code = ErrorCode.unspecifiedFailure;
    String amount = PAYLOAD + "capRevOrCredActualAmt";
    for (CurrencyAmount odd :
        List.of(
            GoingBack.ALL,
            GoingBack.NOTHING,
            CurrencyAmount.of("EUR", 499),
            CurrencyAmount.of("CHF", 500))) {
      refuses(code, "CRvRes-M-04", credit.answer(amount, odd));
    }
    refuses(
        code,
        "CRvRes-M-04",
        credit.answer(PAYLOAD + "capRevOrCredCode", CapRevOrCredCode.originalNotFound));
  }
}
