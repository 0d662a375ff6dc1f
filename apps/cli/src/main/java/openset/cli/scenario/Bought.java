package openset.cli.scenario;

import java.util.List;
import java.util.Map;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.http.cardholder.WalletJson;
import openset.http.merchant.OrderJson;
import openset.http.merchant.ShopJson;

/**
 * An order that was paid.
 *
 * @param shop where
 * @param order what was ordered
 * @param purchase as the wallet has it
 */
record Bought(ShopClient shop, Ordered order, WalletJson.Purchase purchase) {
  /**
   * What was ordered.
   *
   * @param order its name in the API
   * @param lines numbers of its lines
   */
  record Ordered(
      String order, String orderNumber, List<Integer> lines, ShopJson.Amount total) {
    static Ordered of(ShopJson.Order order) {
      return new Ordered(
          order.order(),
          order.orderNumber(),
          order.lines().stream().map(ShopJson.Line::line).toList(),
          order.total());
    }

    static Ordered of(OrderJson.Order order) {
      return new Ordered(
          order.order(),
          order.orderNumber(),
          order.lines().stream().map(OrderJson.Line::line).toList(),
          order.total());
    }
  }

  /** How it stands at the merchant now. */
  ShopJson.Standing standing() throws CallFailed {
    return shop.standing(order.order());
  }

  /** XID in hexadecimal. */
  String xid() {
    return purchase.xid().orElseThrow();
  }

  /** Ships all lines. */
  void shipsAll() throws CallFailed {
    ships(order.lines());
  }

  /** Ships these lines, by their numbers in the order. */
  void ships(List<Integer> lines) throws CallFailed {
    String tracking = "DEMO-" + order.orderNumber() + "-" + lines.getFirst();
    shop.ship(order.order(), new ShopJson.Shipment(lines, tracking));
  }

  /** Puts into the facts what stands authorized, captured, refunded. */
  void tell(OrderJson.Order whole, Map<String, Object> facts) {
    facts.put("standing", whole.standing());
    whole.authorized().ifPresent(amount -> facts.put("authorized", amount.text()));
    whole.captured().ifPresent(amount -> facts.put("captured", amount.text()));
    whole.refunded().ifPresent(amount -> facts.put("refunded", amount.text()));
    facts.put("what may come next", String.join(", ", whole.next()));
  }
}
