package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.iso8583.host.Octets;
import openset.iso8583.host.SettlementAdvice;
import openset.ledger.Money;
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

  /**
   * A capture that was settled.
   *
   * @param item its key
   * @param fee what the merchant was charged
   * @param booked when its cycle was settled
   * @param payout number of the first instruction after that, if it was not sent back
   */
  public record Line(
      Octets item,
      Money amount,
      Money fee,
      String cycle,
      Instant booked,
      Optional<Long> payout) {}

  /** The captures of a merchant's purchase that were settled, the oldest first. */
  public List<Line> of(String merchant, Octets xid) {
    return handle
        .createQuery(
            """
            select item.key, item.amount, item.currency, fee, cycle, settlement.at,
              (select min(number) from payout where payout.merchant = item.merchant
                and payout.currency = item.currency and payout.at >= settlement.at
                and state <> 'RETURNED') as payout
            from item join settlement using (cycle, currency)
            where item.merchant = :merchant and item.xid = :xid and kind = 'CAPTURE'
              and response = '00' and presented = '00' and not reversed
            order by item.number
            """)
        .bind("merchant", merchant)
        .bind("xid", xid.bytes())
        .map((row, _) -> line(row))
        .list();
  }

  private static Line line(ResultSet row) throws SQLException {
    int currency = row.getInt("currency");
    return new Line(
        Octets.of(row.getBytes("key")),
        new Money(currency, row.getLong("amount")),
        new Money(currency, row.getLong("fee")),
        row.getString("cycle"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("payout", Long.class)));
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
