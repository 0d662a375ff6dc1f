package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import openset.crypto.Suite;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.testkit.world.Purchase;
import openset.testkit.world.World;

/** Each signed message once under the name of its sender and by the key of somebody else. */
final class SignatureVectors {
  private final World world;
  private final Suite suite;
  private final List<Vector> all = new ArrayList<>();

  private SignatureVectors(Suite suite) {
    this.suite = suite;
    this.world = Scene.of(suite).world();
  }

  static List<Vector> list(Suite suite) throws Refused {
    SignatureVectors vectors = new SignatureVectors(suite);
    vectors.byMerchant();
    vectors.byCardholder();
    vectors.byGateway();
    return vectors.all;
  }

  private SigningCredential forged(SigningCredential name) {
    return new SigningCredential(
        world.signing("stranger").signer(), name.certificate(), name.chain());
  }

  private Purchase.Parties parties() {
    return Purchase.parties(world, world.card(), world.means(world.trust(), length -> null));
  }

  private void add(Vector vector, String comment) {
    all.add(vector.expect("bad signature", "OP-17").with("comment", comment));
  }

  private String path(String name) {
    return "signature/" + suite.name() + "/" + name + ".txt";
  }

  private void byMerchant() throws Refused {
    Purchase.Parties honest = parties();
    SigningCredential forged = forged(world.merchantSigning());
    Scene opened =
        Scene.of(
            world,
            new Purchase.Parties(
                honest.card(), forged, honest.toGateway(), honest.opening(), honest.gateway()));
    byte[] answer = opened.purchase().pInitRes(opened.purchase().pInitReq());
    add(opened.pInitRes(path("pinitres"), answer), "PInitRes by another key");
    byte[] refused = opened.purchase().pInitReq();
    add(
        opened.message(
            path("error"), "Error", "wallet", PurchaseVectors.error(refused, forged)),
        "Error by another key");

    Scene scene = Scene.of(world, honest);
    Purchase purchase = scene.purchase();
    byte[] pReq = purchase.pReq(purchase.pInitRes(purchase.pInitReq()));
    byte[] wrong =
        purchase.authReq(
            purchase.accept(pReq), world.asMerchant(forged, world.trust()));
    add(scene.authReq(path("authreq"), wrong), "AuthReq signed by another key");
    byte[] authRes = purchase.authRes(purchase.authReq(pReq));
    purchase.pRes(authRes);
    add(scene.pRes(path("pres"), purchase.pRes(authRes, forged)), "PRes by another key");
    byte[] capReq = purchase.capReq(world.asMerchant(forged, world.trust()));
    add(scene.capReq(path("capreq"), capReq), "CapReq signed by another key");
  }

  private void byCardholder() throws Refused {
    Card card = world.card();
    Card forged =
        new Card(
            forged(card.credential()),
            card.pan(),
            card.expiry(),
            card.cardSecret(),
            card.panSecret());
    Scene scene = Scene.of(world, Purchase.with(parties(), forged));
    Purchase purchase = scene.purchase();
    byte[] pReq = purchase.pReq(purchase.pInitRes(purchase.pInitReq()));
    add(scene.pReq(path("preq"), pReq), "dual signature by another key");
  }

  private void byGateway() throws Refused {
    CreateAuthRes.With forged =
        new CreateAuthRes.With(forged(world.gatewaySigning()), world.gatewayOpening());
    Scene scene = Scene.of(world, parties());
    Purchase purchase = scene.purchase();
    byte[] authReq =
        purchase.authReq(purchase.pReq(purchase.pInitRes(purchase.pInitReq())));
    add(
        scene.authRes(path("authres"), purchase.authRes(authReq, forged)),
        "AuthRes by another key");
    purchase.pRes(purchase.authRes(authReq));
    byte[] capRes = purchase.capRes(purchase.capReq(), forged.signing());
    add(scene.capRes(path("capres"), capRes), "CapRes signed by another key");
  }
}
