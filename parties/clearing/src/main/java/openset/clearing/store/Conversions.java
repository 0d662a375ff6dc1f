package openset.clearing.store;

import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.Conversion;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** What items are in the currencies of their issuers' accounts, each said once. */
public final class Conversions {
  private final Handle handle;

  private Conversions(Handle handle) {
    this.handle = handle;
  }

  /** The conversions in a transaction. */
  public static Conversions in(Tx tx) {
    return new Conversions(tx.handle());
  }

  /** Writes what an item is; what was said before stays. */
  public void add(long item, Conversion said) {
    handle
        .createUpdate(
            """
            insert into conversion (item, factor, amount, currency)
            values (:item, :factor, :amount, :currency) on conflict do nothing
            """)
        .bind("item", item)
        .bind("factor", said.rate())
        .bind("amount", said.amount().minor())
        .bind("currency", said.amount().currency())
        .execute();
  }

  /** What an item is in another currency, where it was converted. */
  public Optional<Conversion> find(long item) {
    return handle
        .createQuery("select factor, amount, currency from conversion where item = :item")
        .bind("item", item)
        .map(
            (row, _) ->
                new Conversion(
                    row.getBigDecimal("factor"),
                    new Amount(row.getLong("amount"), row.getInt("currency"))))
        .findOne();
  }

  /** The first item of an authorization that was taken, by its number. */
  public Optional<Long> firstOf(Item item) {
    return handle
        .createQuery(
            """
            select number from item join decision on decision.item = number
            where acquirer = :acquirer and original = :original and response = '00'
            order by number limit 1
            """)
        .bind("acquirer", item.acquirer())
        .bind("original", item.original().bytes())
        .mapTo(Long.class)
        .findOne();
  }
}
