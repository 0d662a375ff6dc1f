package openset.pages.shop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.http.PageRoute;
import openset.http.page.Cookie;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.merchant.shop.Cart;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shop;
import openset.merchant.shop.ShopRefused;
import openset.merchant.shop.Terms;

/** Checking out: where to, and the order. */
final class Till {
  static final String ORDERS = "orders";
  private static final Duration KEPT = Duration.ofDays(365);
  private static final int REMEMBERED = 12;

  private final Doorway doorway;
  private final Basket basket;

  Till(Doorway doorway, Basket basket) {
    this.doorway = doorway;
    this.basket = basket;
  }

  List<PageRoute> routes() {
    return List.of(
        PageRoute.get("/checkout", this::show), PageRoute.post("/checkout", this::order));
  }

  private Page show(Visit visit) {
    Optional<Cart> cart = filled(visit);
    if (cart.isEmpty()) return basket.empty(visit);
    return page(200, visit, cart.get(), AddressForm.blank(cart.get()));
  }

  private Page page(int status, Visit visit, Cart cart, AddressForm form) {
    View view = doorway.view(visit, "/checkout", OrderWords.CHECKOUT, "");
    Terms.Sums sums = doorway.merchant().shop().terms().sums(cart);
    return Doorway.page(
        status, out -> JtecheckoutGenerated.render(out, null, view, cart, sums, form));
  }

  private Page order(Visit visit) {
    Optional<Cart> cart = filled(visit);
    // Pressed twice: the first press has made an order of it.
    if (cart.isEmpty()) return remembered(visit).isEmpty() ? basket.empty(visit) : latest(visit);
    AddressForm form = AddressForm.of(visit, cart.get());
    if (!form.isRight()) return page(422, visit, cart.get(), form);
    View view = doorway.view(visit, "/checkout", OrderWords.CHECKOUT, "");
    try {
      PlacedOrder placed =
          doorway
              .merchant()
              .shop()
              .place(
                  new Shop.Checkout(
                      cart.get().cartId(),
                      view.language().name(),
                      form.delivery(view.language())));
      return Page.see("/orders/" + placed.lidM())
          .keeping(Cookie.gone(Doorway.CART))
          .keeping(Cookie.lasting(ORDERS, with(visit, placed.lidM().toString()), KEPT));
    } catch (ShopRefused refused) {
      // Somebody was quicker; the cart's page says of what too few are left.
      return Page.see("/cart");
    }
  }

  private Optional<Cart> filled(Visit visit) {
    return doorway.cart(visit).filter(cart -> !cart.lines().isEmpty());
  }

  private static Page latest(Visit visit) {
    return Page.see("/orders/" + remembered(visit).getFirst());
  }

  /** The labels of this browser's orders, the latest first. */
  static List<String> remembered(Visit visit) {
    return Stream.of(visit.cookie(ORDERS).orElse("").split("\\."))
        .filter(label -> label.matches("[0-9a-f]{40}"))
        .limit(REMEMBERED)
        .toList();
  }

  private static String with(Visit visit, String label) {
    List<String> labels = new ArrayList<>(remembered(visit));
    labels.addFirst(label);
    return String.join(".", labels.subList(0, Math.min(REMEMBERED, labels.size())));
  }
}
