package openset.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import openset.asn1.AsSent;
import openset.crypto.Randomness;
import openset.crypto.Suite;
import openset.pki.CertificateList;
import openset.pki.Trust;
import openset.set.Refused;
import openset.set.data.order.Offer;
import openset.set.data.sale.CapCode;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.testkit.world.Purchase;
import openset.testkit.world.World;

/**
 * Whole purchases, each participant with its own trust. The certificates of merchant and gateway
 * are known after the first one, as between parties that work together every day.
 */
final class Load {
  private static final AsSent<Offer> OFFER = World.offer(1490, Randomness.secure());

  private final World world;
  private final Purchase.Parties parties;
  private final Means wallet;
  private final Means shop;
  private final Means gate;
  private final Deque<Card> unseen = new ArrayDeque<>();

  /** Purchases in {@code world}, where all hold {@code crls} and wallets trust {@code wallets}. */
  Load(World world, List<CertificateList> crls, Trust wallets) {
    this.world = world;
    wallet = world.means(wallets, Randomness.secure());
    shop = world.means(world.trust(crls), Randomness.secure());
    gate = world.means(world.trust(crls), Randomness.secure());
    parties = Purchase.parties(world, world.card(), shop);
  }

  /** Purchases in a world of {@code suite} where all trust all. */
  static Load of(Suite suite) {
    World world = new World(suite, "load");
    // One list of each authority, as published: who held another would be sent it each time.
    List<CertificateList> crls = world.crls();
    return new Load(world, crls, world.trust(crls));
  }

  /** The same, with cards that nobody has seen for {@code purchases}. */
  Load withUnseen(int purchases) {
    for (int i = 0; i < purchases; i++) unseen.add(world.card("unseen " + i));
    return this;
  }

  /** From PInitReq to a confirmed PRes, with the card that was there before. */
  Object purchase() throws Refused {
    return confirmed(begun());
  }

  /** The same, with a card that nobody has seen. */
  Object purchaseByUnseen() throws Refused {
    return confirmed(begun(unseen.remove()));
  }

  /** A purchase with the card that was there before, and its capture. */
  Object purchaseAndCapture() throws Refused {
    Purchase purchase = confirmed(begun());
    CapCode code = purchase.captured(purchase.capRes(purchase.capReq()));
    if (code != CapCode.success) throw new IllegalStateException("not captured but " + code);
    return code;
  }

  private static Purchase confirmed(Purchase purchase) throws Refused {
    byte[] order = purchase.pReq(purchase.pInitRes(purchase.pInitReq()));
    byte[] answer = purchase.pRes(purchase.authRes(purchase.authReq(order)));
    ProcessPRes.Outcome outcome = purchase.confirmed(answer);
    if (outcome instanceof ProcessPRes.Outcome.Confirmed) return purchase;
    throw new IllegalStateException("not confirmed");
  }

  /** A purchase that has not begun. */
  Purchase begun() {
    return begun(parties.card());
  }

  private Purchase begun(Card card) {
    return new Purchase(Purchase.with(parties, card), OFFER, wallet, shop, gate);
  }

  /** Who takes part. */
  World world() {
    return world;
  }

  /** What the merchant is given. */
  Means shop() {
    return shop;
  }
}
