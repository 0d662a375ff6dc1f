package openset.merchant.sale;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.message.AuthRes;
import openset.set.message.CapRes;
import openset.set.message.Error;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessCapRes;

/**
 * What follows an order: the gateway's answer, shipping, and the money. What is given back is in
 * {@link Reversals}.
 */
record Settling(Counters counters, Means means) {
  static final String AUTH_REQ = "AuthReq";
  static final String CAP_REQ = "CapReq";

  Step<Sale> answered(Sale sale, Input.Answered answered) throws Refused {
    return switch (sale) {
      case Sale.Authorizing authorizing when answered.ask().equals(AUTH_REQ) ->
          authorized(authorizing, answered);
      case Sale.Authorized authorized when authorized.capturing().isPresent() ->
          captured(authorized, authorized.capturing().get(), answered);
      case Sale.Authorized authorized when authorized.reversing().isPresent() ->
          new Reversals(counters, means).answered(authorized, answered);
      default -> Step.to(sale);
    };
  }

  /** The wallet is not kept waiting: it hears that the order is here; the asking goes on. */
  Step<Sale> noAnswer(Sale sale, Input.NoAnswer none) throws Refused {
    if (!(sale instanceof Sale.Authorizing authorizing) || authorizing.answered()) {
      return Step.to(sale);
    }
    Sale.Ordered ordered = authorizing.ordered();
    Counter counter = counters.of(ordered.brandID(), means);
    return Step.to(
        new Sale.Authorizing(ordered, authorizing.authTags(), true),
        new Effect.Answer(
            ordered.rrpid(), CreatePRes.received(ordered.to(), counter.signing(), means)));
  }

  /** An answer that is not the gateway's word decides nothing about money we hold. */
  Step<Sale> refused(Sale sale, Input.AnswerRefused refused) throws Refused {
    return switch (sale) {
      case Sale.Authorizing authorizing -> failed(authorizing);
      case Sale.Authorized authorized -> Step.to(notCaptured(authorized));
      default -> Step.to(sale);
    };
  }

  private Step<Sale> authorized(Sale.Authorizing authorizing, Input.Answered answered)
      throws Refused {
    return switch (answered.wrapper().message()) {
      case AuthRes answer -> authorized(authorizing, answered, answer);
      case Error _ -> failed(authorizing);
      default -> throw new Refused(ErrorCode.messageNotSupported, "AuthRes-M-01");
    };
  }

  private Step<Sale> authorized(
      Sale.Authorizing authorizing, Input.Answered answered, AuthRes answer) throws Refused {
    Sale.Ordered ordered = authorizing.ordered();
    Counter counter = counters.of(ordered.brandID(), means);
    ProcessAuthRes.Asked asked =
        new ProcessAuthRes.Asked(
            authorizing.authTags(),
            ordered.purchAmt(),
            ordered.brandID(),
            counter.merchantThumb(),
            counter.opening());
    ProcessAuthRes.Outcome outcome =
        ProcessAuthRes.process(answered.wrapper(), answer, asked, means);
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
    Optional<Sale.Decision> decision =
        Optional.of(new Sale.Decision(means.now(), outcome.acqCardMsg()));
    if (!outcome.approved()) {
      return new Sale.Declined(ordered, outcome.authCode(), decision);
    }
    Sale.Approval approval =
        new Sale.Approval(
            authorizing.authTags(),
            outcome.authAmt(),
            outcome.approvalCode().orElse(""),
            outcome.capToken().orElseThrow(),
            decision);
    return new Sale.Authorized(
        ordered,
        approval,
        CurrencyAmount.zero(outcome.authAmt().currency()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The gateway would not process our request: no money, and the wallet hears no more. */
  private Step<Sale> failed(Sale.Authorizing authorizing) throws Refused {
    Sale.Ordered ordered = authorizing.ordered();
    Sale next =
        new Sale.Declined(
            ordered,
            AuthCode.systemError,
            Optional.of(new Sale.Decision(means.now(), Optional.empty())));
    if (authorizing.answered()) return Step.to(next);
    Counter counter = counters.of(ordered.brandID(), means);
    return Step.to(
        next,
        new Effect.Answer(
            ordered.rrpid(), CreatePRes.received(ordered.to(), counter.signing(), means)));
  }

  /** An order of the merchant's own people, {@code spec/capture.md}. */
  Step<Sale> told(Sale sale, Input.Told told, SaleFacts facts) throws Refused {
    // Ship-01, Void-01: only what is paid for is shipped or given back, one at a time.
    boolean back = told.order().equals(GiveBack.ORDER);
    if (!(sale instanceof Sale.Authorized authorized) || authorized.isBusy()) {
      throw new Refused(ErrorCode.unspecifiedFailure, back ? "Void-01" : "Ship-01");
    }
    return switch (told.order()) {
      case Ship.ORDER -> ship(authorized, Ship.TYPE.decode(told.details().bytes()), facts);
      case Ship.CLAIM -> claim(authorized, facts);
      case GiveBack.ORDER ->
          new Reversals(counters, means)
              .ask(authorized, GiveBack.TYPE.decode(told.details().bytes()), facts);
      default -> throw new IllegalArgumentException("no order " + told.order());
    };
  }

  /** Ships lines and captures what shipped lines are worth and was not captured yet. */
  private Step<Sale> ship(Sale.Authorized authorized, Ship ship, SaleFacts facts)
      throws Refused {
    Offer offer = facts.order().orElseThrow().offer().value();
    Set<Integer> now = new HashSet<>(ship.lines());
    // Ship-02: the lines are of this order and were not shipped before.
    boolean known = now.stream().allMatch(line -> line <= offer.lines().size());
    if (!known || facts.shipped().stream().anyMatch(now::contains)) {
      throw new Refused(ErrorCode.unspecifiedFailure, "Ship-02");
    }
    now.addAll(facts.shipped());
    CurrencyAmount worth = Shares.of(offer, now);
    // Ship-01: the issuer may hold less than the total; no more than it holds is shipped.
    if (worth.exceeds(authorized.approval().authAmt())) {
      throw new Refused(ErrorCode.unspecifiedFailure, "Ship-01");
    }
    return capture(authorized, worth.minus(authorized.captured()), Optional.of(ship));
  }

  /** Captures again what the gateway would not book when it was shipped. */
  private Step<Sale> claim(Sale.Authorized authorized, SaleFacts facts) throws Refused {
    Offer offer = facts.order().orElseThrow().offer().value();
    CurrencyAmount left =
        Shares.of(offer, facts.shipped()).minus(authorized.captured());
    // Ship-03: what was shipped and not captured can be claimed, and nothing else.
    if (!left.isPositive()) throw new Refused(ErrorCode.unspecifiedFailure, "Ship-03");
    return capture(authorized, left, Optional.empty());
  }

  private Step<Sale> capture(
      Sale.Authorized authorized, CurrencyAmount amount, Optional<Ship> ship) throws Refused {
    Sale.Approval approval = authorized.approval();
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    CreateCapReq.Created created =
        CreateCapReq.create(
            new CreateCapReq.Capture(approval.authTags(), approval.capToken(), amount),
            counter.asMerchant(),
            means);
    Sale.Capturing capturing =
        new Sale.Capturing(created.capRRTags(), created.items().getFirst(), ship);
    return Step.to(
        authorized.capturing(capturing),
        new Effect.Ask(CAP_REQ, counter.gatewayUrl(), created.wrapper()));
  }

  private Step<Sale> captured(
      Sale.Authorized authorized, Sale.Capturing capturing, Input.Answered answered)
      throws Refused {
    return switch (answered.wrapper().message()) {
      case CapRes answer -> captured(authorized, capturing, answered, answer);
      case Error _ -> Step.to(notCaptured(authorized));
      default -> throw new Refused(ErrorCode.messageNotSupported, "CapRes-M-01");
    };
  }

  private Step<Sale> captured(
      Sale.Authorized authorized,
      Sale.Capturing capturing,
      Input.Answered answered,
      CapRes answer)
      throws Refused {
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    ProcessCapRes.Asked asked =
        new ProcessCapRes.Asked(
            capturing.capRRTags(),
            List.of(capturing.item()),
            authorized.ordered().brandID(),
            counter.opening());
    CapResPayload payload =
        ProcessCapRes.process(answered.wrapper(), answer, asked, means).getFirst();
    if (payload.capCode() != CapCode.success) return Step.to(notCaptured(authorized));
    return Step.to(authorized.captured(payload.capAmt(), means.now()));
  }

  /**
   * The goods are on their way, the money is not: it comes with the next capture, or is claimed.
   */
  private static Sale notCaptured(Sale.Authorized authorized) {
    return authorized.notCaptured();
  }
}
