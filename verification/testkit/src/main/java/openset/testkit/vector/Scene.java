package openset.testkit.vector;

import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthTags;
import openset.set.data.capture.CapItem;
import openset.set.data.order.Offer;
import openset.set.data.sale.RRTags;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.merchant.OpenedSale;
import openset.testkit.world.Purchase;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/** A purchase and what its readers know, from which scenarios are made. */
final class Scene {
  private final World world;
  private final AsSent<Offer> offer;
  private final Purchase purchase;

  private Scene(World world, AsSent<Offer> offer, Purchase purchase) {
    this.world = world;
    this.offer = offer;
    this.purchase = purchase;
  }

  /** A purchase of {@code suite} that has not begun; the same suite gives the same choices. */
  static Scene of(Suite suite) {
    World world = new World(suite, "vectors " + suite.name());
    return of(world, Purchase.parties(world, world.card(), means(world)));
  }

  /** The same with other participants. */
  static Scene of(World world, Purchase.Parties parties) {
    AsSent<Offer> offer = offer(world, 1490);
    Means means = means(world);
    return new Scene(world, offer, new Purchase(parties, offer, means, means, means));
  }

  /** An offer of that price. */
  static AsSent<Offer> offer(World world, long minor) {
    return World.offer(minor, Seeded.of("offer " + world.suite().name()));
  }

  private static Means means(World world) {
    return world.means(world.trust(), Seeded.of("purchase " + world.suite().name()));
  }

  World world() {
    return world;
  }

  Purchase purchase() {
    return purchase;
  }

  AsSent<Offer> offer() {
    return offer;
  }

  /** A message of this world, as {@code reader} gets it. */
  Vector message(String path, String type, String reader, byte[] octets) {
    return Vector.of(path, octets)
        .with("type", type)
        .with("reader", reader)
        .with("world", world.suite().name())
        .with("now", World.NOW.toString());
  }

  Vector pInitReq(String path, byte[] octets) {
    return message(path, "PInitReq", "merchant", octets)
        .with("offer", AsSent.type(Offer.TYPE), offer);
  }

  Vector pInitRes(String path, byte[] octets) {
    return message(path, "PInitRes", "wallet", octets)
        .with("offer", AsSent.type(Offer.TYPE), offer)
        .with("asked", CreatePInitReq.Asked.TYPE, purchase.asked());
  }

  Vector pReq(String path, byte[] octets) {
    return message(path, "PReq", "merchant", octets)
        .with("offer", AsSent.type(Offer.TYPE), offer)
        .with("sale", OpenedSale.TYPE, purchase.sale());
  }

  Vector authReq(String path, byte[] octets) {
    return message(path, "AuthReq", "gateway", octets);
  }

  Vector authRes(String path, byte[] octets) {
    return message(path, "AuthRes", "merchant", octets)
        .with("tags", AuthTags.TYPE, purchase.authorization().authTags())
        .with("amount", CurrencyAmount.TYPE, offer.value().total());
  }

  Vector pRes(String path, byte[] octets) {
    return message(path, "PRes", "wallet", octets)
        .with("asked", CreatePReq.Asked.TYPE, purchase.ordered());
  }

  Vector inqReq(String path, byte[] octets) {
    return message(path, "InqReq", "merchant", octets)
        .with("sale", OpenedSale.TYPE, purchase.sale())
        .with(
            "cardholder",
            CertThumb.TYPE,
            CertThumb.of(world.card().credential().certificate()));
  }

  Vector inqRes(String path, byte[] octets, CreateInqReq.Asked inquiry) {
    return message(path, "InqRes", "wallet", octets)
        .with("asked", CreatePReq.Asked.TYPE, purchase.ordered())
        .with("inquiry", CreateInqReq.Asked.TYPE, inquiry);
  }

  Vector capReq(String path, byte[] octets) {
    return message(path, "CapReq", "gateway", octets)
        .with("amount", CurrencyAmount.TYPE, offer.value().total());
  }

  Vector capRes(String path, byte[] octets) {
    return message(path, "CapRes", "merchant", octets)
        .with("tags", RRTags.TYPE, purchase.capture().capRRTags())
        .with("item", CapItem.TYPE, purchase.capture().items().getFirst());
  }
}
