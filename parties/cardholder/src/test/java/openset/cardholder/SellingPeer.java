package openset.cardholder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.crypto.Randomness;
import openset.pki.Trust;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.AuthHeader;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.ResponseData;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PIUnsigned;
import openset.set.data.sale.AuthCode;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.InqReq;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.PReq;
import openset.set.operator.EXH;
import openset.set.operator.Linked;
import openset.set.treatment.CreateError;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreateInqRes;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.Gateway;
import openset.set.treatment.merchant.OpenedSale;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessInqReq;
import openset.set.treatment.merchant.ProcessPInitReq;
import openset.set.treatment.merchant.ProcessPReq;
import openset.set.treatment.merchant.Publication;
import openset.set.treatment.merchant.PublishOffer;

/**
 * A merchant with a gateway behind it, made of the real treatments. It answers the same octets with
 * the same answer, and can be told to misbehave.
 */
final class SellingPeer implements Peers {
  final Map<LocalID, AsSent<Offer>> offers = new ConcurrentHashMap<>();
  final AtomicInteger authorizations = new AtomicInteger();
  volatile AuthCode decision = AuthCode.approved;
  volatile boolean asksNoGateway;
  /** Whether its practice takes what nobody signed. */
  volatile boolean takesUnsigned;
  volatile boolean showsAnOldReceipt;
  volatile boolean answersTooLate;
  /** Whether an inquiry brings another receipt than the purchase did. */
  volatile boolean authorizesAnew;
  volatile ErrorCode refusesInquiries;
  /** The share that it says was captured. */
  volatile double captured;
  volatile Gateway shown;
  volatile Randomness randomness = Authority.RANDOM;

  private volatile ProcessAuthRes.Outcome last;
  private final Brand brand;
  private final Trust trust;
  private final Map<XID, OpenedSale> sales = new ConcurrentHashMap<>();
  private final Map<LocalID, Publication> publications = new ConcurrentHashMap<>();
  private final Map<XID, Agreed> agreed = new ConcurrentHashMap<>();
  private final Map<Der, Der> answered = new ConcurrentHashMap<>();

  SellingPeer(Brand brand) {
    this.brand = brand;
    this.trust = brand.trust();
    this.shown = brand.gateway();
  }

  @Override
  public Reply ask(String destination, Der octets) {
    return new Reply.Bytes(answered.computeIfAbsent(octets, this::answer));
  }

  private Der answer(Der octets) {
    MessageWrapper request = MessageWrapper.TYPE.decode(octets.bytes());
    MessageWrapper answer;
    try {
      answer =
          switch (request.message()) {
            case PInitReq init -> opened(request, init);
            case PReq order -> ordered(request, order);
            case InqReq inquiry -> asked(request, inquiry);
            default -> throw new AssertionError(request.message().name());
          };
    } catch (Refused e) {
      answer = CreateError.create(request.messageHeader(), e.code(), means());
    }
    return Der.of(MessageWrapper.TYPE.encode(answer));
  }

  private MessageWrapper opened(MessageWrapper request, PInitReq init) throws Refused {
    AsSent<Offer> offer = offers.get(init.localIDM().orElseThrow());
    ProcessPInitReq.process(request, init, offer.value(), means());
    CreatePInitRes.Created created =
        CreatePInitRes.create(
            init, offer, new CreatePInitRes.With(brand.merchantSigning, shown), means());
    sales.put(created.sale().transIDs().xid(), created.sale());
    return created.wrapper();
  }

  private MessageWrapper ordered(MessageWrapper request, PReq message) throws Refused {
    XID xid = request.messageHeader().messageIDs().flatMap(ids -> ids.xID()).orElseThrow();
    OpenedSale sale = sales.containsKey(xid) ? sales.get(xid) : published(message);
    Offer offer = offers.get(sale.transIDs().lidM().orElseThrow()).value();
    ProcessPReq.Outcome outcome =
        ProcessPReq.process(
            request,
            message,
            new ProcessPReq.Known(
                sale, offer, Optional.empty(), takesUnsigned && shown.takesUnsigned()),
            means());
    AcceptedOrder order = ((ProcessPReq.Outcome.Accepted) outcome).order();
    ProcessAuthRes.Outcome decided = decided(order);
    agreed.put(xid, new Agreed(order, decided));
    MessageWrapper answer =
        answersTooLate
            ? CreatePRes.received(CreatePRes.To.order(order), brand.merchantSigning, means())
            : CreatePRes.authorized(
                CreatePRes.To.order(order),
                decided,
                order.purchAmt(),
                brand.merchantSigning,
                means());
    return answer;
  }

  /** What it holds an order to that came without PInit. */
  private OpenedSale published(PReq message) throws Refused {
    OIData oiData = message.oiData().value();
    LocalID lidM = oiData.transIDs().lidM().orElseThrow();
    return PublishOffer.open(
        oiData,
        new PublishOffer.Known(
            Optional.ofNullable(publications.get(lidM)),
            agreed.containsKey(oiData.transIDs().xid()),
            CertThumb.of(brand.merchantSigning.certificate()),
            shown.thumb()),
        means());
  }

  /** Signs the offer of an order, so that it can be paid without PInit. */
  Publication publish(AsSent<Offer> offer, Instant until) {
    Publication publication =
        PublishOffer.publish(
            offer, new CreatePInitRes.With(brand.merchantSigning, shown), until, means());
    publications.put(offer.value().lidM(), publication);
    return publication;
  }

  private record Agreed(AcceptedOrder order, ProcessAuthRes.Outcome decided) {}

  private MessageWrapper asked(MessageWrapper request, InqReq message) throws Refused {
    if (refusesInquiries != null) throw new Refused(refusesInquiries, "InqReq-M-04");
    XID xid = request.messageHeader().messageIDs().flatMap(ids -> ids.xID()).orElseThrow();
    AcceptedOrder order = agreed.get(xid).order();
    CreatePRes.To to =
        ProcessInqReq.process(
            request,
            message,
            new ProcessInqReq.Known(
                order.transIDs(),
                order.brandID(),
                order.proof().cardholder(),
                order.proof().cardholder().isEmpty()),
            means());
    ProcessAuthRes.Outcome told =
        authorizesAnew || asksNoGateway ? decided(order) : agreed.get(xid).decided();
    CurrencyAmount total = order.purchAmt();
    Optional<CreateInqRes.Captured> shipped =
        Optional.of(new CurrencyAmount(total.currency(), (long) (total.minor() * captured)))
            .filter(CurrencyAmount::isPositive)
            .map(amount -> new CreateInqRes.Captured(means().now(), amount));
    CreateInqRes.Decision decision =
        new CreateInqRes.Decision(
            means().now(), told.authCode(), told.authAmt(), told.acqCardMsg());
    return CreateInqRes.create(
        to,
        CreateInqRes.Standing.decided(
            decision, CreateInqRes.Paid.of(shipped), total),
        brand.merchantSigning,
        means());
  }

  /** Whether this is an order. */
  boolean isPReq(Der octets) {
    return MessageWrapper.TYPE.decode(octets.bytes()).message() instanceof PReq;
  }

  private ProcessAuthRes.Outcome decided(AcceptedOrder order) throws Refused {
    if (asksNoGateway) return invented(order);
    if (!showsAnOldReceipt) last = authorized(order);
    return last;
  }

  private static ProcessAuthRes.Outcome invented(AcceptedOrder order) {
    return new ProcessAuthRes.Outcome(
        AuthHeader.of(
            order.purchAmt(), AuthCode.approved, ResponseData.approved("654321")),
        Optional.empty(),
        AuthResBaggage.NOTHING);
  }

  private ProcessAuthRes.Outcome authorized(AcceptedOrder order) throws Refused {
    authorizations.incrementAndGet();
    CreateAuthReq.Created asked = CreateAuthReq.create(order, brand.asMerchant(), means());
    MessageWrapper answer = gateway(sent(asked.wrapper()));
    return ProcessAuthRes.process(
        answer,
        (AuthRes) answer.message(),
        new ProcessAuthRes.Asked(
            asked.authTags(),
            order.purchAmt(),
            order.brandID(),
            CertThumb.of(brand.merchantSigning.certificate()),
            brand.merchantOpening),
        means());
  }

  private MessageWrapper gateway(MessageWrapper request) throws Refused {
    AuthReq authReq = (AuthReq) request.message();
    ProcessAuthReq.Outcome outcome =
        ProcessAuthReq.process(request, authReq, brand.gatewayOpening, means());
    Optional<CreateAuthRes.Back> back =
        authReq.encB().baggage().value() instanceof PIUnsigned bare
            ? back(bare)
            : ((ProcessAuthReq.Outcome.Agreed) outcome).consent().back();
    CurrencyAmount amount = outcome.request().authReqAmt();
    CreateAuthRes.Decided decided =
        decision == AuthCode.approved
            ? CreateAuthRes.Decided.approved(amount, "123456", back)
            : CreateAuthRes.Decided.not(decision, amount, back);
    return sent(
        CreateAuthRes.create(
            CreateAuthRes.To.merchant(outcome.request()), decided, brand.asGateway(), means()));
  }

  /** The key for the way back in a payment half that nobody signed. */
  private Optional<CreateAuthRes.Back> back(PIUnsigned bare) throws Refused {
    Linked<PIHead, OIData> link =
        EXH.open(brand.gatewayOpening, bare.exhPIData(), PaymentForms.PI_UNSIGNED).value();
    return link.value()
        .acqBackKeyData()
        .map(key -> new CreateAuthRes.Back(key, link.link()));
  }

  /** An answer whose header speaks of another request. */
  static Der ofAnotherRequest(Der answer) {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer.bytes());
    MessageHeader header = wrapper.messageHeader();
    MessageHeader other =
        MessageHeader.of(
            header.date(),
            header.messageIDs(),
            RRPID.of(Authority.RANDOM.bytes(RRPID.OCTETS)),
            header.swIdent());
    return Der.of(MessageWrapper.TYPE.encode(MessageWrapper.of(other, wrapper.message())));
  }

  /** How many different requests came. */
  int requests() {
    return answered.size();
  }

  /** What it was asked and answered. */
  List<Der> answers() {
    return List.copyOf(answered.values());
  }

  private static MessageWrapper sent(MessageWrapper wrapper) {
    return MessageWrapper.TYPE.decode(MessageWrapper.TYPE.encode(wrapper));
  }

  private Means means() {
    return Brand.means(trust, randomness);
  }
}
