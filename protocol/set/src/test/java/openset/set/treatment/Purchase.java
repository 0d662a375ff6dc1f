package openset.set.treatment;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.Trust;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.operator.Recipient;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.CreateCapRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessPReq;

/** One honest purchase of one offer, approved and captured: every message that was sent for it. */
public final class Purchase {
  public static final AsSent<Offer> OFFER = PurchaseWorld.offer(1490);
  private static final Purchase HONEST = honestly(PurchaseWorld.classical());

  public final PurchaseWorld world;
  public final Means means;
  public final CreatePInitReq.Created pInitReq;
  public final CreatePInitRes.Created pInitRes;
  public final ProcessPInitRes.Proved proved;
  public final CreatePReq.Created pReq;
  public final AcceptedOrder order;
  public final CreateAuthReq.Created authReq;
  public final ProcessAuthReq.Outcome.Agreed agreed;
  public final MessageWrapper authRes;
  public final ProcessAuthRes.Outcome authorized;
  public final MessageWrapper pRes;
  public final CreateCapReq.Created capReq;
  public final ProcessCapReq.Outcome.Agreed captured;
  public final MessageWrapper capRes;

  /** One for all who only look at it. */
  public static Purchase honest() {
    return HONEST;
  }

  /** A purchase among the participants of {@code world}. */
  public static Purchase honestly(PurchaseWorld world) {
    try {
      return new Purchase(world);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  private Purchase(PurchaseWorld world) throws Refused {
    this.world = world;
    means = world.means();
    Receivers receivers = receivers();
    pInitReq = CreatePInitReq.create(of(), means);
    receivers.pInitReq(pInitReq.wrapper());
    PInitReq request = (PInitReq) pInitReq.wrapper().message();
    pInitRes = CreatePInitRes.create(request, OFFER, asMerchant(), means);
    proved = receivers.pInitRes(pInitRes.wrapper());
    pReq = CreatePReq.create(proved, OFFER, world.card, means);
    order = ((ProcessPReq.Outcome.Accepted) receivers.pReq(pReq.wrapper())).order();
    authReq = CreateAuthReq.create(order, world.asMerchant(), means);
    agreed = (ProcessAuthReq.Outcome.Agreed) receivers.authReq(authReq.wrapper());
    authRes = decided(AuthCode.approved);
    authorized = receivers.authRes(authRes);
    pRes = told(authorized);
    capReq =
        CreateCapReq.create(
            new CreateCapReq.Capture(
                authReq.authTags(), authorized.capToken().orElseThrow(), authorized.authAmt()),
            world.asMerchant(),
            means);
    captured = (ProcessCapReq.Outcome.Agreed) receivers.capReq(capReq.wrapper());
    CreateCapRes.To to =
        new CreateCapRes.To(
            capReq.capRRTags(), Recipient.of(captured.request().merchant().keyExchange()));
    capRes =
        CreateCapRes.create(
            to,
            List.of(
                CreateCapRes.item(
                    capReq.items().getFirst(), CapCode.success, order.purchAmt())),
            world.gatewaySigning,
            means);
    receivers.capRes(capRes);
  }

  /** What the wallet starts a payment with. */
  public CreatePInitReq.Of of() {
    return new CreatePInitReq.Of(
        LocalID.ofText("wallet-1"),
        OFFER.value().lidM(),
        world.card.brandID(),
        world.card.bin(),
        new Language("en"));
  }

  /** With what the merchant answers it. */
  public CreatePInitRes.With asMerchant() {
    return new CreatePInitRes.With(world.merchantSigning, world.gateway());
  }

  /** The gateway's answer, where the issuer said {@code code}. */
  public MessageWrapper decided(AuthCode code) throws Refused {
    CreateAuthRes.To to = CreateAuthRes.To.merchant(agreed.request());
    return CreateAuthRes.create(to, decision(code), world.asGateway(), means);
  }

  /** Its decision; an approval is of the whole amount. */
  public CreateAuthRes.Decided decision(AuthCode code) {
    Optional<CreateAuthRes.Back> back = agreed.consent().back();
    return code == AuthCode.approved
        ? CreateAuthRes.Decided.approved(agreed.request().authReqAmt(), "123456", back)
        : CreateAuthRes.Decided.not(code, agreed.request().authReqAmt(), back);
  }

  /** What the merchant tells the wallet of {@code outcome}. */
  public MessageWrapper told(ProcessAuthRes.Outcome outcome) {
    return CreatePRes.authorized(
        CreatePRes.To.order(order), outcome, order.purchAmt(), world.merchantSigning, means);
  }

  /** Who receives its messages. */
  public Receivers receivers() {
    return new Receivers(this, means);
  }

  /** The same at a receiver that trusts otherwise. */
  public Receivers receivers(Trust trust) {
    return new Receivers(this, world.means(trust));
  }

  /** Every message, in the order they were sent. */
  public List<MessageWrapper> messages() {
    return List.of(
        pInitReq.wrapper(),
        pInitRes.wrapper(),
        pReq.wrapper(),
        authReq.wrapper(),
        authRes,
        pRes,
        capReq.wrapper(),
        capRes);
  }
}
