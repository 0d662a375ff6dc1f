package openset.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openset.gateway.operation.LinkEvent;
import openset.gateway.operation.Refused;
import openset.gateway.operation.StoodIn;
import openset.gateway.operation.Tally;
import openset.gateway.operation.Waiting;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** Links, refusals, stand-in and what waits, as lists for people. */
public record OperationTables(Tx tx) {
  private static final Listing REFUSED =
      new Listing(
          """
          select rule, array_agg(distinct message order by message) as messages,
                 sum(count) as count, min(hour) as first, max(last_at) as last
          from breach
          where hour >= :since and (:within = '' or message = :within) group by rule
          """,
          "rule",
          Map.of("rule", "rule", "count", "count", "last", "last"),
          Map.of("rule", "position(lower(:rule) in lower(rule)) > 0"));
  private static final Listing STAND_IN =
      new Listing(
          """
          select xid, number, encode(substring(s.card from 1 for 3), 'hex') as card, s.currency,
                 s.amount, s.reason, l.acquirer, l.merchant, l.retrieval, l.approval_code, s.at,
                 s.answer, s.answered_at,
                 case when s.answer is null then 'OPEN' when s.answer = '00' then 'TOLD'
                      else 'BREAK' end as standing
          from stand_in s join authorization_log l using (xid, number)
          """,
          "at desc, xid, number",
          Map.of("at", "at", "amount", "amount", "merchant", "merchant"),
          Map.of(
              "standing", "standing = :standing",
              "acquirer", "acquirer = :acquirer",
              "merchant", "position(lower(:merchant) in lower(merchant)) > 0"));

  /** What happened on each link, by its name, from an hour on. */
  public Map<String, Map<LinkEvent, Tally>> links(Instant since) {
    Map<String, Map<LinkEvent, Tally>> links = new HashMap<>();
    tx.handle()
        .createQuery(
            """
            select link, event, sum(count), max(last_at),
                   (array_agg(detail order by last_at desc))[1]
            from link_event where hour >= :since group by link, event
            """)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .map(
            (row, _) ->
                links
                    .computeIfAbsent(row.getString(1), _ -> new EnumMap<>(LinkEvent.class))
                    .put(
                        LinkEvent.valueOf(row.getString(2)),
                        new Tally(row.getLong(3), instant(row, 4), row.getString(5))))
        .list();
    return links;
  }

  /** What waits for an acquirer's acknowledgement; 0100 and 0200 are not repeated (HL-12). */
  public List<Waiting> waiting() {
    return tx.handle()
        .createQuery(
            """
            select destination, substring(kind from 6 for 4) as message,
                   count(*), max(attempts), min(added)
            from outbox
            where state = 'waiting' and kind like 'host:%'
              and kind not like 'host:0100%'
            group by destination, message order by destination, message
            """)
        .map(
            (row, _) ->
                new Waiting(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getInt(4),
                    instant(row, 5)))
        .list();
  }

  /**
   * Rules that were broken from an hour on: by rule, count or last; only the rule that holds this
   * text, only in this message.
   */
  public Listed<Refused> refused(Instant since, Look look) {
    return REFUSED.page(
        tx,
        look,
        Map.of(
            "since", since.atOffset(ZoneOffset.UTC),
            "within", look.only().getOrDefault("message", "")),
        row ->
            new Refused(
                row.getString("rule"),
                List.of((String[]) row.getArray("messages").getArray()),
                row.getLong("count"),
                instant(row, "first"),
                instant(row, "last")));
  }

  /** The messages in which something was refused from an hour on, with how much. */
  public Map<String, Long> refusedByMessage(Instant since) {
    Map<String, Long> messages = new TreeMap<>();
    tx.handle()
        .createQuery(
            "select message, sum(count) from breach where hour >= :since group by message")
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .map((row, _) -> messages.put(row.getString(1), row.getLong(2)))
        .list();
    return messages;
  }

  /** One rule, by message and code. */
  public List<Refused.Part> refused(String rule, Instant since) {
    return tx.handle()
        .createQuery(
            """
            select message, code, sum(count), max(last_at) from breach
            where rule = :rule and hour >= :since
            group by message, code order by sum(count) desc, message, code
            """)
        .bind("rule", rule)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .map(
            (row, _) ->
                new Refused.Part(
                    row.getString(1), row.getString(2), row.getLong(3), instant(row, 4)))
        .list();
  }

  /** One rule, or all, hour by hour; hours without any are left out. */
  public List<Refused.At> hours(Optional<String> rule, Instant since) {
    return tx.handle()
        .createQuery(
            """
            select hour, sum(count) from breach
            where (:rule::text is null or rule = :rule) and hour >= :since
            group by hour order by hour
            """)
        .bind("rule", rule.orElse(null))
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .map((row, _) -> new Refused.At(instant(row, 1), row.getLong(2)))
        .list();
  }

  /**
   * What was approved in an issuer's place: by at, amount or merchant; only of this standing,
   * acquirer, or of merchants whose number holds this text.
   */
  public Listed<StoodIn> stoodIn(Look look) {
    return STAND_IN.page(tx, look, OperationTables::stoodIn);
  }

  private static StoodIn stoodIn(ResultSet row) throws SQLException {
    return new StoodIn(
        row.getString("card"),
        amount(row.getInt("currency"), row.getLong("amount")),
        row.getString("reason"),
        new StoodIn.Origin(
            row.getString("acquirer"),
            row.getString("merchant"),
            row.getString("retrieval"),
            row.getString("approval_code"),
            instant(row, "at")),
        new StoodIn.Told(
            Optional.ofNullable(row.getString("answer")),
            Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)));
  }

  /** Stand-in day by day, from a day of UTC on, the latest first. */
  public List<StoodIn.Day> days(LocalDate since) {
    return tx.handle()
        .createQuery(
            """
            with card as (
              select s.day, l.acquirer, s.currency, s.card, count(*) as count,
                     sum(s.amount) as approved,
                     count(*) filter (where s.answer is null) as open,
                     count(*) filter (where s.answer <> '00') as breaks,
                     coalesce(sum(s.amount) filter (where s.answer <> '00'), 0) as broken
              from stand_in s join authorization_log l using (xid, number)
              where s.day >= :since group by s.day, l.acquirer, s.currency, s.card)
            select day, acquirer, currency, sum(count), sum(approved), max(approved),
                   sum(open), sum(breaks), sum(broken)
            from card group by day, acquirer, currency order by day desc, acquirer, currency
            """)
        .bind("since", since)
        .map((row, _) -> day(row))
        .list();
  }

  private static StoodIn.Day day(ResultSet row) throws SQLException {
    int currency = row.getInt(3);
    return new StoodIn.Day(
        row.getObject(1, LocalDate.class),
        row.getString(2),
        row.getLong(4),
        amount(currency, row.getLong(5)),
        amount(currency, row.getLong(6)),
        new StoodIn.Rest(
            row.getLong(7), row.getLong(8), amount(currency, row.getLong(9))));
  }

  private static CurrencyAmount amount(int currency, long minor) {
    return new CurrencyAmount(new CurrencyCode(currency), minor);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
