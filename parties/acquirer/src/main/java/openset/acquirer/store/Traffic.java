package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.store.LoggedAuthorization.Manner;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Authorizations, items and fees as lists for people. */
public final class Traffic {
  /** How long an issuer holds the money of an authorization at least. */
  public static final Duration LIFE = Duration.ofDays(7);

  private static final String CAPTURED =
      """
      coalesce((select sum(i.amount) from item i where i.original = a.key
        and i.kind = 'CAPTURE' and i.response = '00' and not i.reversed), 0)
      """;
  private static final String OPEN =
      "a.response in ('00', '10') and a.approved is not null and not a.reversed"
          + " and coalesce(a.replaced, a.approved) > "
          + CAPTURED;

  private final Handle handle;

  private Traffic(Handle handle) {
    this.handle = handle;
  }

  /** The lists in a transaction. */
  public static Traffic in(Tx tx) {
    return new Traffic(tx.handle());
  }

  /**
   * One authorization.
   *
   * @param asked what was asked for
   * @param approved what is approved of it still; nothing when it was declined or reversed
   * @param captured what of that was captured
   */
  public record Line(
      Identity identity, Asked asked, Money approved, Money captured, Instant at) {}

  /** By which an authorization is found. */
  public record Identity(Octets key, Octets xid, String merchant, String terminal) {}

  /**
   * What was asked, and the answer.
   *
   * @param card the card number masked
   * @param response the answer's code; absent while it is under way
   */
  public record Asked(
      Manner manner, String brand, String card, Money amount, Optional<String> response) {}

  /** By what authorizations are sorted; all newest or largest first. */
  public enum Sort {
    TIME("a.at desc, a.key"),
    AMOUNT("a.amount desc, a.at desc, a.key"),
    MERCHANT("a.merchant, a.at desc, a.key");

    private final String order;

    Sort(String order) {
      this.order = order;
    }
  }

  /** Authorizations, of one merchant or of all. */
  public List<Line> authorizations(Optional<String> merchant, Sort sort, Page page) {
    return lines("true", merchant, sort.order, page).map((row, _) -> line(row)).list();
  }

  /** Approved authorizations of which something was not captured yet, the oldest first. */
  public List<Line> unmatched(Optional<String> merchant, Page page) {
    return lines(OPEN, merchant, "a.at, a.key", page).map((row, _) -> line(row)).list();
  }

  /** Those of them whose time ends before an instant and has not ended yet. */
  public List<Line> expiring(Optional<String> merchant, Instant now, Instant before, Page page) {
    return lines(OPEN + " and a.at > :from and a.at <= :until", merchant, "a.at, a.key", page)
        .bind("from", now.minus(LIFE).atOffset(ZoneOffset.UTC))
        .bind("until", before.minus(LIFE).atOffset(ZoneOffset.UTC))
        .map((row, _) -> line(row))
        .list();
  }

  private Query lines(String where, Optional<String> merchant, String order, Page page) {
    return handle
        .createQuery(
            "select a.*, "
                + CAPTURED
                + " as captured from authorization_log a where "
                + where
                + " and (:merchant::text is null or a.merchant = :merchant) order by "
                + order
                + " offset :skip limit :most")
        .bind("merchant", merchant.orElse(null))
        .bind("skip", page.from())
        .bind("most", page.most());
  }

  private static Line line(ResultSet row) throws SQLException {
    int currency = row.getInt("currency");
    long replaced = row.getLong("replaced");
    long approved = row.wasNull() ? row.getLong("approved") : replaced;
    return new Line(
        new Identity(
            Octets.of(row.getBytes("key")),
            Octets.of(row.getBytes("xid")),
            row.getString("merchant"),
            row.getString("terminal")),
        new Asked(
            Manner.valueOf(row.getString("manner")),
            row.getString("brand"),
            row.getString("card"),
            new Money(currency, row.getLong("amount")),
            Optional.ofNullable(row.getString("response"))),
        new Money(currency, row.getBoolean("reversed") ? 0 : approved),
        new Money(currency, row.getBigDecimal("captured").longValueExact()),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  /**
   * One item.
   *
   * @param fee what the merchant is charged for it
   * @param presented the clearing house's last word; absent while it waits
   */
  public record Moved(
      Octets original, Octets key, Kind kind, Money amount, Money fee, Cleared cleared) {}

  /** Where an item stands. */
  public record Cleared(
      boolean cancelled, Optional<ResponseCode> presented, Optional<String> cycle, Instant at) {}

  /** Accepted items of a merchant, the latest first; of one cycle or of all. */
  public List<Moved> items(String merchant, Optional<String> cycle, Page page) {
    return handle
        .createQuery(
            """
            select * from item where merchant = :merchant and response = '00'
              and (:cycle::text is null or cycle = :cycle)
            order by number desc offset :skip limit :most
            """)
        .bind("merchant", merchant)
        .bind("cycle", cycle.orElse(null))
        .bind("skip", page.from())
        .bind("most", page.most())
        .map((row, _) -> moved(row))
        .list();
  }

  private static Moved moved(ResultSet row) throws SQLException {
    int currency = row.getInt("currency");
    return new Moved(
        Octets.of(row.getBytes("original")),
        Octets.of(row.getBytes("key")),
        Kind.valueOf(row.getString("kind")),
        new Money(currency, row.getLong("amount")),
        new Money(currency, row.getLong("fee")),
        new Cleared(
            row.getBoolean("cancelled"),
            Optional.ofNullable(row.getString("presented")).flatMap(ResponseCode::of),
            Optional.ofNullable(row.getString("cycle")),
            row.getObject("at", OffsetDateTime.class).toInstant()));
  }

  /** Fees of one kind, of items that are in a cycle. */
  public record FeeSum(
      String merchant, FeeKind kind, String brand, boolean charged, Money fee) {}

  /** What merchants' items cost in a time, by merchant, kind and brand. */
  public List<FeeSum> fees(Instant from, Instant until) {
    return handle
        .createQuery(
            """
            select i.merchant, f.kind, a.brand, f.charged, i.currency, sum(f.minor)
            from item i join item_fee f on f.original = i.original and f.key = i.key
              join authorization_log a on a.key = i.original
            where i.cycle is not null and i.at >= :from and i.at < :until
            group by i.merchant, f.kind, a.brand, f.charged, i.currency
            order by i.merchant, i.currency, f.kind, a.brand, f.charged
            """)
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .map(
            (row, _) ->
                new FeeSum(
                    row.getString(1),
                    FeeKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getBoolean(4),
                    new Money(row.getInt(5), row.getBigDecimal(6).longValueExact())))
        .list();
  }

  /**
   * Something that waits to be sent.
   *
   * @param kind reversal, presentment or advice
   * @param to institution code of whom it is for
   * @param attempts how often it was tried
   * @param due when it is tried next
   */
  public record Waiting(
      Octets original, String kind, String to, int attempts, Instant due) {}

  /** What waits to be sent, what was tried most often first. */
  public List<Waiting> waiting(Page page) {
    return handle
        .createQuery(
            """
            select conversation, kind, destination, attempts, due from outbox
            where state = 'waiting'
            order by attempts desc, due, conversation, sequence offset :skip limit :most
            """)
        .bind("skip", page.from())
        .bind("most", page.most())
        .map(
            (row, _) ->
                new Waiting(
                    Octets.of(row.getBytes(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getObject(5, OffsetDateTime.class).toInstant()))
        .list();
  }
}
