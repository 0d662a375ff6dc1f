package openset.merchant.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.Limits;
import openset.merchant.event.OrderEvent;
import openset.merchant.order.OrderRow;
import openset.merchant.order.Orders;
import openset.merchant.order.Parcel;
import openset.merchant.order.Wanted;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.store.Tx;

/**
 * The tables of orders, read for the merchant's own people.
 *
 * @param events of orders
 */
public record OrderTables(EventTables events) implements Orders.Tables {
  /** How an order {@code o} with its sale {@code s}, if there is one, stands for people. */
  static final String STANDING =
      """
      case when o.expired_at is null then coalesce(s.standing, 'placed') else 'expired' end
      """;

  private static final String ROWS =
      """
      select o.lid_m, o.order_number, o.reference, o.placed_at, o.offer,
             %s as standing, s.brand,
             (select count(*) from order_line l where l.lid_m = o.lid_m) as lines,
             (select count(*) from order_line l
              where l.lid_m = o.lid_m and l.shipment is not null) as shipped
      from shop_order o left join sale s using (lid_m)
      """.formatted(STANDING);

  @Override
  public List<OrderRow> find(Tx tx, Wanted wanted) {
    return tx.handle()
        .createQuery(
            ROWS
                + """
                where (:text::text is null
                       or position(upper(:text) in o.order_number) > 0
                       or position(lower(:text) in lower(coalesce(o.reference, ''))) > 0)
                  and (:standing::text is null
                       or %s = :standing)
                  and (:before::timestamptz is null
                       or (o.placed_at, o.lid_m) < (:before, :label))
                order by o.placed_at desc, o.lid_m desc limit :most
                """.formatted(STANDING))
        .bind("text", wanted.text().orElse(null))
        .bind("standing", wanted.standing().orElse(null))
        .bind(
            "before",
            wanted.after().map(place -> place.placedAt().atOffset(ZoneOffset.UTC)).orElse(null))
        .bind("label", wanted.after().map(place -> place.lidM().octets().bytes()).orElse(null))
        .bind("most", wanted.most())
        .map((row, context) -> row(row))
        .list();
  }

  @Override
  public Map<String, Long> standings(Tx tx) {
    Map<String, Long> standings = new LinkedHashMap<>();
    tx.handle()
        .createQuery(
            """
            select %s as standing, count(*) as orders
            from shop_order o left join sale s using (lid_m) group by 1 order by 1
            """.formatted(STANDING))
        .map((row, context) -> Map.entry(row.getString("standing"), row.getLong("orders")))
        .forEach(entry -> standings.put(entry.getKey(), entry.getValue()));
    return standings;
  }

  @Override
  public Optional<OrderRow> row(Tx tx, LocalID lidM) {
    return tx.handle()
        .createQuery(ROWS + "where o.lid_m = :lidM")
        .bind("lidM", lidM.octets().bytes())
        .map((row, context) -> row(row))
        .findOne();
  }

  @Override
  public List<Parcel> parcels(Tx tx, LocalID lidM) {
    return tx.handle()
        .createQuery(
            """
            select p.shipment, p.tracking, p.shipped_at, array_agg(l.line order by l.line) as lines
            from shipment p join order_line l using (lid_m, shipment)
            where lid_m = :lidM group by 1, 2, 3 order by 1
            """)
        .bind("lidM", lidM.octets().bytes())
        .map((row, context) -> parcel(row))
        .list();
  }

  @Override
  public List<OrderEvent> events(Tx tx, LocalID lidM) {
    return events.of(tx, lidM);
  }

  private static OrderRow row(ResultSet row) throws SQLException {
    Offer offer = Offer.TYPE.decode(row.getBytes("offer"), Limits.OWN);
    return new OrderRow(
        LocalID.of(row.getBytes("lid_m")),
        row.getString("order_number"),
        Optional.ofNullable(row.getString("reference")),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        offer.delivery().recipient(),
        offer.total(),
        row.getString("standing"),
        Optional.ofNullable(row.getString("brand")),
        row.getInt("lines"),
        row.getInt("shipped"));
  }

  private static Parcel parcel(ResultSet row) throws SQLException {
    Array lines = row.getArray("lines");
    return new Parcel(
        row.getInt("shipment"),
        row.getString("tracking"),
        row.getObject("shipped_at", OffsetDateTime.class).toInstant(),
        List.of((Integer[]) lines.getArray()));
  }
}
