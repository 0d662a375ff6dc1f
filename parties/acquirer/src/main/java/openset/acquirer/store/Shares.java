package openset.acquirer.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openset.acquirer.fee.FeeKind;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** What the items of one cycle and currency come to, merchant by merchant. */
public final class Shares {
  private final Handle handle;

  private Shares(Handle handle) {
    this.handle = handle;
  }

  /** The shares in a transaction. */
  public static Shares in(Tx tx) {
    return new Shares(tx.handle());
  }

  /**
   * What one merchant gets from one cycle.
   *
   * @param in what issuers owe for it, and how many items
   * @param out what it owes issuers, and how many items
   * @param sales sum of its captures alone
   * @param costs its fees by kind, brand and who pays
   */
  public record Share(String merchant, Side in, Side out, Money sales, List<CostOf> costs) {
    /** ISO 4217 numeric. */
    public int currency() {
      return sales.currency();
    }

    /** What it gets before fees; below nothing where it owes. */
    public Money gross() {
      return in.sum().minus(out.sum());
    }

    /** What it is charged; below nothing where fees come back. */
    public Money charged() {
      return costs.stream()
          .filter(CostOf::charged)
          .map(CostOf::fee)
          .reduce(Money.zero(currency()), Money::plus);
    }
  }

  /** Items and their sum. */
  public record Side(long items, Money sum) {}

  /**
   * Fees of one kind.
   *
   * @param brand of the cards
   * @param charged whether the merchant pays them
   */
  public record CostOf(FeeKind kind, String brand, boolean charged, Money fee) {}

  /**
   * Shares of all merchants in a cycle and currency, by merchant. Items and fees are read by one
   * statement: an item that is put into the cycle meanwhile is in both or in neither.
   */
  public List<Share> of(String cycle, int currency) {
    Map<String, List<Line>> lines =
        handle
            .createQuery(
                """
                with signed as (select original, key, merchant, kind, amount,
                    kind in ('CAPTURE', 'CREDIT_REVERSAL', 'REPRESENTMENT') as credit
                  from item where cycle = :cycle and currency = :currency),
                sides as (select merchant, count(*) filter (where credit) as items_in,
                    coalesce(sum(amount) filter (where credit), 0) as sum_in,
                    count(*) filter (where not credit) as items_out,
                    coalesce(sum(amount) filter (where not credit), 0) as sum_out,
                    coalesce(sum(amount) filter (where kind = 'CAPTURE'), 0) as sales
                  from signed group by merchant),
                costs as (select s.merchant, f.kind, a.brand, f.charged, sum(f.minor) as minor
                  from signed s join item_fee f using (original, key)
                    join authorization_log a on a.key = s.original
                  group by s.merchant, f.kind, a.brand, f.charged)
                select sides.*, costs.kind, costs.brand, costs.charged, costs.minor
                from sides left join costs using (merchant)
                order by merchant, kind, brand, charged
                """)
            .bind("cycle", cycle)
            .bind("currency", currency)
            .map((row, _) -> line(row, currency))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.share.merchant(), LinkedHashMap::new, Collectors.toList()));
    return lines.values().stream().map(Shares::whole).toList();
  }

  /** A merchant's share without costs, and one of these. */
  private record Line(Share share, Optional<CostOf> cost) {}

  private static Line line(ResultSet row, int currency) throws SQLException {
    Share share =
        new Share(
            row.getString("merchant"),
            side(row.getLong("items_in"), currency, row.getBigDecimal("sum_in")),
            side(row.getLong("items_out"), currency, row.getBigDecimal("sum_out")),
            money(currency, row.getBigDecimal("sales")),
            List.of());
    String kind = row.getString("kind");
    if (kind == null) return new Line(share, Optional.empty());
    CostOf cost =
        new CostOf(
            FeeKind.valueOf(kind),
            row.getString("brand"),
            row.getBoolean("charged"),
            money(currency, row.getBigDecimal("minor")));
    return new Line(share, Optional.of(cost));
  }

  private static Share whole(List<Line> lines) {
    Share share = lines.getFirst().share;
    List<CostOf> costs = lines.stream().flatMap(line -> line.cost.stream()).toList();
    return new Share(share.merchant(), share.in(), share.out(), share.sales(), costs);
  }

  private static Side side(long items, int currency, BigDecimal minor) {
    return new Side(items, money(currency, minor));
  }

  private static Money money(int currency, BigDecimal minor) {
    return new Money(currency, minor.longValueExact());
  }
}
