package openset.merchant.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import openset.crypto.Randomness;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.data.Salt;
import openset.set.data.order.Delivery;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;

/**
 * How a merchant reckons an order.
 *
 * @param brandIDs the brands it takes
 * @param delivery for an order with goods to ship
 * @param deliveryFreeFrom goods worth this much are delivered free
 * @param payWithin how long an order waits for being paid; then what it took is for others
 */
public record Terms(
    List<BrandID> brandIDs,
    CurrencyAmount delivery,
    CurrencyAmount deliveryFreeFrom,
    Duration payWithin) {
  /** How long an order waits where nothing else is said. */
  public static final Duration PAY_WITHIN = Duration.ofMinutes(30);

  /** Terms under which an order waits {@link #PAY_WITHIN}. */
  public Terms(
      List<BrandID> brandIDs, CurrencyAmount delivery, CurrencyAmount deliveryFreeFrom) {
    this(brandIDs, delivery, deliveryFreeFrom, PAY_WITHIN);
  }

  /** Terms of copies. */
  public Terms {
    brandIDs = List.copyOf(brandIDs);
  }

  /** Who orders, in which language, and where to. */
  record Customer(LocalID lidM, Instant at, String language, Delivery delivery) {}

  /** What a cart comes to: goods before tax, their tax, delivery, and all of it. */
  public record Sums(
      CurrencyAmount goods, CurrencyAmount tax, CurrencyAmount delivery, CurrencyAmount total) {}

  /** What a cart comes to. */
  public Sums sums(Cart cart) {
    CurrencyAmount goods = CurrencyAmount.zero(delivery.currency());
    CurrencyAmount tax = goods;
    for (Cart.Line line : cart.lines()) {
      CurrencyAmount amount = line.product().unitPrice().times(line.quantity());
      goods = goods.plus(amount);
      tax = tax.plus(line.product().taxOn(amount));
    }
    CurrencyAmount fee = fee(cart, goods);
    return new Sums(goods, tax, fee, goods.plus(tax).plus(fee));
  }

  /** The offer for what is in a cart; each line with a salt of its own. */
  Offer offer(Cart cart, Customer customer, Randomness randomness) {
    List<OrderLine> lines = new ArrayList<>();
    for (Cart.Line line : cart.lines()) {
      lines.add(line(lines.size() + 1, line, customer.language(), Salt.random(randomness)));
    }
    Sums sums = sums(cart);
    return new Offer(
        customer.lidM(),
        customer.at(),
        brandIDs,
        lines,
        sums.tax(),
        sums.delivery(),
        sums.total(),
        customer.delivery(),
        cart.plan().map(plan -> plan.from(customer.at())));
  }

  /**
   * The offer for an order of the merchant's own shop system.
   *
   * @throws IllegalArgumentException where a text or an amount is outside its bounds
   */
  Offer offer(OutsideOrder order, LocalID lidM, Instant at, Randomness randomness) {
    CurrencyCode currency = delivery.currency();
    CurrencyAmount tax = new CurrencyAmount(currency, order.tax());
    CurrencyAmount charge = new CurrencyAmount(currency, order.deliveryCharge());
    CurrencyAmount total = tax.plus(charge);
    List<OrderLine> lines = new ArrayList<>();
    for (OutsideOrder.Line line : order.lines()) {
      CurrencyAmount price = new CurrencyAmount(currency, line.unitPrice());
      CurrencyAmount sum = price.times(line.quantity());
      total = total.plus(sum);
      lines.add(
          new OrderLine(
              lines.size() + 1,
              line.article(),
              line.description(),
              line.quantity(),
              price,
              sum,
              Salt.random(randomness)));
    }
    return new Offer(
        lidM, at, brandIDs, lines, tax, charge, total, order.delivery(), order.plan());
  }

  private static OrderLine line(int number, Cart.Line line, String language, Salt salt) {
    Product product = line.product();
    return new OrderLine(
        number,
        product.sku(),
        product.name().in(language),
        line.quantity(),
        product.unitPrice(),
        product.unitPrice().times(line.quantity()),
        salt);
  }

  private CurrencyAmount fee(Cart cart, CurrencyAmount goods) {
    boolean free = !cart.hasGoods() || !deliveryFreeFrom.exceeds(goods);
    return free ? CurrencyAmount.zero(delivery.currency()) : delivery;
  }
}
