package openset.http.merchant;

import java.util.List;
import java.util.Optional;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.once.AnswerStore;
import openset.merchant.Merchant;
import openset.merchant.sale.Sale;
import openset.merchant.shop.PlacedOrder;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.sale.AuthCode;

/** The routes by which payments of a plan are asked for, and plans ended; spec/authtoken.md. */
final class PlanApi {
  private final Merchant merchant;
  private final OrderApi orders;

  private PlanApi(Merchant merchant, OrderApi orders) {
    this.merchant = merchant;
    this.orders = orders;
  }

  static List<Mount> routes(
      Merchant merchant, OrderApi orders, ApiRights rights, AnswerStore once) {
    PlanApi api = new PlanApi(merchant, orders);
    return List.of(
        JsonRoute.post("/v1/orders/{order}/payments", PlanJson.NewPayment.class, api::ask)
            .only(rights.act())
            .once(once),
        JsonRoute.post("/v1/orders/{order}/plan/end", Call.None.class, api::end)
            .only(rights.act())
            .once(once));
  }

  /** A decline is told in the order; what the cardholder did not sign is refused by its rule. */
  private OrderJson.Order ask(Call<PlanJson.NewPayment> call) throws HttpRefused {
    PlacedOrder placed = orders.placed(call);
    if (call.body().amount().filter(minor -> minor <= 0).isPresent()) {
      throw new HttpRefused(422, "AuthToken-P-05", "Name an amount above 0, or none.");
    }
    Optional<CurrencyAmount> amount =
        call.body()
            .amount()
            .map(minor -> new CurrencyAmount(placed.offer().value().total().currency(), minor));
    try {
      Sale after = merchant.askPayment(placed.lidM(), amount);
      Optional<AuthCode> refused =
          after instanceof Sale.Authorized sale ? sale.refused() : Optional.empty();
      Optional<String> rule = refused.flatMap(PlanApi::rule);
      if (rule.isPresent()) {
        throw new HttpRefused(
            409, rule.get(), "The gateway refused this payment: " + refused.get() + ".");
      }
      return orders.shown(placed);
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "There is no plan that goes on now.");
    }
  }

  /** The gateway's rule that such an answer comes of; empty where a bank said so. */
  private static Optional<String> rule(AuthCode code) {
    return switch (code) {
      case recurringTooSoon -> Optional.of("AuthToken-P-08");
      case recurringExpired -> Optional.of("AuthToken-P-07");
      case installRecurMismatch -> Optional.of("AuthToken-P-06");
      case amountError -> Optional.of("AuthToken-P-05");
      case piPreviouslyUsed -> Optional.of("AuthToken-P-04");
      case piAuthMismatch -> Optional.of("AuthToken-P-03");
      case invalidTransaction -> Optional.of("AuthToken-P-02");
      default -> Optional.empty();
    };
  }

  private OrderJson.Order end(Call<Call.None> call) throws HttpRefused {
    PlacedOrder placed = orders.placed(call);
    try {
      merchant.endPlan(placed.lidM());
      return orders.shown(placed);
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "There is no plan that goes on now.");
    }
  }
}
