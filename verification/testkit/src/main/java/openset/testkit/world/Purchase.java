package openset.testkit.world;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.CapReq;
import openset.set.message.CapRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PRes;
import openset.set.message.PReq;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.CreateCapRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.OpenedSale;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessCapRes;
import openset.set.treatment.merchant.ProcessPInitReq;
import openset.set.treatment.merchant.ProcessPReq;

/**
 * One purchase through all treatments, each message as octets between two participants. A step
 * takes the octets it is given, does everything its participant does, and gives the next octets.
 */
public final class Purchase {
  /** Who takes part: their keys, and what each is given. */
  public record Parties(
      Card card,
      SigningCredential merchant,
      CreateAuthReq.With toGateway,
      OpeningCredential opening,
      CreateAuthRes.With gateway) {}

  private final Parties parties;
  private final Means wallet;
  private final Means shop;
  private final Means gate;
  private final AsSent<Offer> offer;
  private CreatePInitReq.Created pInitReq;
  private OpenedSale sale;
  private CreatePReq.Created pReq;
  private AcceptedOrder order;
  private CreateAuthReq.Created authReq;
  private ProcessAuthRes.Outcome authorized;
  private CreateCapReq.Created capReq;

  /** A purchase of {@code offer} where each participant has its own means. */
  public Purchase(Parties parties, AsSent<Offer> offer, Means wallet, Means shop, Means gate) {
    this.parties = parties;
    this.offer = offer;
    this.wallet = wallet;
    this.shop = shop;
    this.gate = gate;
  }

  /** A purchase with the card of {@code world} where all share {@code means}. */
  public static Purchase of(World world, AsSent<Offer> offer, Means means) {
    return new Purchase(parties(world, world.card(), means), offer, means, means, means);
  }

  /** The participants of {@code world}, with that card. */
  public static Parties parties(World world, Card card, Means means) {
    return new Parties(
        card,
        world.merchantSigning(),
        world.asMerchant(means.trust()),
        world.merchantOpening(),
        world.asGateway());
  }

  /** The participants with another card. */
  public static Parties with(Parties parties, Card card) {
    return new Parties(
        card, parties.merchant, parties.toGateway, parties.opening, parties.gateway);
  }

  private static byte[] octets(MessageWrapper wrapper) {
    return MessageWrapper.TYPE.encode(wrapper);
  }

  private static MessageWrapper read(byte[] octets) {
    return MessageWrapper.TYPE.decode(octets);
  }

  /** The wallet asks. */
  public byte[] pInitReq() {
    pInitReq =
        CreatePInitReq.create(
            new CreatePInitReq.Of(
                LocalID.ofText("wallet-1"),
                offer.value().lidM(),
                parties.card.brandID(),
                parties.card.bin(),
                new Language("en")),
            wallet);
    return octets(pInitReq.wrapper());
  }

  /** The merchant answers PInitReq. */
  public byte[] pInitRes(byte[] request) throws Refused {
    MessageWrapper wrapper = read(request);
    PInitReq init = (PInitReq) wrapper.message();
    ProcessPInitReq.process(wrapper, init, offer.value(), shop);
    CreatePInitRes.Created created =
        CreatePInitRes.create(
            init,
            offer,
            new CreatePInitRes.With(parties.merchant, parties.toGateway.gateway()),
            shop);
    sale = created.sale();
    return octets(created.wrapper());
  }

  /** The wallet proves the merchant and orders. */
  public byte[] pReq(byte[] answer) throws Refused {
    return pReq(answer, offer);
  }

  /** The wallet proves the merchant and orders something else than was offered. */
  public byte[] pReq(byte[] answer, AsSent<Offer> agreed) throws Refused {
    MessageWrapper wrapper = read(answer);
    ProcessPInitRes.Proved proved =
        ProcessPInitRes.process(
            wrapper, (PInitRes) wrapper.message(), pInitReq.asked(), offer, wallet);
    pReq = CreatePReq.create(proved, agreed, parties.card, wallet);
    return octets(pReq.wrapper());
  }

  /** The merchant accepts the order and asks for an authorization. */
  public byte[] authReq(byte[] request) throws Refused {
    accept(request);
    return authReq(order, parties.toGateway);
  }

  /** The merchant accepts the order. */
  public AcceptedOrder accept(byte[] request) throws Refused {
    MessageWrapper wrapper = read(request);
    ProcessPReq.Known known = new ProcessPReq.Known(sale, offer.value(), Optional.empty());
    ProcessPReq.Outcome outcome =
        ProcessPReq.process(wrapper, (PReq) wrapper.message(), known, shop);
    order = ((ProcessPReq.Outcome.Accepted) outcome).order();
    return order;
  }

  /** A merchant asks for an authorization of {@code claimed}. */
  public byte[] authReq(AcceptedOrder claimed, CreateAuthReq.With with) throws Refused {
    authReq = CreateAuthReq.create(claimed, with, shop);
    return octets(authReq.wrapper());
  }

  /** The gateway checks the request and, as its issuer approves, answers. */
  public byte[] authRes(byte[] request) throws Refused {
    return authRes(request, parties.gateway);
  }

  /** The same, by keys that are perhaps not the gateway's. */
  public byte[] authRes(byte[] request, CreateAuthRes.With with) throws Refused {
    MessageWrapper wrapper = read(request);
    ProcessAuthReq.Outcome outcome =
        ProcessAuthReq.process(
            wrapper, (AuthReq) wrapper.message(), parties.gateway.opening(), gate);
    ProcessAuthReq.Outcome.Agreed agreed = (ProcessAuthReq.Outcome.Agreed) outcome;
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.approved(
            agreed.request().authReqAmt(), "123456", agreed.consent().back());
    return octets(
        CreateAuthRes.create(
            CreateAuthRes.To.merchant(agreed.request()), decided, with, gate));
  }

  /** The merchant takes the gateway's answer and confirms to the wallet. */
  public byte[] pRes(byte[] answer) throws Refused {
    return pRes(answer, parties.merchant);
  }

  /** The same, by keys that are perhaps not the merchant's. */
  public byte[] pRes(byte[] answer, SigningCredential by) throws Refused {
    MessageWrapper wrapper = read(answer);
    ProcessAuthRes.Asked asked =
        new ProcessAuthRes.Asked(
            authReq.authTags(),
            order.purchAmt(),
            order.brandID(),
            CertThumb.of(parties.merchant.certificate()),
            parties.opening);
    authorized = ProcessAuthRes.process(wrapper, (AuthRes) wrapper.message(), asked, shop);
    return octets(
        CreatePRes.authorized(
            CreatePRes.To.order(order), authorized, order.purchAmt(), by, shop));
  }

  /** The wallet takes the confirmation. */
  public ProcessPRes.Outcome confirmed(byte[] answer) throws Refused {
    MessageWrapper wrapper = read(answer);
    return ProcessPRes.process(wrapper, (PRes) wrapper.message(), pReq.asked(), wallet);
  }

  /** The merchant asks for the money. */
  public byte[] capReq() throws Refused {
    return capReq(parties.toGateway);
  }

  /** The same, by keys that are perhaps not the merchant's. */
  public byte[] capReq(CreateAuthReq.With with) throws Refused {
    capReq =
        CreateCapReq.create(
            new CreateCapReq.Capture(
                authReq.authTags(), authorized.capToken().orElseThrow(), order.purchAmt()),
            with,
            shop);
    return octets(capReq.wrapper());
  }

  /** The gateway books the capture and answers. */
  public byte[] capRes(byte[] request) throws Refused {
    return capRes(request, parties.gateway.signing());
  }

  /** The same, by a key that is perhaps not the gateway's. */
  public byte[] capRes(byte[] request, SigningCredential by) throws Refused {
    MessageWrapper wrapper = read(request);
    CurrencyAmount all = offer.value().total();
    ProcessCapReq.Known known =
        new ProcessCapReq.Known(all, CurrencyAmount.zero(all.currency()));
    ProcessCapReq.Asked asked =
        ProcessCapReq.process(
            wrapper, (CapReq) wrapper.message(), parties.gateway.opening(), gate);
    ProcessCapReq.Item item = asked.items().getFirst();
    if (ProcessCapReq.judge(asked, item, Optional.of(known))
        instanceof ProcessCapReq.Outcome.NotAgreed not) {
      throw new IllegalStateException("not agreed: " + not.rule());
    }
    return octets(
        CreateCapRes.create(
            CreateCapRes.To.merchant(asked),
            List.of(CreateCapRes.item(item.item(), CapCode.success, all)),
            by,
            gate));
  }

  /** The merchant takes the answer to its capture. */
  public CapCode captured(byte[] answer) throws Refused {
    MessageWrapper wrapper = read(answer);
    ProcessCapRes.Asked asked =
        new ProcessCapRes.Asked(
            capReq.capRRTags(), capReq.items(), order.brandID(), parties.opening);
    return ProcessCapRes.process(wrapper, (CapRes) wrapper.message(), asked, shop)
        .getFirst()
        .capCode();
  }

  /** Everything from the first request to the booked capture. */
  public CapCode whole() throws Refused {
    byte[] confirmation = pRes(authRes(authReq(pReq(pInitRes(pInitReq())))));
    if (!(confirmed(confirmation) instanceof ProcessPRes.Outcome.Confirmed)) {
      throw new IllegalStateException("not confirmed");
    }
    return captured(capRes(capReq()));
  }

  /** The offer that is bought. */
  public AsSent<Offer> offer() {
    return offer;
  }

  /** What the wallet's first request is held to. */
  public CreatePInitReq.Asked asked() {
    return pInitReq.asked();
  }

  /** What the merchant holds the order to. */
  public OpenedSale sale() {
    return sale;
  }

  /** What the wallet's order is held to. */
  public CreatePReq.Asked ordered() {
    return pReq.asked();
  }

  /** The gateway's word on the authorization, as the merchant heard it. */
  public ProcessAuthRes.Outcome authorized() {
    return authorized;
  }

  /** The last request for an authorization. */
  public CreateAuthReq.Created authorization() {
    return authReq;
  }

  /** The last request for a capture. */
  public CreateCapReq.Created capture() {
    return capReq;
  }
}
