package openset.browsing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.cli.client.Clients;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.demo.Customer;
import openset.http.cardholder.WalletJson;
import openset.http.merchant.ShopJson;

/** Somebody who buys without a browser, so that offices have something to see to. */
final class Buyer {
  private static final String BRAND = "Aurora";
  private final ShopClient shop;
  private final WalletClient wallet;
  private final WalletJson.Card card;

  private Buyer(ShopClient shop, WalletClient wallet, WalletJson.Card card) {
    this.shop = shop;
    this.wallet = wallet;
    this.card = card;
  }

  /** A customer of a shop, with a card. */
  static Buyer at(TownSquare town, String shop) throws Exception {
    Clients clients = town.town().clients();
    Customer customer = new Customer("office-buyer", 900_000);
    WalletClient wallet = clients.wallet("wallet");
    WalletJson.Card card =
        customer.card(wallet, BRAND, customer.account(clients.issuer("issuer_aurora")));
    return new Buyer(clients.shop(shop), wallet, card);
  }

  /** Orders one of each. */
  ShopJson.Order orders(String recipient, String... skus) throws Exception {
    List<ShopJson.Put> goods =
        Arrays.stream(skus).map(sku -> new ShopJson.Put(sku, 1)).toList();
    return shop.order(
        shop.fill(goods),
        new ShopJson.Checkout(
            "en", recipient, List.of("1 Example Street", "10000 Example"), Optional.of(756)));
  }

  /** Waits until all of a paid order is shipped and captured. */
  void gets(ShopJson.Order order) throws Exception {
    List<Integer> lines = order.lines().stream().map(ShopJson.Line::line).toList();
    Instant end = Instant.now().plusSeconds(20);
    ShopJson.Standing now = shop.ship(order.order(), new ShopJson.Shipment(lines, "PARCEL-3"));
    while (!now.standing().equals("captured")) {
      if (Instant.now().isAfter(end)) throw new AssertionError(now.standing());
      Thread.sleep(100);
      now = shop.standing(order.order());
    }
  }

  /** Pays an order. */
  void pays(String initiation) throws Exception {
    WalletJson.Purchase offered = wallet.wake(initiation, card.card());
    WalletJson.Purchase paid = wallet.approve(offered.purchase());
    if (!paid.standing().equals("confirmed")) throw new AssertionError(paid.standing());
  }
}
