package openset.set.treatment.gateway;

import static openset.set.treatment.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.sale.CapCode;
import openset.set.message.MessageWrapper;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.ForgedCapture;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the gateway refuses, and what it answers without booking. */
final class ProcessCapReqTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;
  private static final ForgedAuthorization TOKENS = ForgedAuthorization.honest();
  private static final ForgedCapture FORGED = ForgedCapture.honest();
  private static final String ITEM = "data.capItemSeq.0.";
  private static final CurrencyAmount ALL = HONEST.order.purchAmt();

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> HONEST.receivers().capReq(wrapper));
  }

  private static void answers(CapCode code, String rule, ProcessCapReq.Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ProcessCapReq.Outcome.NotAgreed.class,
            not -> {
              assertThat(not.rule()).isEqualTo(rule);
              assertThat(not.capCode()).isEqualTo(code);
            });
  }

  private static void answers(CapCode code, String rule, MessageWrapper wrapper)
      throws Refused {
    answers(code, rule, HONEST.receivers().capReq(wrapper));
  }

  /** CapReq with a token altered, which must be refused as none of ours. */
  private static void invalid(String path, Object value) throws Refused {
    answers(
        CapCode.invalidCapToken, "CapReq-P-05", FORGED.capReq(TOKENS.token(path, value)));
  }

  private static Optional<ProcessCapReq.Known> captured(long minor) {
    return Optional.of(new ProcessCapReq.Known(ALL, CurrencyAmount.of("EUR", minor)));
  }

  @Test
  void booksWhatWasSignedAnew() throws Refused {
    assertThat(HONEST.receivers().capReq(FORGED.capReq(FORGED.claiming)))
        .isEqualTo(HONEST.captured);
    CapToken again = TOKENS.token("data", TOKENS.token.data());
    assertThat(HONEST.receivers().capReq(FORGED.capReq(again))).isEqualTo(HONEST.captured);
  }

  @Test
  @Tag("CapReq-P-01")
  void anOldRequestOrOneByNoMerchantOfTheBrandIsRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            HONEST.capReq.wrapper(),
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        FORGED.capReq("signer", Signatory.of(WORLD.card.credential())));
    Brand meridian = WORLD.otherBrand();
    Brand.Pair stranger = meridian.merchant(Suite.CLASSICAL, "M-0001", "999001");
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () ->
            HONEST
                .receivers(WORLD.trusting(meridian))
                .capReq(FORGED.capReq("signer", Signatory.of(stranger.signing()))));
  }

  @Test
  @Tag("CapReq-P-01")
  void aTokenThatTheMerchantDidNotBindIsRefused() throws Refused {
    CapTokenSeq other =
        new CapTokenSeq(List.of(Optional.of(TOKENS.token("data", TOKENS.token.data()))));
    refuses(
        ErrorCode.signatureFailure,
        "OP-41",
        Altered.at(
            HONEST.capReq.wrapper(),
            "message.encB.baggage",
            AsSent.of(CapTokenSeq.TYPE, other)));
  }

  @Test
  @Tag("CapReq-P-02")
  void theMerchantIsTheOneCertifiedAndItsExchangeCertificateCameAlong() {
    refuses(
        ErrorCode.invalidCertificate,
        "CapReq-P-02",
        FORGED.capReq("data.capRRTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    refuses(
        ErrorCode.missingCertificate,
        "CapReq-P-02",
        FORGED.capReq("signer", Signatory.of(WORLD.merchantSigning)));
  }

  @Test
  @Tag("CapReq-P-03")
  void thereAreAsManyTokensAsItemsAndEachAuthorizationOnce() {
    CapItem item = HONEST.capReq.items().getFirst();
    refuses(
        ErrorCode.unspecifiedFailure,
        "CapReq-P-03",
        FORGED.capReq("data.capItemSeq", List.of(item, item)));
    Optional<CapToken> token = HONEST.authorized.capToken();
    refuses(
        ErrorCode.unspecifiedFailure,
        "CapReq-P-03",
        FORGED.capReq("tokens.tokens", List.of(token, token)));
    ForgedCapture.Claiming twice =
        Altered.at(
            Altered.at(FORGED.claiming, "data.capItemSeq", List.of(item, item)),
            "tokens.tokens",
            List.of(token, token));
    refuses(ErrorCode.unspecifiedFailure, "CapReq-P-03", FORGED.capReq(twice));
  }

  @Test
  @Tag("CapReq-P-04")
  void withoutATokenNothingIsBooked() throws Refused {
    answers(
        CapCode.capTokenMissing,
        "CapReq-P-04",
        FORGED.capReq("tokens.tokens", List.of(Optional.<CapToken>empty())));
  }

  @Test
  @Tag("CapReq-P-05")
  @Tag("P33")
  void aTokenThatWeDidNotSignIsNoneOfOurs() throws Refused {
    Brand.Pair other = WORLD.brand.gateway(Suite.CLASSICAL, 2);
    invalid("signer", other.signing());
    invalid("signer", WORLD.merchantSigning);
    invalid("signer", WORLD.card.credential());
  }

  @Test
  @Tag("CapReq-P-05")
  @Tag("P33")
  void aTokenSealedToAnotherKeyIsNoneOfOurs() throws Refused {
    invalid("to", WORLD.brand.gateway(Suite.CLASSICAL, 2).opening());
    invalid("to", WORLD.merchantOpening);
  }

  @Test
  @Tag("CapReq-P-05")
  @Tag("P33")
  void aTokenOfAnotherMerchantPurchaseOrAuthorizationIsInvalid() throws Refused {
    invalid("data.merchantID", new MerchantID("M-0002"));
    invalid("data.merchantThumb", CertThumb.of(WORLD.merchantOpening.certificate()));
    invalid("data.xid", XID.random(PurchaseWorld.RANDOM));
    invalid("data.authRRPID", RRPID.random(PurchaseWorld.RANDOM));
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    answers(
        CapCode.invalidCapToken, "CapReq-P-05", FORGED.capReq(ITEM + "authRRPID", other));
    answers(
        CapCode.invalidCapToken,
        "CapReq-P-05",
        FORGED.capReq(ITEM + "transIDs.xid", XID.random(PurchaseWorld.RANDOM)));
  }

  @Test
  @Tag("CapReq-P-05")
  void aMerchantWhoGotHoldOfAnothersTokenIsNotPaid() throws Refused {
    Brand.Pair thief = WORLD.brand.merchant(Suite.CLASSICAL, "M-0001", "999001");
    Signatory signatory =
        Signatory.of(thief.signing()).enclosing(List.of(thief.opening().certificate()));
    answers(CapCode.invalidCapToken, "CapReq-P-05", FORGED.capReq("signer", signatory));
  }

  @Test
  @Tag("CapReq-P-06")
  void whatWeDidNotApproveIsUnknown() throws Refused {
    answers(
        CapCode.unknownXID,
        "CapReq-P-06",
        HONEST.receivers().capReq(HONEST.capReq.wrapper(), Optional.empty()));
  }

  @Test
  @Tag("CapReq-P-07")
  @Tag("L01")
  void togetherNoMoreThanWasApprovedIsCaptured() throws Refused {
    answers(
        CapCode.invalidAuthData,
        "CapReq-P-07",
        HONEST.receivers().capReq(HONEST.capReq.wrapper(), captured(1)));
    MessageWrapper rest =
        FORGED.capReq(ITEM + "capPayload.capReqAmt", CurrencyAmount.of("EUR", 490));
    assertThat(HONEST.receivers().capReq(rest, captured(1000)))
        .isInstanceOf(ProcessCapReq.Outcome.Agreed.class);
    answers(
        CapCode.invalidAuthData,
        "CapReq-P-07",
        HONEST.receivers().capReq(rest, captured(1001)));
  }

  @Test
  @Tag("CapReq-P-07")
  @Tag("P36")
  void nothingAnotherCurrencyAndTheLargestAmountAreNotCaptured() throws Refused {
    for (CurrencyAmount odd :
        List.of(
            CurrencyAmount.of("EUR", 0),
            CurrencyAmount.of("CHF", 1490),
            CurrencyAmount.of("EUR", CurrencyAmount.MINOR_MAX))) {
      answers(
          CapCode.invalidAuthData,
          "CapReq-P-07",
          FORGED.capReq(ITEM + "capPayload.capReqAmt", odd));
    }
  }

  @Test
  @Tag("CapReq-P-07")
  @Tag("P33")
  void noMoreThanTheTokensOwnAmountIsCapturedWhateverWeApproved() throws Refused {
    CapToken less = TOKENS.token("data.authAmt", CurrencyAmount.of("EUR", 1489));
    answers(CapCode.invalidAuthData, "CapReq-P-07", FORGED.capReq(less));
    CapToken francs = TOKENS.token("data.authAmt", CurrencyAmount.of("CHF", 1490));
    answers(CapCode.invalidAuthData, "CapReq-P-07", FORGED.capReq(francs));
  }
}
