package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.SigningCredential;
import openset.pki.cms.Algorithm;
import openset.pki.cms.SignedData;
import openset.pki.issue.CardholderProfile;
import openset.set.Refused;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PITBS;
import openset.set.message.MessageWrapper;
import openset.set.message.PReqDualSigned;
import openset.set.operator.DD;
import openset.set.operator.DetachedSignature;
import openset.set.treatment.cardholder.Card;
import openset.testkit.world.Purchase;
import openset.testkit.world.Seeded;
import openset.testkit.world.SoftPasskey;
import openset.testkit.world.World;

/** Orders whose dual signature a passkey made, and some that it did not (spec/passkey.md). */
final class PasskeyVectors {
  private static final String ORIGIN = "https://wallet.example";

  private final World world = Scene.of(Suite.CLASSICAL).world();
  private final SoftPasskey passkey = new SoftPasskey(world.signing("passkey"), ORIGIN, true);
  private final List<Vector> all = new ArrayList<>();

  static List<Vector> list() throws Refused {
    PasskeyVectors vectors = new PasskeyVectors();
    vectors.write();
    return vectors.all;
  }

  /** The card of the world with a certificate of the passkey's key. */
  private Card card(Optional<String> origin) {
    Card card = world.card();
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            World.BRAND,
            "Bank of Aurora",
            card.panSecret().cardholderId(card.pan(), card.expiry()),
            Optional.of("Sample Cardholder"),
            origin);
    byte[] spki = passkey.keys().publicKey().spki();
    Certificate certificate =
        world.cca().issue(profile, spki, Seeded.of("passkey " + origin.isPresent()));
    SigningCredential credential =
        new SigningCredential(
            passkey.keys().signer(), certificate, card.credential().chain());
    return new Card(
        credential, card.pan(), card.expiry(), card.cardSecret(), card.panSecret());
  }

  private void write() throws Refused {
    Scene certified = scene(card(Optional.of(ORIGIN)));
    byte[] plain = order(certified);
    add(certified, "preq", by(passkey, plain), "", "the passkey signs");
    add(
        certified,
        "preq-from-another-origin",
        by(passkey.at("https://other.example"), plain),
        "PK-05",
        "the passkey signs from another origin than its certificate names");
    add(
        certified,
        "preq-person-not-verified",
        by(passkey.unverified(), plain),
        "OP-17",
        "the authenticator does not know that it is the person");
    add(
        certified,
        "preq-without-assertion",
        plain,
        "PK-05",
        "the key signs without WebAuthn, as no passkey can");
    Scene uncertified = scene(card(Optional.empty()));
    add(
        uncertified,
        "preq-of-no-passkey",
        by(passkey, order(uncertified)),
        "PK-05",
        "the certificate does not say that the key is a passkey");
  }

  private Scene scene(Card card) {
    Purchase.Parties parties =
        Purchase.parties(world, card, world.means(world.trust(), Seeded.of("passkey")));
    return Scene.of(world, parties);
  }

  private static byte[] order(Scene scene) throws Refused {
    Purchase purchase = scene.purchase();
    return purchase.pReq(purchase.pInitRes(purchase.pInitReq()));
  }

  /** The same order with the dual signature of {@code signer}. */
  private static byte[] by(SoftPasskey signer, byte[] order) {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(order);
    PReqDualSigned request = (PReqDualSigned) wrapper.message();
    PITBS tbs =
        new PITBS(
            request.oiDualSigned().link(),
            DD.of(OIData.CONTENT, request.oiDualSigned().value()));
    SignedData old = request.piDualSigned().piSignature().cms();
    SignedData cms =
        new SignedData(
            List.of(Algorithm.SHA256),
            old.content(),
            old.certificates(),
            old.crls(),
            List.of(
                signer.sign(
                    old.signers().getFirst().sid(),
                    PITBS.CONTENT.oid(),
                    PITBS.TYPE.encode(tbs))));
    PReqDualSigned signed =
        new PReqDualSigned(
            new PIDualSigned(
                new DetachedSignature<>(cms), request.piDualSigned().exPIData()),
            request.oiDualSigned());
    return MessageWrapper.TYPE.encode(MessageWrapper.of(wrapper.messageHeader(), signed));
  }

  private void add(Scene scene, String name, byte[] octets, String rule, String comment) {
    Vector vector = scene.pReq("passkey/" + name + ".txt", octets);
    Vector judged =
        rule.isEmpty() ? vector.expect("success") : vector.expect("bad signature", rule);
    all.add(judged.with("comment", comment));
  }
}
