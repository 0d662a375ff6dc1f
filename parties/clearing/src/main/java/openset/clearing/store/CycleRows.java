package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openset.iso8583.host.ClearingItem.Kind;
import openset.ledger.ExchangeRate;
import openset.ledger.Money;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** Cycles, their items and positions, as people look them up. */
public final class CycleRows {
  /** What is shown of an item. */
  static final String ITEM =
      """
      select number, kind, acquirer, issuer, merchant, retrieval, item.amount, item.currency,
        at, response, conversion.amount as converted, conversion.currency as other,
        case when response is null then 'WAITING' when response = '00' then 'TAKEN'
          else 'REFUSED' end as standing
      from item left join decision on decision.item = item.number
        left join conversion on conversion.item = item.number
      """;

  private static final Listing CYCLES =
      new Listing(
          """
          select number, business_date, cut, closed, cut_by,
            case when state <> 'closed' then upper(state)
              when exists (select from position
                where position.cycle = cycle.number and not acknowledged) then 'TELLING'
              else 'SETTLED' end as standing
          from cycle
          """,
          "number desc",
          Map.of("number", "number", "date", "business_date", "standing", "standing"),
          Map.of(
              "standing", "standing = :standing",
              "cut", "(standing <> 'OPEN')::text = :cut"));

  private static final Listing POSITIONS =
      new Listing(
          """
          select position.*, credits - debits as net, business_date
          from position join cycle on cycle.number = position.cycle
          """,
          "cycle desc, currency, institution",
          Map.of(
              "cycle", "cycle", "bank", "institution", "credits", "credits", "debits", "debits",
              "net", "net"),
          Map.of(
              "cycle", "cycle = :cycle::bigint",
              "bank", "institution = :bank",
              "currency", "currency = :currency::integer",
              "agreed", "acknowledged::text = :agreed"));

  private static final Listing ITEMS =
      new Listing(
          ITEM + "where cycle = :of",
          "number",
          Map.of("at", "number", "amount", "amount", "kind", "kind", "merchant", "merchant"),
          Map.of(
              "kind", "kind = :kind",
              "bank", "acquirer = :bank or issuer = :bank",
              "standing", "standing = :standing",
              "merchant", "merchant = :merchant"));

  private final Tx tx;

  private CycleRows(Tx tx) {
    this.tx = tx;
  }

  /** The rows in a transaction. */
  public static CycleRows in(Tx tx) {
    return new CycleRows(tx);
  }

  /** Where a cycle stands. */
  public enum Standing {
    /** It takes items. */
    OPEN,
    /** It is cut off; some item waits for its receiver's word. */
    CLOSING,
    /** It is netted; some bank has not agreed to its position. */
    TELLING,
    /** All banks agreed and have booked. */
    SETTLED
  }

  /** A cycle; {@code number} names it with {@link Cycles#name}. */
  public record Row(long number, Standing standing, When when, List<Sum> sums) {
    public Row {
      sums = List.copyOf(sums);
    }

    /** Its name on the host link. */
    public String name() {
      return Cycles.name(number);
    }
  }

  /**
   * When a cycle was cut off and closed.
   *
   * @param by who had it cut off; absent where a program or the calendar did
   */
  public record When(
      Optional<LocalDate> businessDate,
      Optional<Instant> cut,
      Optional<Instant> closed,
      Optional<String> by) {}

  /**
   * What moves in one currency, whichever way, and how many items that were not refused it is of.
   * An item that was converted moves in two currencies and counts once.
   */
  public record Sum(long items, Money money) {}

  /** Cycles, the newest first; filters {@code standing} and {@code cut} off (true, false). */
  public Listed<Row> cycles(Look look) {
    Listed<Row> rows = CYCLES.page(tx, look, CycleRows::cycle);
    Map<Long, List<Sum>> sums = sums(rows.rows());
    return rows.map(row -> summed(row, sums));
  }

  /** One cycle, open or not. */
  public Optional<Row> cycle(long number) {
    List<Row> row =
        tx.handle()
            .createQuery("select * from (" + CYCLES.query() + ") rows where number = :number")
            .bind("number", number)
            .map((found, _) -> cycle(found))
            .list();
    Map<Long, List<Sum>> sums = sums(row);
    return row.stream().map(each -> summed(each, sums)).findFirst();
  }

  private static Row summed(Row row, Map<Long, List<Sum>> sums) {
    List<Sum> own = sums.getOrDefault(row.number(), List.of());
    return new Row(row.number(), row.standing(), row.when(), own);
  }

  /** Closed cycles have their sums in their positions, the others in their items. */
  private Map<Long, List<Sum>> sums(List<Row> rows) {
    Map<Long, List<Sum>> sums = new TreeMap<>();
    tx.handle()
        .createQuery(
            """
            select cycle, currency, coalesce(sum(credit_count) filter (where not own), 0) as items,
              sum(credits) as minor
            from position where cycle = any(:numbers) group by cycle, currency
            union all
            select cycle, currency, count(*), sum(amount)
            from item join cycle on cycle.number = item.cycle and state <> 'closed'
              left join decision on decision.item = item.number
            where cycle = any(:numbers) and coalesce(response, '00') = '00'
            group by cycle, currency
            order by cycle, currency
            """)
        .bind("numbers", rows.stream().map(Row::number).toArray(Long[]::new))
        .map((row, _) -> Map.entry(row.getLong("cycle"), new Sum(row.getLong("items"), minor(row))))
        .forEach(
            each ->
                sums.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(each.getValue()));
    return sums;
  }

  private static Money minor(ResultSet row) throws SQLException {
    return new Money(row.getInt("currency"), row.getBigDecimal("minor").longValueExact());
  }

  private static Row cycle(ResultSet row) throws SQLException {
    When when =
        new When(
            Optional.ofNullable(row.getObject("business_date", LocalDate.class)),
            moment(row, "cut"),
            moment(row, "closed"),
            Optional.ofNullable(row.getString("cut_by")));
    return new Row(
        row.getLong("number"), Standing.valueOf(row.getString("standing")), when, List.of());
  }

  static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Items of one kind in a cycle.
   *
   * @param taken those that were not refused, what they move
   * @param waiting how many of them wait for their receiver's word
   * @param refused how many were refused
   */
  public record OfKind(Kind kind, Sum taken, long waiting, long refused) {
    /** Which way their money goes. */
    public boolean issuerOwes() {
      return kind.issuerOwes();
    }
  }

  /** What is in a cycle, by kind and currency. */
  public List<OfKind> kinds(long cycle) {
    return tx.handle()
        .createQuery(
            """
            select kind, currency,
              count(*) filter (where coalesce(response, '00') = '00') as items,
              coalesce(sum(amount) filter (where coalesce(response, '00') = '00'), 0) as minor,
              count(*) filter (where response is null) as waiting,
              count(*) filter (where response <> '00') as refused
            from item left join decision on decision.item = item.number
            where cycle = :cycle group by kind, currency order by currency, kind
            """)
        .bind("cycle", cycle)
        .map(
            (row, _) ->
                new OfKind(
                    Kind.valueOf(row.getString("kind")),
                    new Sum(row.getLong("items"), minor(row)),
                    row.getLong("waiting"),
                    row.getLong("refused")))
        .list();
  }

  /** A bank, and how many items wait for its word. */
  public record Awaited(String bank, long items) {}

  /** Banks that have still to speak about items of a cycle. */
  public List<Awaited> awaited(long cycle) {
    return tx.handle()
        .createQuery(
            """
            select receiver, count(*) from item where cycle = :cycle and not exists (
              select from decision where decision.item = item.number)
            group by receiver order by receiver
            """)
        .bind("cycle", cycle)
        .map((row, _) -> new Awaited(row.getString(1), row.getLong(2)))
        .list();
  }

  /** A position and the business date of its cycle. */
  public record Standings(Position position, LocalDate businessDate) {}

  /**
   * Positions, those of the newest cycle first; filters {@code cycle} (its number), {@code bank},
   * {@code currency} and {@code agreed}.
   */
  public Listed<Standings> positions(Look look) {
    return POSITIONS.page(
        tx,
        look,
        row ->
            new Standings(
                Cycles.position(row), row.getObject("business_date", LocalDate.class)));
  }

  /**
   * An item.
   *
   * @param ends the banks, the merchant and element 37
   * @param response its receiver's word for good; absent while it waits
   */
  public record ItemRow(
      long number, Kind kind, Ends ends, Sums sums, Optional<String> response, Instant at) {}

  /** What an item moves, and what that is for its issuer where it was converted. */
  public record Sums(Money amount, Optional<Money> converted) {}

  /** Between whom an item is. */
  public record Ends(String acquirer, String issuer, String merchant, String retrieval) {}

  /**
   * Items of a cycle, in the order they came; filters {@code kind}, {@code bank}, {@code merchant}
   * and {@code standing} (WAITING, TAKEN, REFUSED).
   */
  public Listed<ItemRow> items(long cycle, Look look) {
    return ITEMS.page(tx, look, Map.of("of", cycle), CycleRows::item);
  }

  static ItemRow item(ResultSet row) throws SQLException {
    return new ItemRow(
        row.getLong("number"),
        Kind.valueOf(row.getString("kind")),
        new Ends(
            row.getString("acquirer"),
            row.getString("issuer"),
            row.getString("merchant"),
            row.getString("retrieval")),
        sums(row),
        Optional.ofNullable(row.getString("response")),
        moment(row, "at").orElseThrow());
  }

  private static Sums sums(ResultSet row) throws SQLException {
    Optional<Integer> other = Optional.ofNullable(row.getObject("other", Integer.class));
    long converted = row.getLong("converted");
    return new Sums(
        new Money(row.getInt("currency"), row.getLong("amount")),
        other.map(currency -> new Money(currency, converted)));
  }

  /**
   * Items of a cycle that were converted by one rate.
   *
   * @param amount what they move
   * @param converted what that is for their issuers
   */
  public record Converted(ExchangeRate rate, long items, Money amount, Money converted) {}

  /** By which rates items of a cycle were converted that were not refused. */
  public List<Converted> converted(long cycle) {
    return tx.handle()
        .createQuery(
            """
            select item.currency, conversion.currency as other, factor, count(*) as items,
              sum(item.amount) as amount, sum(conversion.amount) as converted
            from item join conversion on conversion.item = item.number
              left join decision on decision.item = item.number
            where cycle = :cycle and coalesce(response, '00') = '00'
            group by item.currency, conversion.currency, factor
            order by item.currency, conversion.currency, factor
            """)
        .bind("cycle", cycle)
        .map((row, _) -> converted(row))
        .list();
  }

  private static Converted converted(ResultSet row) throws SQLException {
    int from = row.getInt("currency");
    int to = row.getInt("other");
    return new Converted(
        new ExchangeRate(from, to, row.getBigDecimal("factor")),
        row.getLong("items"),
        new Money(from, row.getBigDecimal("amount").longValueExact()),
        new Money(to, row.getBigDecimal("converted").longValueExact()));
  }
}
