package openset.testkit.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.MerchantAcquirerID;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.Begun;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.testkit.world.CardRegistration;
import openset.testkit.world.OtherRegistration;
import openset.testkit.world.Seeded;

/** Messages of a registration that must not be taken: R02, R04, R05, R06. */
final class RegistrationMismatches {
  private final RegistrationScene scene = new RegistrationScene(Suite.EDWARDS);
  private final SigningKeyPair stranger = scene.world().signing("stranger");
  private final Seeded chance = Seeded.of("another registration");
  private final List<Vector> all = new ArrayList<>();

  static List<Vector> list() throws Refused {
    RegistrationMismatches vectors = new RegistrationMismatches();
    vectors.ofCards();
    vectors.ofMerchants();
    return vectors.all;
  }

  private static String path(String name) {
    return "registration/refused/" + name + ".txt";
  }

  private void add(Vector vector, String verdict, String rule, String comment) {
    all.add(vector.expect(verdict, rule).with("comment", comment));
  }

  /** The CCA's certificate with a key that is not its. */
  private CaCredentials forged(Registrant who) {
    CaCredentials honest = scene.authority(who);
    SigningCredential by =
        new SigningCredential(
            stranger.signer(), honest.signing().certificate(), honest.signing().chain());
    return new CaCredentials(by, honest.opening());
  }

  private void ofCards() throws Refused {
    CardRegistration run = scene.card();
    byte[] initReq = run.cardCInitReq();
    byte[] initRes = run.cardCInitRes(initReq);
    byte[] formReq = run.regFormReq(initRes);
    opening(run, initReq, initRes, formReq);
    byte[] formRes = run.regFormRes(formReq);
    byte[] certReq = run.certReq(formRes);
    FormGiven given = run.given();
    requests(run, certReq, given);
    byte[] again = run.certReq(run.regFormRes(formReq));
    byte[] certRes = run.certRes(again);
    answers(run, again, certRes);
    run.regFormReq(run.cardCInitRes(run.cardCInitReq()));
    add(
        scene.regFormRes(path("regformres-of-an-earlier-registration"), formRes, run.formAsked()),
        "refused unknownRRPID",
        "W-05",
        "the form answers another request");
  }

  private void opening(CardRegistration run, byte[] initReq, byte[] initRes, byte[] formReq)
      throws Refused {
    Vector stranger = scene.cardCInitReq(path("cardcinitreq-at-the-mca"), initReq);
    add(
        stranger.with("reader", "mca"),
        "refused unspecifiedFailure",
        "CardCInitReq-A-02",
        "a card at the authority of merchants");
    malformed("cardcinitreq-cut", "CardCInitReq", Arrays.copyOf(initReq, initReq.length - 1));
    malformed("regformreq-trailing", "RegFormReq", Arrays.copyOf(formReq, formReq.length + 1));
    CardRegistration deceived = scene.card(forged(Registrant.CARDHOLDER));
    byte[] forged = deceived.cardCInitRes(deceived.cardCInitReq());
    add(
        scene.cardCInitRes(
            path("cardcinitres-by-another-key"), forged, deceived.initAsked()),
        "bad signature",
        "OP-17",
        "signed by a key that is not the CCA's");
    CreateCardCInitReq.Asked asked = run.initAsked();
    CreateCardCInitReq.Asked other =
        new CreateCardCInitReq.Asked(
            asked.rrpid(),
            asked.lidEE(),
            Challenge.random(chance),
            asked.brandID(),
            asked.thumbs());
    add(
        scene.cardCInitRes(path("cardcinitres-old"), initRes, other),
        "refused challengeMismatch",
        "CardCInitRes-E-04",
        "another challenge than the wallet's");
    Begun begun = run.begun();
    Begun elsewhere =
        new Begun(begun.lidEE(), LocalID.of(chance.bytes(20)), begun.brandID());
    add(
        scene.regFormReq(path("regformreq-of-another-registration"), formReq, elsewhere),
        "refused unknownLID",
        "RegFormReq-A-03",
        "the label of another registration");
    add(
        scene.regFormReq(
            path("regformreq-changed"), MismatchVectors.flipLast(formReq), run.begun()),
        "refused decodingFailure",
        "OP-35",
        "what is sealed was changed");
  }

  private void requests(CardRegistration run, byte[] certReq, FormGiven given) throws Refused {
    certReq("certreq-other-challenge", certReq, with(given, Challenge.random(chance), given.bin()))
        .must("refused challengeMismatch", "CertReq-A-06", "answers to another form");
    certReq("certreq-other-bin", certReq, with(given, given.challCA(), new BIN("999002")))
        .must("refused invalidBIN", "CertReq-A-11", "a card of another BIN than the form's");
    certReq("certreq-changed", MismatchVectors.flipLast(certReq), given)
        .must("refused decodingFailure", "OP-35", "what is sealed was changed");
    certReq("certreq-by-another-key", run.certReq(CardRegistration.ANSWERS, stranger), given)
        .must("refused sigValidationFail", "CertReq-A-04", "not signed by the key it names");
    certReq("certreq-without-answers", run.certReq(List.of(), honest()), given)
        .must("refused regFormAnswerMalformed", "CertReq-A-12", "a required answer is missing");
    malformed("certreq-cut", "CertReq", Arrays.copyOf(certReq, certReq.length - 1));
  }

  private SigningKeyPair honest() {
    return scene.world().signing("new-card");
  }

  /** What must come of a vector. */
  private interface Outcome {
    void must(String verdict, String rule, String comment);
  }

  private Outcome certReq(String name, byte[] octets, FormGiven given) {
    Vector vector = scene.certReq(path(name), octets, given, Registrant.CARDHOLDER);
    return (verdict, rule, comment) -> add(vector, verdict, rule, comment);
  }

  private static FormGiven with(FormGiven given, Challenge challenge, BIN bin) {
    return new FormGiven(
        given.lidEE(),
        given.lidCA(),
        challenge,
        given.requestType(),
        given.brandID(),
        bin,
        given.idData(),
        given.regTemplate(),
        given.acctDataField());
  }

  private void answers(CardRegistration run, byte[] certReq, byte[] certRes) throws Refused {
    add(
        scene.certRes(
            path("certres-changed"),
            MismatchVectors.flipLast(certRes),
            run.asked(),
            Registrant.CARDHOLDER),
        "refused decodingFailure",
        "OP-35",
        "what is sealed was changed");
    byte[] inquiry = run.certInqReq(certRes);
    add(
        scene.certInqRes(
            path("certinqres-for-another-key"),
            run.certInqRes(inquiry, stranger),
            run.inquired()),
        "untrusted",
        "CertRes-E-07",
        "a certificate for a key that did not ask");
    byte[] forged = run.certInqReq(run.standing().lidCA(), stranger);
    add(
        scene.certInqReq(path("certinqreq-by-another-key"), forged, run.standing()),
        "bad signature",
        "OP-17",
        "not signed by the key of the request");
  }

  private void malformed(String name, String type, byte[] octets) {
    all.add(
        Vector.of(path(name), octets)
            .expect("malformed")
            .with("type", "MessageWrapper")
            .with("comment", type + " that is not whole, or more"));
  }

  private void ofMerchants() throws Refused {
    OtherRegistration run = scene.other(Registrant.MERCHANT);
    byte[] initReq = run.meAqCInitReq();
    add(
        scene.meAqCInitReq(path("meaqcinitreq-at-the-pca"), initReq, "pca"),
        "refused unspecifiedFailure",
        "Me-AqCInitReq-A-04",
        "a merchant at the authority of gateways");
    OtherRegistration deceived =
        scene.other(Registrant.MERCHANT, scene.authority(Registrant.GATEWAY));
    byte[] byPca = deceived.meAqCInitRes(deceived.meAqCInitReq());
    add(
        scene.meAqCInitRes(
            path("meaqcinitres-by-the-pca"), byPca, deceived.initAsked(), Registrant.MERCHANT),
        "untrusted",
        "CERT-28",
        "signed by the authority of gateways");
    byte[] certReq = run.certReq(run.meAqCInitRes(initReq));
    FormGiven given = run.given();
    FormGiven another =
        new FormGiven(
            given.lidEE(),
            given.lidCA(),
            given.challCA(),
            given.requestType(),
            given.brandID(),
            given.bin(),
            Optional.of(
                new IDData.Merchant(
                    new MerchantAcquirerID(given.bin(), new MerchantID("M-0002")))),
            given.regTemplate(),
            given.acctDataField());
    add(
        scene.certReq(
            path("certreq-of-another-merchant"), certReq, another, Registrant.MERCHANT),
        "refused rejectedByCA",
        "CertReq-A-09",
        "it says that it is another merchant than before");
  }
}
