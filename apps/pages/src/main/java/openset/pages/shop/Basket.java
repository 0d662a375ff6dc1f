package openset.pages.shop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.http.PageRoute;
import openset.http.page.Cookie;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.merchant.shop.Cart;
import openset.merchant.shop.Product;
import openset.merchant.shop.Shop;
import openset.merchant.shop.ShopRefused;
import openset.merchant.shop.Terms;
import openset.pages.Link;
import openset.pages.PlanWords;
import openset.set.data.CurrencyAmount;

/** The cart. The cookie {@code cart} holds its number, which only its owner knows. */
final class Basket {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final String QUANTITY = "quantity-";

  private final Doorway doorway;

  Basket(Doorway doorway) {
    this.doorway = doorway;
  }

  List<PageRoute> routes() {
    return List.of(
        PageRoute.get("/cart", this::show),
        PageRoute.post("/cart", this::add),
        PageRoute.post("/cart/lines", this::change));
  }

  /**
   * A cart as its page shows it.
   *
   * @param added what was put in just now
   * @param untilFree what is missing until delivery is free
   */
  record Shown(
      Cart cart,
      Terms.Sums sums,
      Optional<String> added,
      Optional<CurrencyAmount> untilFree) {
    /** Whether all of it is there. */
    boolean isThere() {
      return cart.lines().stream().allMatch(Shown::isThere);
    }

    static boolean isThere(Cart.Line line) {
      return line.quantity() <= line.product().stock();
    }
  }

  private Page show(Visit visit) {
    Optional<Cart> cart = doorway.cart(visit).filter(c -> !c.lines().isEmpty());
    if (cart.isEmpty()) return empty(visit);
    Terms terms = doorway.merchant().shop().terms();
    Terms.Sums sums = terms.sums(cart.get());
    Optional<CurrencyAmount> untilFree =
        Optional.of(sums)
            .filter(s -> s.delivery().isPositive())
            .map(s -> terms.deliveryFreeFrom().minus(s.goods()));
    Optional<String> added =
        visit
            .parameter("added")
            .filter(sku -> holds(cart.get(), sku));
    Shown shown = new Shown(cart.get(), sums, added, untilFree);
    View view = doorway.view(visit, "/cart", ShopWords.CART, "");
    return Doorway.page(out -> JtecartGenerated.render(out, null, view, shown));
  }

  private static boolean holds(Cart cart, String sku) {
    return cart.lines().stream().anyMatch(line -> line.product().sku().equals(sku));
  }

  Page empty(Visit visit) {
    return doorway.message(
        200,
        visit,
        "/cart",
        new Message(
            ShopWords.EMPTY_CART,
            ShopWords.EMPTY_CART_MORE,
            Link.to("/", ShopWords.GO_ON),
            "empty"));
  }

  private Page add(Visit visit) {
    Shop shop = doorway.merchant().shop();
    String sku = visit.field("sku");
    Cart cart = doorway.cart(visit).orElseGet(shop::openCart);
    int there =
        cart.lines().stream()
            .filter(line -> line.product().sku().equals(sku))
            .mapToInt(Cart.Line::quantity)
            .sum();
    try {
      Product product = shop.product(sku);
      int wanted = there + quantity(visit.field("quantity")).orElse(1);
      shop.put(cart.cartId(), sku, most(product, wanted));
      return kept(Page.see("/cart?added=" + product.sku()), cart.cartId());
    } catch (ShopRefused refused) {
      return refused.reason() == ShopRefused.Reason.plan
          ? alone(visit)
          : doorway.nothing(visit, ShopWords.GONE);
    }
  }

  /** What is paid by a plan is not put beside anything else. */
  private Page alone(Visit visit) {
    return doorway.message(
        409,
        visit,
        "/cart",
        new Message(
            PlanWords.ALONE,
            PlanWords.ALONE_MORE,
            Link.to("/cart", ShopWords.CART),
            "wait"));
  }

  private static int most(Product product, int wanted) {
    int most = product.digital() ? 1 : Cart.QUANTITY_MAX;
    return (int) Math.min(Math.min(wanted, most), product.stock());
  }

  private Page change(Visit visit) {
    Optional<Cart> cart = doorway.cart(visit);
    if (cart.isEmpty()) return Page.see("/cart");
    String gone = visit.field("remove");
    for (Cart.Line line : cart.get().lines()) {
      String sku = line.product().sku();
      Optional<Integer> quantity =
          sku.equals(gone) ? Optional.of(0) : quantity(visit.field(QUANTITY + sku));
      if (quantity.isPresent()) put(cart.get().cartId(), sku, quantity.get());
    }
    return Page.see("/cart");
  }

  private void put(Der cart, String sku, int quantity) {
    try {
      doorway.merchant().shop().put(cart, sku, quantity);
    } catch (ShopRefused gone) {
      // The cart was ordered in another window meanwhile; its page says that it is empty.
      return;
    }
  }

  /** A quantity that a cart can hold; anything else is no answer. */
  private static Optional<Integer> quantity(String text) {
    if (!text.matches("[0-9]{1,4}")) return Optional.empty();
    return Optional.of(Math.min(Integer.parseInt(text), Cart.QUANTITY_MAX));
  }

  private static Page kept(Page page, Der cart) {
    return page.keeping(Cookie.lasting(Doorway.CART, cart.toString(), KEPT));
  }
}
