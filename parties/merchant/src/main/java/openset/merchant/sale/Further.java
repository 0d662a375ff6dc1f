package openset.merchant.sale;

import java.util.Optional;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.merchant.plan.AskPayment;
import openset.merchant.plan.Schedule;
import openset.merchant.shop.PlacedOrder;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.SaleDetail;
import openset.set.message.AuthRes;
import openset.set.message.Error;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;

/** Another authorization of a purchase, by the token of the one before; spec/authtoken.md. */
record Further(Counters counters, Practice practice, Means means) {
  /** What a parcel lacks. */
  Step<Sale> ask(Sale.Authorized authorized, CurrencyAmount amount, Ship ship)
      throws Refused {
    return ask(
        authorized, CreateAuthReq.Wish.of(amount).withToken(), Optional.of(ship), false);
  }

  /** The next payment of a plan. */
  Step<Sale> ask(Sale.Authorized authorized, AskPayment order, SaleFacts facts)
      throws Refused {
    PlacedOrder placed = facts.order().orElseThrow();
    Schedule schedule = planned(authorized, placed);
    int next = authorized.paid().count() + 1;
    // Plan-02: each payment once, whoever asks for it again.
    if (order.number().filter(number -> number != next).isPresent()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "Plan-02");
    }
    CurrencyAmount amount =
        order.amount().orElseGet(() -> schedule.amount(authorized.paid()));
    CreateAuthReq.Wish wish =
        CreateAuthReq.Wish.of(amount).withToken().by(Optional.of(schedule.leave()));
    return ask(
        authorized,
        practice.isSale(placed) ? wish.capturing(SaleDetail.NOTHING) : wish,
        Optional.empty(),
        false);
  }

  /** Plan-05: no more is asked for, as its token is forgotten. */
  Step<Sale> end(Sale.Authorized authorized, SaleFacts facts) throws Refused {
    planned(authorized, facts.order().orElseThrow());
    return Step.to(authorized.last());
  }

  /** Plan-06: there is a plan, and it was not ended. */
  private static Schedule planned(Sale.Authorized authorized, PlacedOrder placed)
      throws Refused {
    return Schedule.of(placed.offer().value())
        .filter(_ -> authorized.authToken().isPresent())
        .orElseThrow(() -> new Refused(ErrorCode.unspecifiedFailure, "Plan-06"));
  }

  /** Asks again for what was shipped and is not captured. */
  Step<Sale> claim(Sale.Authorized authorized, CurrencyAmount amount) throws Refused {
    return ask(
        authorized, CreateAuthReq.Wish.of(amount).withToken(), Optional.empty(), true);
  }

  private Step<Sale> ask(
      Sale.Authorized authorized,
      CreateAuthReq.Wish wish,
      Optional<Ship> ship,
      boolean claims)
      throws Refused {
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    CreateAuthReq.Further further =
        new CreateAuthReq.Further(
            authorized.ordered().transIDs(), authorized.authToken().orElseThrow());
    CreateAuthReq.Created created =
        CreateAuthReq.further(
            further, wish, counter.asMerchant(), means);
    return Step.to(
        authorized.asking(
            new Pending.Asking(created.authTags(), wish.authReqAmt(), ship, claims)),
        new Effect.Ask(Settling.AUTH_REQ, counter.gatewayUrl(), created.wrapper()));
  }

  Step<Sale> answered(
      Sale.Authorized authorized,
      Pending.Asking asking,
      Input.Answered answered,
      SaleFacts facts)
      throws Refused {
    return switch (answered.wrapper().message()) {
      case AuthRes answer -> {
        ProcessAuthRes.Outcome outcome = outcome(authorized, asking, answered, answer);
        yield answered(authorized, asking, outcome, facts);
      }
      case Error _ -> Step.to(authorized.refused(AuthCode.systemError));
      default -> throw new Refused(ErrorCode.messageNotSupported, "AuthRes-M-01");
    };
  }

  private ProcessAuthRes.Outcome outcome(
      Sale.Authorized authorized,
      Pending.Asking asking,
      Input.Answered answered,
      AuthRes answer)
      throws Refused {
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    ProcessAuthRes.Asked asked =
        new ProcessAuthRes.Asked(
            asking.authTags(),
            asking.authReqAmt(),
            authorized.ordered().brandID(),
            counter.merchantThumb(),
            counter.opening());
    return ProcessAuthRes.process(answered.wrapper(), answer, asked, means);
  }

  private Step<Sale> answered(
      Sale.Authorized authorized,
      Pending.Asking asking,
      ProcessAuthRes.Outcome outcome,
      SaleFacts facts)
      throws Refused {
    if (!outcome.approved()) return Step.to(authorized.refused(outcome.authCode()));
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    outcome
        .capResPayload()
        .flatMap(payload -> counter.placement(asking.authTags(), payload))
        .ifPresent(facts.placements()::learn);
    Sale.Approval approval = Sale.Approval.of(asking.authTags(), outcome, means.now());
    Held held = Held.of(approval, outcome.capResPayload(), means.now());
    Sale.Authorized more = authorized.plus(held, outcome.authToken());
    Shipping shipping = new Shipping(counters, practice, means);
    return asking.ship().isEmpty()
        ? shipping.goOn(more, facts)
        : shipping.goOn(more, asking.ship().get(), facts);
  }
}
