package openset.set.treatment;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.CertificateType;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.auth.AuthReqData;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.CapToken;
import openset.set.data.auth.CapTokenData;
import openset.set.data.card.BackKeyData;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.payment.PI;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncB;
import openset.set.operator.EncK;
import openset.set.operator.Expected;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;

/** As {@link ForgedOrder}: AuthReq, AuthRes, the receipt and the token in it. */
public final class ForgedAuthorization {
  public final Asking asking;
  public final Deciding deciding;
  public final Receipt receipt;
  public final Token token;

  /** AuthReq before it is signed and sealed. */
  public record Asking(AuthReqData data, PI pi, Signatory signer, Recipient to) {}

  /** AuthRes before it is signed and sealed. */
  public record Deciding(
      AuthResData data, AuthResBaggage baggage, SigningCredential signer, Recipient to) {}

  /** AcqCardMsg before it is signed and sealed. */
  public record Receipt(AcqCardCodeMsg message, BackKeyData key, SigningCredential signer) {}

  /** A capture token before it is signed and sealed. */
  public record Token(CapTokenData data, SigningCredential signer, OpeningCredential to) {}

  /** From the purchase that all look at. */
  public static ForgedAuthorization honest() {
    try {
      return new ForgedAuthorization(Purchase.honest());
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  /** Opens what {@code purchase} sent, with the keys of those it was sent to. */
  public ForgedAuthorization(Purchase purchase) throws Refused {
    PurchaseWorld world = purchase.world;
    Expected gateway = Resent.expected(world, CertificateType.PGWY);
    AuthReq authReq = (AuthReq) purchase.authReq.wrapper().message();
    asking =
        new Asking(
            EncB.open(
                    world.gatewayOpening,
                    authReq.encB(),
                    Forms.AUTH_REQ,
                    Resent.expected(world, CertificateType.MER))
                .value(),
            authReq.encB().baggage().value(),
            asMerchant(world),
            Recipient.self(world.gatewayOpening));
    AuthRes authRes = (AuthRes) purchase.authRes.message();
    AuthResBaggage baggage = authRes.encB().baggage().value();
    deciding =
        new Deciding(
            EncB.open(world.merchantOpening, authRes.encB(), Forms.AUTH_RES, gateway).value(),
            baggage,
            world.gatewaySigning,
            Recipient.self(world.merchantOpening));
    BackKeyData key = purchase.agreed.consent().acqBackKeyData().orElseThrow();
    receipt =
        new Receipt(
            EncK.open(
                    key.backKey(),
                    baggage.acqCardMsg().orElseThrow(),
                    PaymentForms.ACQ_CARD_MSG,
                    gateway)
                .value(),
            key,
            world.gatewaySigning);
    token =
        new Token(
            Enc.open(
                    world.gatewayOpening,
                    baggage.capToken().orElseThrow().sealed(),
                    Forms.CAP_TOKEN,
                    gateway)
                .value(),
            world.gatewaySigning,
            world.gatewayOpening);
  }

  /** The merchant with its certificates along. */
  static Signatory asMerchant(PurchaseWorld world) {
    return Signatory.of(world.merchantSigning)
        .enclosing(List.of(world.merchantOpening.certificate()));
  }

  /** AuthReq with {@code value} at {@code path}. */
  public MessageWrapper authReq(String path, Object value) {
    return authReq(Altered.at(asking, path, value));
  }

  /** AuthReq of {@code asked}. */
  public MessageWrapper authReq(Asking asked) {
    AuthReq message =
        new AuthReq(
            EncB.seal(
                asked.signer(),
                asked.to(),
                Forms.AUTH_REQ,
                asked.data(),
                AsSent.of(PI.TYPE, asked.pi()),
                PurchaseWorld.RANDOM));
    var tags = asked.data().authReqItem().authTags();
    return Resent.wrap(tags.transIDs(), tags.authRRTags().rrpid(), message);
  }

  /** AuthRes with {@code value} at {@code path}. */
  public MessageWrapper authRes(String path, Object value) {
    return authRes(Altered.at(deciding, path, value));
  }

  /** AuthRes of {@code decided}. */
  public MessageWrapper authRes(Deciding decided) {
    AuthRes message =
        new AuthRes(
            EncB.seal(
                Signatory.of(decided.signer()),
                decided.to(),
                Forms.AUTH_RES,
                decided.data(),
                AsSent.of(AuthResBaggage.TYPE, decided.baggage()),
                PurchaseWorld.RANDOM));
    var tags = decided.data().authTags();
    return Resent.wrap(tags.transIDs(), tags.authRRTags().rrpid(), message);
  }

  /** AcqCardMsg with {@code value} at {@code path}, as PRes carries it. */
  public Optional<EncK<AcqCardCodeMsg>> receipt(String path, Object value) {
    Receipt given = Altered.at(receipt, path, value);
    return Optional.of(
        EncK.seal(
            given.key().backKey(),
            Signatory.of(given.signer()),
            PaymentForms.ACQ_CARD_MSG,
            given.message(),
            PurchaseWorld.RANDOM));
  }

  /** The token with {@code value} at {@code path}. */
  public CapToken token(String path, Object value) throws Refused {
    Token given = Altered.at(token, path, value);
    return new CapToken(
        Enc.seal(
            Signatory.of(given.signer()),
            Recipient.self(given.to()),
            Forms.CAP_TOKEN,
            given.data(),
            PurchaseWorld.RANDOM));
  }
}
