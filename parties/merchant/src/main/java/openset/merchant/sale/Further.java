package openset.merchant.sale;

import java.util.List;
import java.util.Optional;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.AuthCode;
import openset.set.message.AuthRes;
import openset.set.message.Error;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;

/** Another authorization of a purchase, by the token of the one before; spec/authtoken.md. */
record Further(Counters counters, Practice practice, Means means) {
  Step<Sale> ask(Sale.Authorized authorized, CurrencyAmount amount, Optional<Ship> ship)
      throws Refused {
    return ask(authorized, amount, ship, false);
  }

  /** Asks again for what was shipped and is not captured. */
  Step<Sale> claim(Sale.Authorized authorized, CurrencyAmount amount) throws Refused {
    return ask(authorized, amount, Optional.empty(), true);
  }

  private Step<Sale> ask(
      Sale.Authorized authorized, CurrencyAmount amount, Optional<Ship> ship, boolean claims)
      throws Refused {
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    CreateAuthReq.Further further =
        new CreateAuthReq.Further(
            authorized.ordered().transIDs(), authorized.authToken().orElseThrow());
    CreateAuthReq.Created created =
        CreateAuthReq.further(
            further, CreateAuthReq.Wish.of(amount).withToken(), counter.asMerchant(), means);
    return Step.to(
        authorized.asking(new Pending.Asking(created.authTags(), amount, ship, claims)),
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
    Sale.Approval approval = Sale.Approval.of(asking.authTags(), outcome, means.now());
    Sale.Authorized more =
        authorized.plus(new Held(approval, List.of()), outcome.authToken());
    Shipping shipping = new Shipping(counters, practice, means);
    if (asking.claims()) return shipping.goOn(more, facts);
    return asking.ship().isEmpty()
        ? Step.to(more)
        : shipping.goOn(more, asking.ship().get(), facts);
  }
}
