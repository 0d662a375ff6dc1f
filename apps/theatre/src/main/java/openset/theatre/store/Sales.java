package openset.theatre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import openset.store.Database;

/** The sales of one merchant that have begun, from its own tables. */
public final class Sales {
  private static final String SALE =
      "select s.xid, s.lid_m, o.order_number, o.placed_at, o.currency, o.total, s.brand,"
          + " s.standing, o.offer from sale s join shop_order o using (lid_m) ";

  private final Database merchant;

  /** Reads the tables in {@code merchant}. */
  public Sales(Database merchant) {
    this.merchant = merchant;
  }

  /** The newest ones, at most {@code max}. */
  public List<SaleRow> newest(int max) {
    return merchant
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery(SALE + "order by o.placed_at desc limit :max")
                    .bind("max", max)
                    .map((row, context) -> sale(row))
                    .list());
  }

  /** The one with this XID. */
  public Optional<SaleRow> byXid(byte[] xid) {
    return merchant
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery(SALE + "where s.xid = :xid")
                    .bind("xid", xid)
                    .map((row, context) -> sale(row))
                    .findFirst());
  }

  private static SaleRow sale(ResultSet row) throws SQLException {
    return new SaleRow(
        row.getBytes(1),
        row.getBytes(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getInt(5),
        row.getLong(6),
        row.getString(7),
        row.getString(8),
        row.getBytes(9));
  }
}
