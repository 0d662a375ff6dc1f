package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.payment.PI;
import openset.set.operator.Detached;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.testkit.world.Purchase;

/** Parts that are good in themselves and do not belong together: P06, P09, P11, P13. */
final class MismatchVectors {
  private static final int[] OI_DATA_SALT = {1, 0, 0, 0, 1, 0, 4};
  private static final int[] OI_LINK = {1, 0, 0, 0, 1, 1};

  private final Scene scene = Scene.of(Suite.EDWARDS);
  private final Purchase purchase = scene.purchase();
  private final CreateAuthReq.With with = scene.world().asMerchant(scene.world().trust());
  private final List<Vector> all = new ArrayList<>();

  static List<Vector> list() throws Refused {
    MismatchVectors vectors = new MismatchVectors();
    vectors.write();
    return vectors.all;
  }

  /** The last octet of the content changed by one bit. */
  static byte[] flipLast(byte[] der) {
    byte[] changed = der.clone();
    changed[der.length - 1] ^= 1;
    return changed;
  }

  private static String path(String name) {
    return "mismatch/" + name + ".txt";
  }

  private void add(Vector vector, String verdict, String rule, String comment) {
    all.add(vector.expect(verdict, rule).with("comment", comment));
  }

  private void write() throws Refused {
    byte[] pInitRes = purchase.pInitRes(purchase.pInitReq());
    AsSent<Offer> other = Scene.offer(scene.world(), 1491);
    Vector answer = scene.pInitRes(path("pinitres-other-offer"), pInitRes);
    add(
        answer.with("offer", AsSent.type(Offer.TYPE), other),
        "mismatch",
        "PInitRes-C-05",
        "the signed digest is of another offer than the wallet holds");
    byte[] pReq = purchase.pReq(pInitRes);
    atMerchant(pReq, other);
    atGateway(purchase.accept(pReq));
    byte[] authRes = purchase.authRes(purchase.authReq(pReq));
    purchase.pRes(authRes);
    Vector capture = scene.capReq(path("capreq-above-authorized"), purchase.capReq());
    add(
        capture.with("amount", CurrencyAmount.TYPE, CurrencyAmount.of("EUR", 1489)),
        "refused invalidAuthData",
        "CapReq-P-07",
        "one cent more than was authorized");
  }

  private void atMerchant(byte[] pReq, AsSent<Offer> other) {
    Vector plain = scene.pReq(path("preq-other-offer"), pReq);
    add(
        plain.with("offer", AsSent.type(Offer.TYPE), other),
        "mismatch",
        "PReq-M-09",
        "HOD is of another offer than the merchant made");
    add(
        scene.pReq(
            path("preq-order-changed"),
            Surgery.at(pReq, MismatchVectors::flipLast, OI_DATA_SALT)),
        "bad signature",
        "OP-17",
        "OIData is not what the dual signature covers");
    add(
        scene.pReq(
            path("preq-payment-digest-changed"),
            Surgery.at(pReq, MismatchVectors::flipLast, OI_LINK)),
        "bad signature",
        "OP-17",
        "the digest of PIData is not what the dual signature covers");
  }

  private void atGateway(AcceptedOrder order) throws Refused {
    AcceptedOrder.Proof proof = order.proof();
    claim(
        "authreq-other-order",
        with(
            order,
            new AcceptedOrder.Proof(
                flip(proof.hOIData()), proof.hod2(), proof.pi(), proof.cardholder())),
        "AuthReq-P-10",
        "the merchant claims another order half than the cardholder signed");
    claim(
        "authreq-other-description",
        with(
            order,
            new AcceptedOrder.Proof(
                proof.hOIData(), flip(proof.hod2()), proof.pi(), proof.cardholder())),
        "AuthReq-P-10",
        "the merchant claims another order description than the cardholder signed");
    AcceptedOrder dearer =
        new AcceptedOrder(
            order.transIDs(),
            order.rrpid(),
            order.challC(),
            order.brandID(),
            CurrencyAmount.of("EUR", 1491),
            proof);
    add(
        scene.authReq(path("authreq-above-agreed"), purchase.authReq(dearer, with)),
        "refused amountError",
        "AuthReq-P-13",
        "one cent more than the cardholder agreed to");
    AsSent<PI> broken =
        AsSent.type(PI.TYPE).decode(flipLast(proof.pi().der().bytes()));
    AcceptedOrder unreadable =
        with(
            order,
            new AcceptedOrder.Proof(proof.hOIData(), proof.hod2(), broken, proof.cardholder()));
    add(
        scene.authReq(path("authreq-payment-changed"), purchase.authReq(unreadable, with)),
        "refused decodingFailure",
        "OP-35",
        "the sealed payment half was changed");
    byte[] good = purchase.authReq(order, with);
    add(
        scene.authReq(path("authreq-baggage-changed"), flipLast(good)),
        "bad signature",
        "OP-41",
        "the baggage is not the one that was bound");
  }

  private void claim(String name, AcceptedOrder order, String rule, String comment)
      throws Refused {
    add(scene.authReq(path(name), purchase.authReq(order, with)), "mismatch", rule, comment);
  }

  private static AcceptedOrder with(AcceptedOrder order, AcceptedOrder.Proof proof) {
    return new AcceptedOrder(
        order.transIDs(),
        order.rrpid(),
        order.challC(),
        order.brandID(),
        order.purchAmt(),
        proof);
  }

  private static <T> Detached<T> flip(Detached<T> digest) {
    return new Detached<>(
        digest.contentType(), Der.of(flipLast(digest.digest().bytes())));
  }
}
