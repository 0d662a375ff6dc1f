package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.SigningCredential;
import openset.pki.issue.KeyRole;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.registration.CertInqReqTBS;
import openset.set.data.registration.CertStatusCode;
import openset.set.message.CertInqReq;
import openset.set.message.CertInqRes;
import openset.set.message.CertRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.authority.CreateCertRes;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.ProcessCertInqReq;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.Standing;
import openset.set.treatment.authority.To;
import openset.set.treatment.endentity.CreateCertInqReq;
import openset.set.treatment.endentity.ProcessCertRes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CertInqReq and CertInqRes, rule by rule. */
final class CertInqTest {
  private static final RegistrationWorld WORLD = new RegistrationWorld(Suite.CLASSICAL);
  private OtherRun run;
  private Standing standing;
  private CreateCertInqReq.Created inquiry;

  @BeforeEach
  void apply() throws Refused {
    run =
        new OtherRun(WORLD, Registrant.MERCHANT, Suite.CLASSICAL)
            .begun()
            .given()
            .filled(Optional.of("CH93"));
    standing = ((ProcessCertReq.Outcome.Proved) run.applied()).application().standing();
    inquiry =
        CreateCertInqReq.create(
            run.certReq.asked(), standing.lidCA(), run.signs.signer(), run.own);
  }

  private MessageWrapper signed(Signatory signatory, LocalID lidEE, LocalID lidCA) {
    CertInqReqTBS data =
        new CertInqReqTBS(
            inquiry.asked().rrpid(), lidEE, inquiry.asked().challEE3(), lidCA);
    return RegistrationHeader.wrap(
        new CertInqReq(S.sign(signatory, CertInqReqTBS.CONTENT, data)),
        data.rrpid(),
        lidEE,
        Optional.of(lidCA),
        run.own);
  }

  private To process(MessageWrapper wrapper) throws Refused {
    return ProcessCertInqReq.process(
        wrapper, (CertInqReq) wrapper.message(), standing, run.authority);
  }

  private void refused(Signatory signatory, ErrorCode code, String rule) {
    MessageWrapper wrapper = signed(signatory, standing.lidEE(), standing.lidCA());
    Refusal.of(() -> process(wrapper), code, rule);
  }

  @Test
  @Tag("CertInqReq-E-01")
  void everyInquiryIsNewAndUnderTheOldLabels() {
    assertThat(inquiry.asked().rrpid()).isNotEqualTo(run.certReq.asked().rrpid());
    assertThat(inquiry.asked().challEE3()).isNotEqualTo(run.certReq.asked().challEE3());
    assertThat(inquiry.asked().lidEE()).isEqualTo(run.certReq.asked().lidEE());
    assertThat(Standing.TYPE.decode(Standing.TYPE.encode(standing))).isEqualTo(standing);
  }

  @Test
  @Tag("CertInqReq-A-01")
  void anOldInquiryIsRefused() {
    Means late =
        RegistrationWorld.endEntity(
            WORLD.trust(), run.authority.now().plus(Duration.ofHours(1)));
    MessageWrapper request = inquiry.wrapper();
    Refusal.of(
        () ->
            ProcessCertInqReq.process(
                request, (CertInqReq) request.message(), standing, late),
        ErrorCode.messageTooOld,
        "W-03");
  }

  @Test
  @Tag("CertInqReq-E-02")
  @Tag("CertInqReq-A-02")
  @Tag("OP-21")
  @Tag("R02")
  void anotherKeyUnderTheNullNameIsRefused() {
    SigningKeyPair other = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    refused(Signatory.newKey(other.signer()), ErrorCode.signatureFailure, "OP-17");
  }

  @Test
  @Tag("CertInqReq-A-02")
  void aMerchantOfTheBrandMayNotAskAfterAnothersRequest() {
    SigningKeyPair other = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    SigningCredential merchant =
        new SigningCredential(
            other.signer(),
            run.certificate(
                KeyRole.SIGN,
                Der.of(other.publicKey().spki()),
                new MerchantID("M-0002"),
                OtherRun.ACQUIRER),
            List.of(
                WORLD.issuing(Registrant.MERCHANT).certificate(), WORLD.brand.certificate()));
    refused(Signatory.of(merchant), ErrorCode.signatureFailure, "CertInqReq-A-02");
    refused(
        Signatory.of(WORLD.ca(Registrant.MERCHANT).signing()),
        ErrorCode.invalidCertificate,
        "CERT-28 type or use");
  }

  @Test
  @Tag("CertInqReq-A-03")
  void anInquiryAfterAnotherRequestIsRefused() {
    Signatory signatory = Signatory.newKey(run.signs.signer());
    LocalID other = LocalID.ofText("x");
    for (MessageWrapper wrapper :
        List.of(
            signed(signatory, other, standing.lidCA()),
            signed(signatory, standing.lidEE(), other))) {
      Refusal.of(() -> process(wrapper), ErrorCode.unknownLID, "CertInqReq-A-03");
    }
  }

  @Test
  @Tag("CertInqRes-A-01")
  void aCardholderIsAnsweredUnderTheKeyOfItsRequest() throws Refused {
    CardRun card = new CardRun(WORLD, Suite.EDWARDS).begun().given().filled(CardRun.ANSWERS);
    ProcessCertReq.Outcome.Proved proved = (ProcessCertReq.Outcome.Proved) card.applied();
    Standing kept =
        Standing.TYPE.decode(Standing.TYPE.encode(proved.application().standing()));
    CreateCertInqReq.Created asked =
        CreateCertInqReq.create(
            card.certReq.asked(), kept.lidCA(), card.keys.signer(), card.wallet);
    MessageWrapper request = CardRun.sent(asked.wrapper());
    To to =
        ProcessCertInqReq.process(
            request, (CertInqReq) request.message(), kept, card.cca);
    MessageWrapper answer =
        CardRun.sent(
            CreateCertRes.createInqRes(
                to, Decision.Rejected.of(CertStatusCode.rejectedByIssuer), card.ca, card.cca));
    CertRes inside = ((CertInqRes) answer.message()).certRes();
    assertThat(inside).isInstanceOf(CertRes.Sealed.class);
    assertThat(ProcessCertRes.process(answer, inside, asked.asked(), card.wallet))
        .isEqualTo(
            new ProcessCertRes.Outcome.Rejected(
                CertStatusCode.rejectedByIssuer, Optional.empty(), List.of()));
    Refusal.of(
        () -> ProcessCertRes.process(answer, inside, card.certReq.asked(), card.wallet),
        ErrorCode.unknownRRPID,
        "W-05");
  }
}
