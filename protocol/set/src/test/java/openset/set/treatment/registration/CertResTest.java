package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.CardholderProfile;
import openset.pki.issue.KeyRole;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PANSecret;
import openset.set.data.registration.CertResData;
import openset.set.data.registration.CertStatus;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;
import openset.set.message.CertRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncK;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCertRes;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.To;
import openset.set.treatment.endentity.ProcessCertRes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CertRes, rule by rule. */
final class CertResTest {
  private static final RegistrationWorld WORLD = new RegistrationWorld(Suite.CLASSICAL);
  private static final Decision PENDED =
      new Decision.Pending(CertStatusCode.requestPended, Optional.empty());
  private CardRun run;
  private ProcessCertReq.Outcome outcome;
  private Application application;
  private Blinding blinding;

  @BeforeEach
  void apply() throws Refused {
    run = new CardRun(WORLD, Suite.CLASSICAL).begun().given().filled(CardRun.ANSWERS);
    outcome = run.applied();
    application = ((ProcessCertReq.Outcome.Proved) outcome).application();
    blinding = Blinding.of(application.card().orElseThrow(), run.cca.randomness());
  }

  private void refused(MessageWrapper answer, ErrorCode code, String rule) {
    Refusal.of(() -> run.told(answer), code, rule);
  }

  private Certificate certificate() {
    return run.certificate(application, blinding);
  }

  private Decision issued(Certificate... certificates) {
    return new Decision.Issued(
        List.of(certificates), Optional.of(blinding.nonceCCA()), Optional.empty());
  }

  private static CertStatus status(CertStatusCode code, Optional<Nonce> nonce) {
    return new CertStatus(
        code, nonce, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private CertResData data(CertStatus status, Optional<List<CertThumb>> thumbs) {
    To to = outcome.to();
    return new CertResData(
        to.rrpid(),
        to.lidEE(),
        to.challEE3(),
        to.lidCA(),
        status,
        thumbs,
        Optional.empty(),
        to.thumbs());
  }

  private MessageWrapper sealed(CertResData data, CaCredentials ca, Certificate... more) {
    Signatory signatory = Signatory.of(ca.signing()).enclosing(List.of(more));
    BackKeyData key = outcome.to().caBackKey().orElseThrow();
    CertRes answer =
        new CertRes.Sealed(
            EncK.seal(
                key.backKey(),
                signatory,
                RegistrationForms.CERT_RES,
                data,
                run.cca.randomness()));
    return RegistrationHeader.wrap(
        answer, outcome.to().rrpid(), data.lidEE(), Optional.of(data.lidCA()), run.cca);
  }

  @Test
  @Tag("CertRes-A-01")
  @Tag("CertRes-A-04")
  void theAnswerIsSealedUnderTheCardholdersKey() throws Refused {
    MessageWrapper answer = run.answered(outcome, PENDED);
    assertThat(answer.message()).isInstanceOf(CertRes.Sealed.class);
    assertThat(answer.messageHeader().rrpid()).contains(outcome.to().rrpid());
    To to = outcome.to();
    assertThat(To.TYPE.decode(To.TYPE.encode(to))).isEqualTo(to);
    To other =
        new To(
            to.rrpid(),
            to.lidEE(),
            to.challEE3(),
            to.lidCA(),
            Optional.of(BackKeyData.random(run.cca.randomness())),
            to.thumbs());
    refused(
        CreateCertRes.create(other, PENDED, run.ca, run.cca),
        ErrorCode.decodingFailure,
        "OP-35");
  }

  @Test
  @Tag("CertRes-A-02")
  void aCardholdersCertificateNeverGoesWithoutItsNonce() {
    Decision without = Decision.Issued.others(List.of(certificate()));
    assertThatThrownBy(() -> run.answered(outcome, without))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("CertRes-A-03")
  void aCertificateGoesAlongWithAllThatProvesIt() throws Refused {
    Certificate certificate = certificate();
    ProcessCertRes.Outcome.Certified told =
        (ProcessCertRes.Outcome.Certified)
            run.told(run.answered(outcome, issued(certificate)));
    assertThat(told.signature().certificate()).isEqualTo(certificate);
    assertThat(told.signature().chain()).hasSize(3);
  }

  @Test
  void aDecisionThatIsNoneCannotBeMade() {
    List<CertStatusCode> open =
        List.of(CertStatusCode.requestPended, CertStatusCode.requestInProgress);
    for (CertStatusCode code : CertStatusCode.values()) {
      boolean rejects = code != CertStatusCode.requestComplete && !open.contains(code);
      if (!rejects) {
        assertThatThrownBy(() -> Decision.Rejected.of(code))
            .isInstanceOf(IllegalArgumentException.class);
      }
      if (!open.contains(code)) {
        assertThatThrownBy(() -> new Decision.Pending(code, Optional.empty()))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  @Tag("CertRes-E-01")
  void anAnswerToAnotherRequestIsRefused() throws Refused {
    CardRun other = new CardRun(WORLD, Suite.CLASSICAL).begun().given().filled(CardRun.ANSWERS);
    refused(
        other.answered(other.applied(), PENDED), ErrorCode.unknownRRPID, "W-05");
  }

  @Test
  @Tag("CertRes-E-02")
  void aCardholderIsNotAnsweredInClear() {
    To to = outcome.to();
    To clear =
        new To(
            to.rrpid(), to.lidEE(), to.challEE3(), to.lidCA(), Optional.empty(), to.thumbs());
    refused(
        CreateCertRes.create(clear, PENDED, run.ca, run.cca),
        ErrorCode.decodingFailure,
        "CertRes-E-02");
  }

  @Test
  @Tag("CertRes-E-03")
  void anAnswerByAnotherKindOfAuthorityIsRefused() {
    MessageWrapper answer =
        CreateCertRes.create(
            outcome.to(), PENDED, WORLD.ca(Registrant.MERCHANT), run.cca);
    refused(answer, ErrorCode.invalidCertificate, "CERT-28 type or use");
  }

  @Test
  @Tag("CertRes-E-04")
  void whatIsNotOursInAnAnswerIsRefused() {
    To to = outcome.to();
    LocalID lid = LocalID.ofText("x");
    RRPID rrpid = RRPID.of(run.cca.randomness().bytes(RRPID.OCTETS));
    String rule = "CertRes-E-04";
    CertResData right = data(status(CertStatusCode.requestPended, Optional.empty()), none());
    refused(sealed(with(right, rrpid, to.lidEE(), to.lidCA()), run.ca), ErrorCode.unknownRRPID,
        rule);
    refused(sealed(with(right, to.rrpid(), lid, to.lidCA()), run.ca), ErrorCode.unknownLID, rule);
    refused(sealed(with(right, to.rrpid(), to.lidEE(), lid), run.ca), ErrorCode.unknownLID, rule);
    CertResData thumbs =
        new CertResData(
            right.rrpid(),
            right.lidEE(),
            right.challEE3(),
            right.lidCA(),
            right.certStatus(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    refused(sealed(thumbs, run.ca), ErrorCode.thumbsMismatch, rule);
  }

  private static Optional<List<CertThumb>> none() {
    return Optional.empty();
  }

  private static CertResData with(
      CertResData data, RRPID rrpid, LocalID lidEE, LocalID lidCA) {
    return new CertResData(
        rrpid,
        lidEE,
        data.challEE3(),
        lidCA,
        data.certStatus(),
        data.certThumbs(),
        data.brandCRLIdentifier(),
        data.thumbs());
  }

  @Test
  @Tag("CertRes-E-05")
  void anOldAnswerIsRefusedByItsChallenge() {
    To to = outcome.to();
    To old =
        new To(
            to.rrpid(),
            to.lidEE(),
            Challenge.of(run.cca.randomness().bytes(Challenge.OCTETS)),
            to.lidCA(),
            to.caBackKey(),
            to.thumbs());
    refused(
        CreateCertRes.create(old, PENDED, run.ca, run.cca),
        ErrorCode.challengeMismatch,
        "CertRes-E-05");
  }

  @Test
  @Tag("CertRes-E-06")
  void certificatesAndNonceComeWithRequestCompleteAndOnlyThen() {
    Certificate certificate = certificate();
    Optional<List<CertThumb>> thumbs = Optional.of(List.of(CertThumb.of(certificate)));
    Optional<Nonce> nonce = Optional.of(blinding.nonceCCA());
    List<CertResData> wrong =
        List.of(
            data(status(CertStatusCode.requestComplete, nonce), none()),
            data(status(CertStatusCode.requestComplete, Optional.empty()), thumbs),
            data(status(CertStatusCode.requestPended, Optional.empty()), thumbs),
            data(status(CertStatusCode.rejectedByIssuer, nonce), none()));
    for (CertResData data : wrong) {
      refused(
          sealed(data, run.ca, certificate), ErrorCode.unspecifiedFailure, "CertRes-E-06");
    }
  }

  @Test
  @Tag("CertRes-E-07")
  void aCertificateForAnotherKeyIsRefused() {
    SigningKeyPair other = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Certificate foreign = run.certificate(other.publicKey(), blinding);
    refused(
        run.answered(outcome, issued(foreign)),
        ErrorCode.invalidCertificate,
        "CertRes-E-07");
  }

  @Test
  @Tag("CertRes-E-07")
  void aCertificateThatIsNamedAndMissingOrOneTooManyIsRefused() {
    CertResData named =
        data(
            status(CertStatusCode.requestComplete, Optional.of(blinding.nonceCCA())),
            Optional.of(List.of(CertThumb.of(certificate()))));
    refused(sealed(named, run.ca), ErrorCode.missingCertificate, "CertRes-E-07");
    SigningKeyPair other = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Certificate foreign = run.certificate(other.publicKey(), blinding);
    refused(
        run.answered(outcome, issued(certificate(), foreign)),
        ErrorCode.invalidCertificate,
        "CertRes-E-07");
  }

  @Test
  @Tag("CertRes-E-08")
  @Tag("R05")
  void aCertificateOfAnotherTypeForOurKeyIsRefused() {
    OtherRun merchant = new OtherRun(WORLD, Registrant.MERCHANT, Suite.CLASSICAL);
    Certificate shop =
        merchant.certificate(
            KeyRole.SIGN,
            application.signatureKey(),
            new MerchantID("M-0001"),
            OtherRun.ACQUIRER);
    refused(
        run.answered(outcome, issued(shop)),
        ErrorCode.invalidCertificate,
        "CERT-28 type or use");
  }

  @Test
  @Tag("CertRes-E-08")
  void aCertificateByAnotherCcaOfTheBrandThanAnswersIsRefused() throws Untrusted {
    RegistrationWorld.Authority other =
        WORLD.brand.below(
            new AuthorityProfile(
                Registrant.CARDHOLDER.authority(),
                KeyRole.ISSUE,
                "CH",
                RegistrationWorld.BRAND.name(),
                "Another CCA"),
            Suite.CLASSICAL);
    Certificate certificate =
        other.issue(
            new CardholderProfile(
                "CH",
                RegistrationWorld.BRAND.name(),
                "Bank of Aurora",
                blinding.cardholderId(),
                Optional.empty()),
            application.signatureKey().bytes());
    Trust knowing =
        run.cca
            .trust()
            .withCertificates(List.of(other.certificate()))
            .withCrls(List.of(other.crl(1)), run.cca.now());
    MessageWrapper answer =
        CreateCertRes.create(
            outcome.to(), issued(certificate), run.ca, WORLD.authority(knowing));
    refused(answer, ErrorCode.invalidCertificate, "CertRes-E-08");
  }

  @Test
  @Tag("CertRes-E-09")
  @Tag("R04")
  void aCertificateThatHidesAnotherAccountOrByAnotherNonceIsRefused() {
    PANSecret secret = blinding.panSecret();
    String otherExpiry =
        secret.cardholderId(
            CardRun.CARD, CardExpiry.of("203101"));
    Certificate hidesOther =
        run.certificate(
            application.signatureKey().bytes(), otherExpiry, Registrant.CARDHOLDER);
    refused(
        run.answered(outcome, issued(hidesOther)),
        ErrorCode.invalidCertificate,
        "CertRes-E-09");
    Decision otherNonce =
        new Decision.Issued(
            List.of(certificate()),
            Optional.of(Nonce.random(run.cca.randomness())),
            Optional.empty());
    refused(
        run.answered(outcome, otherNonce), ErrorCode.invalidCertificate, "CertRes-E-09");
  }

  @Test
  @Tag("CertRes-E-09")
  @Tag("R04")
  void aNonceOfZerosIsRefusedEvenWhereTheCertificateFitsIt() {
    Nonce zeros = Nonce.of(new byte[Nonce.OCTETS]);
    PANSecret secret =
        PANSecret.derive(
            run.certReq.asked().card().orElseThrow().cardSecret(),
            zeros,
            CardRun.CARD,
            CardRun.EXPIRY);
    Blinding weak =
        new Blinding(zeros, secret, secret.cardholderId(CardRun.CARD, CardRun.EXPIRY));
    Decision decision =
        Decision.Issued.card(
            run.certificate(application, weak), weak, Optional.empty());
    refused(
        run.answered(outcome, decision), ErrorCode.unspecifiedFailure, "CertRes-E-09");
  }

  @Test
  @Tag("CertRes-E-10")
  @Tag("R05")
  void certificatesOfAnotherShopOrAcquirerAreRefused() throws Refused {
    for (Registrant who : List.of(Registrant.MERCHANT, Registrant.GATEWAY)) {
      OtherRun other =
          new OtherRun(WORLD, who, Suite.CLASSICAL)
              .begun()
              .given()
              .filled(Optional.of("CH93"));
      ProcessCertReq.Outcome.Proved proved = (ProcessCertReq.Outcome.Proved) other.applied();
      MessageWrapper acquirer =
          other.answered(
              proved,
              other.issued(
                  proved.application(), new MerchantID("M-0001"), new BIN("999002")));
      Refusal.of(
          () -> other.told(acquirer), ErrorCode.invalidCertificate, "CertRes-E-10");
      if (who == Registrant.GATEWAY) continue;
      MessageWrapper shop =
          other.answered(
              proved,
              other.issued(
                  proved.application(), new MerchantID("M-0002"), OtherRun.ACQUIRER));
      Refusal.of(() -> other.told(shop), ErrorCode.invalidCertificate, "CertRes-E-10");
    }
  }

  @Test
  void everyRejectionIsToldWithItsReasons() throws Refused {
    List<CertStatusCode> rejections = new ArrayList<>(Arrays.asList(CertStatusCode.values()));
    rejections.removeAll(
        List.of(
            CertStatusCode.requestComplete,
            CertStatusCode.requestPended,
            CertStatusCode.requestInProgress));
    List<FailedItem> failed = List.of(new FailedItem(1, "Not known here."));
    for (CertStatusCode code : rejections) {
      Decision no = new Decision.Rejected(code, Optional.of("No."), failed);
      assertThat(run.told(run.answered(outcome, no)))
          .isEqualTo(new ProcessCertRes.Outcome.Rejected(code, Optional.of("No."), failed));
    }
  }

  @Test
  @Tag("R02")
  void aWalletIsToldThatItsSignatureDidNotHold() throws Refused {
    ProcessCertReq.Outcome.NotProved not =
        new ProcessCertReq.Outcome.NotProved(
            outcome.to(), CertStatusCode.sigValidationFail, List.of(), "CertReq-A-04");
    ProcessCertRes.Outcome.Rejected told =
        (ProcessCertRes.Outcome.Rejected)
            run.told(run.answered(not, Decision.Rejected.of(not)));
    assertThat(told.status()).isEqualTo(CertStatusCode.sigValidationFail);
  }
}
