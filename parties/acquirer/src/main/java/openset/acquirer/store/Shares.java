package openset.acquirer.store;

import java.util.List;
import java.util.Map;
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

  /** Shares of all merchants in a cycle and currency, by merchant. */
  public List<Share> of(String cycle, int currency) {
    Map<String, List<CostOf>> costs = costs(cycle, currency);
    return handle
        .createQuery(
            """
            with signed as (select merchant, kind, amount,
                kind in ('CAPTURE', 'CREDIT_REVERSAL', 'REPRESENTMENT') as credit
              from item where cycle = :cycle and currency = :currency)
            select merchant, count(*) filter (where credit),
              coalesce(sum(amount) filter (where credit), 0),
              count(*) filter (where not credit),
              coalesce(sum(amount) filter (where not credit), 0),
              coalesce(sum(amount) filter (where kind = 'CAPTURE'), 0)
            from signed group by merchant order by merchant
            """)
        .bind("cycle", cycle)
        .bind("currency", currency)
        .map(
            (row, _) ->
                new Share(
                    row.getString(1),
                    side(row.getLong(2), currency, row.getBigDecimal(3).longValueExact()),
                    side(row.getLong(4), currency, row.getBigDecimal(5).longValueExact()),
                    new Money(currency, row.getBigDecimal(6).longValueExact()),
                    costs.getOrDefault(row.getString(1), List.of())))
        .list();
  }

  private static Side side(long items, int currency, long minor) {
    return new Side(items, new Money(currency, minor));
  }

  private record Cost(String merchant, CostOf of) {}

  private Map<String, List<CostOf>> costs(String cycle, int currency) {
    return handle
        .createQuery(
            """
            select i.merchant, f.kind, a.brand, f.charged, sum(f.minor)
            from item i join item_fee f on f.original = i.original and f.key = i.key
              join authorization_log a on a.key = i.original
            where i.cycle = :cycle and i.currency = :currency
            group by i.merchant, f.kind, a.brand, f.charged
            order by i.merchant, f.kind, a.brand, f.charged
            """)
        .bind("cycle", cycle)
        .bind("currency", currency)
        .map(
            (row, _) ->
                new Cost(
                    row.getString(1),
                    new CostOf(
                        FeeKind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getBoolean(4),
                        new Money(currency, row.getBigDecimal(5).longValueExact()))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Cost::merchant, Collectors.mapping(Cost::of, Collectors.toList())));
  }
}
