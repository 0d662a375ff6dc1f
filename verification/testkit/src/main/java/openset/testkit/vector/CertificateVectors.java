package openset.testkit.vector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.issue.KeyRole;
import openset.set.Refused;
import openset.testkit.world.Purchase;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/** Certificates that are not good, alone and under a message. */
final class CertificateVectors {
  private static final Duration DAY = Duration.ofDays(1);

  private final World world = Scene.of(Suite.EDWARDS).world();
  private final WorldVectors exhibits = new WorldVectors(world);
  private final List<Vector> all = new ArrayList<>();

  static List<Vector> list() throws Refused {
    CertificateVectors vectors = new CertificateVectors();
    vectors.alone();
    vectors.lists();
    vectors.underMessages();
    return vectors.all;
  }

  private Vector certificate(String name, Certificate certificate, String required) {
    return certificate(name, certificate.der().bytes(), required);
  }

  private Vector certificate(String name, byte[] der, String required) {
    return Vector.of("certificate/" + name + ".txt", der)
        .with("type", "Certificate")
        .with("world", world.suite().name())
        .with("required", required)
        .with("now", World.NOW.toString())
        .with("comment", name.replace('-', ' '));
  }

  private void alone() {
    Certificate merchant = world.merchantSigning().certificate();
    byte[] der = merchant.der().bytes();
    all.add(certificate("good", merchant, "MER SIGN Aurora").expect("success"));
    bad(certificate("expired", expired(), "MER SIGN Aurora"), "CERT-07");
    bad(certificate("not-valid-yet", merchant, "MER SIGN Aurora")
        .with("now", World.NOW.minus(DAY.multipliedBy(2)).toString()), "CERT-07");
    bad(certificate("revoked", merchant, "MER SIGN Aurora").with("crl", "mca-crl-2"), "CERT-27");
    Certificate other = exhibits.merchantOfOtherBrand().certificate();
    bad(certificate("wrong-brand", other, "MER SIGN Aurora"), "CERT-28");
    Certificate agree = world.merchantOpening().certificate();
    bad(certificate("wrong-use", agree, "MER SIGN Aurora"), "CERT-28");
    bad(certificate("wrong-type", merchant, "PGWY SIGN Aurora"), "CERT-28");
    bad(certificate("signature-changed", MismatchVectors.flipLast(der), "MER SIGN Aurora"),
        "CERT-05");
    Certificate rogue = new World(Suite.EDWARDS, "rogue").merchantSigning().certificate();
    bad(certificate("rogue-root", rogue, "MER SIGN Aurora"), "CERT-22");
    bad(certificate("crl-out-of-date", merchant, "MER SIGN Aurora")
        .with("now", World.NOW.plus(DAY.multipliedBy(8)).toString()), "CRL-05");
  }

  private void bad(Vector vector, String rule) {
    all.add(vector.expect("untrusted", rule));
  }

  private Certificate expired() {
    SigningKeyPair keys = world.signing("merchant-sign");
    return world.mca()
        .issue(
            World.merchant(KeyRole.SIGN, World.BRAND),
            keys.publicKey().spki(),
            World.NOW.minus(DAY.multipliedBy(300)),
            World.NOW.minus(DAY),
            Seeded.of("expired"));
  }

  private void lists() {
    byte[] good = world.mca().crl().der().bytes();
    all.add(crl("good", good).expect("success"));
    bad(crl("signature-changed", MismatchVectors.flipLast(good)), "CRL-02");
    bad(crl("goes-back", good).with("crl", "mca-crl-2"), "CRL-04");
    byte[] rogue = new World(Suite.EDWARDS, "rogue").mca().crl().der().bytes();
    bad(crl("of-a-stranger", rogue), "CRL-02");
  }

  private Vector crl(String name, byte[] der) {
    return Vector.of("crl/" + name + ".txt", der)
        .with("type", "CertificateList")
        .with("world", world.suite().name())
        .with("now", World.NOW.toString())
        .with("comment", name.replace('-', ' '));
  }

  private void underMessages() throws Refused {
    SigningCredential merchant = world.merchantSigning();
    SigningCredential late =
        new SigningCredential(merchant.signer(), expired(), merchant.chain());
    pInitRes("pinitres-expired", late, "CERT-07");
    pInitRes("pinitres-other-brand", exhibits.merchantOfOtherBrand(), "CERT-28");
    OpeningCredential opening = world.merchantOpening();
    pInitRes(
        "pinitres-wrong-use",
        new SigningCredential(merchant.signer(), opening.certificate(), opening.chain()),
        "CERT-28");
    pInitRes("pinitres-by-cardholder", world.card().credential(), "CERT-28");
    Scene scene = Scene.of(Suite.EDWARDS);
    Purchase purchase = scene.purchase();
    byte[] pReq = purchase.pReq(purchase.pInitRes(purchase.pInitReq()));
    bad(
        scene
            .pReq("certificate/preq-card-revoked.txt", pReq)
            .with("crl", "cca-crl-2")
            .with("comment", "the cardholder's certificate is on a newer CRL"),
        "CERT-27");
  }

  private void pInitRes(String name, SigningCredential by, String rule) throws Refused {
    Purchase.Parties honest =
        Purchase.parties(world, world.card(), world.means(world.trust(), length -> null));
    Scene scene =
        Scene.of(
            world,
            new Purchase.Parties(
                honest.card(), by, honest.toGateway(), honest.opening(), honest.gateway()));
    byte[] answer = scene.purchase().pInitRes(scene.purchase().pInitReq());
    bad(
        scene
            .pInitRes("certificate/" + name + ".txt", answer)
            .with("comment", name.replace('-', ' ')),
        rule);
  }
}
