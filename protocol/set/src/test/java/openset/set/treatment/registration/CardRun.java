package openset.set.treatment.registration;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import openset.crypto.SigningKeyPair;
import openset.crypto.SigningPublicKey;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.issue.CardholderProfile;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegTemplate;
import openset.set.message.CardCInitReq;
import openset.set.message.CardCInitRes;
import openset.set.message.CertReq;
import openset.set.message.CertRes;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormReq;
import openset.set.message.RegFormRes;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.pki.SigningCredential;
import openset.set.data.registration.RequestType;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.Begun;
import openset.set.treatment.authority.Blinding;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCardCInitRes;
import openset.set.treatment.authority.CreateCertRes;
import openset.set.treatment.authority.CreateRegFormRes;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessCardCInitReq;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.ProcessRegFormReq;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.NewKeys;
import openset.set.treatment.endentity.ProcessCardCInitRes;
import openset.set.treatment.endentity.ProcessCertRes;
import openset.set.treatment.endentity.ProcessRegFormRes;

/** A card's registration as far as it has come, each message as octets on its way. */
final class CardRun {
  static final PAN CARD = PAN.completing("999001000000000");
  static final CardExpiry EXPIRY = new CardExpiry(YearMonth.of(2030, 12));
  static final List<RegFormItem> ANSWERS = List.of(new RegFormItem("Family name", "Sample"));

  final RegistrationWorld world;
  final SigningKeyPair keys;
  final Means wallet;
  final Means cca;
  final CaCredentials ca;
  CreateCardCInitReq.Asked initAsked;
  MessageWrapper initRes;
  Begun begun;
  ProcessCardCInitRes.Proved proved;
  CreateRegFormReq.Created formReq;
  CreateRegFormRes.Created formRes;
  FormToFill form;
  CreateCertReq.Created certReq;

  CardRun(RegistrationWorld world, Suite cardholder) {
    this.world = world;
    this.keys = SigningKeyPair.generate(cardholder.signature());
    this.wallet = RegistrationWorld.endEntity(world.rootOnly());
    this.cca = world.authority();
    this.ca = world.ca(Registrant.CARDHOLDER);
  }

  static MessageWrapper sent(MessageWrapper wrapper) {
    return MessageWrapper.TYPE.decode(MessageWrapper.TYPE.encode(wrapper));
  }

  static RegFormOrReferral someForm() {
    RegField name =
        new RegField(
            Optional.empty(), "Family name", Optional.empty(), Optional.of(30), true, false);
    RegField phone =
        new RegField(
            Optional.empty(), "Telephone", Optional.empty(), Optional.of(20), false, false);
    RegTemplate template =
        new RegTemplate(17, Optional.empty(), Optional.empty(), List.of(name, phone));
    return new RegFormOrReferral.Form(
        new RegFormData(Optional.of(template), "Keep your key to yourself."));
  }

  NewKeys newKeys() {
    return new NewKeys(keys.signer(), keys.publicKey(), Optional.empty());
  }

  CardRun begun() throws Refused {
    CreateCardCInitReq.Created created =
        CreateCardCInitReq.create(
            new CreateCardCInitReq.Of(
                LocalID.of(wallet.randomness().bytes(20)), RegistrationWorld.BRAND),
            wallet);
    initAsked = created.asked();
    MessageWrapper request = sent(created.wrapper());
    CardCInitReq init = (CardCInitReq) request.message();
    CaCredentials found = ProcessCardCInitReq.process(request, init, cca);
    CreateCardCInitRes.Created answer = CreateCardCInitRes.create(init, found, cca);
    begun = answer.begun();
    initRes = sent(answer.wrapper());
    proved =
        ProcessCardCInitRes.process(initRes, (CardCInitRes) initRes.message(), initAsked, wallet);
    formReq = CreateRegFormReq.create(proved, CARD, new Language("en"), wallet);
    return this;
  }

  ProcessRegFormReq.Request formAsked(MessageWrapper request) throws Refused {
    return ProcessRegFormReq.process(request, (RegFormReq) request.message(), begun, ca, cca);
  }

  FormOrReferral formAnswered(MessageWrapper answer) throws Refused {
    return ProcessRegFormRes.process(
        answer, (RegFormRes) answer.message(), formReq.asked(), wallet);
  }

  CardRun given() throws Refused {
    return given(someForm());
  }

  CardRun given(RegFormOrReferral what) throws Refused {
    formRes = CreateRegFormRes.create(formAsked(sent(formReq.wrapper())), what, ca, cca);
    form = ((FormOrReferral.Form) formAnswered(sent(formRes.wrapper()))).toFill();
    return this;
  }

  FormGiven formGiven() {
    return formRes.given().orElseThrow();
  }

  /** The same card again, whose certificate is {@code old}, as far as the form. */
  CardRun renewing(SigningCredential old) throws Refused {
    begun();
    formReq =
        CreateRegFormReq.create(
            proved, RequestType.cardRenewalSig, CARD, new Language("en"), wallet);
    given();
    certReq =
        CreateCertReq.forCard(form, ANSWERS, CARD, EXPIRY, newKeys().renewing(old), wallet);
    return this;
  }

  CardRun filled(List<RegFormItem> answers) throws Refused {
    certReq = CreateCertReq.forCard(form, answers, CARD, EXPIRY, newKeys(), wallet);
    return this;
  }

  ProcessCertReq.Outcome applied() throws Refused {
    return applied(sent(certReq.wrapper()));
  }

  ProcessCertReq.Outcome applied(MessageWrapper request) throws Refused {
    return ProcessCertReq.process(request, (CertReq) request.message(), formGiven(), ca, cca);
  }

  /** The certificate that {@code application} asks for, made as a CCA makes it. */
  Certificate certificate(Application application, Blinding blinding) {
    return certificate(
        application.signatureKey().bytes(), blinding.cardholderId(), Registrant.CARDHOLDER);
  }

  Certificate certificate(byte[] spki, String commonName, Registrant issuer) {
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            RegistrationWorld.BRAND.name(),
            "Bank of Aurora",
            commonName,
            Optional.of("Sample Cardholder"));
    return world.issuing(issuer).issue(profile, spki);
  }

  Certificate certificate(SigningPublicKey key, Blinding blinding) {
    return certificate(key.spki(), blinding.cardholderId(), Registrant.CARDHOLDER);
  }

  MessageWrapper issued(ProcessCertReq.Outcome outcome, Blinding blinding) {
    Application application = ((ProcessCertReq.Outcome.Proved) outcome).application();
    Decision decision =
        Decision.Issued.card(certificate(application, blinding), blinding, Optional.empty());
    return answered(outcome, decision);
  }

  MessageWrapper answered(ProcessCertReq.Outcome outcome, Decision decision) {
    return sent(CreateCertRes.create(outcome.to(), decision, ca, cca));
  }

  ProcessCertRes.Outcome told(MessageWrapper answer) throws Refused {
    return ProcessCertRes.process(
        answer, (CertRes) answer.message(), certReq.asked(), wallet);
  }
}
