package openset.merchant.sale;

import java.util.Optional;
import java.util.Set;
import openset.merchant.shop.PlacedOrder;

/**
 * What a step must know of the shop.
 *
 * @param order that the sale is of; empty where there is none
 * @param shipped numbers of the lines that were shipped
 */
public record SaleFacts(Optional<PlacedOrder> order, Set<Integer> shipped) {
  /** Facts of copies. */
  public SaleFacts {
    shipped = Set.copyOf(shipped);
  }
}
