package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import openset.issuer.decision.Recent;
import openset.issuer.decision.Series;
import openset.issuer.decision.Spending;
import openset.iso8583.host.Amount;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/** What was approved, as the rules of spending look at it, within one transaction. */
public final class Spendings {
  private static final int FETCHED = 500;

  private final Handle handle;

  /** The approvals as that transaction sees them. */
  public Spendings(Tx tx) {
    this.handle = tx.handle();
  }

  /** What a card was approved for after that time. */
  public Recent recent(CardKey card, Instant since) {
    List<Recent.Spent> spent =
        handle
            .createQuery(
                """
                select asked, coalesce(approved_minor, minor) as minor, currency from authorized
                where card = :card and asked > :since and state = 'HELD'
                """)
            .bind("card", card.bytes())
            .bind("since", since.atOffset(ZoneOffset.UTC))
            .map((row, context) -> new Recent.Spent(asked(row), amount(row)))
            .list();
    return new Recent(spent);
  }

  /** How many authorizations of a card after that time gave a wrong security code. */
  public int wrongCodes(CardKey card, Instant since) {
    return handle
        .createQuery(
            """
            select count(*) from authorized
            where card = :card and asked > :since and code_result = 'N'
            """)
        .bind("card", card.bytes())
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .mapTo(Integer.class)
        .one();
  }

  /** Tells all that was approved from one time until before another, in the order it was asked. */
  public void tell(Instant from, Instant until, BiConsumer<String, Spending> listener) {
    ResultIterable<Told> found =
        handle
            .createQuery(
                """
                select encode(card, 'hex') as holder, asked, minor, currency, category, country,
                       coalesce(product, '') as product,
                       coalesce(recurrence, 'SINGLE') as series
                from authorized
                where asked >= :from and asked < :until and state = 'HELD' and card is not null
                order by asked, exchange, acquirer
                """)
            .bind("from", from.atOffset(ZoneOffset.UTC))
            .bind("until", until.atOffset(ZoneOffset.UTC))
            .setFetchSize(FETCHED)
            .map((row, context) -> told(row));
    try (Stream<Told> stream = found.stream()) {
      stream.forEach(each -> listener.accept(each.holder(), each.spending()));
    }
  }

  private record Told(String holder, Spending spending) {}

  private static Told told(ResultSet row) throws SQLException {
    Spending spending =
        new Spending(
            asked(row),
            amount(row),
            row.getString("category"),
            Optional.ofNullable(row.getString("country")),
            row.getString("product"),
            Series.valueOf(row.getString("series")));
    return new Told(row.getString("holder"), spending);
  }

  private static Instant asked(ResultSet row) throws SQLException {
    return row.getObject("asked", OffsetDateTime.class).toInstant();
  }

  private static Amount amount(ResultSet row) throws SQLException {
    return new Amount(row.getLong("minor"), row.getInt("currency"));
  }
}
