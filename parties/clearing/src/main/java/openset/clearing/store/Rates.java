package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.ledger.ExchangeRate;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;
import org.jdbi.v3.core.Handle;

/** Rates of exchange: given by the house, each in force until the next of its pair is. */
public final class Rates {
  private static final Listing LISTING =
      new Listing(
          """
          select rate.*, case when since > :now then 'coming'
            when exists (select from rate as later
              where later.from_currency = rate.from_currency
                and later.to_currency = rate.to_currency
                and later.since > rate.since and later.since <= :now) then 'past'
            else 'current' end as standing
          from rate
          """,
          "since desc, number desc",
          Map.of(
              "since", "since", "from", "from_currency", "to", "to_currency", "rate", "factor",
              "by", "entered_by"),
          Map.of(
              "standing", "standing = :standing",
              "currency", ":currency::integer in (from_currency, to_currency)"));

  private final Tx tx;
  private final Handle handle;

  private Rates(Tx tx) {
    this.tx = tx;
    this.handle = tx.handle();
  }

  /** The rates in a transaction. */
  public static Rates in(Tx tx) {
    return new Rates(tx);
  }

  /** Writes a rate; false when there is one of its pair from that moment on. */
  public boolean add(Rate rate, Instant now) {
    return handle
            .createUpdate(
                """
                insert into rate (from_currency, to_currency, factor, since, entered_by, entered)
                values (:from, :to, :factor, :since, :by, :now) on conflict do nothing
                """)
            .bind("from", rate.rate().from())
            .bind("to", rate.rate().to())
            .bind("factor", rate.rate().factor())
            .bind("since", rate.since().atOffset(ZoneOffset.UTC))
            .bind("by", rate.by())
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** The rates that are in force, and those that will be, by pair and time. */
  public List<Rate> current(Instant now) {
    return handle
        .createQuery(
            """
            select * from rate where not exists (select from rate as later
                where later.from_currency = rate.from_currency
                  and later.to_currency = rate.to_currency
                  and later.since > rate.since and later.since <= :now)
              order by from_currency, to_currency, since
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map((row, _) -> rate(row))
        .list();
  }

  /** Where a rate stands. */
  public enum Standing {
    /** It will be in force. */
    COMING,
    /** It is in force. */
    CURRENT,
    /** Another took its place. */
    PAST
  }

  /** A rate and where it stands. */
  public record Row(Rate rate, Standing standing) {}

  /** Rates, the newest first; filters {@code standing} and {@code currency}, of either side. */
  public Listed<Row> list(Look look, Instant now) {
    return LISTING.page(
        tx,
        look,
        Map.of("now", now.atOffset(ZoneOffset.UTC)),
        row ->
            new Row(
                rate(row), Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT))));
  }

  /** The rate of a pair that is in force. */
  public Optional<Rate> inForce(int from, int to, Instant now) {
    return current(now).stream()
        .filter(each -> each.rate().from() == from && each.rate().to() == to)
        .filter(each -> !each.since().isAfter(now))
        .findFirst();
  }

  /** Whether the house gave this rate, and it was in force within that time. */
  public boolean wasInForce(ExchangeRate rate, Duration within, Instant now) {
    return handle
        .createQuery(
            """
            select exists (select from rate where from_currency = :from and to_currency = :to
              and factor = :factor and since <= :now
              and not exists (select from rate as later
                where later.from_currency = :from and later.to_currency = :to
                  and later.since > rate.since and later.since <= :begins))
            """)
        .bind("from", rate.from())
        .bind("to", rate.to())
        .bind("factor", rate.factor())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("begins", now.minus(within).atOffset(ZoneOffset.UTC))
        .mapTo(Boolean.class)
        .one();
  }

  private static Rate rate(ResultSet row) throws SQLException {
    return new Rate(
        new ExchangeRate(
            row.getInt("from_currency"), row.getInt("to_currency"), row.getBigDecimal("factor")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("entered_by"));
  }
}
