package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.SWIdent;
import openset.set.data.Salt;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PANData;
import openset.set.data.card.PANToken;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.payment.PIDataUnsigned;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PIUnsigned;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.message.PReqDualSigned;
import openset.set.message.PReqUnsigned;
import openset.set.operator.EX;
import openset.set.operator.EXH;
import openset.set.operator.L;
import openset.set.operator.Linked;
import openset.set.operator.Opened;
import openset.set.operator.Recipient;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.merchant.OpenedSale;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/** An order that nobody signed, and an inquiry about it, at merchants who take that or not. */
final class UnsignedVectors {
  private final Suite suite;
  private final Scene scene;
  private final Means means;

  UnsignedVectors(Suite suite) {
    this.suite = suite;
    scene = Scene.of(suite);
    World world = scene.world();
    means = world.means(world.trust(), Seeded.of("unsigned " + suite.name()));
  }

  List<Vector> list() throws Refused {
    byte[] pInitRes = scene.purchase().pInitRes(scene.purchase().pInitReq());
    byte[] signed = scene.purchase().pReq(pInitRes);
    PReqUnsigned bare =
        bare((PReqDualSigned) MessageWrapper.TYPE.decode(signed).message());
    List<Vector> all = new ArrayList<>();
    all.add(
        preq("1-preq", bare)
            .with("unsigned", "taken")
            .expect("success")
            .with("comment", "an order that nobody signed, at a merchant who takes that"));
    CreateInqReq.Created inquiry =
        CreateInqReq.unsigned(scene.purchase().sale().transIDs(), means);
    all.add(
        message("2-inqreq", "InqReq", inquiry.wrapper())
            .with("unsigned", "taken")
            .expect("success")
            .with("comment", "an inquiry about it, which nobody signed either"));
    if (suite != Suite.EDWARDS) return all;
    all.add(
        preq("preq-not-taken", bare)
            .expect("refused signatureRequired", "PReq-M-02")
            .with("comment", "the same at a merchant who does not take that"));
    all.add(
        preq("preq-order-changed", saltedAnew(bare))
            .with("unsigned", "taken")
            .expect("mismatch", "PReq-M-09")
            .with("comment", "its order half was changed"));
    return all;
  }

  /** The same purchase, by a card that nobody certified. */
  private PReqUnsigned bare(PReqDualSigned signed) throws Refused {
    Opened<Linked<PIHead, OIData>, PANData> half =
        EX.open(
            scene.world().gatewayOpening(),
            signed.piDualSigned().exPIData(),
            PaymentForms.PI_DUAL_SIGNED);
    PIHead head = withoutSecret(half.value().value());
    PANToken pan =
        new PANToken(half.extra().pan(), half.extra().cardExpiry(), half.extra().exNonce());
    AsSent<OIData> oiData = signed.oiData();
    AsSent<PIDataUnsigned> piData =
        AsSent.of(PIDataUnsigned.TYPE, new PIDataUnsigned(head, pan));
    return new PReqUnsigned(
        new PIUnsigned(
            EXH.seal(
                Recipient.self(scene.world().gatewayOpening()),
                PaymentForms.PI_UNSIGNED,
                L.of(head, OIData.CONTENT, oiData.der()),
                pan,
                means.randomness())),
        L.of(oiData, PIDataUnsigned.CONTENT, piData.der()));
  }

  private static PIHead withoutSecret(PIHead head) {
    return new PIHead(
        head.transIDs(),
        head.inputs(),
        head.merchantID(),
        head.installRecurData(),
        CardSecret.NONE.stain(head.transIDs().xid()),
        head.swIdent(),
        head.acqBackKeyData(),
        head.piExtensions(),
        head.gatewayThumb(),
        head.merchantThumb());
  }

  private PReqUnsigned saltedAnew(PReqUnsigned request) {
    OIData oi = request.oiData().value();
    OIData other =
        new OIData(
            oi.transIDs(),
            oi.rrpid(),
            oi.challC(),
            oi.hod(),
            Salt.random(means.randomness()),
            oi.challM(),
            oi.brandID(),
            oi.bin(),
            oi.odExtOIDs(),
            oi.oiExtensions(),
            oi.gatewayThumb(),
            oi.merchantThumb());
    return new PReqUnsigned(
        request.piUnsigned(),
        new Linked<>(AsSent.of(OIData.TYPE, other), request.oiUnsigned().link()));
  }

  private Vector preq(String name, PReqUnsigned request) {
    OIData oi = request.oiData().value();
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(oi.transIDs())),
            oi.rrpid(),
            new SWIdent(means.policy().swIdent()));
    return message(name, "PReq", MessageWrapper.of(header, request))
        .with("offer", AsSent.type(Offer.TYPE), scene.offer());
  }

  private Vector message(String name, String type, MessageWrapper wrapper) {
    return scene
        .message(
            "unsigned/" + suite.name() + "/" + name + ".txt",
            type,
            "merchant",
            MessageWrapper.TYPE.encode(wrapper))
        .with("sale", OpenedSale.TYPE, scene.purchase().sale());
  }
}
