package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.auth.AuthTags;
import openset.set.data.payment.AuthToken;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.CreateAuthToken;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessAuthToken.Chain;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/** A purchase is authorized in two parts by a token, and asked for wrongly. */
final class AuthTokenVectors {
  private final Suite suite;
  private final Scene scene;
  private final Means means;
  private final CurrencyAmount half;
  private final List<Vector> all = new ArrayList<>();

  AuthTokenVectors(Suite suite) {
    this.suite = suite;
    scene = Scene.of(suite);
    World world = scene.world();
    Means plain = world.means(world.trust(), Seeded.of("authtoken " + suite.name()));
    Keyring own =
        new Keyring(List.of(world.gatewaySigning()), List.of(world.gatewayOpening()));
    means = new Means(plain.now(), plain.randomness(), plain.trust(), own, plain.policy());
    CurrencyAmount total = scene.offer().value().total();
    half = new CurrencyAmount(total.currency(), total.minor() / 2);
  }

  List<Vector> list() throws Refused {
    byte[] pReq = scene.purchase().pReq(scene.purchase().pInitRes(scene.purchase().pInitReq()));
    AcceptedOrder order = scene.purchase().accept(pReq);
    CreateAuthReq.Wish wish = CreateAuthReq.Wish.of(half).withToken();
    CreateAuthReq.Created one =
        CreateAuthReq.create(order, wish, scene.world().asMerchant(means.trust()), means);
    add(request("1-authreq-first", one, Optional.empty()), "a half, and a token for the rest");
    MessageWrapper given = approves(one, Optional.empty());
    add(answer("2-authres-first", given, one), "a half is held, and a token comes along");
    AuthToken token = read(given, one).authToken().orElseThrow();
    Chain chain = new Chain(key(one), means.now(), 1, half);
    CreateAuthReq.Created two = further(order, token, half);
    add(request("3-authreq-further", two, Optional.of(chain)), "the other half, by the token");
    add(
        answer("4-authres-further", approves(two, Optional.of(chain)), two),
        "the other half is held too");
    if (suite == Suite.EDWARDS) wrongly(order, token, key(one), two);
    return all;
  }

  private void wrongly(
      AcceptedOrder order, AuthToken token, RRPID first, CreateAuthReq.Created two)
      throws Refused {
    Chain done = new Chain(key(two), means.now(), 2, half.plus(half));
    refused(
        request("authreq-used-token", further(order, token, half), Optional.of(done)),
        "refused piPreviouslyUsed",
        "AuthToken-P-04",
        "a token that an authorization was given for already");
    CurrencyAmount more = new CurrencyAmount(half.currency(), half.minor() + 2);
    Chain held = new Chain(first, means.now(), 1, half);
    refused(
        request("authreq-together-more", further(order, token, more), Optional.of(held)),
        "refused amountError",
        "AuthToken-P-05",
        "with the first half it is more than the cardholder agreed to");
  }

  private static RRPID key(CreateAuthReq.Created asked) {
    return asked.authTags().authRRTags().rrpid();
  }

  private CreateAuthReq.Created further(
      AcceptedOrder order, AuthToken token, CurrencyAmount amount) throws Refused {
    return CreateAuthReq.further(
        new CreateAuthReq.Further(order.transIDs(), token),
        CreateAuthReq.Wish.of(amount).withToken(),
        scene.world().asMerchant(means.trust()),
        means);
  }

  /** The issuer holds all that is asked for. */
  private MessageWrapper approves(CreateAuthReq.Created asked, Optional<Chain> chain)
      throws Refused {
    ProcessAuthReq.Given given =
        new ProcessAuthReq.Given(chain, acquirer -> ProcessAuthReq.Allowed.PLAIN);
    ProcessAuthReq.Outcome.Agreed agreed =
        (ProcessAuthReq.Outcome.Agreed)
            ProcessAuthReq.process(
                asked.wrapper(),
                (AuthReq) asked.wrapper().message(),
                scene.world().gatewayOpening(),
                given,
                means);
    CreateAuthRes.With with = scene.world().asGateway();
    CurrencyAmount amount = agreed.request().authReqAmt();
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.approved(amount, "654321", agreed.consent().back())
            .with(Optional.of(CreateAuthToken.asking(agreed, with, means)));
    return CreateAuthRes.create(
        CreateAuthRes.To.merchant(agreed.request()), decided, with, means);
  }

  private ProcessAuthRes.Outcome read(MessageWrapper answer, CreateAuthReq.Created asked)
      throws Refused {
    return ProcessAuthRes.process(
        answer,
        (AuthRes) answer.message(),
        new ProcessAuthRes.Asked(
            asked.authTags(),
            half,
            new BrandID(World.BRAND),
            CertThumb.of(scene.world().merchantSigning().certificate()),
            scene.world().merchantOpening()),
        means);
  }

  private String path(String name) {
    return "authtoken/" + suite.name() + "/" + name + ".txt";
  }

  private Vector request(String name, CreateAuthReq.Created asked, Optional<Chain> chain) {
    Vector vector =
        scene.message(
            path(name), "AuthReq", "gateway", MessageWrapper.TYPE.encode(asked.wrapper()));
    return chain
        .map(
            before ->
                vector
                    .with("last", RRPID.TYPE, before.last())
                    .with("authorized", CurrencyAmount.TYPE, before.total()))
        .orElse(vector);
  }

  private Vector answer(String name, MessageWrapper answer, CreateAuthReq.Created asked) {
    return scene
        .message(path(name), "AuthRes", "merchant", MessageWrapper.TYPE.encode(answer))
        .with("tags", AuthTags.TYPE, asked.authTags())
        .with("amount", CurrencyAmount.TYPE, half);
  }

  private void add(Vector vector, String comment) {
    all.add(vector.expect("success").with("comment", comment));
  }

  private void refused(Vector vector, String verdict, String rule, String comment) {
    all.add(vector.expect(verdict, rule).with("comment", comment));
  }
}
