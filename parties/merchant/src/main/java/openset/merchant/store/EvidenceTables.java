package openset.merchant.store;

import java.util.Optional;
import openset.set.data.LocalID;
import openset.set.data.XID;
import openset.store.Tx;

/** What evidence needs of the row of a sale. */
public final class EvidenceTables {
  private EvidenceTables() {}

  /** Which purchase an order became, and of which brand. */
  public record SaleRow(XID xid, String brand) {}

  /** The sale of an order; empty before a wallet came. */
  public static Optional<SaleRow> sale(Tx tx, LocalID lidM) {
    return tx.handle()
        .createQuery("select xid, brand from sale where lid_m = :lidM")
        .bind("lidM", lidM.octets().bytes())
        .map((row, context) -> new SaleRow(XID.of(row.getBytes(1)), row.getString(2)))
        .findOne();
  }
}
