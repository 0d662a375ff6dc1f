package openset.browsing.pay;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import openset.browsing.TownSquare;
import openset.cli.client.CallFailed;
import openset.cli.client.ShopClient;
import openset.cli.config.BadConfig;
import openset.http.merchant.ShopJson;

/** A shop of the town, where orders are placed by its API; they are paid in the browser. */
record Till(TownSquare town, String shop, ShopClient client) {
  static Till at(TownSquare town, String shop) {
    try {
      return new Till(town, shop, town.town().clients().shop(shop));
    } catch (BadConfig e) {
      throw new IllegalStateException(e);
    }
  }

  /** An order of two copies of the first book or tea. */
  ShopJson.Order order() {
    return order("en", 2);
  }

  ShopJson.Order order(String language, int quantity) {
    try {
      String sku = client.find("").getFirst().sku();
      return client.order(
          client.fill(List.of(new ShopJson.Put(sku, quantity))),
          new ShopJson.Checkout(
              language,
              "Sample Cardholder",
              List.of("1 Example Street", "10000 Example"),
              Optional.of(756)));
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
  }

  /** How an order stands, in the shop's own word. */
  ShopJson.Standing standing(ShopJson.Order order) {
    try {
      return client.standing(order.order());
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ships the first line. */
  void ship(ShopJson.Order order) {
    try {
      client.ship(order.order(), new ShopJson.Shipment(List.of(1), "TRACK-1"));
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
  }

  /** The wallet's page with an initiation in its address. */
  String link(String initiation) {
    byte[] octets = initiation.getBytes(StandardCharsets.UTF_8);
    String fragment = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    return town.at("wallet", "/pay") + "#init=" + fragment;
  }
}
