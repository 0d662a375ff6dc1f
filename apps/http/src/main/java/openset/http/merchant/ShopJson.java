package openset.http.merchant;

import java.util.List;
import java.util.Optional;
import openset.merchant.shop.Cart;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.CountryCode;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;

/** The shop as JSON. */
public final class ShopJson {
  private ShopJson() {}

  /** An amount: minor units, and the same as people write it. */
  public record Amount(String currency, long minor, String text) {
    static Amount of(CurrencyAmount amount) {
      return new Amount(amount.currency().letters(), amount.minor(), amount.toString());
    }
  }

  /** A product in the language asked for. */
  public record Product(
      String sku,
      String category,
      String name,
      String about,
      Amount unitPrice,
      int taxBasisPoints,
      boolean digital,
      long stock) {
    static Product of(openset.merchant.shop.Product product, String language) {
      return new Product(
          product.sku(),
          product.category(),
          product.name().in(language),
          product.about().in(language),
          Amount.of(product.unitPrice()),
          product.taxBasisPoints(),
          product.digital(),
          product.stock());
    }
  }

  /** Products found. */
  public record Products(List<Product> products) {}

  /** The names of all categories. */
  public record Categories(List<String> categories) {}

  /** A cart. */
  public record Basket(String cart, List<BasketLine> lines) {
    static Basket of(Cart cart, String language) {
      return new Basket(
          cart.cartId().toString(),
          cart.lines().stream()
              .map(line -> new BasketLine(Product.of(line.product(), language), line.quantity()))
              .toList());
    }
  }

  /** So many of a product. */
  public record BasketLine(Product product, int quantity) {}

  /** How many of a product a cart shall hold; 0 takes it out. */
  public record Put(String sku, int quantity) {}

  /**
   * Where an order goes.
   *
   * @param language of the order's lines: {@code en} or {@code zh}
   * @param recipient the person's name
   * @param address lines; none where everything is digital
   * @param country ISO 3166 numeric, where goods are shipped
   */
  public record Checkout(
      String language, String recipient, List<String> address, Optional<Integer> country) {
    Delivery delivery() {
      DeliveryMethod method = address.isEmpty() ? DeliveryMethod.digital : DeliveryMethod.parcel;
      return new Delivery(method, recipient, address, country.map(CountryCode::new));
    }
  }

  /** One line of an order. */
  public record Line(
      int line,
      String article,
      String description,
      int quantity,
      Amount unitPrice,
      Amount lineTotal) {
    static Line of(OrderLine line) {
      return new Line(
          line.lineNumber(),
          line.article(),
          line.description(),
          line.quantity(),
          Amount.of(line.unitPrice()),
          Amount.of(line.lineTotal()));
    }
  }

  /**
   * An order: the list the customer keeps.
   *
   * @param order LID-M in hexadecimal
   * @param initiation wakes the wallet ({@code application/set-payment-initiation})
   */
  public record Order(
      String order,
      String orderNumber,
      String date,
      List<Line> lines,
      Amount tax,
      Amount delivery,
      Amount total,
      List<String> brands,
      String initiation) {
    static Order of(PlacedOrder placed, String initiation) {
      Offer offer = placed.offer().value();
      return new Order(
          placed.lidM().toString(),
          placed.orderNumber(),
          offer.date().toString(),
          offer.lines().stream().map(Line::of).toList(),
          Amount.of(offer.tax()),
          Amount.of(offer.deliveryCharge()),
          Amount.of(offer.total()),
          offer.brandIDs().stream().map(Object::toString).toList(),
          initiation);
    }
  }

  /**
   * How an order stands.
   *
   * @param standing {@code placed}, {@code opened}, {@code rejected}, {@code authorizing}, {@code
   *     declined}, {@code authorized} or {@code captured}
   * @param authCode what the gateway said, where it was asked
   */
  public record Standing(
      String order,
      String standing,
      Optional<String> authCode,
      Optional<String> approvalCode,
      Optional<Amount> authorized,
      Optional<Amount> captured) {}

  /** Lines to ship, or to hand out. */
  public record Shipment(List<Integer> lines, String tracking) {}
}
