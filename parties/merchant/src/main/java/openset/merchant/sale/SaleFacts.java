package openset.merchant.sale;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import openset.merchant.shop.PlacedOrder;
import openset.set.treatment.merchant.Publication;

/**
 * What a step must know of the shop.
 *
 * @param order that the sale is of; empty where there is none
 * @param shipped numbers of the lines that were shipped
 * @param ship what the merchant's own people want shipped with this step
 * @param placements takes what the step learns of places in batches
 * @param direct what a PReq is held to that comes without PInit
 */
public record SaleFacts(
    Optional<PlacedOrder> order,
    Set<Integer> shipped,
    Optional<Ship> ship,
    Placements placements,
    Direct direct) {
  /**
   * What is known where PReq comes without PInit.
   *
   * @param publication of the order's offer for the brand; empty where it was not published
   * @param xidSeen whether its XID was seen in any sale
   */
  public record Direct(Optional<Publication> publication, boolean xidSeen) {
    /** Nothing was published. */
    public static final Direct NOTHING = new Direct(Optional.empty(), false);
  }

  /** Facts of copies. */
  public SaleFacts {
    shipped = Set.copyOf(shipped);
  }

  /** Nothing is to be shipped now. */
  public SaleFacts(Optional<PlacedOrder> order, Set<Integer> shipped) {
    this(order, shipped, Optional.empty(), new Placements(), Direct.NOTHING);
  }

  /** Whether with this step nothing of the order is left to ship. */
  public boolean isAllShipped() {
    Set<Integer> all = new HashSet<>(shipped);
    ship.ifPresent(now -> all.addAll(now.lines()));
    return order.filter(o -> all.size() < o.offer().value().lines().size()).isEmpty();
  }
}
