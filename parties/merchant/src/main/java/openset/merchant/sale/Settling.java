package openset.merchant.sale;

import java.util.Optional;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.merchant.plan.AskPayment;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.sale.AuthCode;
import openset.set.message.AuthRes;
import openset.set.message.Error;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessAuthRes;

/**
 * What follows an order: the gateway's answer, and what the merchant's own people want done. What
 * is shipped is in {@link Shipping}, a further authorization in {@link Further}, what is given back
 * in {@link Reversals}.
 */
record Settling(Counters counters, Practice practice, Means means) {
  static final String AUTH_REQ = "AuthReq";

  Step<Sale> answered(Sale sale, Input.Answered answered, SaleFacts facts) throws Refused {
    return switch (sale) {
      case Sale.Authorizing authorizing when answered.ask().equals(AUTH_REQ) ->
          authorized(authorizing, answered, facts.placements());
      case Sale.Authorized authorized when authorized.isBusy() ->
          answered(authorized, authorized.pending().orElseThrow(), answered, facts);
      default -> Step.to(sale);
    };
  }

  private Step<Sale> answered(
      Sale.Authorized authorized, Pending pending, Input.Answered answered, SaleFacts facts)
      throws Refused {
    // CapRes-M-05: the gateway is busy with this authorization and kept nothing of the request.
    if (answered.wrapper().message() instanceof Error error
        && error.code() == ErrorCode.unspecifiedFailure) {
      return Step.to(authorized, new Effect.AskAgain());
    }
    return switch (pending) {
      case Pending.Capturing capturing when answered.ask().equals(Shipping.CAP_REQ) ->
          shipping().captured(authorized, capturing, answered, facts);
      case Pending.Reversing reversing when answered.ask().equals(Reversals.AUTH_REV_REQ) ->
          new Reversals(counters, means).answered(authorized, reversing, answered);
      case Pending.Returning returning when answered.ask().equals(Refunds.ASK) ->
          new Refunds(counters, means)
              .answered(authorized, returning, answered, facts.placements());
      case Pending.Asking asking when answered.ask().equals(AUTH_REQ) ->
          new Further(counters, practice, means)
              .answered(authorized, asking, answered, facts);
      default -> Step.to(authorized);
    };
  }

  private Shipping shipping() {
    return new Shipping(counters, practice, means);
  }

  /** The wallet is not kept waiting: it hears that the order is here; the asking goes on. */
  Step<Sale> noAnswer(Sale sale, Input.NoAnswer none) throws Refused {
    if (!(sale instanceof Sale.Authorizing authorizing) || authorizing.answered()) {
      return Step.to(sale);
    }
    Sale.Ordered ordered = authorizing.ordered();
    Counter counter = counters.of(ordered.brandID(), means);
    return Step.to(
        authorizing.told(),
        new Effect.Answer(
            ordered.rrpid(), CreatePRes.received(ordered.to(), counter.signing(), means)));
  }

  /** An answer that is not the gateway's word decides nothing about money we hold. */
  Step<Sale> refused(Sale sale, Input.AnswerRefused refused) throws Refused {
    return switch (sale) {
      case Sale.Authorizing authorizing -> failed(authorizing);
      case Sale.Authorized authorized -> Step.to(authorized.idle());
      default -> Step.to(sale);
    };
  }

  private Step<Sale> authorized(
      Sale.Authorizing authorizing, Input.Answered answered, Placements placements)
      throws Refused {
    return switch (answered.wrapper().message()) {
      case AuthRes answer -> authorized(authorizing, answered, answer, placements);
      case Error _ -> failed(authorizing);
      default -> throw new Refused(ErrorCode.messageNotSupported, "AuthRes-M-01");
    };
  }

  private Step<Sale> authorized(
      Sale.Authorizing authorizing,
      Input.Answered answered,
      AuthRes answer,
      Placements placements)
      throws Refused {
    Sale.Ordered ordered = authorizing.ordered();
    Counter counter = counters.of(ordered.brandID(), means);
    ProcessAuthRes.Asked asked =
        new ProcessAuthRes.Asked(
            authorizing.authTags(),
            authorizing.authReqAmt(),
            ordered.brandID(),
            counter.merchantThumb(),
            counter.opening());
    ProcessAuthRes.Outcome outcome =
        ProcessAuthRes.process(answered.wrapper(), answer, asked, means);
    outcome
        .capResPayload()
        .flatMap(payload -> counter.placement(authorizing.authTags(), payload))
        .ifPresent(placements::learn);
    Sale next = after(authorizing, outcome);
    if (authorizing.answered()) return Step.to(next);
    return Step.to(
        next,
        new Effect.Answer(
            ordered.rrpid(),
            CreatePRes.authorized(
                ordered.to(), outcome, ordered.purchAmt(), counter.signing(), means)));
  }

  private Sale after(Sale.Authorizing authorizing, ProcessAuthRes.Outcome outcome) {
    Sale.Ordered ordered = authorizing.ordered();
    if (!outcome.approved()) {
      Optional<Sale.Decision> decision =
          Optional.of(Sale.Decision.of(outcome, means.now()));
      return new Sale.Declined(ordered, outcome.authCode(), decision);
    }
    Sale.Approval approval =
        Sale.Approval.of(authorizing.authTags(), outcome, means.now());
    return Sale.Authorized.of(
        ordered,
        Held.of(approval, outcome.capResPayload(), means.now()),
        outcome.authToken());
  }

  /** The gateway would not process our request: no money, and the wallet hears no more. */
  private Step<Sale> failed(Sale.Authorizing authorizing) throws Refused {
    Sale.Ordered ordered = authorizing.ordered();
    Sale next =
        new Sale.Declined(
            ordered,
            AuthCode.systemError,
            Optional.of(Sale.Decision.alone(means.now())));
    if (authorizing.answered()) return Step.to(next);
    Counter counter = counters.of(ordered.brandID(), means);
    return Step.to(
        next,
        new Effect.Answer(
            ordered.rrpid(), CreatePRes.received(ordered.to(), counter.signing(), means)));
  }

  /** An order of the merchant's own people, {@code spec/capture.md}. */
  Step<Sale> told(Sale sale, Input.Told told, SaleFacts facts) throws Refused {
    // Ship-01, Void-01, Refund-01, Uncapture-01, Plan-06: only what is paid for, and one
    // thing at a time.
    if (!(sale instanceof Sale.Authorized stored) || stored.isBusy()) {
      throw new Refused(ErrorCode.unspecifiedFailure, rule(told.order()));
    }
    Sale.Authorized authorized = stored.at(means.now());
    byte[] details = told.details().bytes();
    return switch (told.order()) {
      case Ship.ORDER ->
          shipping().ship(authorized, Ship.TYPE.decode(told.details().bytes()), facts);
      case Ship.CLAIM -> shipping().claim(authorized, facts);
      case AskPayment.ORDER ->
          new Further(counters, practice, means)
              .ask(authorized, AskPayment.TYPE.decode(details), facts);
      case AskPayment.END -> new Further(counters, practice, means).end(authorized, facts);
      case GiveBack.ORDER ->
          new Reversals(counters, means)
              .ask(authorized, GiveBack.TYPE.decode(told.details().bytes()), facts);
      case Refund.ORDER ->
          new Refunds(counters, means).refund(authorized, Refund.TYPE.decode(details), facts);
      case TakeBackCapture.ORDER ->
          new Refunds(counters, means)
              .takeBack(authorized, TakeBackCapture.TYPE.decode(details));
      case TakeBackRefund.ORDER ->
          new Refunds(counters, means)
              .takeBack(authorized, TakeBackRefund.TYPE.decode(details));
      default -> throw new IllegalArgumentException("no order " + told.order());
    };
  }

  private static String rule(String order) {
    return switch (order) {
      case AskPayment.ORDER, AskPayment.END -> "Plan-06";
      case GiveBack.ORDER -> "Void-01";
      case Refund.ORDER -> "Refund-01";
      case TakeBackRefund.ORDER -> "Refund-03";
      case TakeBackCapture.ORDER -> "Uncapture-01";
      default -> "Ship-01";
    };
  }
}
