package openset.set.treatment.registration;

import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.AgreementKeyPair;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.MerchantData;
import openset.pki.issue.CertificatePlan;
import openset.pki.issue.GatewayProfile;
import openset.pki.issue.KeyRole;
import openset.pki.issue.MerchantProfile;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.registration.AcquirerID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.MerchantAcquirerID;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RequestType;
import openset.set.message.CertInqReq;
import openset.set.message.CertInqRes;
import openset.set.message.CertReq;
import openset.set.message.CertRes;
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
import openset.set.treatment.authority.ProcessCertInqReq;
import openset.set.treatment.authority.ProcessCertReq;
import openset.set.treatment.authority.ProcessMeAqCInitReq;
import openset.set.treatment.authority.Standing;
import openset.set.treatment.authority.To;
import openset.set.treatment.endentity.CreateCertInqReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateMeAqCInitReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.NewKeys;
import openset.set.treatment.endentity.ProcessCertRes;
import openset.set.treatment.endentity.ProcessMeAqCInitRes;

/** A merchant's or gateway's registration as far as it has come, as octets on its way. */
final class OtherRun {
  static final BIN ACQUIRER = new BIN("999001");
  static final IDData MERCHANT =
      new IDData.Merchant(new MerchantAcquirerID(ACQUIRER, new MerchantID("M-0001")));
  static final IDData GATEWAY = new IDData.Acquirer(new AcquirerID(ACQUIRER, Optional.empty()));

  final RegistrationWorld world;
  final RequestType type;
  final Registrant who;
  final SigningKeyPair signs;
  final AgreementKeyPair opens;
  final Means own;
  final Means authority;
  final CaCredentials ca;
  CreateMeAqCInitReq.Created initReq;
  CreateMeAqCInitRes.Created initRes;
  FormToFill form;
  CreateCertReq.Created certReq;

  OtherRun(RegistrationWorld world, Registrant who, Suite suite) {
    this.world = world;
    this.who = who;
    this.type =
        who == Registrant.MERCHANT ? RequestType.merInitialBoth : RequestType.pgwyInitialBoth;
    this.signs = SigningKeyPair.generate(suite.signature());
    this.opens = AgreementKeyPair.generate(suite.agreement());
    this.own = RegistrationWorld.endEntity(world.rootOnly());
    this.authority = world.authority();
    this.ca = world.ca(who);
  }

  IDData idData() {
    return who == Registrant.MERCHANT ? MERCHANT : GATEWAY;
  }

  OtherRun begun() {
    return begun(type, idData());
  }

  OtherRun begun(RequestType requestType, IDData idData) {
    initReq =
        CreateMeAqCInitReq.create(
            new CreateMeAqCInitReq.Of(
                LocalID.of(own.randomness().bytes(20)),
                requestType,
                idData,
                RegistrationWorld.BRAND,
                new Language("en")),
            own);
    return this;
  }

  CaCredentials asked() throws Refused {
    MessageWrapper request = CardRun.sent(initReq.wrapper());
    return ProcessMeAqCInitReq.process(request, (MeAqCInitReq) request.message(), authority);
  }

  static CreateMeAqCInitRes.What what() {
    RegField account =
        new RegField(
            Optional.empty(), "Account", Optional.empty(), Optional.of(34), true, false);
    return new CreateMeAqCInitRes.What(CardRun.someForm(), Optional.of(account));
  }

  OtherRun given() throws Refused {
    return given(what());
  }

  OtherRun given(CreateMeAqCInitRes.What what) throws Refused {
    initRes =
        CreateMeAqCInitRes.create(
            (MeAqCInitReq) initReq.wrapper().message(), what, asked(), authority);
    FormOrReferral answered = answered(CardRun.sent(initRes.wrapper()));
    if (what.formOrReferral() instanceof RegFormOrReferral.Form) {
      form = ((FormOrReferral.Form) answered).toFill();
    }
    return this;
  }

  FormOrReferral answered(MessageWrapper answer) throws Refused {
    return ProcessMeAqCInitRes.process(
        answer, (MeAqCInitRes) answer.message(), initReq.asked(), own);
  }

  FormGiven formGiven() {
    return initRes.given().orElseThrow();
  }

  NewKeys newKeys() {
    return new NewKeys(signs.signer(), signs.publicKey(), Optional.of(opens.publicKey()));
  }

  OtherRun filled(Optional<String> account) throws Refused {
    certReq =
        CreateCertReq.forMerchantOrGateway(form, CardRun.ANSWERS, account, newKeys(), own);
    return this;
  }

  ProcessCertReq.Outcome applied() throws Refused {
    MessageWrapper request = CardRun.sent(certReq.wrapper());
    return ProcessCertReq.process(
        request, (CertReq) request.message(), formGiven(), ca, authority);
  }

  Certificate certificate(KeyRole role, Der spki, MerchantID merchantID, BIN bin) {
    if (who == Registrant.GATEWAY) {
      return world
          .issuing(who)
          .issue(
              new GatewayProfile(
                  role,
                  "CH",
                  RegistrationWorld.BRAND.name(),
                  "Aurora Acquiring",
                  bin.digits(),
                  1,
                  CertificatePlan.Terms.of(true)),
              spki.bytes());
    }
    MerchantData data =
        new MerchantData(
            merchantID.id(),
            bin.digits(),
            List.of(MerchantData.Names.of("Lantern Books")),
            756,
            true,
            Optional.of("5942"));
    return world
        .issuing(who)
        .issue(
            new MerchantProfile(
                role,
                "CH",
                RegistrationWorld.BRAND.name(),
                "Aurora Acquiring",
                data,
                Optional.of("https://shop.example")),
            spki.bytes());
  }

  /** Both certificates as an MCA or PCA makes them. */
  Decision issued(Application application) {
    return issued(application, new MerchantID("M-0001"), ACQUIRER);
  }

  Decision issued(Application application, MerchantID merchantID, BIN bin) {
    Der signature = application.signatureKey();
    Der keyExchange = application.keys().publicKeyE().orElseThrow();
    return Decision.Issued.others(
        List.of(
            certificate(KeyRole.SIGN, signature, merchantID, bin),
            certificate(KeyRole.AGREE, keyExchange, merchantID, bin)));
  }

  MessageWrapper answered(ProcessCertReq.Outcome outcome, Decision decision) {
    return CardRun.sent(CreateCertRes.create(outcome.to(), decision, ca, authority));
  }

  ProcessCertRes.Outcome told(MessageWrapper answer) throws Refused {
    return ProcessCertRes.process(answer, (CertRes) answer.message(), certReq.asked(), own);
  }

  To inquired(CreateCertInqReq.Created inquiry, Standing standing) throws Refused {
    MessageWrapper request = CardRun.sent(inquiry.wrapper());
    return ProcessCertInqReq.process(
        request, (CertInqReq) request.message(), standing, authority);
  }

  ProcessCertRes.Outcome inquiryTold(
      CreateCertInqReq.Created inquiry, To to, Decision decision) throws Refused {
    MessageWrapper answer =
        CardRun.sent(CreateCertRes.createInqRes(to, decision, ca, authority));
    return ProcessCertRes.process(
        answer, ((CertInqRes) answer.message()).certRes(), inquiry.asked(), own);
  }
}
