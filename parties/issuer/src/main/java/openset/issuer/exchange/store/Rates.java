package openset.issuer.exchange.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.issuer.exchange.HouseRates.Given;
import openset.ledger.ExchangeRate;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** The clearing house's rates as they were taken, within one transaction. */
public final class Rates {
  private final Handle handle;

  /** The rates as that transaction sees them. */
  public Rates(Tx tx) {
    this.handle = tx.handle();
  }

  /** Adds one; nothing when it was taken before. */
  public void add(Given given, Instant now) {
    handle
        .createUpdate(
            """
            insert into house_rate (from_currency, to_currency, factor, since, taken)
            values (:from, :to, :factor, :since, :now) on conflict do nothing
            """)
        .bind("from", given.rate().from())
        .bind("to", given.rate().to())
        .bind("factor", given.rate().factor())
        .bind("since", given.since().atOffset(ZoneOffset.UTC))
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The rate of a pair that is in force. */
  public Optional<Given> inForce(int from, int to, Instant now) {
    return handle
        .createQuery(
            """
            select factor, since from house_rate
            where from_currency = :from and to_currency = :to and since <= :now
            order by since desc limit 1
            """)
        .bind("from", from)
        .bind("to", to)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map(
            (row, context) ->
                new Given(
                    new ExchangeRate(from, to, row.getBigDecimal("factor")),
                    row.getObject("since", OffsetDateTime.class).toInstant()))
        .findOne();
  }
}
