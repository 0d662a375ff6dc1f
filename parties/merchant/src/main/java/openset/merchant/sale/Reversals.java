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
    CurrencyAmount held = authorized.approval().authAmt();
    // Void-02: less stays than is held, and not less than what was shipped and captured.
    boolean within =
        stays.sameCurrency(held)
            && held.exceeds(stays)
            && !least(authorized, facts).exceeds(stays);
    if (!within) throw new Refused(ErrorCode.unspecifiedFailure, "Void-02");
    Sale.Approval approval = authorized.approval();
    Counter counter = counters.of(authorized.ordered().brandID(), means);
    CreateAuthRevReq.Created created =
        CreateAuthRevReq.create(
            new CreateAuthRevReq.Reversal(approval.authTags(), approval.capToken(), stays),
            counter.asMerchant(),
            means);
    return Step.to(
        authorized.reversing(new Sale.Reversing(created.authRevTags(), stays)),
        new Effect.Ask(AUTH_REV_REQ, counter.gatewayUrl(), created.wrapper()));
  }

  private static CurrencyAmount least(Sale.Authorized authorized, SaleFacts facts) {
    CurrencyAmount captured = authorized.captured();
    if (facts.shipped().isEmpty()) return captured;
    CurrencyAmount worth =
        Shares.of(facts.order().orElseThrow().offer().value(), facts.shipped());
    return worth.exceeds(captured) ? worth : captured;
  }

  /** What the gateway would not give back stays held. */
  Step<Sale> answered(Sale.Authorized authorized, Input.Answered answered) throws Refused {
    Sale.Reversing reversing = authorized.reversing().orElseThrow();
    return switch (answered.wrapper().message()) {
      case AuthRevRes answer -> answered(authorized, reversing, answered, answer);
      case Error _ -> Step.to(authorized.notReversing());
      default -> throw new Refused(ErrorCode.messageNotSupported, "AuthRevRes-M-01");
    };
  }

  private Step<Sale> answered(
      Sale.Authorized authorized,
      Sale.Reversing reversing,
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
    if (!outcome.approved()) return Step.to(authorized.notReversing());
    return Step.to(
        outcome
            .capToken()
            .<Sale>map(token -> authorized.reduced(reversing.stays(), token))
            .orElseGet(() -> authorized.voided(means.now())));
  }
}
