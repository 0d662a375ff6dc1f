package openset.merchant.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.conduct.Input;
import openset.merchant.publication.Publications;
import openset.merchant.sale.SaleFacts;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.BrandID;
import openset.set.data.LocalID;
import openset.set.data.order.OIData;
import openset.set.message.PReq;
import openset.set.treatment.merchant.Publication;
import openset.store.Conflict;
import openset.store.ConversationKey;
import openset.store.Tx;

/**
 * Offers that were published, and every XID that a sale ever had.
 *
 * @param shop the tables of the shop
 */
public record PublicationTables(ShopTables shop) implements Publications.Tables {
  @Override
  public Optional<PlacedOrder> unpaid(Tx tx, LocalID lidM, Instant now) {
    Optional<PlacedOrder> order = shop.lockedOrder(tx, lidM);
    String standing =
        tx.handle()
            .createQuery(
                """
                select %s
                from shop_order o left join sale s using (lid_m) where o.lid_m = :lidM
                """.formatted(OrderTables.STANDING))
            .bind("lidM", lidM.octets().bytes())
            .mapTo(String.class)
            .findOne()
            .orElse("expired");
    return order
        .filter(placed -> ShopTables.UNPAID.contains(standing))
        .filter(placed -> !placed.isExpired(now));
  }

  @Override
  public void keep(Tx tx, LocalID lidM, Publication publication) {
    Instant until = publication.offer().notAfter();
    tx.handle()
        .createUpdate(
            """
            insert into publication (lid_m, brand, publication) values (:lidM, :brand, :publication)
            on conflict (lid_m, brand) do update set publication = excluded.publication
            """)
        .bind("lidM", lidM.octets().bytes())
        .bind("brand", publication.offer().brandID().name())
        .bind("publication", Publication.TYPE.encode(publication))
        .execute();
    tx.handle()
        .createUpdate(
            """
            update shop_order set expires_at = greatest(expires_at, :until) where lid_m = :lidM
            """)
        .bind("lidM", lidM.octets().bytes())
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .execute();
  }

  @Override
  public List<Publication> of(Tx tx, LocalID lidM) {
    return tx.handle()
        .createQuery("select publication from publication where lid_m = :lidM order by brand")
        .bind("lidM", lidM.octets().bytes())
        .map((row, context) -> Publication.TYPE.decode(row.getBytes(1)))
        .list();
  }

  /** What a PReq is held to that comes without PInit. */
  static SaleFacts.Direct direct(Tx tx, LocalID lidM, Input input) {
    if (!(input instanceof Input.Received received)
        || !(received.wrapper().message() instanceof PReq request)
        || request.oiData().value().challM().isPresent()) {
      return SaleFacts.Direct.NOTHING;
    }
    OIData oiData = request.oiData().value();
    return new SaleFacts.Direct(
        published(tx, lidM, oiData.brandID()), isSeen(tx, oiData.transIDs().xid().octets()));
  }

  /** What was published of an order for a brand. */
  public static Optional<Publication> published(Tx tx, LocalID lidM, BrandID brand) {
    return tx.handle()
        .createQuery(
            "select publication from publication where lid_m = :lidM and brand = :brand")
        .bind("lidM", lidM.octets().bytes())
        .bind("brand", brand.name())
        .map((row, context) -> Publication.TYPE.decode(row.getBytes(1)))
        .findOne();
  }

  private static boolean isSeen(Tx tx, Der xid) {
    return tx.handle()
        .createQuery("select 1 from seen_xid where xid = :xid")
        .bind("xid", xid.bytes())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Remembers the XID of a sale. Where another was faster, the step is done again and sees it. */
  static void see(Tx tx, ConversationKey key, Der xid) {
    int rows =
        tx.handle()
            .createUpdate(
                """
                insert into seen_xid (xid, lid_m) values (:xid, :lidM)
                on conflict (xid) do update set lid_m = excluded.lid_m
                where seen_xid.lid_m = excluded.lid_m
                """)
            .bind("xid", xid.bytes())
            .bind("lidM", key.bytes())
            .execute();
    if (rows != 1) throw new Conflict("an XID that another sale has");
  }
}
