package openset.theatre.store;

import java.util.Optional;
import openset.store.Database;

/** Where the journal of a wallet that has a database files a purchase. */
public final class Wallets {
  private final Database wallet;

  /** Reads the tables in {@code wallet}. */
  public Wallets(Database wallet) {
    this.wallet = wallet;
  }

  /**
   * The labels of a purchase.
   *
   * @param lidC of the purchase
   * @param card of the registration of its card
   */
  public record Labels(byte[] lidC, byte[] card) {}

  /** The labels under which the purchase with this XID and its card are filed. */
  public Optional<Labels> ofPurchase(byte[] xid) {
    return wallet
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select lid_c, card_id from purchase where xid = :xid")
                    .bind("xid", xid)
                    .map((row, context) -> new Labels(row.getBytes(1), row.getBytes(2)))
                    .findFirst());
  }
}
