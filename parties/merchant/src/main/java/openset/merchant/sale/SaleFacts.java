package openset.merchant.sale;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import openset.merchant.shop.PlacedOrder;

/**
 * What a step must know of the shop.
 *
 * @param order that the sale is of; empty where there is none
 * @param shipped numbers of the lines that were shipped
 * @param ship what the merchant's own people want shipped with this step
 * @param placements takes what the step learns of places in batches
 */
public record SaleFacts(
    Optional<PlacedOrder> order,
    Set<Integer> shipped,
    Optional<Ship> ship,
    Placements placements) {
  /** Facts of copies. */
  public SaleFacts {
    shipped = Set.copyOf(shipped);
  }

  /** Nothing is to be shipped now. */
  public SaleFacts(Optional<PlacedOrder> order, Set<Integer> shipped) {
    this(order, shipped, Optional.empty(), new Placements());
  }

  /** Whether with this step nothing of the order is left to ship. */
  public boolean isAllShipped() {
    Set<Integer> all = new HashSet<>(shipped);
    ship.ifPresent(now -> all.addAll(now.lines()));
    return order.filter(o -> all.size() < o.offer().value().lines().size()).isEmpty();
  }
}
