package openset.set.treatment.credit;

import static openset.set.treatment.Refusal.refused;
import static openset.set.treatment.credit.GoingBack.PURCHASE;
import static openset.set.treatment.credit.GoingBack.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.ForgedAuthorization;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gateway proves of CapRevReq, CredReq and CredRevReq before it looks at its books. */
final class CapRevOrCredReqTest {
  private static final String ITEM = "data.capRevOrCredReqItemSeq.0.";

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> GoingBack.asked(wrapper));
  }

  private static void answers(CapRevOrCredCode code, String rule, MessageWrapper wrapper)
      throws Refused {
    assertThat(GoingBack.asked(wrapper).items())
        .singleElement()
        .isInstanceOfSatisfying(
            ProcessCapRevOrCredReq.Item.NotProved.class,
            item -> assertThat(item.not()).isEqualTo(
                new ProcessCapRevOrCredReq.Not(code, rule)));
  }

  @ParameterizedTest
  @EnumSource(CapRevOrCred.class)
  @Tag("CRvReq-M-01")
  @Tag("CRvReq-M-02")
  void eachIsNewAndNamesTheAuthorizationWithItsTokenUnopened(CapRevOrCred kind)
      throws Refused {
    GoingBack back = new GoingBack(kind);
    ProcessCapRevOrCredReq.Request request = GoingBack.asked(back.created.wrapper());
    assertThat(request.kind()).isEqualTo(kind);
    assertThat(request.tags().merTermIDs().merchantID()).isEqualTo(PurchaseWorld.MERCHANT_ID);
    assertThat(request.items())
        .singleElement()
        .isInstanceOf(ProcessCapRevOrCredReq.Item.Proved.class);
    CapRevOrCredReqItem item = request.items().getFirst().item();
    assertThat(item.authRRPID())
        .isEqualTo(PURCHASE.authReq.authTags().authRRTags().rrpid());
    assertThat(item.amount())
        .isEqualTo(kind == CapRevOrCred.CAP_REV ? GoingBack.ALL : GoingBack.PART);
    assertThat(item.originalRRPID().isPresent()).isEqualTo(kind != CapRevOrCred.CRED);
    assertThat(new GoingBack(kind).created.tags().rrpid())
        .isNotEqualTo(request.tags().rrpid());
    CapRevOrCredReq message = (CapRevOrCredReq) back.created.wrapper().message();
    assertThat(message.encB().baggage().value().tokens())
        .containsExactly(Optional.of(GoingBack.token()));
  }

  @ParameterizedTest
  @EnumSource(CapRevOrCred.class)
  @Tag("CRvReq-P-01")
  void anOldOneAndOneByNoMerchantAreRefused(CapRevOrCred kind) {
    GoingBack back = new GoingBack(kind);
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(back.created.wrapper(), "messageHeader.date", GoingBack.old()));
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        back.request("signer", Signatory.of(WORLD.card.credential())));
  }

  @Test
  @Tag("CRvReq-P-01")
  @Tag("OP-41")
  void anotherTokenThanWasBoundAndOneKindForAnotherAreRefused() throws Refused {
    ForgedAuthorization forged = ForgedAuthorization.honest();
    CapToken other = forged.token("data", forged.token.data());
    GoingBack credit = new GoingBack(CapRevOrCred.CRED);
    refuses(
        ErrorCode.signatureFailure,
        "OP-41",
        Altered.at(
            credit.created.wrapper(),
            "message.encB.baggage",
            AsSent.of(CapTokenSeq.TYPE, new CapTokenSeq(List.of(Optional.of(other))))));
    CapRevOrCredReq message = (CapRevOrCredReq) credit.created.wrapper().message();
    refuses(
        ErrorCode.decodingFailure,
        "OP-35",
        Altered.at(
            credit.created.wrapper(),
            "message",
            CapRevOrCred.CRED_REV.request(message.encB())));
  }

  @Test
  @Tag("CRvReq-P-02")
  void theNumberIsTheOneCertifiedAndAKeyForTheAnswerComesAlong() {
    GoingBack credit = new GoingBack(CapRevOrCred.CRED);
    refuses(
        ErrorCode.invalidCertificate,
        "CRvReq-P-02",
        credit.request(
            "data.capRevOrCredRRTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    refuses(
        ErrorCode.missingCertificate,
        "CRvReq-P-02",
        credit.request("signer", Signatory.of(WORLD.merchantSigning)));
  }

  @Test
  @Tag("CRvReq-P-03")
  void identifiersOutsideAreThoseInsideAndTheRequestIsFresh() {
    GoingBack credit = new GoingBack(CapRevOrCred.CRED);
    refuses(
        ErrorCode.unknownRRPID,
        "W-05",
        Altered.at(
            credit.created.wrapper(),
            "messageHeader.rrpid",
            Optional.of(RRPID.random(PurchaseWorld.RANDOM))));
    refuses(
        ErrorCode.wrapperMsgMismatch,
        "W-07",
        Altered.at(
            credit.created.wrapper(),
            "messageHeader.messageIDs.xID",
            Optional.of(XID.random(PurchaseWorld.RANDOM))));
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        credit.request("data.capRevOrCredRRTags.currentDate", GoingBack.old()));
  }

  @Test
  @Tag("CRvReq-P-04")
  void thereAreAsManyTokensAsItemsAndEachAuthorizationOnce() {
    GoingBack credit = new GoingBack(CapRevOrCred.CRED);
    CapRevOrCredReqItem item = credit.created.items().getFirst();
    Optional<CapToken> token = Optional.of(GoingBack.token());
    refuses(
        ErrorCode.unspecifiedFailure,
        "CRvReq-P-04",
        credit.request("tokens.tokens", List.of(token, token)));
    GoingBack.Asking twice =
        Altered.at(credit.asking(), "data.capRevOrCredReqItemSeq", List.of(item, item));
    refuses(
        ErrorCode.unspecifiedFailure,
        "CRvReq-P-04",
        credit.request(Altered.at(twice, "tokens.tokens", List.of(token, token))));
  }

  @ParameterizedTest
  @EnumSource(CapRevOrCred.class)
  @Tag("CRvReq-P-05")
  void withoutTheTokenNothingIsBooked(CapRevOrCred kind) throws Refused {
    answers(
        CapRevOrCredCode.missingCapToken,
        "CRvReq-P-05",
        new GoingBack(kind)
            .request("tokens.tokens", List.of(Optional.<CapToken>empty())));
  }

  @Test
  @Tag("CRvReq-P-06")
  @Tag("L09")
  void aTokenOfAnotherMerchantPurchaseAuthorizationOrGatewayIsInvalid() throws Refused {
    ForgedAuthorization tokens = ForgedAuthorization.honest();
    RRPID rrpid = RRPID.random(PurchaseWorld.RANDOM);
    XID xid = XID.random(PurchaseWorld.RANDOM);
    Brand.Pair other = WORLD.brand.gateway(Suite.CLASSICAL, 2);
    GoingBack credit = new GoingBack(CapRevOrCred.CRED);
    for (CapToken token :
        List.of(
            tokens.token("data.authRRPID", rrpid),
            tokens.token("data.xid", xid),
            tokens.token("data.merchantID", new MerchantID("M-0002")),
            tokens.token(
                "data.merchantThumb", CertThumb.of(WORLD.merchantOpening.certificate())),
            tokens.token("signer", other.signing()))) {
      answers(
          CapRevOrCredCode.invalidCapToken,
          "CRvReq-P-06",
          credit.request("tokens.tokens", List.of(Optional.of(token))));
    }
    answers(
        CapRevOrCredCode.invalidCapToken,
        "CRvReq-P-06",
        credit.request(ITEM + "authRRPID", rrpid));
    answers(
        CapRevOrCredCode.invalidCapToken,
        "CRvReq-P-06",
        credit.request(ITEM + "transIDs.xid", xid));
  }

  @Test
  @Tag("CRvReq-P-07")
  void neitherAnotherAccountNorNothingIsCredited() throws Refused {
    GoingBack credit = new GoingBack(CapRevOrCred.CRED);
    answers(
        CapRevOrCredCode.unspecifiedFailure,
        "CRvReq-P-07",
        credit.request(ITEM + "newAccountInd", true));
    answers(
        CapRevOrCredCode.unspecifiedFailure,
        "CRvReq-P-07",
        credit.request(ITEM + "capRevOrCredReqAmt", Optional.of(GoingBack.NOTHING)));
  }
}
