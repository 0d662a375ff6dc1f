package openset.testkit.vector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.message.MessageWrapper;
import openset.set.message.PReq;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPublishedOffer;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.OpenedSale;
import openset.set.treatment.merchant.Publication;
import openset.set.treatment.merchant.PublishOffer;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/** An order for an offer that was published, without PInit. */
final class PublishedVectors {
  private final Suite suite;
  private final Scene scene;
  private final Means means;

  PublishedVectors(Suite suite) {
    this.suite = suite;
    scene = Scene.of(suite);
    World world = scene.world();
    means = world.means(world.trust(), Seeded.of("published " + suite.name()));
  }

  List<Vector> list() throws Refused {
    CreateAuthReq.With merchant = scene.world().asMerchant(means.trust());
    Publication published =
        PublishOffer.publish(
            scene.offer(),
            new CreatePInitRes.With(merchant.credential(), merchant.gateway()),
            World.NOW.plus(Duration.ofDays(30)),
            means);
    List<Vector> all = new ArrayList<>();
    MessageWrapper pReq = ordered(published);
    OpenedSale sale = opened(pReq, published, merchant);
    all.add(
        preq("1-preq", pReq, sale)
            .expect("success")
            .with("comment", "an order for a published offer, under the cardholder's own XID"));
    if (suite != Suite.EDWARDS) return all;
    OpenedSale other = opened(ordered(published), published, merchant);
    all.add(
        preq("preq-other-xid", pReq, other)
            .expect("refused unknownXID", "PReq-M-03")
            .with("comment", "the order is under another XID than the sale"));
    return all;
  }

  private MessageWrapper ordered(Publication published) throws Refused {
    World world = scene.world();
    ProcessPublishedOffer.Of of =
        ProcessPublishedOffer.Of.fresh(
            LocalID.ofText("wallet-1"), world.card().brandID(), new Language("en"), means);
    return CreatePReq.create(
            ProcessPublishedOffer.process(published.signed(), of, scene.offer(), means),
            scene.offer(),
            world.card(),
            means)
        .wrapper();
  }

  private OpenedSale opened(
      MessageWrapper pReq, Publication published, CreateAuthReq.With merchant) throws Refused {
    OIData oiData = ((PReq) pReq.message()).oiData().value();
    return PublishOffer.open(
        oiData,
        new PublishOffer.Known(
            Optional.of(published),
            false,
            CertThumb.of(merchant.credential().certificate()),
            merchant.gateway().thumb()),
        means);
  }

  private Vector preq(String name, MessageWrapper wrapper, OpenedSale sale) {
    return scene
        .message(
            "published/" + suite.name() + "/" + name + ".txt",
            "PReq",
            "merchant",
            MessageWrapper.TYPE.encode(wrapper))
        .with("offer", AsSent.type(Offer.TYPE), scene.offer())
        .with("sale", OpenedSale.TYPE, sale);
  }
}
