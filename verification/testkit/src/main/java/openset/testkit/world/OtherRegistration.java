package openset.testkit.world;

import java.util.List;
import java.util.Optional;
import openset.crypto.AgreementKeyPair;
import openset.crypto.SigningKeyPair;
import openset.pki.issue.KeyRole;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.registration.AcquirerID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.MerchantAcquirerID;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RequestType;
import openset.set.message.CertReq;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MeAqCInitRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.Application;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCertRes;
import openset.set.treatment.authority.CreateMeAqCInitRes;
import openset.set.treatment.authority.Decision;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.ProcessMeAqCInitReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateMeAqCInitReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.NewKeys;
import openset.set.treatment.endentity.ProcessMeAqCInitRes;

/**
 * A merchant's or gateway's registration for both keys through all treatments, each message as
 * octets between it and its authority.
 */
public final class OtherRegistration {
  static final BIN ACQUIRER = new BIN("999001");

  private final Registrars registrars;
  private final Registrant who;
  private final CaCredentials ca;
  private final Means own;
  private final Means authority;
  private final SigningKeyPair signs;
  private final AgreementKeyPair opens;
  private CreateMeAqCInitReq.Created initReq;
  private CreateMeAqCInitRes.Created initRes;
  private CreateCertReq.Created certReq;

  /** The registration of a merchant or gateway that knows all authorities. */
  public OtherRegistration(World world, Registrars registrars, Registrant who) {
    this(world, registrars, who, registrars.of(who));
  }

  /** The same where the authority speaks with other keys. */
  public OtherRegistration(
      World world, Registrars registrars, Registrant who, CaCredentials ca) {
    String name = "registration " + who + " " + world.suite().name();
    this.registrars = registrars;
    this.who = who;
    this.ca = ca;
    this.own = world.means(world.trust(), Seeded.of(name));
    this.authority = registrars.means(who, Seeded.of(name + " authority"));
    this.signs = world.signing("new-" + who + "-sign");
    this.opens = world.agreement("new-" + who + "-open");
  }

  private static byte[] octets(MessageWrapper wrapper) {
    return MessageWrapper.TYPE.encode(wrapper);
  }

  private static MessageWrapper read(byte[] octets) {
    return MessageWrapper.TYPE.decode(octets);
  }

  private IDData idData() {
    return who == Registrant.MERCHANT
        ? new IDData.Merchant(new MerchantAcquirerID(ACQUIRER, World.MERCHANT_ID))
        : new IDData.Acquirer(new AcquirerID(ACQUIRER, Optional.empty()));
  }

  /** It says who it is and asks for a form. */
  public byte[] meAqCInitReq() {
    RequestType type =
        who == Registrant.MERCHANT ? RequestType.merInitialBoth : RequestType.pgwyInitialBoth;
    initReq =
        CreateMeAqCInitReq.create(
            new CreateMeAqCInitReq.Of(
                LocalID.of(own.randomness().bytes(LocalID.OCTETS_MAX)),
                type,
                idData(),
                new BrandID(World.BRAND),
                new Language("en")),
            own);
    return octets(initReq.wrapper());
  }

  /** The authority proves itself and gives it. */
  public byte[] meAqCInitRes(byte[] request) throws Refused {
    MessageWrapper wrapper = read(request);
    MeAqCInitReq init = (MeAqCInitReq) wrapper.message();
    ProcessMeAqCInitReq.process(wrapper, init, authority);
    RegField account =
        new RegField(
            Optional.empty(), "Account", Optional.empty(), Optional.of(34), true, false);
    initRes =
        CreateMeAqCInitRes.create(
            init,
            new CreateMeAqCInitRes.What(CardRegistration.someForm(), Optional.of(account)),
            ca,
            authority);
    return octets(initRes.wrapper());
  }

  /** It sends the form filled in, with two new keys. */
  public byte[] certReq(byte[] answer) throws Refused {
    MessageWrapper wrapper = read(answer);
    FormOrReferral given =
        ProcessMeAqCInitRes.process(
            wrapper, (MeAqCInitRes) wrapper.message(), initReq.asked(), own);
    FormToFill form = ((FormOrReferral.Form) given).toFill();
    NewKeys keys =
        new NewKeys(signs.signer(), signs.publicKey(), Optional.of(opens.publicKey()));
    certReq =
        CreateCertReq.forMerchantOrGateway(
            form, CardRegistration.ANSWERS, Optional.of("CH93 0076 2011 6238 5295 7"), keys, own);
    return octets(certReq.wrapper());
  }

  /** The authority sends both certificates. */
  public byte[] certRes(byte[] request) throws Refused {
    MessageWrapper wrapper = read(request);
    ProcessCertReq.Outcome.Proved proved =
        (ProcessCertReq.Outcome.Proved)
            ProcessCertReq.process(
                wrapper, (CertReq) wrapper.message(), given(), ca, authority);
    Application application = proved.application();
    byte[] keyExchange = application.keys().publicKeyE().orElseThrow().bytes();
    Decision issued =
        Decision.Issued.others(
            List.of(
                registrars.issue(
                    who,
                    Registrars.profile(who, KeyRole.SIGN),
                    application.signatureKey().bytes()),
                registrars.issue(
                    who, Registrars.profile(who, KeyRole.AGREE), keyExchange)));
    return octets(CreateCertRes.create(proved.to(), issued, ca, authority));
  }

  /** What was asked first. */
  public CreateMeAqCInitReq.Asked initAsked() {
    return initReq.asked();
  }

  /** The form that the authority gave. */
  public FormGiven given() {
    return initRes.given().orElseThrow();
  }

  /** What was asked for certificates. */
  public CreateCertReq.Asked asked() {
    return certReq.asked();
  }
}
