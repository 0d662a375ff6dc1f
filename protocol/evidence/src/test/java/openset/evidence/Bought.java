package openset.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Randomness;
import openset.evidence.gather.CardholderWays;
import openset.evidence.gather.Gather;
import openset.evidence.gather.MerchantWays;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.pki.Untrusted;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.XID;
import openset.set.data.order.Offer;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.extension.CardChecks;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.CapReq;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PReq;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.UncertifiedCard;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.CreateCapRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.Gateway;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessPReq;

/** One purchase through the real treatments, a minute between the steps, and what each kept. */
final class Bought {
  final Market market;
  final AsSent<Offer> offer;
  final List<MessageWrapper> messages;
  final CreatePReq.Asked asked;
  final TrustBundle lists;

  private final Trust trust;
  private Instant clock;

  Bought(Market market, int lines) throws Refused, Untrusted {
    this(market, market.card, Market.offer(lines), market.lists(1, Market.NOW, List.of()));
  }

  Bought(Market market, Card card, AsSent<Offer> offer, TrustBundle lists)
      throws Refused, Untrusted {
    this(market, card, offer, lists, true);
  }

  /** A purchase that the cardholder did not sign. */
  static Bought unsigned(Market market) throws Refused, Untrusted {
    TrustBundle lists = market.lists(1, Market.NOW, List.of());
    return new Bought(market, market.card, Market.offer(2), lists, false);
  }

  private Bought(
      Market market, Card card, AsSent<Offer> offer, TrustBundle lists, boolean signed)
      throws Refused, Untrusted {
    this.market = market;
    this.offer = offer;
    this.lists = lists;
    this.clock = Market.NOW;
    this.trust = lists.heldBy(Trust.in(List.of(market.root.certificate())), clock);
    CreatePInitReq.Created pInitReq = CreatePInitReq.create(of(card), means());
    Gateway gateway = gateway();
    CreatePInitRes.Created pInitRes =
        CreatePInitRes.create(
            (PInitReq) pInitReq.wrapper().message(),
            offer,
            new CreatePInitRes.With(market.merchant.signing(), gateway),
            means());
    ProcessPInitRes.Proved proved =
        ProcessPInitRes.process(
            pInitRes.wrapper(),
            (PInitRes) pInitRes.wrapper().message(),
            pInitReq.asked(),
            offer,
            means());
    CreatePReq.Created pReq =
        signed ? CreatePReq.create(proved, offer, card, means()) : unsigned(proved, card);
    asked = pReq.asked();
    ProcessPReq.Outcome.Accepted accepted =
        (ProcessPReq.Outcome.Accepted)
            ProcessPReq.process(
                pReq.wrapper(),
                (PReq) pReq.wrapper().message(),
                new ProcessPReq.Known(
                    pInitRes.sale(), offer.value(), Optional.empty(), !signed),
                means());
    AcceptedOrder order = accepted.order();
    CreateAuthReq.With with =
        new CreateAuthReq.With(
            market.merchant.signing(),
            market.merchant.opening().certificate(),
            gateway,
            Market.merchantID(),
            "5942");
    CreateAuthReq.Created authReq = CreateAuthReq.create(order, with, means());
    MessageWrapper authRes = authRes(authReq.wrapper());
    ProcessAuthRes.Outcome outcome = taken(authRes, authReq, order);
    messages =
        List.of(
            pInitReq.wrapper(),
            pInitRes.wrapper(),
            pReq.wrapper(),
            authRes,
            pRes(order, outcome),
            capRes(authReq, outcome, with));
  }

  private CreatePReq.Created unsigned(ProcessPInitRes.Proved proved, Card card)
      throws Refused {
    UncertifiedCard bare = new UncertifiedCard(card.brandID(), card.pan(), card.expiry());
    return CreatePReq.unsigned(proved, offer, bare, CardChecks.NONE, means());
  }

  private MessageWrapper pRes(AcceptedOrder order, ProcessAuthRes.Outcome outcome) {
    return CreatePRes.authorized(
        CreatePRes.To.order(order),
        outcome,
        order.purchAmt(),
        market.merchant.signing(),
        means());
  }

  private static CreatePInitReq.Of of(Card card) {
    return new CreatePInitReq.Of(
        LocalID.ofText("wallet-1"),
        LocalID.ofText("order-1"),
        card.brandID(),
        card.bin(),
        new Language("en"));
  }

  /** A minute later. */
  private Means means() {
    clock = clock.plus(Duration.ofMinutes(1));
    Keyring none = new Keyring(List.of(), List.of());
    return new Means(clock, Randomness.secure(), trust, none, Policy.standard("test"));
  }

  private Gateway gateway() throws Untrusted {
    var opening = market.gateway.opening();
    Required required = Required.of(CertificateType.PGWY, KeyUse.AGREE, Market.BRAND);
    return new Gateway(
        trust.validate(opening.certificate(), opening.chain(), required, clock),
        List.of(opening.certificate(), opening.chain().getFirst()));
  }

  private MessageWrapper authRes(MessageWrapper authReq) throws Refused {
    ProcessAuthReq.Request request =
        ProcessAuthReq.process(
                authReq, (AuthReq) authReq.message(), market.gateway.opening(), means())
            .request();
    CreateAuthRes.Back back = new CreateAuthRes.Back(asked.acqBackKey(), asked.hOIData());
    CreateAuthRes.Decided decided =
        CreateAuthRes.Decided.approved(request.authReqAmt(), "123456", Optional.of(back));
    return CreateAuthRes.create(
        CreateAuthRes.To.merchant(request),
        decided,
        new CreateAuthRes.With(market.gateway.signing(), market.gateway.opening()),
        means());
  }

  private ProcessAuthRes.Outcome taken(
      MessageWrapper authRes, CreateAuthReq.Created authReq, AcceptedOrder order)
      throws Refused {
    return ProcessAuthRes.process(
        authRes,
        (AuthRes) authRes.message(),
        new ProcessAuthRes.Asked(
            authReq.authTags(),
            order.purchAmt(),
            order.brandID(),
            CertThumb.of(market.merchant.signing().certificate()),
            market.merchant.opening()),
        means());
  }

  private MessageWrapper capRes(
      CreateAuthReq.Created authReq, ProcessAuthRes.Outcome outcome, CreateAuthReq.With with)
      throws Refused {
    CurrencyAmount all = outcome.authAmt();
    MessageWrapper capReq =
        CreateCapReq.create(
                new CreateCapReq.Capture(
                    authReq.authTags(), outcome.capToken().orElseThrow(), all),
                with,
                means())
            .wrapper();
    ProcessCapReq.Asked asked =
        ProcessCapReq.process(
            capReq, (CapReq) capReq.message(), market.gateway.opening(), means());
    return CreateCapRes.create(
        CreateCapRes.To.merchant(asked),
        List.of(
            CreateCapRes.item(asked.items().getFirst().item(), CapCode.success, all)),
        market.gateway.signing(),
        means());
  }

  XID xid() {
    return asked.transIDs().xid();
  }

  /** When all of it was over. */
  Instant end() {
    return clock.plus(Duration.ofDays(1));
  }

  /** What the merchant states of a shipment of all lines. */
  Word shipped() {
    List<Integer> lines =
        offer.value().lines().stream().map(line -> line.lineNumber()).toList();
    return stated(new Claim.Shipment(lines, clock, "T-0001"));
  }

  Word stated(Claim.Claimed what) {
    return new Word.Stated(
        S.sign(
            Signatory.of(market.merchant.signing()),
            Claim.CONTENT,
            new Claim(xid(), clock, what)));
  }

  EvidenceBundle merchants() {
    return merchants(lists);
  }

  EvidenceBundle merchants(TrustBundle archive) {
    MerchantWays ways = new MerchantWays(List.of(market.merchant.opening()));
    return bundle(ways, archive, List.of(shipped()));
  }

  EvidenceBundle cardholders() {
    return bundle(new CardholderWays(asked.acqBackKey().backKey()), lists, List.of());
  }

  private EvidenceBundle bundle(Gather.Ways ways, TrustBundle archive, List<Word> more) {
    return new Gather(messages, ways, market.root.certificate(), archive)
        .bundle(xid(), offer, more)
        .orElseThrow();
  }
}
