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
record Bought(ShopClient shop, ShopJson.Order order, WalletJson.Purchase purchase) {
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
    ships(order.lines().stream().map(ShopJson.Line::line).toList());
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
