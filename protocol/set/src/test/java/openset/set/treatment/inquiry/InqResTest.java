package openset.set.treatment.inquiry;

import static openset.set.treatment.Refusal.refused;
import static openset.set.treatment.inquiry.Asking.PURCHASE;
import static openset.set.treatment.inquiry.Asking.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.Challenge;
import openset.set.data.FloatingPoint;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.PResPayload;
import openset.set.data.outcome.Results;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.cardholder.ProcessInqRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.merchant.CreateInqRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the merchant says of a purchase, and what the wallet believes of it. */
final class InqResTest {
  private final Asking asking = new Asking();
  private final PResPayload held = Asking.standing(0).payloads().getFirst();

  private void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> asking.told(wrapper));
  }

  private MessageWrapper forged(String path, Object value) {
    return Asking.inqRes(
        Altered.at(asking.answer(held), path, value), WORLD.merchantSigning);
  }

  private static Results results(ProcessInqRes.Told told) {
    return told.said().results().orElseThrow();
  }

  @Test
  @Tag("InqRes-M-02")
  @Tag("InqRes-M-03")
  void moneyThatIsHeldIsToldWithTheGatewaysReceipt() throws Refused {
    ProcessInqRes.Told told = asking.told(asking.answered(Asking.standing(0)));
    ProcessPRes.Outcome.Confirmed confirmed =
        (ProcessPRes.Outcome.Confirmed) told.outcome();
    assertThat(confirmed.receipt().authAmt()).isEqualTo(Asking.TOTAL);
    assertThat(told.said().completionCode()).isEqualTo(CompletionCode.authorizationPerformed);
    assertThat(results(told).acqCardMsg()).isEmpty();
    assertThat(results(told).authStatus().orElseThrow().authRatio().value()).isEqualTo(1);
    assertThat(results(told).capStatus()).isEmpty();
  }

  @Test
  @Tag("InqRes-M-02")
  void whatWasCapturedIsToldAsAShare() throws Refused {
    ProcessInqRes.Told told =
        asking.told(asking.answered(Asking.standing(Asking.TOTAL.minor() / 2)));
    assertThat(told.said().completionCode()).isEqualTo(CompletionCode.capturePerformed);
    var capture = results(told).capStatus().orElseThrow();
    assertThat(capture.capRatio().value()).isEqualTo(0.5);
    assertThat(capture.capCode()).isEqualTo(CapCode.success);
    assertThat(told.outcome()).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
  }

  @Test
  @Tag("InqRes-M-05")
  void eachCreditThatStandsIsToldAsAShare() throws Refused {
    long total = Asking.TOTAL.minor();
    ProcessInqRes.Told told =
        asking.told(asking.answered(Asking.refunded(total / 2, total / 5)));
    assertThat(told.said().completionCode()).isEqualTo(CompletionCode.creditPerformed);
    assertThat(results(told).capStatus().orElseThrow().capRatio().value()).isEqualTo(1);
    var credits = results(told).credStatusSeq().orElseThrow();
    assertThat(credits).hasSize(2);
    assertThat(credits.getFirst().creditRatio().value()).isEqualTo(0.5);
    assertThat(credits.getFirst().creditCode()).isEqualTo(CapRevOrCredCode.success);
    assertThat(told.outcome()).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    assertThat(results(asking.told(asking.answered(Asking.refunded()))).credStatusSeq())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"orderNotReceived", "orderRejected", "orderReceived"})
  @Tag("InqRes-M-02")
  void whatIsNotDecidedIsSaidAndConfirmsNothing(CompletionCode code) throws Refused {
    ProcessInqRes.Told told =
        asking.told(asking.answered(CreateInqRes.Standing.of(code)));
    assertThat(told.outcome())
        .isEqualTo(new ProcessPRes.Outcome.NotConfirmed(code, Optional.empty()));
    assertThat(told.said()).isEqualTo(Asking.only(code));
  }

  @Test
  @Tag("InqRes-C-01")
  @Tag("P23")
  void itIsFreshAndAboutThisInquiry() throws Refused {
    MessageWrapper honest = asking.answered(Asking.standing(0));
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            honest, "messageHeader.date", PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    refuses(
        ErrorCode.unknownRRPID, "W-05", forged("rrpid", RRPID.random(PurchaseWorld.RANDOM)));
    refuses(
        ErrorCode.challengeMismatch,
        "PRes-C-03",
        forged("challC", Challenge.random(PurchaseWorld.RANDOM)));
    refuses(
        ErrorCode.unknownXID,
        "PRes-C-03",
        forged("transIDs.xid", XID.random(PurchaseWorld.RANDOM)));
    PResData ofPReq =
        Altered.at(asking.answer(held), "challC", PURCHASE.pReq.asked().challC());
    refuses(
        ErrorCode.challengeMismatch,
        "PRes-C-03",
        Asking.inqRes(ofPReq, WORLD.merchantSigning));
  }

  @Test
  @Tag("InqRes-C-01")
  void anotherMerchantCannotAnswer() {
    Brand.Pair other = WORLD.brand.merchant(Suite.CLASSICAL, "M-0001", "999001");
    refuses(
        ErrorCode.invalidCertificate,
        "PRes-C-02",
        Asking.inqRes(asking.answer(held), other.signing()));
  }

  @Test
  @Tag("InqRes-C-02")
  @Tag("P28")
  void aReceiptOfAnotherPurchaseOrOfNoGatewayIsRefused() {
    ForgedAuthorization receipts = ForgedAuthorization.honest();
    String place = "pResPayloadSeq.0.results.acqCardMsg";
    XID xid = XID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownXID,
        "PRes-C-05",
        forged(place, receipts.receipt("message.receipt.xid", xid)));
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        forged(place, receipts.receipt("signer", WORLD.merchantSigning)));
  }

  @Test
  @Tag("P28")
  void withoutAReceiptNothingIsConfirmed() throws Refused {
    ProcessInqRes.Told told =
        asking.told(
            forged("pResPayloadSeq.0.results.acqCardMsg", Optional.empty()));
    assertThat(told.outcome())
        .isEqualTo(
            new ProcessPRes.Outcome.NotConfirmed(
                CompletionCode.authorizationPerformed, Optional.of(AuthCode.approved)));
  }

  @Test
  @Tag("InqRes-C-03")
  void moreThanAllIsRefused() throws Refused {
    refuses(
        ErrorCode.unspecifiedFailure,
        "InqRes-C-03",
        asking.answered(Asking.standing(Asking.TOTAL.minor() + 1)));
    refuses(
        ErrorCode.unspecifiedFailure,
        "InqRes-C-03",
        forged("pResPayloadSeq.0.results.authStatus.authRatio", new FloatingPoint(1.01)));
  }

  @Test
  @Tag("InqRes-M-04")
  void whatWasAuthorizedInPartsIsToldInAsMany() {
    CreateInqRes.Standing one = Asking.standing(0);
    CreateInqRes.Standing other = Asking.standing(1);
    assertThat(CreateInqRes.Standing.of(List.of(one, other)).payloads())
        .containsExactly(one.payloads().getFirst(), other.payloads().getFirst());
  }
}
