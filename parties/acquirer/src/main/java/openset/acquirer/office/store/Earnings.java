package openset.acquirer.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.fee.FeeKind;
import openset.ledger.Money;
import openset.store.Tx;
import openset.store.listing.Listed;
import openset.store.listing.Listing;
import openset.store.listing.Look;

/** What merchants' items that are in a cycle cost, and what the acquirer keeps of it. */
public final class Earnings {
  /** What was sold in each group, and its fees by kind. */
  private static final String GROUPED =
      """
      with taken as (
        select i.original, i.key, i.currency, %1$s as part,
          case when i.kind in ('CAPTURE', 'CREDIT_REVERSAL') then i.amount
               when i.kind in ('CREDIT', 'CAPTURE_REVERSAL') then -i.amount else 0 end as sold
        from item i where %2$s),
      sales as (select part, currency, sum(sold) as sold from taken group by part, currency),
      fees as (
        select t.part, t.currency,
          sum(f.minor) filter (where f.kind = 'DISCOUNT') as discount,
          sum(f.minor) filter (where f.kind = 'INTERCHANGE') as interchange,
          sum(f.minor) filter (where f.kind = 'SCHEME') as scheme,
          sum(f.minor) filter (where f.kind <> 'DISCOUNT' and f.charged) as passed_on
        from taken t join item_fee f on f.original = t.original and f.key = t.key
        group by t.part, t.currency)
      select s.part, s.currency, s.sold, coalesce(f.discount, 0) as discount,
        coalesce(f.interchange, 0) as interchange, coalesce(f.scheme, 0) as scheme,
        coalesce(f.passed_on, 0) as passed_on,
        coalesce(f.discount, 0) + coalesce(f.passed_on, 0) - coalesce(f.interchange, 0)
          - coalesce(f.scheme, 0) as kept
      from sales s left join fees f on f.part = s.part and f.currency = s.currency
      """;

  private static final String OF_PERIOD =
      "i.cycle is not null and i.at >= :from and i.at < :until";
  private static final Listing BY_MERCHANT =
      new Listing(
          GROUPED.formatted("i.merchant", OF_PERIOD),
          "part, currency",
          Map.of("merchant", "part", "sold", "sold", "discount", "discount", "kept", "kept"),
          Map.of("merchant", "part = :merchant"));
  private static final String BY_MONTH =
      GROUPED.formatted(
              "to_char(i.at at time zone 'UTC', 'YYYY-MM')",
              OF_PERIOD + " and (:merchant::text is null or i.merchant = :merchant)")
          + " order by s.part, s.currency";
  private static final String SUMS =
      """
      select i.merchant, f.kind, a.brand, f.charged, i.currency, sum(f.minor)
      from item i join item_fee f on f.original = i.original and f.key = i.key
        join authorization_log a on a.key = i.original
      where %s
      group by i.merchant, f.kind, a.brand, f.charged, i.currency
      order by i.merchant, i.currency, f.kind, a.brand, f.charged
      """
          .formatted(OF_PERIOD);

  private final Tx tx;

  private Earnings(Tx tx) {
    this.tx = tx;
  }

  /** The fees in a transaction. */
  public static Earnings in(Tx tx) {
    return new Earnings(tx);
  }

  /** Fees of one kind, of items that are in a cycle. */
  public record FeeSum(
      String merchant, FeeKind kind, String brand, boolean charged, Money fee) {}

  /** What merchants' items cost in a time, by merchant, kind and brand. */
  public List<FeeSum> sums(Period period) {
    return tx.handle()
        .createQuery(SUMS)
        .bindMap(bounds(period))
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
   * What came of sales.
   *
   * @param sold captures less what was given back or taken back
   * @param discount the merchant discount
   * @param interchange for the issuers
   * @param scheme for the brands
   * @param passedOn what merchants pay of interchange and scheme fee beside the discount
   */
  public record Earned(
      Money sold, Money discount, Money interchange, Money scheme, Money passedOn) {
    /** What is left for the acquirer; below nothing where it pays on. */
    public Money kept() {
      return discount.plus(passedOn).minus(interchange).minus(scheme);
    }

    /** Of two together. */
    public Earned plus(Earned other) {
      return new Earned(
          sold.plus(other.sold),
          discount.plus(other.discount),
          interchange.plus(other.interchange),
          scheme.plus(other.scheme),
          passedOn.plus(other.passedOn));
    }
  }

  /** What came of a merchant's sales. */
  public record OfMerchant(String merchant, Earned earned) {}

  /** What came of a month's sales, in UTC. */
  public record OfMonth(YearMonth month, Earned earned) {}

  /**
   * What came of a time's sales by merchant and currency, by merchant unless sorted by {@code
   * sold}, {@code discount} or {@code kept}; of a {@code merchant}.
   */
  public Listed<OfMerchant> byMerchant(Period period, Look look) {
    return BY_MERCHANT.page(
        tx,
        look,
        bounds(period),
        row -> new OfMerchant(row.getString("part"), earned(row)));
  }

  /** What came of a time's sales by month and currency, the first first; of one merchant or all. */
  public List<OfMonth> byMonth(Optional<String> merchant, Period period) {
    return tx.handle()
        .createQuery(BY_MONTH)
        .bindMap(bounds(period))
        .bind("merchant", merchant.orElse(null))
        .map((row, _) -> new OfMonth(YearMonth.parse(row.getString("part")), earned(row)))
        .list();
  }

  private static Map<String, Object> bounds(Period period) {
    return Map.of(
        "from", period.from().atOffset(ZoneOffset.UTC),
        "until", period.until().atOffset(ZoneOffset.UTC));
  }

  private static Earned earned(ResultSet row) throws SQLException {
    return new Earned(
        money(row, "sold"),
        money(row, "discount"),
        money(row, "interchange"),
        money(row, "scheme"),
        money(row, "passed_on"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getInt("currency"), row.getBigDecimal(column).longValueExact());
  }
}
