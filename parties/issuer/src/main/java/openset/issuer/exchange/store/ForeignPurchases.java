package openset.issuer.exchange.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import openset.issuer.exchange.Foreign;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Presentments.Moved;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.ledger.ExchangeRate;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Purchases in other currencies and their items in these, within one transaction. */
public final class ForeignPurchases {
  private final Handle handle;

  /** The purchases as that transaction sees them. */
  public ForeignPurchases(Tx tx) {
    this.handle = tx.handle();
  }

  /** Adds an authorization that was approved. */
  public void add(AuthorizationKey key, Foreign foreign) {
    handle.execute(
        "insert into foreign_purchase (exchange, acquirer, minor, currency, account_currency,"
            + " factor) values (?, ?, ?, ?, ?, ?)",
        key.exchange().bytes(),
        key.acquirer(),
        foreign.asked().minor(),
        foreign.asked().currency(),
        foreign.rate().to(),
        foreign.rate().factor());
  }

  /** What was asked for; none of an authorization in the account's own currency. */
  public Optional<Foreign> find(AuthorizationKey key) {
    return handle
        .createQuery(
            """
            select minor, currency, account_currency, factor from foreign_purchase
            where exchange = :exchange and acquirer = :acquirer
            """)
        .bind("exchange", key.exchange().bytes())
        .bind("acquirer", key.acquirer())
        .map(
            (row, context) ->
                new Foreign(
                    new Amount(row.getLong("minor"), row.getInt("currency")),
                    new ExchangeRate(
                        row.getInt("currency"),
                        row.getInt("account_currency"),
                        row.getBigDecimal("factor"))))
        .findOne();
  }

  /**
   * An item that was taken, in the currency of its purchase.
   *
   * @param item its own key
   * @param dispute the number of the dispute
   */
  public record ForeignItem(
      Octets item,
      AuthorizationKey authorization,
      Kind kind,
      Optional<String> dispute,
      long minor) {}

  /** Adds an item that was taken. */
  public void add(ForeignItem item) {
    handle.execute(
        "insert into foreign_item (item, acquirer, exchange, kind, dispute, minor)"
            + " values (?, ?, ?, ?, ?, ?)",
        item.item().bytes(),
        item.authorization().acquirer(),
        item.authorization().exchange().bytes(),
        item.kind().name(),
        item.dispute().orElse(null),
        item.minor());
  }

  /** How much an item was, in minor units of its purchase. */
  public Optional<Long> minor(Octets item, String acquirer) {
    return handle
        .createQuery("select minor from foreign_item where item = :item and acquirer = :acquirer")
        .bind("item", item.bytes())
        .bind("acquirer", acquirer)
        .mapTo(Long.class)
        .findOne();
  }

  /** How much the latest step of a dispute was, in minor units of its purchase. */
  public Optional<Long> minor(String dispute, Kind kind) {
    return handle
        .createQuery(
            """
            select f.minor from foreign_item f join presentment p using (item, acquirer)
            where f.dispute = :dispute and f.kind = :kind order by p.presented desc limit 1
            """)
        .bind("dispute", dispute)
        .bind("kind", kind.name())
        .mapTo(Long.class)
        .findOne();
  }

  /** What the items of an authorization moved so far, in minor units of its purchase. */
  public Moved moved(AuthorizationKey authorization) {
    Map<Kind, Long> sums = new EnumMap<>(Kind.class);
    handle
        .createQuery(
            """
            select kind, sum(minor)::bigint from foreign_item
            where exchange = :exchange and acquirer = :acquirer group by kind
            """)
        .bind("exchange", authorization.exchange().bytes())
        .bind("acquirer", authorization.acquirer())
        .map((row, context) -> Map.entry(Kind.valueOf(row.getString(1)), row.getLong(2)))
        .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
    return Moved.of(sums);
  }
}
