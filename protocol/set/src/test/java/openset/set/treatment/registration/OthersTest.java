package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.Suite;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.CertThumb;
import openset.set.data.MerchantID;
import openset.set.data.Nonce;
import openset.set.data.card.PANData0;
import openset.set.data.registration.AcctData;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.IDData;
import openset.set.data.registration.MeAqCInitResTBS;
import openset.set.data.registration.MerchantAcquirerID;
import openset.set.data.registration.PublicKeySorE;
import openset.set.data.registration.ReferralData;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegTemplate;
import openset.set.data.registration.RequestType;
import openset.set.message.CertReq;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MeAqCInitRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateMeAqCInitRes;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.ProcessMeAqCInitReq;
import openset.set.treatment.endentity.CreateMeAqCInitReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Me-AqCInitReq, Me-AqCInitRes and what CertReq asks of merchants and gateways, rule by rule. */
final class OthersTest {
  private static final RegistrationWorld WORLD = new RegistrationWorld(Suite.CLASSICAL);
  private OtherRun run;

  @BeforeEach
  void begin() {
    run = new OtherRun(WORLD, Registrant.MERCHANT, Suite.CLASSICAL).begun();
  }

  private CreateMeAqCInitReq.Asked asked() {
    return run.initReq.asked();
  }

  private MeAqCInitResTBS right(CreateMeAqCInitReq.Asked as, CertThumb cae) {
    return new MeAqCInitResTBS(
        as.rrpid(),
        as.lidEE(),
        as.challEE(),
        Optional.empty(),
        as.challEE(),
        as.requestType(),
        CardRun.someForm(),
        Optional.empty(),
        cae,
        Optional.empty(),
        as.thumbs());
  }

  private void refused(MeAqCInitResTBS data, CaCredentials ca, ErrorCode code, String rule) {
    Signatory signatory =
        Signatory.of(ca.signing())
            .enclosing(List.of(ca.opening().certificate()))
            .enclosingCrls(run.authority.trust().crls());
    MessageWrapper answer =
        RegistrationHeader.wrap(
            new MeAqCInitRes(S.sign(signatory, MeAqCInitResTBS.CONTENT, data)),
            asked().rrpid(),
            data.lidEE(),
            data.lidCA(),
            run.authority);
    Refusal.of(() -> run.answered(answer), code, rule);
  }

  private CertThumb cae() {
    return CertThumb.of(run.ca.opening().certificate());
  }

  @Test
  @Tag("Me-AqCInitReq-E-01")
  @Tag("Me-AqCInitReq-E-02")
  void everyRequestIsNewAndTellsWhatIsHeld() {
    CreateMeAqCInitReq.Asked one = asked();
    CreateMeAqCInitReq.Asked two = run.begun().initReq.asked();
    assertThat(two.rrpid()).isNotEqualTo(one.rrpid());
    assertThat(two.challEE()).isNotEqualTo(one.challEE());
    assertThat(two.thumbs().orElseThrow().certThumbs()).hasSize(1);
    assertThat(
            CreateMeAqCInitReq.Asked.TYPE.decode(CreateMeAqCInitReq.Asked.TYPE.encode(two)))
        .isEqualTo(two);
  }

  @Test
  @Tag("Me-AqCInitReq-A-01")
  void anOldRequestIsRefused() {
    Means late =
        RegistrationWorld.endEntity(
            WORLD.trust(), run.authority.now().plus(Duration.ofHours(1)));
    MessageWrapper request = run.initReq.wrapper();
    Refusal.of(
        () -> ProcessMeAqCInitReq.process(request, (MeAqCInitReq) request.message(), late),
        ErrorCode.messageTooOld,
        "W-03");
  }

  @Test
  @Tag("Me-AqCInitReq-A-02")
  void cardsRenewalsAndKeyExchangeAloneAreNotSupported() throws Refused {
    List<RequestType> ours =
        List.of(
            RequestType.merInitialSig,
            RequestType.merInitialBoth,
            RequestType.pgwyInitialSig,
            RequestType.pgwyInitialBoth);
    for (RequestType type : RequestType.values()) {
      boolean gateway = type.name().startsWith("pgwy");
      run.begun(type, gateway ? OtherRun.GATEWAY : OtherRun.MERCHANT);
      if (ours.contains(type)) {
        Registrant who = gateway ? Registrant.GATEWAY : Registrant.MERCHANT;
        assertThat(run.asked()).isEqualTo(WORLD.ca(who));
      } else {
        Refusal.of(run::asked, ErrorCode.messageNotSupported, "Me-AqCInitReq-A-02");
      }
    }
  }

  @Test
  @Tag("Me-AqCInitReq-A-03")
  void aMerchantWhoSaysItIsAnAcquirerIsRefused() {
    run.begun(RequestType.merInitialBoth, OtherRun.GATEWAY);
    Refusal.of(run::asked, ErrorCode.unspecifiedFailure, "Me-AqCInitReq-A-03");
    run.begun(RequestType.pgwyInitialBoth, OtherRun.MERCHANT);
    Refusal.of(run::asked, ErrorCode.unspecifiedFailure, "Me-AqCInitReq-A-03");
  }

  @Test
  @Tag("Me-AqCInitReq-A-04")
  void anAuthorityOfCardsAloneRegistersNoMerchants() {
    CaCredentials cca = WORLD.ca(Registrant.CARDHOLDER);
    Means cards =
        new Means(
            RegistrationWorld.NOW,
            RegistrationWorld.RANDOM,
            WORLD.trust(),
            new Keyring(List.of(cca.signing()), List.of(cca.opening())),
            Policy.standard("cca"));
    MessageWrapper request = run.initReq.wrapper();
    Refusal.of(
        () -> ProcessMeAqCInitReq.process(request, (MeAqCInitReq) request.message(), cards),
        ErrorCode.unspecifiedFailure,
        "Me-AqCInitReq-A-04");
  }

  @Test
  @Tag("Me-AqCInitRes-A-01")
  @Tag("Me-AqCInitRes-A-02")
  void everyAnswerIsNewAndBringsTheForm() throws Refused {
    run.given();
    FormToFill form = run.form;
    assertThat(form.acctDataField()).isPresent();
    assertThat(form.idData()).contains(OtherRun.MERCHANT);
    assertThat(form.authority().caeThumb()).isEqualTo(cae());
    assertThat(FormToFill.TYPE.decode(FormToFill.TYPE.encode(form))).isEqualTo(form);
    run.given();
    assertThat(run.form.challCA()).isNotEqualTo(form.challCA());
    assertThat(run.form.lidCA()).isNotEqualTo(form.lidCA());
  }

  @Test
  void aMerchantOfAnUnknownAcquirerIsReferred() throws Refused {
    ReferralData data = new ReferralData(Optional.of("Not our acquirer."), Optional.empty());
    run.given(
        new CreateMeAqCInitRes.What(new RegFormOrReferral.Referral(data), Optional.empty()));
    assertThat(run.initRes.given()).isEmpty();
    assertThat(run.answered(run.initRes.wrapper()))
        .isEqualTo(new FormOrReferral.Referral(data));
  }

  @Test
  @Tag("Me-AqCInitRes-E-01")
  void anAnswerToAnotherRequestIsRefused() throws Refused {
    OtherRun other = new OtherRun(WORLD, Registrant.MERCHANT, Suite.CLASSICAL).begun().given();
    Refusal.of(() -> run.answered(other.initRes.wrapper()), ErrorCode.unknownRRPID, "W-05");
  }

  @Test
  @Tag("Me-AqCInitRes-E-02")
  void aMerchantIsNotAnsweredByThePca() {
    CaCredentials pca = WORLD.ca(Registrant.GATEWAY);
    refused(
        right(asked(), CertThumb.of(pca.opening().certificate())),
        pca,
        ErrorCode.invalidCertificate,
        "CERT-28 type or use");
  }

  @Test
  @Tag("Me-AqCInitRes-E-03")
  void whatIsNotOursInAnAnswerIsRefused() {
    CreateMeAqCInitReq.Asked mine = asked();
    CreateMeAqCInitReq.Asked other =
        new OtherRun(WORLD, Registrant.GATEWAY, Suite.CLASSICAL).begun().initReq.asked();
    String rule = "Me-AqCInitRes-E-03";
    refused(right(with(mine, other, 0), cae()), run.ca, ErrorCode.unknownRRPID, rule);
    refused(right(with(mine, other, 1), cae()), run.ca, ErrorCode.unknownLID, rule);
    refused(right(with(mine, other, 3), cae()), run.ca, ErrorCode.unspecifiedFailure, rule);
    refused(right(with(mine, other, 4), cae()), run.ca, ErrorCode.thumbsMismatch, rule);
  }

  /** {@code mine} but for one component of {@code other}. */
  private static CreateMeAqCInitReq.Asked with(
      CreateMeAqCInitReq.Asked mine, CreateMeAqCInitReq.Asked other, int which) {
    return new CreateMeAqCInitReq.Asked(
        which == 0 ? other.rrpid() : mine.rrpid(),
        which == 1 ? other.lidEE() : mine.lidEE(),
        which == 2 ? other.challEE() : mine.challEE(),
        which == 3 ? other.requestType() : mine.requestType(),
        mine.idData(),
        mine.brandID(),
        which == 4 ? Optional.empty() : mine.thumbs());
  }

  @Test
  @Tag("Me-AqCInitRes-E-04")
  void anOldAnswerIsRefusedByItsChallenge() {
    CreateMeAqCInitReq.Asked other =
        new OtherRun(WORLD, Registrant.MERCHANT, Suite.CLASSICAL).begun().initReq.asked();
    refused(
        right(with(asked(), other, 2), cae()),
        run.ca,
        ErrorCode.challengeMismatch,
        "Me-AqCInitRes-E-04");
  }

  @Test
  @Tag("Me-AqCInitRes-E-05")
  void aCertificateThatIsNotForKeyExchangeIsNotSealedTo() {
    CertThumb signs = CertThumb.of(run.ca.signing().certificate());
    refused(
        right(asked(), signs), run.ca, ErrorCode.invalidCertificate, "CERT-28 type or use");
    CertThumb absent = CertThumb.of(WORLD.ca(Registrant.GATEWAY).opening().certificate());
    refused(
        right(asked(), absent),
        run.ca,
        ErrorCode.missingCertificate,
        "Me-AqCInitRes-E-05");
  }

  @Test
  @Tag("Me-AqCInitRes-E-06")
  void aFormThatAsksTheSameTwiceIsRefused() {
    RegField field =
        new RegField(
            Optional.empty(), "Name", Optional.empty(), Optional.empty(), false, false);
    RegTemplate template =
        new RegTemplate(3, Optional.empty(), Optional.empty(), List.of(field, field));
    MeAqCInitResTBS right = right(asked(), cae());
    MeAqCInitResTBS twice =
        new MeAqCInitResTBS(
            right.rrpid(),
            right.lidEE(),
            right.challEE(),
            right.lidCA(),
            right.challCA(),
            right.requestType(),
            new RegFormOrReferral.Form(new RegFormData(Optional.of(template), "Policy.")),
            right.acctDataField(),
            right.caeThumb(),
            right.brandCRLIdentifier(),
            right.thumbs());
    refused(twice, run.ca, ErrorCode.unspecifiedFailure, "Me-AqCInitRes-E-06");
  }

  private Requested requested(Optional<AcctInfo> account) throws Refused {
    run.given().filled(Optional.of("CH93"));
    return new Requested(
        run.certReq.asked(), run.form, account, Signatory.newKey(run.signs.signer()), run.own);
  }

  private static Optional<AcctInfo> account() {
    return Optional.of(
        new AcctInfo.Account(
            new AcctData("CH93", Nonce.random(RegistrationWorld.RANDOM))));
  }

  private void rejected(Requested requested, String rule) throws Refused {
    MessageWrapper request = requested.to(run.ca, run.own);
    ProcessCertReq.Outcome outcome =
        ProcessCertReq.process(
            request, (CertReq) request.message(), run.formGiven(), run.ca, run.authority);
    ProcessCertReq.Outcome.NotProved not = (ProcessCertReq.Outcome.NotProved) outcome;
    assertThat(not.status()).isEqualTo(CertStatusCode.rejectedByCA);
    assertThat(not.rule()).isEqualTo(rule);
    assertThat(not.to().caBackKey()).isEmpty();
  }

  @Test
  @Tag("CertReq-A-08")
  @Tag("K08")
  void oneKeyForBothUsesOrNoneForOneIsRejected() throws Refused {
    Requested requested = requested(account());
    Optional<Der> signature = requested.keys.publicKeyS();
    requested.keys = new PublicKeySorE(signature, signature);
    rejected(requested, "CertReq-A-08");
    requested.keys = new PublicKeySorE(signature, Optional.empty());
    rejected(requested, "CertReq-A-08");
    requested.keys =
        new PublicKeySorE(signature, Optional.of(Der.ofHex("300a06082a8648ce3d030107")));
    rejected(requested, "CertReq-A-08");
  }

  @Test
  @Tag("CertReq-A-09")
  @Tag("R05")
  void aMerchantThatSaysItIsAnotherInTheEndIsRejected() throws Refused {
    Requested requested = requested(account());
    requested.idData =
        Optional.of(
            new IDData.Merchant(
                new MerchantAcquirerID(new BIN("999001"), new MerchantID("M-0002"))));
    rejected(requested, "CertReq-A-09");
  }

  @Test
  @Tag("CertReq-A-10")
  void anAccountThatIsMissingOrACardIsRejected() throws Refused {
    rejected(requested(Optional.empty()), "CertReq-A-10");
    CardRun card = new CardRun(WORLD, Suite.CLASSICAL).begun().given().filled(List.of());
    AcctInfo panData =
        new AcctInfo.Card(
            new PANData0(
                CardRun.CARD,
                CardRun.EXPIRY,
                card.certReq.asked().card().orElseThrow().cardSecret(),
                Nonce.random(RegistrationWorld.RANDOM)));
    rejected(requested(Optional.of(panData)), "CertReq-A-10");
  }

  @Test
  @Tag("CertReq-A-10")
  void anAccountThatNobodyAskedForIsRejected() throws Refused {
    run.given(new CreateMeAqCInitRes.What(CardRun.someForm(), Optional.empty()))
        .filled(Optional.of("CH93"));
    assertThat(((ProcessCertReq.Outcome.NotProved) run.applied()).rule())
        .isEqualTo("CertReq-A-10");
    assertThat(run.filled(Optional.empty()).applied())
        .isInstanceOf(ProcessCertReq.Outcome.Proved.class);
  }
}
