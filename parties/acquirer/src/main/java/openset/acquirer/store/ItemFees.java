package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.store.Item.Taken;
import openset.iso8583.host.Octets;
import openset.ledger.Money;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** What items cost, line by line. */
public final class ItemFees {
  private final Handle handle;

  ItemFees(Handle handle) {
    this.handle = handle;
  }

  /** The fees in a transaction. */
  public static ItemFees in(Tx tx) {
    return new ItemFees(tx.handle());
  }

  void add(Taken taken, List<FeeLine> fees) {
    for (FeeLine line : fees) {
      handle
          .createUpdate(
              """
              insert into item_fee (original, key, kind, charged, minor, formula)
              values (:original, :key, :kind, :charged, :minor, :formula)
              """)
          .bind("original", taken.approval().key().bytes())
          .bind("key", taken.key().bytes())
          .bind("kind", line.kind().name())
          .bind("charged", line.charged())
          .bind("minor", line.fee().minorUnits())
          .bind("formula", line.formula())
          .execute();
    }
  }

  /** The lines of one item. */
  public List<FeeLine> of(Octets original, Octets key) {
    return handle
        .createQuery(
            """
            select f.*, i.currency from item_fee f join item i using (original, key)
            where original = :original and key = :key
            order by array_position(array['INTERCHANGE', 'SCHEME', 'DISCOUNT'], f.kind)
            """)
        .bind("original", original.bytes())
        .bind("key", key.bytes())
        .map((row, _) -> line(row))
        .list();
  }

  private static FeeLine line(ResultSet row) throws SQLException {
    return new FeeLine(
        FeeKind.valueOf(row.getString("kind")),
        row.getBoolean("charged"),
        new Money(row.getInt("currency"), row.getLong("minor")),
        row.getString("formula"));
  }
}
