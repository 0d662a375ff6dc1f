package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.AgreementKeyPair;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.SigningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANData0;
import openset.set.data.registration.AcctData;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;
import openset.set.data.registration.PublicKeySorE;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RequestType;
import openset.set.message.CertReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.NewKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CertReq, rule by rule. */
final class CertReqTest {
  private static final RegistrationWorld WORLD = new RegistrationWorld(Suite.CLASSICAL);
  private CardRun run;
  private Requested requested;

  @BeforeEach
  void begin() throws Refused {
    run = new CardRun(WORLD, Suite.CLASSICAL).begun().given().filled(CardRun.ANSWERS);
    requested =
        new Requested(
            run.certReq.asked(),
            run.form,
            Optional.of(card(CardRun.CARD)),
            Signatory.newKey(run.keys.signer()),
            run.wallet);
  }

  private AcctInfo card(PAN pan) {
    return new AcctInfo.Card(
        new PANData0(
            pan,
            CardRun.EXPIRY,
            CardSecret.random(run.wallet.randomness()),
            Nonce.random(run.wallet.randomness())));
  }

  private ProcessCertReq.Outcome outcome() throws Refused {
    return run.applied(requested.to(run.ca, run.wallet));
  }

  private void refused(ErrorCode code, String rule) {
    Refusal.of(this::outcome, code, rule);
  }

  private void answered(CertStatusCode status, String rule) throws Refused {
    answered(outcome(), status, rule, List.of());
  }

  private static void answered(
      ProcessCertReq.Outcome outcome,
      CertStatusCode status,
      String rule,
      List<FailedItem> failed) {
    assertThat(outcome).isInstanceOf(ProcessCertReq.Outcome.NotProved.class);
    ProcessCertReq.Outcome.NotProved not = (ProcessCertReq.Outcome.NotProved) outcome;
    assertThat(not.status()).isEqualTo(status);
    assertThat(not.rule()).isEqualTo(rule);
    assertThat(not.failed()).isEqualTo(failed);
  }

  private static Der spki(SigningKeyPair keys) {
    return Der.of(keys.publicKey().spki());
  }

  @Test
  void whatThePeerWritesRightIsProved() throws Refused {
    assertThat(outcome()).isInstanceOf(ProcessCertReq.Outcome.Proved.class);
  }

  @Test
  @Tag("CertReq-E-01")
  @Tag("CertReq-E-03")
  @Tag("R04")
  void nothingThatMustBeNewIsUsedTwice() throws Refused {
    CreateCertReq.Asked one = run.certReq.asked();
    CreateCertReq.Asked two = run.filled(CardRun.ANSWERS).certReq.asked();
    assertThat(two.rrpid()).isNotEqualTo(one.rrpid());
    assertThat(two.challEE3()).isNotEqualTo(one.challEE3());
    assertThat(two.card().orElseThrow().cardSecret())
        .isNotEqualTo(one.card().orElseThrow().cardSecret());
    assertThat(two.card().orElseThrow().caBackKey())
        .isNotEqualTo(one.card().orElseThrow().caBackKey());
    assertThat(two.lidCA()).contains(run.begun.lidCA());
    assertThat(CreateCertReq.Asked.TYPE.decode(CreateCertReq.Asked.TYPE.encode(two)))
        .isEqualTo(two);
    assertThat(two.toString()).doesNotContain(CardRun.CARD.digits());
  }

  @Test
  @Tag("CertReq-E-02")
  void aCardholderCannotAskForAKeyThatOpens() {
    NewKeys keys =
        new NewKeys(
            run.keys.signer(),
            run.keys.publicKey(),
            Optional.of(
                AgreementKeyPair.generate(Suite.CLASSICAL.agreement()).publicKey()));
    assertThatThrownBy(
            () ->
                CreateCertReq.forCard(
                    run.form, List.of(), CardRun.CARD, CardRun.EXPIRY, keys, run.wallet))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("CertReq-E-04")
  @Tag("REG-03")
  void noAccountIsSealedToACcaThatWasRevokedSince() {
    Means later =
        RegistrationWorld.endEntity(WORLD.trust(run.ca.opening().certificate()));
    Refusal.of(
        () ->
            CreateCertReq.forCard(
                run.form,
                CardRun.ANSWERS,
                CardRun.CARD,
                CardRun.EXPIRY,
                run.newKeys(),
                later),
        ErrorCode.revokedCertificate,
        "CERT-27 on its issuer's CRL");
  }

  @Test
  @Tag("CertReq-A-01")
  void anOldRequestIsRefused() {
    Means late =
        RegistrationWorld.endEntity(WORLD.trust(), run.cca.now().plus(Duration.ofHours(1)));
    MessageWrapper request = run.certReq.wrapper();
    Refusal.of(
        () ->
            ProcessCertReq.process(
                request, (CertReq) request.message(), run.formGiven(), run.ca, late),
        ErrorCode.messageTooOld,
        "W-03");
  }

  @Test
  @Tag("CertReq-A-02")
  void aRequestSealedToAnotherIsRefused() {
    CaCredentials other = WORLD.credentials(Registrant.CARDHOLDER, Suite.CLASSICAL);
    Refusal.of(
        () -> run.applied(requested.to(other, run.wallet)),
        ErrorCode.decodingFailure,
        "OP-35");
  }

  @Test
  @Tag("CertReq-A-03")
  void renewalsOfOthersAndKeyExchangeAloneAreNotSupported() {
    List<RequestType> first =
        List.of(
            RequestType.cardInitialSig,
            RequestType.cardRenewalSig,
            RequestType.merInitialSig,
            RequestType.merInitialBoth,
            RequestType.pgwyInitialSig,
            RequestType.pgwyInitialBoth);
    for (RequestType type : RequestType.values()) {
      requested.requestType = type;
      if (!first.contains(type)) refused(ErrorCode.messageNotSupported, "CertReq-A-03");
    }
  }

  @Test
  @Tag("CertReq-A-04")
  @Tag("R02")
  void aKeyThatDidNotSignIsToldInCertResAndNothingElse() throws Refused {
    SigningKeyPair another = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    requested.signatory = Signatory.newKey(another.signer());
    answered(CertStatusCode.sigValidationFail, "CertReq-A-04");
    assertThat(outcome().to().caBackKey()).isEqualTo(requested.caBackKeyData);
  }

  @Test
  @Tag("CertReq-A-04")
  @Tag("R02")
  void aRequestSignedByACertificateHolderForAnotherKeyIsNotProved() throws Refused {
    SigningCredential mca = WORLD.ca(Registrant.MERCHANT).signing();
    requested.signatory = Signatory.of(mca);
    answered(CertStatusCode.sigValidationFail, "CertReq-A-04");
    requested.signatory = Signatory.renewal(mca, run.keys.signer());
    answered(CertStatusCode.sigValidationFail, "CertReq-A-04");
  }

  @Test
  @Tag("CertReq-A-04")
  @Tag("C25")
  void aKeyOfNoKnownFormIsNotProved() throws Refused {
    requested.keys =
        new PublicKeySorE(Optional.of(Der.ofHex("300a06082a8648ce3d030107")), Optional.empty());
    answered(CertStatusCode.sigValidationFail, "CertReq-A-04");
    Der agreement =
        Der.of(AgreementKeyPair.generate(Suite.EDWARDS.agreement()).publicKey().spki());
    requested.keys = new PublicKeySorE(Optional.empty(), Optional.of(agreement));
    answered(CertStatusCode.sigValidationFail, "CertReq-A-04");
  }

  @Test
  @Tag("CertReq-A-05")
  void aRequestOfAnotherRegistrationIsRefusedWhateverItsSignature() {
    LocalID right = requested.lidEE;
    requested.lidEE = LocalID.ofText("x");
    refused(ErrorCode.unknownLID, "CertReq-A-05");
    requested.lidEE = right;
    requested.lidCA = Optional.empty();
    refused(ErrorCode.unknownLID, "CertReq-A-05");
    requested.signatory =
        Signatory.newKey(SigningKeyPair.generate(Suite.EDWARDS.signature()).signer());
    refused(ErrorCode.unknownLID, "CertReq-A-05");
  }

  @Test
  @Tag("CertReq-A-05")
  void anotherTypeOrAnOldDateIsRefused() {
    requested.requestDate = run.wallet.now().minus(Duration.ofHours(1));
    refused(ErrorCode.messageTooOld, "W-03");
    requested.requestDate = run.wallet.now();
    requested.requestType = RequestType.merInitialSig;
    refused(ErrorCode.unspecifiedFailure, "CertReq-A-05");
  }

  @Test
  @Tag("CertReq-A-05")
  void anRRPIDThatIsNotTheWrappersIsRefused() throws Refused {
    MessageWrapper right = requested.to(run.ca, run.wallet);
    requested.rrpid = RRPID.of(run.wallet.randomness().bytes(RRPID.OCTETS));
    MessageWrapper other = requested.to(run.ca, run.wallet);
    MessageWrapper mixed = MessageWrapper.of(right.messageHeader(), other.message());
    Refusal.of(() -> run.applied(mixed), ErrorCode.unknownRRPID, "W-05");
  }

  @Test
  @Tag("CertReq-A-06")
  @Tag("R06")
  void theAnswersToAnotherFormAreRefused() throws Refused {
    CardRun other = new CardRun(WORLD, Suite.CLASSICAL).begun().given();
    requested.challCA = Optional.of(other.form.challCA());
    refused(ErrorCode.challengeMismatch, "CertReq-A-06");
    requested.challCA = Optional.empty();
    refused(ErrorCode.challengeMismatch, "CertReq-A-06");
  }

  @Test
  @Tag("CertReq-A-07")
  void aCardholderWithoutAKeyForTheWayBackIsTold() throws Refused {
    requested.caBackKeyData = Optional.empty();
    answered(CertStatusCode.unableToEncryptCertRes, "CertReq-A-07");
  }

  @Test
  @Tag("CertReq-A-08")
  @Tag("R05")
  void aCardholderWhoAsksForMoreKeysIsRejected() throws Refused {
    Der agreement =
        Der.of(AgreementKeyPair.generate(Suite.EDWARDS.agreement()).publicKey().spki());
    requested.keys = new PublicKeySorE(Optional.of(spki(run.keys)), Optional.of(agreement));
    answered(CertStatusCode.rejectedByCA, "CertReq-A-08");
  }

  @Test
  @Tag("CertReq-A-09")
  @Tag("R05")
  void aCardholderWhoSaysItIsAMerchantIsRejected() throws Refused {
    requested.idData = Optional.of(OtherRun.MERCHANT);
    answered(CertStatusCode.rejectedByCA, "CertReq-A-09");
  }

  @Test
  @Tag("CertReq-A-10")
  void aCardholderWithoutACardIsRejected() throws Refused {
    requested.account = Optional.empty();
    answered(CertStatusCode.rejectedByCA, "CertReq-A-10");
    requested.account =
        Optional.of(
            new AcctInfo.Account(
                new AcctData("CH93", Nonce.random(run.wallet.randomness()))));
    answered(CertStatusCode.rejectedByCA, "CertReq-A-10");
  }

  @Test
  @Tag("CertReq-A-11")
  @Tag("R06")
  void aCardOfAnotherBinThanTheFormsIsRejected() throws Refused {
    requested.account = Optional.of(card(PAN.completing("999002000000000")));
    answered(CertStatusCode.invalidBIN, "CertReq-A-11");
  }

  @Test
  @Tag("CertReq-A-12")
  @Tag("R06")
  void theNumberOfAnotherFormIsMalformed() throws Refused {
    requested.regFormID = 18;
    answered(CertStatusCode.regFormAnswerMalformed, "CertReq-A-12");
  }

  @Test
  @Tag("CertReq-A-12")
  @Tag("REG-07")
  @Tag("R12")
  void answersThatWillNotDoAreNamedByTheNumberOfTheField() throws Refused {
    requested.regForm =
        Optional.of(
            List.of(
                new RegFormItem("Family name", "S".repeat(31)),
                new RegFormItem("Telephone", "1\u200b2")));
    answered(
        outcome(),
        CertStatusCode.regFormAnswerMalformed,
        "CertReq-A-12",
        List.of(
            new FailedItem(1, "The answer is too long."),
            new FailedItem(2, "The answer has characters that cannot be used.")));
    requested.regForm = Optional.empty();
    answered(
        outcome(),
        CertStatusCode.regFormAnswerMalformed,
        "CertReq-A-12",
        List.of(new FailedItem(1, "An answer is required.")));
  }

  @Test
  @Tag("CertReq-A-12")
  @Tag("REG-07")
  void answersToNoFieldOrTwiceToOneAreMalformed() throws Refused {
    RegFormItem name = new RegFormItem("Family name", "Sample");
    requested.regForm = Optional.of(List.of(name, new RegFormItem("Role", "CA")));
    answered(CertStatusCode.regFormAnswerMalformed, "CertReq-A-12");
    requested.regForm = Optional.of(List.of(name, name));
    answered(CertStatusCode.regFormAnswerMalformed, "CertReq-A-12");
  }

  @Test
  @Tag("ACC-03")
  @Tag("R04")
  void aCardSecretOfZerosIsNotRead() {
    requested.account =
        Optional.of(
            new AcctInfo.Card(
                new PANData0(
                    CardRun.CARD,
                    CardRun.EXPIRY,
                    CardSecret.NONE,
                    Nonce.random(run.wallet.randomness()))));
    refused(ErrorCode.decodingFailure, "OP-35");
  }

  @Test
  @Tag("REG-05")
  @Tag("R05")
  void whatAnAuthorityGetsIsKeysAnswersAndAccountAndWhatItGaveItself() throws Refused {
    ProcessCertReq.Outcome.Proved proved = (ProcessCertReq.Outcome.Proved) outcome();
    FormGiven given = run.formGiven();
    assertThat(proved.application().given()).isEqualTo(given);
    assertThat(proved.application().keys()).isEqualTo(requested.keys);
    assertThat(proved.application().toString()).doesNotContain("Sample", "9990");
    assertThat(proved.toString()).doesNotContain(CardRun.CARD.digits(), "Sample");
  }
}
