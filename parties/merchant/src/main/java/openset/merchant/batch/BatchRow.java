package openset.merchant.batch;

import java.time.Instant;
import java.util.Optional;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;

/**
 * A batch in a list.
 *
 * @param standing open, asking, agrees, differs, closed or refused
 * @param note why the gateway would not, where it would not
 * @param ours what our booked items add up to
 * @param theirs what the gateway's do, as it told last
 */
public record BatchRow(
    BatchName name,
    BrandID brandID,
    Instant openedAt,
    String standing,
    Optional<Instant> closedAt,
    Optional<Instant> comparedAt,
    Optional<String> note,
    Totals ours,
    Optional<Totals> theirs) {
  /**
   * What items add up to.
   *
   * @param debits captures, and credits taken back
   * @param credits money given back, and captures taken back
   */
  public record Totals(int debits, CurrencyAmount debited, int credits, CurrencyAmount credited) {}

  /** Whether something may still be done with it. */
  public boolean isOpen() {
    return closedAt.isEmpty();
  }
}
