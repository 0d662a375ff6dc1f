package openset.cardholder.purchase;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import openset.asn1.Der;
import openset.cardholder.stop.Stop;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.XID;
import openset.set.extension.CardChecks;
import openset.set.message.Error;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.set.message.PRes;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.PayingCard;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.cardholder.ProcessPublishedOffer;
import openset.set.treatment.cardholder.UncertifiedCard;

/**
 * A purchase as a pure function ({@code spec/wallet.md}).
 *
 * @param cards the cards at hand
 * @param approveWithin how long a person may think about an offer
 */
public record PurchaseDesk(Function<LocalID, PayingCard> cards, Duration approveWithin) {
  /** Order from inside: begin, with a {@link Purchase.Order}. */
  public static final String BUY = "buy";

  /** Order from inside: the person agrees. */
  public static final String APPROVE = "approve";

  /** Order from inside: the person agrees, and knows that nothing is signed. */
  public static final String APPROVE_UNSIGNED = "approve unsigned";

  /** Order from inside: the person does not. */
  public static final String CANCEL = "cancel";

  /** Order from inside: ask the merchant how it stands. */
  public static final String INQUIRE = "inquire";

  private static final String PINIT_REQ = "PInitReq";
  static final String PREQ = "PReq";

  /** The first step. */
  public Step<Purchase> begin(Purchase.Order order, Means means) throws Refused {
    // WAL-01: the card's brand is one that the offer names.
    if (!order.offer().value().brandIDs().contains(order.brandID())) {
      throw new Refused(ErrorCode.unspecifiedFailure, "WAL-01");
    }
    PayingCard card = cards.apply(order.cardID());
    CreatePInitReq.Created created =
        CreatePInitReq.create(
            new CreatePInitReq.Of(
                order.lidC(),
                order.offer().value().lidM(),
                order.brandID(),
                card.bin(),
                order.language()),
            means);
    if (order.published().isPresent()) return published(order, created.asked(), means);
    return Step.to(
        new Purchase.Started(order, created.asked()),
        new Effect.Ask(PINIT_REQ, order.setUrl().text(), created.wrapper()));
  }

  /** WAL-17: an offer that the merchant signed when it published it needs no PInit. */
  private Step<Purchase> published(
      Purchase.Order order, CreatePInitReq.Asked own, Means means) throws Refused {
    XID xid = XID.of(means.randomness().bytes(XID.OCTETS));
    ProcessPInitRes.Proved proved = published(order, own, xid, means);
    payable(order, proved);
    return Step.to(new Purchase.Offered(order, own, Der.of(new byte[0]), xid, seller(proved)));
  }

  /** WAL-19: with a card that has no certificate nothing is offered that must be signed. */
  private void payable(Purchase.Order order, ProcessPInitRes.Proved proved) throws Refused {
    if (cards.apply(order.cardID()) instanceof Card) return;
    if (!proved.takesUnsigned()) throw new Refused(ErrorCode.signatureRequired, "CERT-19");
    if (order.offer().value().installRecurData().isPresent()) {
      throw new Refused(ErrorCode.signatureRequired, "PReq-C-09");
    }
  }

  private static ProcessPInitRes.Proved published(
      Purchase.Order order, CreatePInitReq.Asked own, XID xid, Means means) throws Refused {
    return ProcessPublishedOffer.process(
        order.published().orElseThrow(),
        new ProcessPublishedOffer.Of(
            order.lidC(), xid, own.challC(), order.brandID(), order.language()),
        order.offer(),
        means);
  }

  private static Purchase.Seller seller(ProcessPInitRes.Proved proved) {
    return new Purchase.Seller(
        proved.merchantName(),
        proved.merchantID(),
        proved.merchant().certificate().uri());
  }

  /**
   * Every other step.
   *
   * @param xidSeen whether the XID of the answer was seen in another purchase
   */
  public Step<Purchase> step(Purchase purchase, Input input, boolean xidSeen, Means means)
      throws Refused {
    return switch (input) {
      case Input.Answered answered when answered.ask().equals(Inquiries.INQ_REQ) ->
          new Inquiries(cards, means).answered(purchase, answered);
      case Input.Answered answered -> answered(purchase, answered, xidSeen, means);
      case Input.AnswerRefused refused when refused.ask().equals(Inquiries.INQ_REQ) ->
          new Inquiries(cards, means).failed(purchase);
      case Input.AnswerRefused refused -> stop(purchase, Stop.of(refused.refused()));
      case Input.Told told -> told(purchase, told, means);
      // WAL-04: the conductor repeats what was asked, byte for byte.
      case Input.NoAnswer _ -> Step.to(purchase);
      case Input.Received _, Input.HostAnswered _, Input.TimeRanOut _ ->
          throw new IllegalStateException("a purchase gets no requests and sets no timer");
    };
  }

  private Step<Purchase> answered(
      Purchase purchase, Input.Answered answered, boolean xidSeen, Means means)
      throws Refused {
    return switch (purchase) {
      case Purchase.Started started when answered.ask().equals(PINIT_REQ) ->
          switch (answered.wrapper().message()) {
            case PInitRes _ -> offered(started, answered, xidSeen, means);
            case Error error -> stop(purchase, Stop.told(error));
            default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
          };
      case Purchase.Ordered ordered when answered.ask().equals(PREQ) ->
          switch (answered.wrapper().message()) {
            case PRes answer -> decided(ordered, answered.wrapper(), answer, means);
            case Error error -> stop(purchase, Stop.told(error));
            default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
          };
      default -> Step.to(purchase);
    };
  }

  private Step<Purchase> offered(
      Purchase.Started started, Input.Answered answered, boolean xidSeen, Means means)
      throws Refused {
    ProcessPInitRes.Proved proved =
        prove(answered.wrapper(), started.order(), started.asked(), means);
    // WAL-02: an XID is taken for one purchase only.
    if (xidSeen) throw new Refused(ErrorCode.unknownXID, "WAL-02");
    payable(started.order(), proved);
    return Step.to(
        new Purchase.Offered(
            started.order(),
            started.asked(),
            answered.bytes(),
            proved.transIDs().xid(),
            seller(proved)));
  }

  private Step<Purchase> told(Purchase purchase, Input.Told told, Means means) throws Refused {
    if (told.order().equals(INQUIRE)) return new Inquiries(cards, means).ask(purchase);
    return switch (purchase) {
      case Purchase.Offered offered when told.order().equals(APPROVE) ->
          order(offered, CardChecks.TYPE.decode(told.details().bytes()), true, means);
      case Purchase.Offered offered when told.order().equals(APPROVE_UNSIGNED) ->
          order(offered, CardChecks.TYPE.decode(told.details().bytes()), false, means);
      case Purchase.Offered _, Purchase.Started _ when told.order().equals(CANCEL) ->
          Step.to(new Purchase.Cancelled(purchase.order()), new Effect.GiveUp(PINIT_REQ));
      // WAL-03: only what is offered can be approved, and once.
      default -> throw new Refused(ErrorCode.unspecifiedFailure, "WAL-03");
    };
  }

  /** WAL-18: what the issuer is to check goes into the payment half and is kept nowhere. */
  private Step<Purchase> order(
      Purchase.Offered offered, CardChecks checks, boolean signed, Means means)
      throws Refused {
    Purchase.Order order = offered.order();
    PayingCard card = cards.apply(order.cardID());
    // WAL-19: the person said yes to what happens, a signature or none.
    if (card instanceof Card != signed) {
      throw new Refused(ErrorCode.signatureRequired, "WAL-19");
    }
    // WAL-05: on approval everything is proved again; only its age may be that of a person.
    ProcessPInitRes.Proved proved =
        order.published().isPresent()
            ? published(order, offered.asked(), offered.xid(), means)
            : prove(
                MessageWrapper.TYPE.decode(offered.pInitRes().bytes()),
                order,
                offered.asked(),
                patient(means));
    CreatePReq.Created created =
        switch (card) {
          case Card certified ->
              CreatePReq.create(proved, order.offer(), certified, checks, means);
          case UncertifiedCard bare ->
              CreatePReq.unsigned(proved, order.offer(), bare, checks, means);
        };
    return Step.to(
        new Purchase.Ordered(
            order,
            offered.seller(),
            offered.pInitRes(),
            created.asked(),
            Optional.empty(),
            Optional.empty()),
        new Effect.Ask(PREQ, order.setUrl().text(), created.wrapper()));
  }

  /** WAL-06: paid is what the gateway's receipt says, never what the merchant says. */
  private static Step<Purchase> decided(
      Purchase.Ordered ordered, MessageWrapper wrapper, PRes answer, Means means)
      throws Refused {
    Means informed = Learned.from(ordered, means);
    return Step.to(
        switch (ProcessPRes.process(wrapper, answer, ordered.asked(), informed)) {
          case ProcessPRes.Outcome.Confirmed(var receipt) ->
              new Purchase.Confirmed(ordered, receipt);
          case ProcessPRes.Outcome.Declined(var receipt) ->
              new Purchase.Declined(ordered, receipt);
          case ProcessPRes.Outcome.NotConfirmed(var completionCode, var claimed) ->
              new Purchase.NotConfirmed(ordered, completionCode, claimed);
        });
  }

  private static Step<Purchase> stop(Purchase purchase, Stop stop) {
    return switch (purchase) {
      case Purchase.Started started ->
          Step.to(new Purchase.Stopped(started.order(), stop, Optional.empty()));
      case Purchase.Ordered ordered ->
          Step.to(new Purchase.Stopped(ordered.order(), stop, Optional.of(ordered)));
      default -> Step.to(purchase);
    };
  }

  private static ProcessPInitRes.Proved prove(
      MessageWrapper wrapper, Purchase.Order order, CreatePInitReq.Asked asked, Means means)
      throws Refused {
    return ProcessPInitRes.process(
        wrapper, (PInitRes) wrapper.message(), asked, order.offer(), means);
  }

  private Means patient(Means means) {
    Policy policy = means.policy();
    Policy patient =
        new Policy(
            policy.messageAgeMax().plus(approveWithin), policy.clockSkewMax(), policy.swIdent());
    return new Means(means.now(), means.randomness(), means.trust(), means.keys(), patient);
  }

  /** The order to approve, with what the issuer is to check. */
  public static Input.Told approving(CardChecks checks) {
    return new Input.Told(APPROVE, Der.of(CardChecks.TYPE.encode(checks)));
  }

  /** The same, by a person who knows that nothing is signed. */
  public static Input.Told approvingUnsigned(CardChecks checks) {
    return new Input.Told(APPROVE_UNSIGNED, Der.of(CardChecks.TYPE.encode(checks)));
  }

  /** An order without details. */
  public static Input.Told bare(String order) {
    return new Input.Told(order, Der.of(new byte[0]));
  }
}
