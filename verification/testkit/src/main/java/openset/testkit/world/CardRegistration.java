package openset.testkit.world;

import java.util.List;
import java.util.Optional;
import openset.crypto.SigningKeyPair;
import openset.pki.Certificate;
import openset.pki.issue.CardholderProfile;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegTemplate;
import openset.set.data.registration.RequestType;
import openset.set.message.CardCInitReq;
import openset.set.message.CardCInitRes;
import openset.set.message.CertInqReq;
import openset.set.message.CertReq;
import openset.set.message.CertRes;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormReq;
import openset.set.message.RegFormRes;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
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
import openset.set.treatment.authority.ProcessCertInqReq;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.ProcessRegFormReq;
import openset.set.treatment.authority.Standing;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateCertInqReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.NewKeys;
import openset.set.treatment.endentity.ProcessCardCInitRes;
import openset.set.treatment.endentity.ProcessCertRes;
import openset.set.treatment.endentity.ProcessRegFormRes;

/**
 * A card's registration through all treatments, each message as octets between wallet and CCA. The
 * request is pended, asked after, and then certified.
 */
public final class CardRegistration {
  /** What the person answers. */
  public static final List<RegFormItem> ANSWERS =
      List.of(new RegFormItem("Family name", "Cardholder"));

  private final Registrars registrars;
  private final CaCredentials ca;
  private final Means wallet;
  private final Means authority;
  private final PAN pan;
  private final CardExpiry expiry;
  private final SigningKeyPair keys;
  private CreateCardCInitReq.Created initReq;
  private CreateCardCInitRes.Created initRes;
  private CreateRegFormReq.Created formReq;
  private CreateRegFormRes.Created formRes;
  private FormToFill form;
  private CreateCertReq.Created certReq;
  private Application application;
  private CreateCertInqReq.Created inquiry;
  private Optional<SigningCredential> renews = Optional.empty();

  /** The registration of the card of {@code world} anew, which knows all authorities. */
  public CardRegistration(World world, Registrars registrars) {
    this(world, registrars, registrars.of(Registrant.CARDHOLDER));
  }

  /** The same where the CCA speaks with other keys. */
  public CardRegistration(World world, Registrars registrars, CaCredentials ca) {
    String name = "registration card " + world.suite().name();
    this.registrars = registrars;
    this.ca = ca;
    this.wallet = world.means(world.trust(), Seeded.of(name));
    this.authority = registrars.means(Registrant.CARDHOLDER, Seeded.of(name + " cca"));
    this.pan = world.card().pan();
    this.expiry = world.card().expiry();
    this.keys = world.signing("new-card");
  }

  /** The same as a renewal of {@code old}. */
  public CardRegistration renewing(SigningCredential old) {
    renews = Optional.of(old);
    return this;
  }

  private static byte[] octets(MessageWrapper wrapper) {
    return MessageWrapper.TYPE.encode(wrapper);
  }

  private static MessageWrapper read(byte[] octets) {
    return MessageWrapper.TYPE.decode(octets);
  }

  /** A form of two questions. */
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

  /** The wallet asks who the CCA is. */
  public byte[] cardCInitReq() {
    LocalID label = LocalID.of(wallet.randomness().bytes(LocalID.OCTETS_MAX));
    initReq =
        CreateCardCInitReq.create(
            new CreateCardCInitReq.Of(label, new BrandID(World.BRAND)), wallet);
    return octets(initReq.wrapper());
  }

  /** The CCA proves itself. */
  public byte[] cardCInitRes(byte[] request) throws Refused {
    MessageWrapper wrapper = read(request);
    CardCInitReq init = (CardCInitReq) wrapper.message();
    ProcessCardCInitReq.process(wrapper, init, authority);
    initRes = CreateCardCInitRes.create(init, ca, authority);
    return octets(initRes.wrapper());
  }

  /** The wallet asks for the form of its card. */
  public byte[] regFormReq(byte[] answer) throws Refused {
    MessageWrapper wrapper = read(answer);
    ProcessCardCInitRes.Proved proved =
        ProcessCardCInitRes.process(
            wrapper, (CardCInitRes) wrapper.message(), initReq.asked(), wallet);
    RequestType type =
        renews.isPresent() ? RequestType.cardRenewalSig : RequestType.cardInitialSig;
    formReq = CreateRegFormReq.create(proved, type, pan, new Language("en"), wallet);
    return octets(formReq.wrapper());
  }

  /** The CCA gives it. */
  public byte[] regFormRes(byte[] request) throws Refused {
    MessageWrapper wrapper = read(request);
    ProcessRegFormReq.Request asked =
        ProcessRegFormReq.process(
            wrapper, (RegFormReq) wrapper.message(), initRes.begun(), ca, authority);
    formRes = CreateRegFormRes.create(asked, someForm(), ca, authority);
    return octets(formRes.wrapper());
  }

  /** The wallet sends it filled in, with a new key. */
  public byte[] certReq(byte[] answer) throws Refused {
    MessageWrapper wrapper = read(answer);
    FormOrReferral given =
        ProcessRegFormRes.process(
            wrapper, (RegFormRes) wrapper.message(), formReq.asked(), wallet);
    form = ((FormOrReferral.Form) given).toFill();
    return certReq(ANSWERS, keys);
  }

  /** The same with other answers, or signed by another key than it names. */
  public byte[] certReq(List<RegFormItem> answers, SigningKeyPair by) throws Refused {
    NewKeys named =
        new NewKeys(by.signer(), keys.publicKey(), Optional.empty(), renews);
    certReq = CreateCertReq.forCard(form, answers, pan, expiry, named, wallet);
    return octets(certReq.wrapper());
  }

  /** The CCA has to ask the bank first. */
  public byte[] certRes(byte[] request) throws Refused {
    MessageWrapper wrapper = read(request);
    ProcessCertReq.Outcome.Proved proved =
        (ProcessCertReq.Outcome.Proved)
            ProcessCertReq.process(
                wrapper, (CertReq) wrapper.message(), given(), ca, authority);
    application = proved.application();
    Decision later =
        new Decision.Pending(CertStatusCode.requestPended, Optional.of("Ask tomorrow."));
    return octets(CreateCertRes.create(proved.to(), later, ca, authority));
  }

  /** The wallet asks after it. */
  public byte[] certInqReq(byte[] answer) throws Refused {
    MessageWrapper wrapper = read(answer);
    ProcessCertRes.Outcome.Pending pending =
        (ProcessCertRes.Outcome.Pending)
            ProcessCertRes.process(
                wrapper, (CertRes) wrapper.message(), certReq.asked(), wallet);
    return certInqReq(pending.lidCA(), keys);
  }

  /** The same by another key. */
  public byte[] certInqReq(LocalID lidCA, SigningKeyPair by) {
    inquiry = CreateCertInqReq.create(certReq.asked(), lidCA, by.signer(), wallet);
    return octets(inquiry.wrapper());
  }

  /** The CCA sends the certificate. */
  public byte[] certInqRes(byte[] request) throws Refused {
    return certInqRes(request, keys);
  }

  /** The same for another key than the one that asked. */
  public byte[] certInqRes(byte[] request, SigningKeyPair certified) throws Refused {
    MessageWrapper wrapper = read(request);
    Blinding blinding = Blinding.of(application.card().orElseThrow(), authority.randomness());
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            World.BRAND,
            "Bank of Aurora",
            blinding.cardholderId(),
            Optional.of("Sample Cardholder"));
    Certificate certificate =
        registrars.issue(Registrant.CARDHOLDER, profile, certified.publicKey().spki());
    Decision issued = Decision.Issued.card(certificate, blinding, Optional.empty());
    return octets(
        CreateCertRes.createInqRes(
            ProcessCertInqReq.process(
                wrapper, (CertInqReq) wrapper.message(), standing(), authority),
            issued,
            ca,
            authority));
  }

  /** What the wallet asked first. */
  public CreateCardCInitReq.Asked initAsked() {
    return initReq.asked();
  }

  /** What the CCA began. */
  public Begun begun() {
    return initRes.begun();
  }

  /** What the wallet asked for a form. */
  public CreateRegFormReq.Asked formAsked() {
    return formReq.asked();
  }

  /** The form that the CCA gave. */
  public FormGiven given() {
    return formRes.given().orElseThrow();
  }

  /** What the wallet asked for a certificate. */
  public CreateCertReq.Asked asked() {
    return certReq.asked();
  }

  /** What the CCA keeps of a pended request. */
  public Standing standing() {
    return application.standing();
  }

  /** What the wallet asked after it. */
  public CreateCertReq.Asked inquired() {
    return inquiry.asked();
  }
}
