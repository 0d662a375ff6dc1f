package openset.set.treatment.reversal;

import static openset.set.treatment.Refusal.refused;
import static openset.set.treatment.reversal.Giving.ALL;
import static openset.set.treatment.reversal.Giving.NOTHING;
import static openset.set.treatment.reversal.Giving.PART;
import static openset.set.treatment.reversal.Giving.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevReqBaggage;
import openset.set.data.auth.CapToken;
import openset.set.message.AuthRevReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.gateway.ProcessAuthRevReq;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant may give back, and what the gateway answers without asking a bank. */
final class AuthRevReqTest {
  private static final String TAGS = "data.authRevTags.";
  private final Giving giving = new Giving(PART);

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> Giving.asked(wrapper, 0));
  }

  private static void answers(
      AuthRevCode code, String rule, ProcessAuthRevReq.Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ProcessAuthRevReq.Outcome.NotAgreed.class,
            not -> {
              assertThat(not.rule()).isEqualTo(rule);
              assertThat(not.authRevCode()).isEqualTo(code);
            });
  }

  @Test
  @Tag("AuthRevReq-M-01")
  @Tag("AuthRevReq-M-02")
  void eachIsNewAndNamesTheAuthorizationWithItsTokenUnopened() throws Refused {
    ProcessAuthRevReq.Request request = Giving.asked(giving.created.wrapper(), 0).request();
    assertThat(request.authNewAmt()).isEqualTo(PART);
    assertThat(request.authRevTags().authRRPID())
        .isEqualTo(Giving.PURCHASE.authReq.authTags().authRRTags().rrpid());
    assertThat(request.authRevTags().authRevRRTags().merTermIDs().merchantID())
        .isEqualTo(PurchaseWorld.MERCHANT_ID);
    assertThat(new Giving(PART).created.authRevTags().authRevRRTags().rrpid())
        .isNotEqualTo(request.authRevTags().authRevRRTags().rrpid());
    AuthRevReq message = (AuthRevReq) giving.created.wrapper().message();
    assertThat(message.encB().baggage().value())
        .isEqualTo(new AuthRevReqBaggage(Optional.of(Giving.token())));
    assertThat(request.merchant().keyExchange().certificate())
        .isEqualTo(WORLD.merchantOpening.certificate());
  }

  @Test
  void allAndAPartMayBeGivenBack() throws Refused {
    assertThat(Giving.asked(giving.created.wrapper(), 0))
        .isInstanceOf(ProcessAuthRevReq.Outcome.Agreed.class);
    assertThat(Giving.asked(new Giving(NOTHING).created.wrapper(), 0))
        .isInstanceOf(ProcessAuthRevReq.Outcome.Agreed.class);
  }

  @Test
  @Tag("AuthRevReq-P-01")
  void anOldOneAndOneByNoMerchantAreRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            giving.created.wrapper(),
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        giving.authRevReq("signer", Signatory.of(WORLD.card.credential())));
  }

  @Test
  @Tag("AuthRevReq-P-01")
  @Tag("OP-41")
  void anotherTokenThanWasBoundIsRefused() throws Refused {
    CapToken other =
        ForgedAuthorization.honest()
            .token("data", ForgedAuthorization.honest().token.data());
    MessageWrapper changed =
        Altered.at(
            giving.created.wrapper(),
            "message.encB.baggage",
            openset.asn1.AsSent.of(
                AuthRevReqBaggage.TYPE, new AuthRevReqBaggage(Optional.of(other))));
    refuses(ErrorCode.signatureFailure, "OP-41", changed);
  }

  @Test
  @Tag("AuthRevReq-P-02")
  void theNumberIsTheOneCertifiedAndAKeyForTheAnswerComesAlong() {
    refuses(
        ErrorCode.invalidCertificate,
        "AuthRevReq-P-02",
        giving.authRevReq(
            TAGS + "authRevRRTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    refuses(
        ErrorCode.missingCertificate,
        "AuthRevReq-P-02",
        giving.authRevReq("signer", Signatory.of(WORLD.merchantSigning)));
  }

  @Test
  @Tag("AuthRevReq-P-03")
  void identifiersOutsideAreThoseInsideAndTheRequestIsFresh() {
    refuses(
        ErrorCode.unknownRRPID,
        "W-05",
        Altered.at(
            giving.created.wrapper(),
            "messageHeader.rrpid",
            Optional.of(RRPID.random(PurchaseWorld.RANDOM))));
    refuses(
        ErrorCode.wrapperMsgMismatch,
        "W-07",
        Altered.at(
            giving.created.wrapper(),
            "messageHeader.messageIDs.xID",
            Optional.of(XID.random(PurchaseWorld.RANDOM))));
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        giving.authRevReq(
            TAGS + "authRevRRTags.currentDate",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
  }

  @Test
  @Tag("AuthRevReq-P-04")
  void withoutTheTokenNothingIsGivenBack() throws Refused {
    answers(
        AuthRevCode.missingCapToken,
        "AuthRevReq-P-04",
        Giving.asked(giving.authRevReq("baggage.capToken", Optional.empty()), 0));
  }

  @Test
  @Tag("AuthRevReq-P-05")
  @Tag("P33")
  void aTokenOfAnotherMerchantPurchaseAuthorizationOrGatewayIsInvalid() throws Refused {
    ForgedAuthorization tokens = ForgedAuthorization.honest();
    RRPID rrpid = RRPID.random(PurchaseWorld.RANDOM);
    XID xid = XID.random(PurchaseWorld.RANDOM);
    CertThumb thumb = CertThumb.of(WORLD.merchantOpening.certificate());
    Brand.Pair other = WORLD.brand.gateway(Suite.CLASSICAL, 2);
    for (CapToken token :
        List.of(
            tokens.token("data.authRRPID", rrpid),
            tokens.token("data.xid", xid),
            tokens.token("data.merchantID", new MerchantID("M-0002")),
            tokens.token("data.merchantThumb", thumb),
            tokens.token("signer", other.signing()))) {
      answers(
          AuthRevCode.invalidCapToken,
          "AuthRevReq-P-05",
          Giving.asked(giving.authRevReq("baggage.capToken", Optional.of(token)), 0));
    }
    answers(
        AuthRevCode.invalidCapToken,
        "AuthRevReq-P-05",
        Giving.asked(giving.authRevReq(TAGS + "authRRPID", rrpid), 0));
    answers(
        AuthRevCode.invalidCapToken,
        "AuthRevReq-P-05",
        Giving.asked(giving.authRevReq(TAGS + "transIDs.xid", xid), 0));
  }

  @Test
  @Tag("AuthRevReq-P-06")
  void whatIsNotApprovedAnyMoreCannotBeGivenBack() throws Refused {
    answers(
        AuthRevCode.invalidTransaction,
        "AuthRevReq-P-06",
        Giving.asked(giving.created.wrapper(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"1490, 0", "1491, 0", "500, 501", "0, 1"})
  @Tag("AuthRevReq-P-07")
  @Tag("L11")
  void nothingIsRaisedAndNothingTakenBackThatWasCaptured(long stays, long captured)
      throws Refused {
    CurrencyAmount amount = new CurrencyAmount(ALL.currency(), stays);
    answers(
        AuthRevCode.invalidAmount,
        "AuthRevReq-P-07",
        Giving.asked(new Giving(amount).created.wrapper(), captured));
  }

  @Test
  @Tag("AuthRevReq-P-07")
  void theRestMayBeGivenBackAfterACaptureAndNoOtherCurrency() throws Refused {
    assertThat(Giving.asked(giving.created.wrapper(), 500))
        .isInstanceOf(ProcessAuthRevReq.Outcome.Agreed.class);
    Giving francs = new Giving(CurrencyAmount.of("CHF", 500));
    answers(
        AuthRevCode.invalidAmount,
        "AuthRevReq-P-07",
        Giving.asked(francs.created.wrapper(), 0));
  }
}
