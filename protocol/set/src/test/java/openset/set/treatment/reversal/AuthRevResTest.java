package openset.set.treatment.reversal;

import static openset.set.treatment.Refusal.refused;
import static openset.set.treatment.reversal.Giving.ALL;
import static openset.set.treatment.reversal.Giving.NOTHING;
import static openset.set.treatment.reversal.Giving.PART;
import static openset.set.treatment.reversal.Giving.PURCHASE;
import static openset.set.treatment.reversal.Giving.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapTokenSeq;
import openset.set.message.AuthRevRes;
import openset.set.message.CapReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.ProcessAuthRevRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the gateway says of a reversal, and what the merchant believes of it. */
final class AuthRevResTest {
  private static final String TAGS = "data.authRevTags.";
  private final Giving giving = new Giving(PART);
  private final Giving voiding = new Giving(NOTHING);

  private void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> giving.told(wrapper));
  }

  @Test
  @Tag("AuthRevRes-P-01")
  @Tag("AuthRevRes-P-03")
  void aPartComesWithANewTokenThatIsGoodForSoMuch() throws Refused {
    MessageWrapper answer = giving.authRevRes(AuthRevCode.approved, PART);
    assertThat(answer.message()).isInstanceOf(AuthRevRes.WithBaggage.class);
    ProcessAuthRevRes.Outcome outcome = giving.told(answer);
    assertThat(outcome.approved()).isTrue();
    CapToken token = outcome.capToken().orElseThrow();
    assertThat(captures(token, PART)).isInstanceOf(ProcessCapReq.Outcome.Agreed.class);
    CurrencyAmount more = new CurrencyAmount(PART.currency(), PART.minor() + 1);
    assertThat(captures(token, more)).isInstanceOf(ProcessCapReq.Outcome.NotAgreed.class);
    assertThat(captures(Giving.token(), more))
        .isInstanceOf(ProcessCapReq.Outcome.NotAgreed.class);
  }

  private static ProcessCapReq.Outcome captures(CapToken token, CurrencyAmount amount)
      throws Refused {
    MessageWrapper request =
        Receivers.sent(
            CreateCapReq.create(
                    new CreateCapReq.Capture(PURCHASE.authReq.authTags(), token, amount),
                    WORLD.asMerchant(),
                    PURCHASE.means)
                .wrapper());
    CapTokenSeq sent = ((CapReq) request.message()).encB().baggage().value();
    assertThat(sent.tokens()).hasSize(1);
    ProcessCapReq.Asked asked =
        ProcessCapReq.process(
            request, (CapReq) request.message(), WORLD.gatewayOpening, PURCHASE.means);
    return ProcessCapReq.judge(
        asked,
        asked.items().getFirst(),
        Optional.of(new ProcessCapReq.Known(PART, NOTHING)));
  }

  @Test
  @Tag("AuthRevRes-P-03")
  void whereNothingStaysOrNothingWasGivenBackThereIsNoToken() throws Refused {
    MessageWrapper voided = voiding.authRevRes(AuthRevCode.approved, NOTHING);
    assertThat(voided.message()).isInstanceOf(AuthRevRes.WithoutBaggage.class);
    assertThat(voiding.told(voided))
        .isEqualTo(new ProcessAuthRevRes.Outcome(AuthRevCode.approved, Optional.empty()));
    MessageWrapper not = giving.authRevRes(AuthRevCode.invalidTransaction, ALL);
    assertThat(giving.told(not).approved()).isFalse();
  }

  @Test
  @Tag("AuthRevRes-M-01")
  void anAnswerThatIsOldOrToAnotherRequestIsRefused() throws Refused {
    MessageWrapper honest = giving.authRevRes(AuthRevCode.approved, PART);
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            honest, "messageHeader.date", PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    refuses(
        ErrorCode.unknownRRPID,
        "W-05",
        new Giving(PART).authRevRes(AuthRevCode.approved, PART));
  }

  @Test
  @Tag("AuthRevRes-M-02")
  void onlyAGatewayOfTheBrandIsBelieved() {
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        giving.authRevRes("signer", Signatory.of(WORLD.merchantSigning)));
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () ->
            voiding.told(
                voiding.authRevRes("signer", Signatory.of(WORLD.merchantSigning))));
  }

  @Test
  @Tag("AuthRevRes-M-03")
  void itNamesOurRequestOurAuthorizationAndUs() {
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownRRPID, "AuthRevRes-M-03", giving.authRevRes(TAGS + "authRRPID", other));
    refuses(
        ErrorCode.unknownRRPID,
        "AuthRevRes-M-03",
        giving.authRevRes(
            TAGS + "authRevRRTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    refuses(
        ErrorCode.wrapperMsgMismatch,
        "W-07",
        giving.authRevRes(TAGS + "transIDs.xid", XID.random(PurchaseWorld.RANDOM)));
    refuses(
        ErrorCode.invalidCertificate,
        "AuthRevRes-M-03",
        giving.authRevRes(
            "data.merchantThumb", CertThumb.of(WORLD.merchantOpening.certificate())));
  }

  @Test
  @Tag("AuthRevRes-M-04")
  void approvedSaysTheAmountWithATokenExactlyWhereSomeStays() {
    CurrencyAmount less = new CurrencyAmount(PART.currency(), 1);
    ErrorCode code = ErrorCode.unspecifiedFailure;
    refuses(code, "AuthRevRes-M-04", giving.authRevRes("data.authNewAmt", less));
    refuses(code, "AuthRevRes-M-04", giving.authRevRes("token", Optional.empty()));
    refuses(
        code,
        "AuthRevRes-M-04",
        giving.authRevRes("data.authRevCode", AuthRevCode.invalidAmount));
    MessageWrapper withToken =
        voiding.authRevRes("token", Optional.of(Giving.token()));
    refused(code, "AuthRevRes-M-04", () -> voiding.told(withToken));
  }
}
