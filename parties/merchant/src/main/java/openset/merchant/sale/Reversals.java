package openset.merchant.sale;

import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.message.AuthRevRes;
import openset.set.message.Error;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateAuthRevReq;
import openset.set.treatment.merchant.ProcessAuthRevRes;

/** An authorization is given back, whole or in part, {@code spec/reversal.md}. */
record Reversals(Counters counters, Means means) {
  static final String AUTH_REV_REQ = "AuthRevReq";

  Step<Sale> ask(Sale.Authorized authorized, GiveBack order, SaleFacts facts) throws Refused {
    CurrencyAmount stays = order.stays();
    CurrencyAmount held = authorized.authAmt();
    // Void-04: what is held no more is given up without asking anybody.
    if (!held.isPositive() && !stays.isPositive() && facts.shipped().isEmpty()) {
      return Step.to(authorized.last().voided(0, means.now()));
    }
    // Void-02: less stays than is held, and not less than what was shipped and captured.
    boolean within =
        stays.sameCurrency(held)
            && held.exceeds(stays)
            && !least(authorized, facts).exceeds(stays);
    if (!within) throw new Refused(ErrorCode.unspecifiedFailure, "Void-02");
    return ask(authorized, stays);
  }

  /** Gives back of the latest authorization first; what is left to give back follows. */
  private Step<Sale> ask(Sale.Authorized authorized, CurrencyAmount stays) throws Refused {
    CurrencyAmount less = authorized.authAmt().minus(stays);
    int place = latest(authorized);
    Held held = authorized.authorizations().get(place);
    CurrencyAmount now =
        less.exceeds(held.room()) ? held.captured() : held.authAmt().minus(less);
    Sale.Approval approval = held.approval();
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    CreateAuthRevReq.Created created =
        CreateAuthRevReq.create(
            new CreateAuthRevReq.Reversal(approval.authTags(), approval.capToken(), now),
            counter.asMerchant(),
            means);
    Pending reversing = new Pending.Reversing(place, created.authRevTags(), now, stays);
    return Step.to(
        authorized.asking(reversing),
        new Effect.Ask(AUTH_REV_REQ, counter.gatewayUrl(), created.wrapper()));
  }

  private static int latest(Sale.Authorized authorized) {
    int place = authorized.authorizations().size() - 1;
    while (!authorized.authorizations().get(place).room().isPositive()) place--;
    return place;
  }

  /** What must stay held: what was captured, and what was shipped is worth. */
  static CurrencyAmount least(Sale.Authorized authorized, SaleFacts facts) {
    CurrencyAmount captured = authorized.captured();
    if (facts.shipped().isEmpty()) return captured;
    CurrencyAmount worth =
        Shares.of(facts.order().orElseThrow().offer().value(), facts.shipped());
    return worth.exceeds(captured) ? worth : captured;
  }

  /** What the gateway would not give back stays held. */
  Step<Sale> answered(
      Sale.Authorized authorized, Pending.Reversing reversing, Input.Answered answered)
      throws Refused {
    return switch (answered.wrapper().message()) {
      case AuthRevRes answer -> answered(authorized, reversing, answered, answer);
      case Error _ -> Step.to(authorized.idle());
      default -> throw new Refused(ErrorCode.messageNotSupported, "AuthRevRes-M-01");
    };
  }

  private Step<Sale> answered(
      Sale.Authorized authorized,
      Pending.Reversing reversing,
      Input.Answered answered,
      AuthRevRes answer)
      throws Refused {
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    ProcessAuthRevRes.Asked asked =
        new ProcessAuthRevRes.Asked(
            reversing.authRevTags(),
            reversing.stays(),
            authorized.ordered().brandID(),
            counter.merchantThumb(),
            counter.opening());
    ProcessAuthRevRes.Outcome outcome =
        ProcessAuthRevRes.process(answered.wrapper(), answer, asked, means);
    if (!outcome.approved()) return Step.to(authorized.idle());
    Held held = authorized.authorizations().get(reversing.place());
    Sale next =
        outcome
            .capToken()
            .<Sale>map(
                token ->
                    authorized
                        .with(reversing.place(), held.reduced(reversing.stays(), token))
                        .last())
            .orElseGet(() -> authorized.last().voided(reversing.place(), means.now()));
    boolean goesOn =
        next instanceof Sale.Authorized more
            && more.authAmt().exceeds(reversing.together());
    return goesOn
        ? ask((Sale.Authorized) next, reversing.together())
        : Step.to(next);
  }
}
