package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.URL;
import openset.set.data.card.PANOnly;
import openset.set.data.registration.ReferralData;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegFormReqData;
import openset.set.data.registration.RegFormResTBS;
import openset.set.data.registration.RegTemplate;
import openset.set.data.registration.RequestType;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormReq;
import openset.set.message.RegFormRes;
import openset.set.operator.EXH;
import openset.set.operator.Recipient;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.Wanted;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateRegFormRes;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessRegFormReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RegFormReq and RegFormRes, rule by rule. */
final class RegFormTest {
  private static final RegistrationWorld WORLD = new RegistrationWorld(Suite.CLASSICAL);
  private CardRun run;

  @BeforeEach
  void begin() throws Refused {
    run = new CardRun(WORLD, Suite.CLASSICAL).begun();
  }

  private CreateRegFormReq.Asked asked() {
    return run.formReq.asked();
  }

  private RegFormReqData data(LocalID lidEE, Optional<LocalID> lidCA, RequestType type) {
    return new RegFormReqData(
        asked().rrpid(),
        lidEE,
        asked().challEE2(),
        lidCA,
        type,
        new Language("en"),
        Optional.empty());
  }

  private MessageWrapper sealed(RegFormReqData data) throws Refused {
    PANOnly pan = new PANOnly(CardRun.CARD, Nonce.random(run.wallet.randomness()));
    EXH<RegFormReqData, PANOnly> exh =
        EXH.seal(
            Recipient.self(run.ca.opening()),
            RegistrationForms.REG_FORM_REQ,
            data,
            pan,
            run.wallet.randomness());
    return RegistrationHeader.wrap(
        new RegFormReq(exh), data.rrpid(), data.lidEE(), data.lidCA(), run.wallet);
  }

  /** An answer signed by the CCA that names no certificate of its own. */
  private RegFormResTBS answer(RegFormOrReferral what, Optional<CertThumb> cae) {
    return new RegFormResTBS(
        asked().rrpid(),
        asked().lidEE(),
        asked().challEE2(),
        asked().lidCA(),
        Challenge.of(run.cca.randomness().bytes(Challenge.OCTETS)),
        cae,
        asked().requestType(),
        what,
        Optional.empty(),
        asked().thumbs());
  }

  private MessageWrapper signed(RegFormResTBS data) {
    return signed(data, run.ca);
  }

  private MessageWrapper signed(RegFormResTBS data, CaCredentials ca) {
    Signatory signatory =
        Signatory.of(ca.signing()).enclosing(List.of(run.ca.opening().certificate()));
    return RegistrationHeader.wrap(
        new RegFormRes(S.sign(signatory, RegFormResTBS.CONTENT, data)),
        asked().rrpid(),
        data.lidEE(),
        data.lidCA(),
        run.cca);
  }

  private void refused(RegFormResTBS data, ErrorCode code, String rule) {
    Refusal.of(() -> run.formAnswered(signed(data)), code, rule);
  }

  private static RegFormOrReferral formOf(List<RegField> fields) {
    RegTemplate template = new RegTemplate(3, Optional.empty(), Optional.empty(), fields);
    return new RegFormOrReferral.Form(new RegFormData(Optional.of(template), "Policy."));
  }

  private static RegField field(String name) {
    return new RegField(
        Optional.empty(), name, Optional.empty(), Optional.empty(), false, false);
  }

  @Test
  @Tag("RegFormReq-E-01")
  void twoRequestsForOneCardHaveNothingInCommonButTheLabels() throws Refused {
    CreateRegFormReq.Created other =
        CreateRegFormReq.create(run.proved, CardRun.CARD, new Language("en"), run.wallet);
    assertThat(other.asked().rrpid()).isNotEqualTo(asked().rrpid());
    assertThat(other.asked().challEE2()).isNotEqualTo(asked().challEE2());
    assertThat(other.asked().lidEE()).isEqualTo(run.initAsked.lidEE());
    assertThat(other.asked().lidCA()).contains(run.begun.lidCA());
    assertThat(other.wrapper().message()).isNotEqualTo(run.formReq.wrapper().message());
  }

  @Test
  @Tag("RegFormReq-E-02")
  @Tag("REG-03")
  @Tag("REG-04")
  void nothingIsSealedToACcaThatWasRevokedSince() {
    Means later =
        RegistrationWorld.endEntity(WORLD.trust(run.ca.opening().certificate()));
    Refusal.of(
        () -> CreateRegFormReq.create(run.proved, CardRun.CARD, new Language("en"), later),
        ErrorCode.revokedCertificate,
        "CERT-27 on its issuer's CRL");
  }

  @Test
  @Tag("RegFormReq-A-01")
  void anOldRequestIsRefused() {
    Means late =
        RegistrationWorld.endEntity(WORLD.trust(), run.cca.now().plus(Duration.ofHours(1)));
    MessageWrapper request = run.formReq.wrapper();
    Refusal.of(
        () ->
            ProcessRegFormReq.process(
                request, (RegFormReq) request.message(), run.begun, run.ca, late),
        ErrorCode.messageTooOld,
        "W-03");
  }

  @Test
  @Tag("RegFormReq-A-02")
  void aRequestSealedToAnotherIsRefused() {
    CaCredentials other = WORLD.credentials(Registrant.CARDHOLDER, Suite.CLASSICAL);
    MessageWrapper request = run.formReq.wrapper();
    Refusal.of(
        () ->
            ProcessRegFormReq.process(
                request, (RegFormReq) request.message(), run.begun, other, run.cca),
        ErrorCode.decodingFailure,
        "OP-35");
  }

  @Test
  @Tag("RegFormReq-A-03")
  void aRequestOfAnotherRegistrationIsRefused() throws Refused {
    Optional<LocalID> label = Optional.of(run.begun.lidCA());
    MessageWrapper lidEE =
        sealed(data(LocalID.ofText("x"), label, RequestType.cardInitialSig));
    MessageWrapper lidCA =
        sealed(
            data(asked().lidEE(), Optional.of(LocalID.ofText("x")), RequestType.cardInitialSig));
    MessageWrapper none =
        sealed(data(asked().lidEE(), Optional.empty(), RequestType.cardInitialSig));
    for (MessageWrapper request : List.of(lidEE, lidCA, none)) {
      Refusal.of(() -> run.formAsked(request), ErrorCode.unknownLID, "RegFormReq-A-03");
    }
    RRPID rrpid = RRPID.of(run.wallet.randomness().bytes(RRPID.OCTETS));
    MessageWrapper outside =
        RegistrationHeader.wrap(
            run.formReq.wrapper().message(), rrpid, asked().lidEE(), label, run.wallet);
    Refusal.of(() -> run.formAsked(outside), ErrorCode.unknownRRPID, "W-05");
  }

  @Test
  @Tag("RegFormReq-A-04")
  void aRequestForAnythingButACardIsNotSupported() throws Refused {
    for (RequestType type : RequestType.values()) {
      if (Wanted.of(type).who() == Registrant.CARDHOLDER) continue;
      MessageWrapper request =
          sealed(data(asked().lidEE(), Optional.of(run.begun.lidCA()), type));
      Refusal.of(
          () -> run.formAsked(request), ErrorCode.messageNotSupported, "RegFormReq-A-04");
    }
  }

  @Test
  @Tag("RegFormRes-A-01")
  void everyFormHasAChallengeOfItsOwn() throws Refused {
    ProcessRegFormReq.Request request = run.formAsked(run.formReq.wrapper());
    assertThat(request.pan()).isEqualTo(CardRun.CARD);
    FormGiven one =
        CreateRegFormRes.create(request, CardRun.someForm(), run.ca, run.cca)
            .given()
            .orElseThrow();
    FormGiven two =
        CreateRegFormRes.create(request, CardRun.someForm(), run.ca, run.cca)
            .given()
            .orElseThrow();
    assertThat(one.challCA()).isNotEqualTo(two.challCA());
    assertThat(one.bin()).isEqualTo(CardRun.CARD.bin());
    assertThat(FormGiven.TYPE.decode(FormGiven.TYPE.encode(one))).isEqualTo(one);
  }

  @Test
  @Tag("RegFormRes-A-02")
  void theFormBringsWhatProvesTheCca() throws Refused {
    run.given();
    FormToFill form = run.form;
    assertThat(form.authority().caeThumb())
        .isEqualTo(CertThumb.of(run.ca.opening().certificate()));
    assertThat(form.fields()).hasSize(2);
    assertThat(FormToFill.TYPE.decode(FormToFill.TYPE.encode(form))).isEqualTo(form);
  }

  @Test
  void aCardThatTheCcaDoesNotKnowIsReferred() throws Refused {
    ReferralData data =
        new ReferralData(
            Optional.of("Ask your bank."), Optional.of(List.of(new URL("https://bank.example"))));
    CreateRegFormRes.Created referral =
        CreateRegFormRes.create(
            run.formAsked(run.formReq.wrapper()),
            new RegFormOrReferral.Referral(data),
            run.ca,
            run.cca);
    assertThat(referral.given()).isEmpty();
    assertThat(run.formAnswered(CardRun.sent(referral.wrapper())))
        .isEqualTo(new FormOrReferral.Referral(data));
  }

  @Test
  @Tag("RegFormRes-E-01")
  @Tag("R06")
  void aFormThatAnswersAnotherRequestIsRefused() throws Refused {
    CardRun other = new CardRun(WORLD, Suite.CLASSICAL).begun().given();
    Refusal.of(
        () -> run.formAnswered(other.formRes.wrapper()), ErrorCode.unknownRRPID, "W-05");
  }

  @Test
  @Tag("RegFormRes-E-02")
  void aFormSignedByAnotherKindOfAuthorityIsRefused() {
    MessageWrapper answer =
        signed(
            answer(CardRun.someForm(), Optional.empty()), WORLD.ca(Registrant.MERCHANT));
    Refusal.of(
        () -> run.formAnswered(answer), ErrorCode.invalidCertificate, "CERT-28 type or use");
  }

  @Test
  @Tag("RegFormRes-E-03")
  void whatIsNotOursInAFormIsRefused() {
    RegFormResTBS right = answer(CardRun.someForm(), Optional.empty());
    RRPID rrpid = RRPID.of(run.wallet.randomness().bytes(RRPID.OCTETS));
    LocalID lid = LocalID.ofText("x");
    String rule = "RegFormRes-E-03";
    refused(
        with(right, rrpid, right.lidEE(), right.lidCA(), right.requestType()),
        ErrorCode.unknownRRPID,
        rule);
    refused(
        with(right, right.rrpid(), lid, right.lidCA(), right.requestType()),
        ErrorCode.unknownLID,
        rule);
    refused(
        with(right, right.rrpid(), right.lidEE(), Optional.of(lid), right.requestType()),
        ErrorCode.unknownLID,
        rule);
    refused(
        with(right, right.rrpid(), right.lidEE(), right.lidCA(), RequestType.merInitialSig),
        ErrorCode.unspecifiedFailure,
        rule);
    RegFormResTBS thumbs =
        new RegFormResTBS(
            right.rrpid(),
            right.lidEE(),
            right.challEE2(),
            right.lidCA(),
            right.challCA(),
            right.caeThumb(),
            right.requestType(),
            right.formOrReferral(),
            Optional.empty(),
            Optional.empty());
    refused(thumbs, ErrorCode.thumbsMismatch, rule);
  }

  private static RegFormResTBS with(
      RegFormResTBS data, RRPID rrpid, LocalID lidEE, Optional<LocalID> lidCA, RequestType type) {
    return new RegFormResTBS(
        rrpid,
        lidEE,
        data.challEE2(),
        lidCA,
        data.challCA(),
        data.caeThumb(),
        type,
        data.formOrReferral(),
        data.brandCRLIdentifier(),
        data.thumbs());
  }

  @Test
  @Tag("RegFormRes-E-04")
  @Tag("R06")
  void anOldFormIsRefusedByItsChallenge() {
    RegFormResTBS right = answer(CardRun.someForm(), Optional.empty());
    RegFormResTBS old =
        new RegFormResTBS(
            right.rrpid(),
            right.lidEE(),
            run.initAsked.challEE(),
            right.lidCA(),
            right.challCA(),
            right.caeThumb(),
            right.requestType(),
            right.formOrReferral(),
            right.brandCRLIdentifier(),
            right.thumbs());
    refused(old, ErrorCode.challengeMismatch, "RegFormRes-E-04");
  }

  @Test
  @Tag("RegFormRes-E-05")
  void theCertificateToSealToIsProvedAgainOrTheFirstHoldsOn() throws Refused {
    RegFormResTBS silent = answer(CardRun.someForm(), Optional.empty());
    FormOrReferral.Form form = (FormOrReferral.Form) run.formAnswered(signed(silent));
    assertThat(form.toFill().authority()).isEqualTo(run.proved.authority());
    CertThumb absent = CertThumb.of(WORLD.ca(Registrant.GATEWAY).opening().certificate());
    refused(
        answer(CardRun.someForm(), Optional.of(absent)),
        ErrorCode.missingCertificate,
        "RegFormRes-E-05");
    CertThumb signs = CertThumb.of(run.ca.signing().certificate());
    RegFormResTBS wrong = answer(CardRun.someForm(), Optional.of(signs));
    Signatory full =
        Signatory.of(run.ca.signing()).enclosingCrls(run.cca.trust().crls());
    MessageWrapper answer =
        RegistrationHeader.wrap(
            new RegFormRes(S.sign(full, RegFormResTBS.CONTENT, wrong)),
            asked().rrpid(),
            wrong.lidEE(),
            wrong.lidCA(),
            run.cca);
    Refusal.of(
        () -> run.formAnswered(answer), ErrorCode.invalidCertificate, "CERT-28 type or use");
  }

  @Test
  @Tag("RegFormRes-E-06")
  void aFormThatCannotBeFilledInIsRefused() throws Refused {
    List<RegField> twice = List.of(field("Name"), field("Name"));
    List<RegField> many = new ArrayList<>();
    for (int i = 0; i < 51; i++) many.add(field("Field " + i));
    for (List<RegField> fields : List.of(twice, many)) {
      refused(
          answer(formOf(fields), Optional.empty()),
          ErrorCode.unspecifiedFailure,
          "RegFormRes-E-06");
    }
    List<RegField> most = many.subList(0, 50);
    run.formAnswered(signed(answer(formOf(most), Optional.empty())));
  }
}
