package openset.merchant.shop;

import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.merchant.plan.PlanTerms;

/**
 * What a customer has put aside.
 *
 * @param cartId 20 octets that only the customer knows
 */
public record Cart(Der cartId, List<Line> lines) {
  /** The most of one product a cart takes. */
  public static final int QUANTITY_MAX = 99;

  /** So many of a product. */
  public record Line(Product product, int quantity) {}

  /** A cart with its lines in the order of their sku. */
  public Cart {
    lines = List.copyOf(lines);
  }

  /** Plan-01: how all of it is paid, where it is not paid at once. */
  public Optional<PlanTerms> plan() {
    return lines.stream().flatMap(line -> line.product().plan().stream()).findFirst();
  }

  /** Plan-01: what is paid by a plan is ordered by itself. */
  boolean mixes() {
    return lines.size() > 1 && plan().isPresent();
  }

  /** Whether something in it has to be shipped. */
  public boolean hasGoods() {
    return lines.stream().anyMatch(line -> !line.product().digital());
  }
}
