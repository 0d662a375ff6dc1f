package openset.merchant.sale;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import openset.merchant.plan.Schedule;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;

/** What the merchant's own people may do with a sale as it stands. */
public enum NextStep {
  /** Ship lines, or hand them out, and capture their share. */
  ship,
  /** Capture again what was shipped and would not be captured then. */
  claim,
  /** Let all go that is held: nothing was shipped, and nothing will be. */
  voiding,
  /** Let a part go that is held and will not be shipped. */
  reduce,
  /** Give captured money back. */
  refund,
  /** Ask for the next payment of the plan. */
  payment,
  /** End the plan: no more is asked for. */
  end;

  /** What it is called outside. */
  public String word() {
    return this == voiding ? "void" : name();
  }

  /** The steps that would not be refused for where the sale stands. */
  public static Set<NextStep> of(Optional<Sale> sale, SaleFacts facts) {
    Set<NextStep> steps = EnumSet.noneOf(NextStep.class);
    boolean idle =
        sale.orElse(null) instanceof Sale.Authorized authorized
            && !authorized.isBusy();
    if (!idle || facts.order().isEmpty()) return steps;
    Sale.Authorized authorized = (Sale.Authorized) sale.get();
    Offer offer = facts.order().get().offer().value();
    CurrencyAmount worth = Shipping.worth(authorized, offer, facts.shipped());
    if (facts.shipped().size() < offer.lines().size()) steps.add(ship);
    if (worth.exceeds(authorized.captured())) steps.add(claim);
    if (facts.shipped().isEmpty()) steps.add(voiding);
    if (authorized.authAmt().exceeds(Reversals.least(authorized, facts))) steps.add(reduce);
    if (authorized.captured().exceeds(authorized.refunded())) steps.add(refund);
    if (authorized.authToken().isPresent() && Schedule.of(offer).isPresent()) {
      steps.add(payment);
      steps.add(end);
    }
    return steps;
  }
}
