package openset.acquirer.office.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Disputes;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** Disputes as a list for people. */
public final class Cases {
  /** Those that end first come first, then those without an end. */
  private static final Listing ALL =
      new Listing(
          "select * from dispute",
          "due nulls last, opened desc, issuer, number",
          Map.of("due", "due", "opened", "opened", "amount", "amount", "merchant", "merchant"),
          Map.of("merchant", "merchant = :merchant", "state", "state = :state"));

  private final Tx tx;

  private Cases(Tx tx) {
    this.tx = tx;
  }

  /** The list in a transaction. */
  public static Cases in(Tx tx) {
    return new Cases(tx);
  }

  /**
   * Disputes, those that end first come first unless sorted by {@code due}, {@code opened}, {@code
   * amount} or {@code merchant}; of a {@code merchant}, or in a {@code state}.
   */
  public Listed<Dispute> disputes(Look look) {
    return ALL.page(tx, look, Disputes::dispute);
  }

  /** How many disputes are in each state, of one merchant or of all; states of none are absent. */
  public Map<DisputeState, Long> counts(Optional<String> merchant) {
    Map<DisputeState, Long> counts = new EnumMap<>(DisputeState.class);
    tx.handle()
        .createQuery(
            """
            select state, count(*) from dispute
            where :merchant::text is null or merchant = :merchant group by state
            """)
        .bind("merchant", merchant.orElse(null))
        .map((row, _) -> Map.entry(DisputeState.valueOf(row.getString(1)), row.getLong(2)))
        .forEach(each -> counts.put(each.getKey(), each.getValue()));
    return Map.copyOf(counts);
  }
}
