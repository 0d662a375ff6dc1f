package openset.set.treatment.inquiry;

import static openset.set.treatment.Refusal.refused;
import static openset.set.treatment.inquiry.Asking.CARD;
import static openset.set.treatment.inquiry.Asking.IDS;
import static openset.set.treatment.inquiry.Asking.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.Suite;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.outcome.InqReqData;
import openset.set.message.InqReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Altered;
import openset.set.treatment.Brand;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.merchant.CreatePRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cardholder asks after its purchase, and who may not. */
final class InqReqTest {
  private final Asking asking = new Asking();

  private static void refuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> Asking.asked(wrapper));
  }

  private Verified<InqReqData> signed() throws Refused {
    InqReq.InqReqSigned message =
        (InqReq.InqReqSigned) asking.created.wrapper().message();
    Required card = Required.of(CertificateType.CARD, KeyUse.SIGN, PurchaseWorld.BRAND);
    return S.verify(
        message.signed(),
        InqReqData.CONTENT,
        Expected.of(card, WORLD.trust(), PurchaseWorld.NOW));
  }

  @Test
  @Tag("InqReq-C-01")
  void eachInquiryIsNewAndNamesThePurchase() throws Refused {
    Asking another = new Asking();
    assertThat(signed().value()).isEqualTo(asking.data());
    assertThat(signed().value().transIDs()).isEqualTo(IDS);
    assertThat(another.created.asked().rrpid())
        .isNotEqualTo(asking.created.asked().rrpid())
        .isNotEqualTo(Asking.PURCHASE.pReq.asked().rrpid());
    assertThat(another.created.asked().challC2())
        .isNotEqualTo(asking.created.asked().challC2())
        .isNotEqualTo(Asking.PURCHASE.pReq.asked().challC());
  }

  @Test
  @Tag("InqReq-C-02")
  void theCertificateIsTheOneOfThePurchase() throws Refused {
    assertThat(signed().signer().certificate()).isEqualTo(CARD.certificate());
  }

  @Test
  @Tag("InqRes-M-01")
  void itsCardholderIsHeard() throws Refused {
    CreatePRes.To to = Asking.asked(asking.created.wrapper());
    assertThat(to)
        .isEqualTo(
            new CreatePRes.To(
                IDS, asking.created.asked().rrpid(), asking.created.asked().challC2()));
  }

  @Test
  @Tag("InqReq-M-01")
  void anOldOneIsRefused() {
    refuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            asking.created.wrapper(),
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
  }

  @Test
  @Tag("InqReq-M-02")
  void theUnsignedFormIsRefused() {
    InqReqData data = asking.data();
    refuses(
        ErrorCode.signatureRequired,
        "InqReq-M-02",
        Asking.wrap(IDS, data.rrpid(), new InqReq.InqReqUnsigned(data)));
  }

  @Test
  @Tag("InqReq-M-03")
  void whoIsNoCardholderOfTheBrandIsRefused() {
    refuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        Asking.inqReq(asking.data(), WORLD.merchantSigning));
    Brand other = WORLD.otherBrand();
    SigningCredential elsewhere = other.card(Suite.CLASSICAL).credential();
    MessageWrapper strange = Asking.inqReq(asking.data(), elsewhere);
    refused(
        ErrorCode.invalidCertificate,
        "CERT-28",
        () -> Asking.asked(strange, Optional.empty(), WORLD.means(WORLD.trusting(other))));
    SigningCredential forged =
        new SigningCredential(
            WORLD.brand.card(Suite.CLASSICAL).credential().signer(),
            CARD.certificate(),
            CARD.chain());
    refuses(
        ErrorCode.signatureFailure, "OP-17", Asking.inqReq(asking.data(), forged));
  }

  @Test
  @Tag("InqReq-M-04")
  void identifiersAreThoseInsideAndThoseOfThePurchase() {
    RRPID rrpid = RRPID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.unknownRRPID,
        "W-05",
        Altered.at(
            asking.created.wrapper(), "messageHeader.rrpid", Optional.of(rrpid)));
    XID xid = XID.random(PurchaseWorld.RANDOM);
    refuses(
        ErrorCode.wrapperMsgMismatch,
        "W-07",
        Altered.at(
            asking.created.wrapper(), "messageHeader.messageIDs.xID", Optional.of(xid)));
    refuses(
        ErrorCode.unknownXID,
        "InqReq-M-04",
        Asking.inqReq(Altered.at(asking.data(), "transIDs.xid", xid), CARD));
    refuses(
        ErrorCode.unknownXID,
        "InqReq-M-04",
        Asking.inqReq(
            Altered.at(asking.data(), "transIDs.lidC", LocalID.ofText("other")), CARD));
  }

  @Test
  @Tag("InqReq-M-05")
  @Tag("P37")
  void anotherCardholderIsToldTheSameAsOfAPurchaseThatIsNotThere() {
    SigningCredential other = WORLD.brand.card(Suite.CLASSICAL).credential();
    refuses(ErrorCode.unknownXID, "InqReq-M-05", Asking.inqReq(asking.data(), other));
  }

  @Test
  void whileNoOrderCameItsCardholderIsNotKnown() throws Refused {
    assertThat(Asking.asked(asking.created.wrapper(), Optional.empty()).transIDs())
        .isEqualTo(IDS);
  }

  @Test
  void aChallengeIsCoveredByTheSignature() {
    InqReqData other =
        Altered.at(asking.data(), "challC2", Challenge.random(PurchaseWorld.RANDOM));
    MessageWrapper changed =
        Altered.at(
            asking.created.wrapper(),
            "message.signed.cms.content.content",
            Optional.of(Der.of(InqReqData.TYPE.encode(other))));
    refuses(ErrorCode.signatureFailure, "OP-17", changed);
  }
}
