package openset.merchant.batch;

import java.util.List;
import java.util.Optional;
import openset.set.data.BrandID;
import openset.set.data.sale.BatchStatus;

/**
 * What we know of a batch ourselves.
 *
 * @param brandID a brand of its account; empty where the batch is new
 * @param status our own reckoning of its booked items; empty where it is new
 * @param items all of its items, in order
 */
public record BatchFacts(
    Optional<BrandID> brandID, Optional<BatchStatus> status, List<Item> items) {
  /** Copies the list. */
  public BatchFacts {
    items = List.copyOf(items);
  }

  /**
   * One of our items.
   *
   * @param minor below 0 where money went back
   */
  public record Item(int sequence, long minor, boolean booked) {}
}
