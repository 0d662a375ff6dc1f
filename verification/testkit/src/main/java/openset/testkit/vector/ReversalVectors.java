package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthRevTags;
import openset.set.treatment.Means;
import openset.testkit.world.GivingBack;
import openset.testkit.world.Seeded;

/** An authorization is given back, whole and in part, and given back wrongly. */
final class ReversalVectors {
  private final Suite suite;
  private final Scene scene;
  private final Means means;
  private final CurrencyAmount total;
  private final List<Vector> all = new ArrayList<>();

  ReversalVectors(Suite suite) {
    this.suite = suite;
    scene = Scene.of(suite);
    means =
        scene.world().means(scene.world().trust(), Seeded.of("reversal " + suite.name()));
    total = scene.offer().value().total();
  }

  List<Vector> list() throws Refused {
    byte[] pReq = scene.purchase().pReq(scene.purchase().pInitRes(scene.purchase().pInitReq()));
    scene.purchase().pRes(scene.purchase().authRes(scene.purchase().authReq(pReq)));
    given(CurrencyAmount.zero(total.currency()), 1, "void", "all is given back");
    CurrencyAmount half = new CurrencyAmount(total.currency(), total.minor() / 2);
    given(half, 3, "part", "half stays, with a new token");
    if (suite == Suite.EDWARDS) wrongly(half);
    return all;
  }

  private String path(String name) {
    return "reversal/" + suite.name() + "/" + name + ".txt";
  }

  private Vector request(String name, byte[] octets) {
    return scene
        .message(path(name), "AuthRevReq", "gateway", octets)
        .with("amount", CurrencyAmount.TYPE, total);
  }

  private Vector answer(
      String name, byte[] octets, GivingBack reversal, CurrencyAmount stays) {
    return scene
        .message(path(name), "AuthRevRes", "merchant", octets)
        .with("tags", AuthRevTags.TYPE, reversal.tags())
        .with("amount", CurrencyAmount.TYPE, stays);
  }

  private GivingBack reversal() {
    return new GivingBack(scene.world(), scene.purchase(), means);
  }

  private void given(CurrencyAmount stays, int number, String name, String comment)
      throws Refused {
    GivingBack reversal = reversal();
    byte[] asked = reversal.authRevReq(stays);
    byte[] answered = reversal.authRevRes(asked);
    add(request(number + "-authrevreq-" + name, asked), "the merchant asks: " + comment);
    String second = (number + 1) + "-authrevres-" + name;
    add(answer(second, answered, reversal, stays), comment);
  }

  private void wrongly(CurrencyAmount half) throws Refused {
    CurrencyAmount more = new CurrencyAmount(total.currency(), total.minor() + 1);
    refused(
        request("authrevreq-raising", reversal().authRevReq(more)),
        "refused invalidAmount",
        "AuthRevReq-P-07",
        "more shall stay than is authorized");
    byte[] good = reversal().authRevReq(half);
    refused(
        request("authrevreq-token-changed", MismatchVectors.flipLast(good)),
        "bad signature",
        "OP-41",
        "the token is not the one that was bound");
    GivingBack reversal = reversal();
    byte[] answered = reversal.authRevRes(reversal.authRevReq(half));
    CurrencyAmount other = new CurrencyAmount(total.currency(), half.minor() - 1);
    refused(
        answer("authrevres-other-amount", answered, reversal, other),
        "refused unspecifiedFailure",
        "AuthRevRes-M-04",
        "another amount stays than was asked for");
  }

  private void add(Vector vector, String comment) {
    all.add(vector.expect("success").with("comment", comment));
  }

  private void refused(Vector vector, String verdict, String rule, String comment) {
    all.add(vector.expect(verdict, rule).with("comment", comment));
  }
}
