package openset.acquirer.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.iso8583.host.SettlementAdvice;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Cycles settled with this acquirer, each once. */
public final class Settlements {
  private final Handle handle;

  private Settlements(Handle handle) {
    this.handle = handle;
  }

  /** The settlements in a transaction. */
  public static Settlements in(Tx tx) {
    return new Settlements(tx.handle());
  }

  /**
   * A settled cycle.
   *
   * @param currency ISO 4217 numeric
   * @param totals what the acquirer got and owed in it
   */
  public record Settled(String cycle, int currency, SettlementAdvice.Totals totals) {}

  /** A cycle, when it is settled. */
  public Optional<Settled> find(String cycle, int currency) {
    return handle
        .createQuery("select * from settlement where cycle = :cycle and currency = :currency")
        .bind("cycle", cycle)
        .bind("currency", currency)
        .map(
            (row, _) ->
                new Settled(
                    row.getString("cycle"),
                    row.getInt("currency"),
                    new SettlementAdvice.Totals(
                        row.getLong("items"),
                        row.getLong("debit_items"),
                        row.getLong("amount"),
                        row.getLong("debit_amount"))))
        .findOne();
  }

  /** Notes a settled cycle; false when it was noted before. */
  public boolean add(Settled settled, Instant now) {
    int rows =
        handle
            .createUpdate(
                """
                insert into settlement
                  (cycle, currency, items, amount, debit_items, debit_amount, at)
                values (:cycle, :currency, :items, :amount, :debits, :owed, :at)
                on conflict do nothing
                """)
            .bind("cycle", settled.cycle())
            .bind("currency", settled.currency())
            .bind("items", settled.totals().creditCount())
            .bind("amount", settled.totals().credits())
            .bind("debits", settled.totals().debitCount())
            .bind("owed", settled.totals().debits())
            .bind("at", now.atOffset(ZoneOffset.UTC))
            .execute();
    return rows == 1;
  }
}
