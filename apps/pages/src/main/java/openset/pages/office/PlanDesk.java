package openset.pages.office;

import java.util.List;
import java.util.Optional;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.merchant.Merchant;
import openset.merchant.sale.Sale;
import openset.merchant.shop.PlacedOrder;
import openset.pages.desk.Guard;
import openset.set.Refused;
import openset.signin.Role.Right;
import openset.signin.Session;

/** What may be done with the plan of an order. */
final class PlanDesk {
  private final OrderDesk orders;
  private final Guard guard;
  private final Merchant merchant;

  PlanDesk(Office office, Guard guard, OrderDesk orders) {
    this.orders = orders;
    this.guard = guard;
    this.merchant = office.merchant();
  }

  List<PageRoute> routes() {
    return List.of(
        guard.post("/office/orders/{order}/payment", Right.act, this::ask),
        guard.post("/office/orders/{order}/end", Right.act, this::end));
  }

  private Page ask(Visit visit, Session session) {
    Optional<PlacedOrder> order = orders.order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    String path = "/office/orders/" + order.get().lidM();
    try {
      Sale after = merchant.askPayment(order.get().lidM(), Optional.empty());
      return Page.see(path + "?said=" + said(after));
    } catch (Refused refused) {
      return Page.see(path + "?said=not-now");
    }
  }

  private static String said(Sale after) {
    if (!(after instanceof Sale.Authorized sale)) return "not-now";
    if (sale.isAskingForPayment()) return "payment-waits";
    return sale.refused().isPresent() ? "payment-not" : "payment-made";
  }

  private Page end(Visit visit, Session session) {
    Optional<PlacedOrder> order = orders.order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    String path = "/office/orders/" + order.get().lidM();
    if (!Guard.isSure(visit)) return Page.see(path + "?said=tick");
    try {
      merchant.endPlan(order.get().lidM());
      return Page.see(path + "?said=plan-ended");
    } catch (Refused refused) {
      return Page.see(path + "?said=not-now");
    }
  }
}
