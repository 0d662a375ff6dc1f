package openset.gateway.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.set.data.BrandID;
import openset.set.data.CurrencyCode;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.ClosedWhen;

/**
 * One batch of a merchant.
 *
 * @param key in our tables; 0 while it is not stored
 * @param currency of all its items
 * @param brands whose items it takes; empty for all
 * @param closed how and when; empty while it is open
 * @param last the number of its last item; 0 where it has none
 */
public record Batch(
    long key,
    Account account,
    BatchID batchID,
    CurrencyCode currency,
    List<String> brands,
    Instant openedAt,
    Optional<ClosedWhen> closed,
    int last) {
  /** Copies the list. */
  public Batch {
    brands = List.copyOf(brands);
  }

  /** A new one. */
  static Batch open(
      Account account, BatchID id, CurrencyCode currency, List<String> brands, Instant at) {
    return new Batch(0, account, id, currency, brands, at, Optional.empty(), 0);
  }

  /** Whether it takes items. */
  public boolean isOpen() {
    return closed.isEmpty();
  }

  /** Whether it takes items of this brand. */
  boolean takes(BrandID brand) {
    return brands.isEmpty() || brands.contains(brand.name());
  }

  Batch closed(ClosedWhen when) {
    return new Batch(
        key, account, batchID, currency, brands, openedAt, Optional.of(when), last);
  }
}
