package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import openset.crypto.Suite;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.treatment.Registrant;
import openset.testkit.world.CardRegistration;
import openset.testkit.world.OtherRegistration;
import openset.testkit.world.Registrars;

/** Each message of whole registrations, as the one it is for gets it. */
final class RegistrationVectors {
  private final RegistrationScene scene;
  private final String folder;
  private final List<Vector> all = new ArrayList<>();

  private RegistrationVectors(Suite suite) {
    scene = new RegistrationScene(suite);
    folder = "registration/" + suite.name() + "/";
  }

  static List<Vector> list(Suite suite) throws Refused {
    RegistrationVectors vectors = new RegistrationVectors(suite);
    vectors.card();
    vectors.other(Registrant.MERCHANT);
    vectors.other(Registrant.GATEWAY);
    vectors.renewal();
    return vectors.all;
  }

  private void good(Vector vector, String comment) {
    all.add(vector.expect("success").with("comment", comment));
  }

  private void card() throws Refused {
    CardRegistration run = scene.card();
    String at = folder + "card-";
    byte[] initReq = run.cardCInitReq();
    byte[] initRes = run.cardCInitRes(initReq);
    byte[] formReq = run.regFormReq(initRes);
    byte[] formRes = run.regFormRes(formReq);
    byte[] certReq = run.certReq(formRes);
    byte[] certRes = run.certRes(certReq);
    byte[] inqReq = run.certInqReq(certRes);
    byte[] inqRes = run.certInqRes(inqReq);
    good(scene.cardCInitReq(at + "1-cardcinitreq.txt", initReq), "the wallet asks who is there");
    good(
        scene.cardCInitRes(at + "2-cardcinitres.txt", initRes, run.initAsked()),
        "the CCA proves itself");
    good(
        scene.regFormReq(at + "3-regformreq.txt", formReq, run.begun()),
        "the account number, sealed to the CCA");
    good(
        scene.regFormRes(at + "4-regformres.txt", formRes, run.formAsked()),
        "the form of the card's bank");
    good(
        scene.certReq(at + "5-certreq.txt", certReq, run.given(), Registrant.CARDHOLDER),
        "the form filled in, signed by the new key");
    good(
        scene.certRes(at + "6-certres.txt", certRes, run.asked(), Registrant.CARDHOLDER),
        "the request is pended");
    good(
        scene.certInqReq(at + "7-certinqreq.txt", inqReq, run.standing()),
        "the wallet asks after it, by the new key");
    good(
        scene.certInqRes(at + "8-certinqres.txt", inqRes, run.inquired()),
        "the certificate, sealed under the wallet's key");
  }

  /** The steps in which a renewal differs from a first registration. */
  private void renewal() throws Refused {
    SigningCredential old = scene.world().card().credential();
    CardRegistration run = scene.card().renewing(old);
    String at = folder + "renewal-";
    byte[] formReq = run.regFormReq(run.cardCInitRes(run.cardCInitReq()));
    byte[] formRes = run.regFormRes(formReq);
    byte[] certReq = run.certReq(formRes);
    good(
        scene.regFormReq(at + "3-regformreq.txt", formReq, run.begun()),
        "the form for a renewal is asked for");
    good(
        scene.regFormRes(at + "4-regformres.txt", formRes, run.formAsked()),
        "the form of the card's bank");
    good(
        scene.certReq(at + "5-certreq.txt", certReq, run.given(), Registrant.CARDHOLDER),
        "signed by the new key and by the certificate that is renewed");
    byte[] certRes = run.certRes(certReq);
    byte[] inqReq = run.certInqReq(certRes);
    good(
        scene.certInqRes(at + "8-certinqres.txt", run.certInqRes(inqReq), run.inquired()),
        "the new certificate");
    if (!folder.contains(Suite.EDWARDS.name())) return;
    SigningCredential forged =
        new SigningCredential(
            scene.world().signing("stranger").signer(), old.certificate(), old.chain());
    CardRegistration other = scene.card().renewing(forged);
    byte[] wrong =
        other.certReq(
            other.regFormRes(other.regFormReq(other.cardCInitRes(other.cardCInitReq()))));
    all.add(
        scene
            .certReq(
                "registration/refused/certreq-renewal-by-another-key.txt",
                wrong,
                other.given(),
                Registrant.CARDHOLDER)
            .expect("refused sigValidationFail", "CertReq-A-04")
            .with("comment", "the second signature is not by the certificate renewed"));
  }

  private void other(Registrant who) throws Refused {
    OtherRegistration run = scene.other(who);
    String name = RegistrationScene.reader(who);
    String at = folder + name + "-";
    byte[] initReq = run.meAqCInitReq();
    byte[] initRes = run.meAqCInitRes(initReq);
    byte[] certReq = run.certReq(initRes);
    byte[] certRes = run.certRes(certReq);
    good(
        scene.meAqCInitReq(at + "1-meaqcinitreq.txt", initReq, Registrars.name(who)),
        "the " + name + " says who it is");
    good(
        scene.meAqCInitRes(at + "2-meaqcinitres.txt", initRes, run.initAsked(), who),
        "the authority proves itself and gives its form");
    good(
        scene.certReq(at + "3-certreq.txt", certReq, run.given(), who),
        "the form filled in, for two keys");
    good(
        scene.certRes(at + "4-certres.txt", certRes, run.asked(), who), "both certificates");
  }
}
