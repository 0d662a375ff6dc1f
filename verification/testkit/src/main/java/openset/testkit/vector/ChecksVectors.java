package openset.testkit.vector;

import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.MsgExtensions;
import openset.set.extension.BillingAddress;
import openset.set.extension.CardChecks;
import openset.set.extension.SecurityCode;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.testkit.world.Purchase;
import openset.testkit.world.Seeded;

/** A security code and a billing address on their way past the merchant to the issuer. */
final class ChecksVectors {
  private static final MsgExtensions CHECKS =
      new CardChecks(
              Optional.of(new SecurityCode("0429")),
              Optional.of(new BillingAddress("10000", Optional.of("长安街 1 号"))))
          .extensions()
          .orElseThrow();

  private ChecksVectors() {}

  static List<Vector> list(Suite suite) throws Refused {
    Scene scene = Scene.of(suite);
    String at = "checks/" + suite.name() + "/";
    Purchase purchase = scene.purchase();
    byte[] pReq = ordered(scene, purchase.pInitRes(purchase.pInitReq()));
    return List.of(
        scene
            .pReq(at + "1-preq.txt", pReq)
            .expect("success")
            .with("comment", "code and address are in the payment half, which no merchant reads"),
        scene
            .authReq(at + "2-authreq.txt", purchase.authReq(pReq))
            .expect("success")
            .with("checks", MsgExtensions.TYPE, CHECKS)
            .with("comment", "the gateway reads code and address, for the issuer"));
  }

  private static byte[] ordered(Scene scene, byte[] answer) throws Refused {
    Means means =
        scene.world().means(scene.world().trust(), Seeded.of("checks " + scene.world().suite()));
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer);
    ProcessPInitRes.Proved proved =
        ProcessPInitRes.process(
            wrapper,
            (PInitRes) wrapper.message(),
            scene.purchase().asked(),
            scene.offer(),
            means);
    CardChecks checks = CardChecks.of(Optional.of(CHECKS));
    return MessageWrapper.TYPE.encode(
        CreatePReq.create(proved, scene.offer(), scene.world().card(), checks, means).wrapper());
  }
}
