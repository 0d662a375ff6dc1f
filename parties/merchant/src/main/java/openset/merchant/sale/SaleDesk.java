package openset.merchant.sale;

import java.util.Optional;
import java.util.Set;
import openset.asn1.Asn1Type;
import openset.conduct.Desk;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.merchant.plan.Schedule;
import openset.merchant.shop.PlacedOrder;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.XID;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.sale.SaleDetail;
import openset.set.message.InqReq;
import openset.set.message.MessageIDs;
import openset.set.message.PInitReq;
import openset.set.message.PReq;
import openset.set.message.PReqUnsigned;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.Gateway;
import openset.set.treatment.merchant.OpenedSale;
import openset.set.treatment.merchant.ProcessInqReq;
import openset.set.treatment.merchant.ProcessPInitReq;
import openset.set.treatment.merchant.ProcessPReq;
import openset.set.treatment.merchant.PublishOffer;
import openset.store.ConversationKey;

/**
 * The merchant as a pure function: which treatment runs on which input, and where the sale stands
 * then. What a wallet sends is here; what follows an order is {@link Settling}.
 */
public final class SaleDesk implements Desk<Sale, SaleFacts> {
  private final Counters counters;
  private final Practice practice;

  /** A desk whose counters say with whom and as whom it works for each brand. */
  public SaleDesk(Counters counters, Practice practice) {
    this.counters = counters;
    this.practice = practice;
  }

  @Override
  public Asn1Type<Sale> stateType() {
    return Sale.TYPE;
  }

  /** A sale is filed under LID-M, the label of its order. */
  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    return switch (request.wrapper().message()) {
      case PInitReq init -> key(present(init.localIDM()));
      case PReq _ -> key(present(label(request)));
      case InqReq _ ->
          key(label(request).orElseThrow(() -> ProcessInqReq.unknown("InqReq-M-04")));
      default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
    };
  }

  private static Optional<LocalID> label(Input.Received request) {
    return request.wrapper().messageHeader().messageIDs().flatMap(MessageIDs::lidM);
  }

  /** The key of the sale of an order. */
  public static ConversationKey key(LocalID lidM) {
    return ConversationKey.of(lidM.octets().bytes());
  }

  @Override
  public Step<Sale> step(Optional<Sale> sale, Input input, SaleFacts facts, Means means)
      throws Refused {
    Settling settling = new Settling(counters, practice, means);
    return switch (input) {
      case Input.Received received -> received(sale, received, facts, means);
      case Input.Answered answered -> settling.answered(present(sale), answered, facts);
      case Input.NoAnswer none -> settling.noAnswer(present(sale), none);
      case Input.AnswerRefused refused -> settling.refused(present(sale), refused);
      case Input.Told told -> settling.told(present(sale), told, facts);
      case Input.HostAnswered _, Input.TimeRanOut _ ->
          throw new IllegalStateException("a merchant asks no host and sets no timer");
    };
  }

  private Step<Sale> received(
      Optional<Sale> sale, Input.Received received, SaleFacts facts, Means means) throws Refused {
    return switch (received.wrapper().message()) {
      case PInitReq init -> open(sale, received, init, facts, means);
      case PReq request -> order(sale, received, request, facts, means);
      case InqReq request -> new Inquiries(counters, means).answer(sale, received, request);
      default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
    };
  }

  private Step<Sale> open(
      Optional<Sale> sale, Input.Received received, PInitReq init, SaleFacts facts, Means means)
      throws Refused {
    PlacedOrder order = placed(facts);
    ProcessPInitReq.process(received.wrapper(), init, order.offer().value(), means);
    // PInitReq-M-07: it is paid in time.
    if (order.isExpired(means.now())) throw new Refused(ErrorCode.unknownLID, "PInitReq-M-07");
    // PInitReq-M-05: an order is paid once.
    if (!isUnpaid(sale)) throw new Refused(ErrorCode.unknownLID, "PInitReq-M-05");
    // PInitReq-M-06: we have credentials for the brand, and a gateway that is proved now.
    Counter counter = counters.of(init.brandID(), means);
    CreatePInitRes.Created created =
        CreatePInitRes.create(
            init,
            order.offer(),
            new CreatePInitRes.With(counter.signing(), counter.gateway()),
            means);
    return Step.to(
        new Sale.Opened(created.sale()), new Effect.Answer(init.rrpid(), created.wrapper()));
  }

  private static boolean isUnpaid(Optional<Sale> sale) {
    return switch (sale.orElse(null)) {
      case null -> true;
      case Sale.Opened _, Sale.Rejected _, Sale.Declined _ -> true;
      case Sale.Authorizing _, Sale.Authorized _, Sale.Reversed _ -> false;
    };
  }

  private Step<Sale> order(
      Optional<Sale> sale, Input.Received received, PReq request, SaleFacts facts, Means means)
      throws Refused {
    OpenedSale opened = opened(sale, request.oiData().value(), facts, means);
    PlacedOrder order = placed(facts);
    // PReq-M-11: it is paid in time; what it took may be another customer's by now.
    if (order.isExpired(means.now())) throw new Refused(ErrorCode.unknownLID, "PReq-M-11");
    Offer offer = order.offer().value();
    Optional<CertThumb> earlier =
        sale.filter(Sale.Rejected.class::isInstance)
            .map(Sale.Rejected.class::cast)
            .filter(rejected -> rejected.opened().equals(opened))
            .flatMap(Sale.Rejected::cardholder);
    boolean unsigned = request instanceof PReqUnsigned && takesUnsigned(opened, offer, means);
    ProcessPReq.Outcome outcome =
        ProcessPReq.process(
            received.wrapper(),
            request,
            new ProcessPReq.Known(opened, offer, earlier, unsigned),
            means);
    Counter counter = counters.of(opened.brandID(), means);
    return switch (outcome) {
      case ProcessPReq.Outcome.Rejected rejected -> reject(opened, rejected, counter, means);
      case ProcessPReq.Outcome.Accepted accepted ->
          authorize(accepted.order(), placed(facts), counter, means);
    };
  }

  /**
   * PReq-M-12: what nobody signed is taken where the merchant's practice allows it, and the
   * certificate of the very gateway that the cardholder was shown; never a plan of payments.
   */
  private boolean takesUnsigned(OpenedSale opened, Offer offer, Means means) throws Refused {
    if (!practice.unsigned() || offer.installRecurData().isPresent()) return false;
    Gateway gateway = counters.of(opened.brandID(), means).gateway();
    return gateway.takesUnsigned() && gateway.thumb().equals(opened.peThumb());
  }

  /** What PReq is held to: our PInitRes, or what we published. */
  private OpenedSale opened(
      Optional<Sale> sale, OIData oiData, SaleFacts facts, Means means) throws Refused {
    boolean known =
        sale.flatMap(SaleDesk::xid).filter(oiData.transIDs().xid()::equals).isPresent();
    if (known || oiData.challM().isPresent() || !isUnpaid(sale)) return opened(sale);
    Counter counter = counters.of(oiData.brandID(), means);
    return PublishOffer.open(
        oiData,
        new PublishOffer.Known(
            facts.direct().publication(),
            facts.direct().xidSeen(),
            counter.merchantThumb(),
            counter.gateway().thumb()),
        means);
  }

  /** The XID under which an order may still come. */
  private static Optional<XID> xid(Sale sale) {
    return switch (sale) {
      case Sale.Opened(var opened) -> Optional.of(opened.transIDs().xid());
      case Sale.Rejected(var opened, var _) -> Optional.of(opened.transIDs().xid());
      case Sale.Authorizing _, Sale.Declined _, Sale.Authorized _, Sale.Reversed _ ->
          Optional.empty();
    };
  }

  /** PReq-M-10: a PReq needs a PInit exchange of a sale that is not paid or being paid. */
  private static OpenedSale opened(Optional<Sale> sale) throws Refused {
    return switch (sale.orElse(null)) {
      case Sale.Opened(var opened) -> opened;
      case Sale.Rejected(var opened, var _) -> opened;
      case null, default -> throw new Refused(ErrorCode.unknownXID, "PReq-M-10");
    };
  }

  private static Step<Sale> reject(
      OpenedSale opened, ProcessPReq.Outcome.Rejected rejected, Counter counter, Means means) {
    CreatePRes.To to =
        new CreatePRes.To(
            rejected.oiData().transIDs(), rejected.oiData().rrpid(), rejected.oiData().challC());
    return Step.to(
        new Sale.Rejected(opened, rejected.cardholder()),
        new Effect.Answer(to.rrpid(), CreatePRes.rejected(to, counter.signing(), means)));
  }

  private Step<Sale> authorize(
      AcceptedOrder order, PlacedOrder placed, Counter counter, Means means)
      throws Refused {
    Offer offer = placed.offer().value();
    boolean atOnce = practice.isSale(placed);
    // PReq-M-13: what nobody signed is asked for once and whole, and no token comes with it.
    boolean signed = order.proof().cardholder().isPresent();
    CurrencyAmount first = first(placed, atOnce || !signed);
    CreateAuthReq.Wish plain = CreateAuthReq.Wish.of(first).by(offer.installRecurData());
    CreateAuthReq.Wish sale = atOnce ? plain.capturing(SaleDetail.NOTHING) : plain;
    boolean token = practice.wantsToken() && !atOnce && signed;
    CreateAuthReq.Wish wish = token ? sale.withToken() : sale;
    CreateAuthReq.Created created =
        CreateAuthReq.create(order, wish, counter.asMerchant(), means);
    return Step.to(
        new Sale.Authorizing(Sale.Ordered.of(order), created.authTags(), first, false),
        new Effect.Ask(Settling.AUTH_REQ, counter.gatewayUrl(), created.wrapper()));
  }

  /** Plan-01: of a plan the first payment; else the first parcel, or all. */
  private CurrencyAmount first(PlacedOrder placed, boolean atOnce) {
    Offer offer = placed.offer().value();
    CurrencyAmount plain =
        practice.eachParcel() && !atOnce ? Shares.of(offer, Set.of(1)) : offer.total();
    return Schedule.of(offer).map(Schedule::first).orElse(plain);
  }

  private static PlacedOrder placed(SaleFacts facts) throws Refused {
    return facts.order().orElseThrow(() -> new Refused(ErrorCode.unknownLID, "PInitReq-M-03"));
  }

  private static <T> T present(Optional<T> sale) throws Refused {
    return sale.orElseThrow(() -> new Refused(ErrorCode.unknownLID, "PInitReq-M-03"));
  }
}
