package openset.cli.scenario;

import java.util.List;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.http.cardholder.WalletJson;
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
}
