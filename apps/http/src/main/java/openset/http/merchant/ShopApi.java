package openset.http.merchant;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.asn1.Der;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.http.once.AnswerStore;
import openset.merchant.Merchant;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.Cart;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shop;
import openset.merchant.shop.ShopRefused;
import openset.set.Refused;
import openset.set.data.LocalID;

/** The routes of one merchant's shop. */
public final class ShopApi {
  private final Merchant merchant;
  private final Function<PlacedOrder, String> initiation;

  private ShopApi(Merchant merchant, Function<PlacedOrder, String> initiation) {
    this.merchant = merchant;
    this.initiation = initiation;
  }

  /**
   * The routes.
   *
   * @param initiation makes the text that wakes a wallet for an order
   * @param staff who may ship, and claim what was not captured then
   * @param once where answers to writes are kept, so that each is done once
   */
  public static List<Mount> routes(
      Merchant merchant,
      Function<PlacedOrder, String> initiation,
      ApiKeys staff,
      AnswerStore once) {
    ShopApi api = new ShopApi(merchant, initiation);
    return List.of(
        JsonRoute.get("/api/categories", api::categories),
        JsonRoute.get("/api/products", api::products),
        JsonRoute.get("/api/products/{sku}", api::product),
        JsonRoute.post("/api/carts", Call.None.class, api::openCart).answering(201),
        JsonRoute.get("/api/carts/{cart}", api::cart),
        JsonRoute.of(
            Mount.Method.PUT, "/api/carts/{cart}/lines", ShopJson.Put.class, api::put),
        JsonRoute.post("/api/carts/{cart}/order", ShopJson.Checkout.class, api::order)
            .answering(201)
            .once(once),
        JsonRoute.get("/api/orders/{order}", api::standing),
        JsonRoute.post("/api/orders/{order}/shipments", ShopJson.Shipment.class, api::ship)
            .only(staff)
            .once(once),
        JsonRoute.post("/api/orders/{order}/claim", Call.None.class, api::claim)
            .only(staff)
            .once(once));
  }

  private ShopJson.Categories categories(Call<Call.None> call) {
    return new ShopJson.Categories(merchant.shop().categories());
  }

  private ShopJson.Products products(Call<Call.None> call) {
    Shop.Wanted wanted =
        new Shop.Wanted(call.parameter("category"), call.parameter("search"), 100);
    return new ShopJson.Products(
        merchant.shop().find(wanted).stream()
            .map(product -> ShopJson.Product.of(product, language(call)))
            .toList());
  }

  private ShopJson.Product product(Call<Call.None> call) throws HttpRefused {
    return shop(() -> ShopJson.Product.of(
        merchant.shop().product(call.part("sku")), language(call)));
  }

  private ShopJson.Basket openCart(Call<Call.None> call) {
    return ShopJson.Basket.of(merchant.shop().openCart(), language(call));
  }

  private ShopJson.Basket cart(Call<Call.None> call) throws HttpRefused {
    Der id = id(call, "cart");
    return shop(() -> ShopJson.Basket.of(merchant.shop().cart(id), language(call)));
  }

  private ShopJson.Basket put(Call<ShopJson.Put> call) throws HttpRefused {
    Der id = id(call, "cart");
    ShopJson.Put put = call.body();
    return shop(
        () -> {
          Cart cart = merchant.shop().put(id, put.sku(), put.quantity());
          return ShopJson.Basket.of(cart, language(call));
        });
  }

  private ShopJson.Order order(Call<ShopJson.Checkout> call) throws HttpRefused {
    Der id = id(call, "cart");
    ShopJson.Checkout checkout = call.body();
    if (!checkout.language().matches("en|zh")) {
      throw new HttpRefused(422, "order.language", "The shop speaks en and zh.");
    }
    return shop(
        () -> {
          PlacedOrder placed =
              merchant
                  .shop()
                  .place(new Shop.Checkout(id, checkout.language(), checkout.delivery()));
          return ShopJson.Order.of(placed, initiation.apply(placed));
        });
  }

  private ShopJson.Standing standing(Call<Call.None> call) throws HttpRefused {
    LocalID order = new LocalID(id(call, "order"));
    shop(() -> merchant.shop().order(order));
    return standing(order, merchant.sale(order));
  }

  private ShopJson.Standing ship(Call<ShopJson.Shipment> call) throws HttpRefused {
    LocalID order = new LocalID(id(call, "order"));
    shop(() -> merchant.shop().order(order));
    try {
      Ship ship = new Ship(call.body().lines(), call.body().tracking());
      Sale after = merchant.ship(order, ship);
      Parcels.authorized(after);
      return standing(order, Optional.of(after));
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "This cannot be shipped now.");
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "Ship-02", "Name lines of the order, and a tracking number.");
    }
  }

  private ShopJson.Standing claim(Call<Call.None> call) throws HttpRefused {
    LocalID order = new LocalID(id(call, "order"));
    shop(() -> merchant.shop().order(order));
    try {
      return standing(order, Optional.of(merchant.claim(order)));
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "There is nothing to claim now.");
    }
  }

  private ShopJson.Standing standing(LocalID order, Optional<Sale> sale) {
    if (merchant.isExpired(order)) return plain(order, "expired", Optional.empty());
    return switch (sale.orElse(null)) {
      case null -> plain(order, "placed", Optional.empty());
      case Sale.Opened _ -> plain(order, "opened", Optional.empty());
      case Sale.Rejected _ -> plain(order, "rejected", Optional.empty());
      case Sale.Authorizing _ -> plain(order, "authorizing", Optional.empty());
      case Sale.Declined(var _, var code, var _) ->
          plain(order, "declined", Optional.of(code.name()));
      case Sale.Reversed _ -> plain(order, "reversed", Optional.of("approved"));
      case Sale.Authorized authorized ->
          new ShopJson.Standing(
              order.toString(),
              authorized.authAmt().exceeds(authorized.captured()) ? "authorized" : "captured",
              Optional.of("approved"),
              Optional.of(authorized.approvalCode()),
              Optional.of(ShopJson.Amount.of(authorized.authAmt())),
              Optional.of(ShopJson.Amount.of(authorized.captured())));
    };
  }

  private static ShopJson.Standing plain(LocalID order, String name, Optional<String> code) {
    return new ShopJson.Standing(
        order.toString(), name, code, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static String language(Call<?> call) {
    return call.parameter("language").filter(tag -> tag.startsWith("zh")).isPresent() ? "zh" : "en";
  }

  private static Der id(Call<?> call, String part) throws HttpRefused {
    String text = call.part(part);
    if (!text.matches("[0-9a-f]{40}")) throw HttpRefused.notFound();
    return Der.ofHex(text);
  }

  /** Something the shop does or refuses. */
  @FunctionalInterface
  private interface Act<T> {
    T run() throws ShopRefused;
  }

  private static <T> T shop(Act<T> act) throws HttpRefused {
    try {
      return act.run();
    } catch (ShopRefused refused) {
      int status =
          switch (refused.reason()) {
            case notFound -> 404;
            case outOfStock, wrongState, plan -> 409;
            case emptyCart, badRequest -> 422;
          };
      throw new HttpRefused(status, "shop." + refused.reason(), refused.getMessage());
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "shop.badRequest", "Some text is too long or missing.");
    }
  }
}
