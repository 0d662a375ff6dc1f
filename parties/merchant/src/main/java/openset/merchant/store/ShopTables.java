package openset.merchant.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.asn1.Limits;
import openset.merchant.event.OrderEvent;
import openset.merchant.event.OrderEvent.Happened;
import openset.merchant.plan.PlanTerms;
import openset.merchant.shop.Cart;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.PlacedOrder.Outside;
import openset.merchant.shop.Product;
import openset.merchant.shop.Product.Words;
import openset.merchant.shop.Shipment;
import openset.merchant.shop.Shop;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.store.Tx;

/**
 * The shop's tables.
 *
 * @param currency the one currency of the shop
 */
public record ShopTables(CurrencyCode currency) implements Shop.Shelves {
  static final Set<String> UNPAID = Set.of("placed", "opened", "rejected", "declined");

  @Override
  public void fill(Tx tx, List<Product> products) {
    var batch =
        tx.handle()
            .prepareBatch(
                """
                insert into product (sku, category, name_en, name_zh, about_en, about_zh,
                                     unit_price, tax_basis_points, digital, stock, plan)
                values (:sku, :category, :nameEn, :nameZh, :aboutEn, :aboutZh,
                        :price, :tax, :digital, :stock, :plan)
                on conflict (sku) do nothing
                """);
    for (Product p : products) {
      batch
          .bind("sku", p.sku())
          .bind("category", p.category())
          .bind("nameEn", p.name().en())
          .bind("nameZh", p.name().zh())
          .bind("aboutEn", p.about().en())
          .bind("aboutZh", p.about().zh())
          .bind("price", p.unitPrice().minor())
          .bind("tax", p.taxBasisPoints())
          .bind("digital", p.digital())
          .bind("stock", p.stock())
          .bind("plan", p.plan().map(Object::toString).orElse(""))
          .add();
    }
    batch.execute();
  }

  @Override
  public List<Product> find(Tx tx, Shop.Wanted wanted) {
    return tx.handle()
        .createQuery(
            """
            select * from product
            where (:category::text is null or category = :category)
              and (:text::text is null
                   or position(lower(:text) in lower(name_en || ' ' || about_en || ' ' || sku)) > 0
                   or position(:text in name_zh || ' ' || about_zh) > 0)
            order by sku limit :most
            """)
        .bind("category", wanted.category().orElse(null))
        .bind("text", wanted.text().orElse(null))
        .bind("most", wanted.most())
        .map((row, context) -> product(row))
        .list();
  }

  @Override
  public Optional<Product> product(Tx tx, String sku) {
    return tx.handle()
        .createQuery("select * from product where sku = :sku")
        .bind("sku", sku)
        .map((row, context) -> product(row))
        .findOne();
  }

  @Override
  public List<String> categories(Tx tx) {
    return tx.handle()
        .createQuery("select distinct category from product order by category")
        .mapTo(String.class)
        .list();
  }

  @Override
  public void openCart(Tx tx, Der cartId, Instant at) {
    tx.handle()
        .createUpdate("insert into cart (cart_id, opened_at) values (:id, :at)")
        .bind("id", cartId.bytes())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  @Override
  public Optional<Cart> cart(Tx tx, Der cartId) {
    Optional<Integer> there =
        tx.handle()
            .createQuery("select 1 from cart where cart_id = :id")
            .bind("id", cartId.bytes())
            .mapTo(Integer.class)
            .findOne();
    return there.map(one -> new Cart(cartId, lines(tx, cartId)));
  }

  private List<Cart.Line> lines(Tx tx, Der cartId) {
    return tx.handle()
        .createQuery(
            """
            select product.*, cart_line.quantity from cart_line join product using (sku)
            where cart_id = :id order by sku
            """)
        .bind("id", cartId.bytes())
        .map((row, context) -> new Cart.Line(product(row), row.getInt("quantity")))
        .list();
  }

  @Override
  public void put(Tx tx, Der cartId, String sku, int quantity) {
    String sql =
        quantity == 0
            ? "delete from cart_line where cart_id = :id and sku = :sku and :quantity = 0"
            : """
              insert into cart_line (cart_id, sku, quantity) values (:id, :sku, :quantity)
              on conflict (cart_id, sku) do update set quantity = excluded.quantity
              """;
    tx.handle()
        .createUpdate(sql)
        .bind("id", cartId.bytes())
        .bind("sku", sku)
        .bind("quantity", quantity)
        .execute();
  }

  @Override
  public boolean take(Tx tx, String sku, int quantity) {
    return tx.handle()
            .createUpdate(
                "update product set stock = stock - :n where sku = :sku and stock >= :n")
            .bind("sku", sku)
            .bind("n", quantity)
            .execute()
        == 1;
  }

  @Override
  public void dropCart(Tx tx, Der cartId) {
    for (String table : List.of("cart_line", "cart")) {
      tx.handle()
          .createUpdate("delete from " + table + " where cart_id = :id")
          .bind("id", cartId.bytes())
          .execute();
    }
  }

  @Override
  public void keep(Tx tx, PlacedOrder order) {
    Offer offer = order.offer().value();
    tx.handle()
        .createUpdate(
            """
            insert into shop_order
              (lid_m, order_number, placed_at, language, currency, total, offer,
               reference, success_url, cancel_url, expires_at)
            values (:lidM, :number, :at, :language, :currency, :total, :offer,
                    :reference, :successUrl, :cancelUrl, :expiresAt)
            """)
        .bind("lidM", order.lidM().octets().bytes())
        .bind("number", order.orderNumber())
        .bind("at", offer.date().atOffset(ZoneOffset.UTC))
        .bind("language", order.language())
        .bind("currency", offer.total().currency().number())
        .bind("total", offer.total().minor())
        .bind("offer", order.offer().der().bytes())
        .bind("reference", order.outside().map(Outside::reference).orElse(null))
        .bind("successUrl", order.outside().map(Outside::successUrl).orElse(null))
        .bind("cancelUrl", order.outside().map(Outside::cancelUrl).orElse(null))
        .bind("expiresAt", order.expiresAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .execute();
    keepLines(tx, order);
    EventTables.append(
        tx,
        order.lidM(),
        Happened.of(OrderEvent.Kind.placed, offer.date()).with(offer.total()));
  }

  private void keepLines(Tx tx, PlacedOrder order) {
    var batch =
        tx.handle()
            .prepareBatch(
                """
                insert into order_line (lid_m, line, sku, quantity, line_total, digital)
                values (:lidM, :line, :sku, :quantity, :total, :digital)
                """);
    for (OrderLine line : order.offer().value().lines()) {
      batch
          .bind("lidM", order.lidM().octets().bytes())
          .bind("line", line.lineNumber())
          .bind("sku", line.article())
          .bind("quantity", line.quantity())
          .bind("total", line.lineTotal().minor())
          .bind("digital", order.digital().contains(line.lineNumber()))
          .add();
    }
    batch.execute();
  }

  @Override
  public Optional<PlacedOrder> order(Tx tx, LocalID lidM) {
    List<Integer> digital =
        tx.handle()
            .createQuery("select line from order_line where lid_m = :lidM and digital")
            .bind("lidM", lidM.octets().bytes())
            .mapTo(Integer.class)
            .list();
    return tx.handle()
        .createQuery("select * from shop_order where lid_m = :lidM")
        .bind("lidM", lidM.octets().bytes())
        .map((row, context) -> order(row, Set.copyOf(digital)))
        .findOne();
  }

  /** The order, which neither expires nor is paid until the transaction ends. */
  Optional<PlacedOrder> lockedOrder(Tx tx, LocalID lidM) {
    tx.handle()
        .createQuery("select 1 from shop_order where lid_m = :lidM for update")
        .bind("lidM", lidM.octets().bytes())
        .mapTo(Integer.class)
        .findOne();
    return order(tx, lidM);
  }

  @Override
  public List<LocalID> due(Tx tx, Instant now, int most) {
    return tx.handle()
        .createQuery(
            """
            select o.lid_m from shop_order o
            where o.expires_at <= :now and o.expired_at is null
              and not exists (select 1 from sale s
                              where s.lid_m = o.lid_m and s.standing = 'authorizing')
            order by o.expires_at limit :most for update of o skip locked
            """)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("most", most)
        .map((row, context) -> LocalID.of(row.getBytes(1)))
        .list();
  }

  @Override
  public boolean isPaid(Tx tx, LocalID lidM) {
    String standing =
        tx.handle()
            .createQuery("select standing from sale where lid_m = :lidM")
            .bind("lidM", lidM.octets().bytes())
            .mapTo(String.class)
            .findOne()
            .orElse("placed");
    if (UNPAID.contains(standing)) return false;
    if (!standing.equals("authorizing")) {
      tx.handle()
          .createUpdate("update shop_order set expires_at = null where lid_m = :lidM")
          .bind("lidM", lidM.octets().bytes())
          .execute();
    }
    return true;
  }

  @Override
  public void expire(Tx tx, LocalID lidM, Instant at) {
    tx.handle()
        .createUpdate("update shop_order set expired_at = :at where lid_m = :lidM")
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("lidM", lidM.octets().bytes())
        .execute();
    tx.handle()
        .createUpdate(
            """
            update product set stock = stock + taken.quantity
            from (select l.sku, sum(l.quantity) as quantity
                  from order_line l join shop_order o using (lid_m)
                  where o.lid_m = :lidM and o.reference is null group by l.sku) taken
            where product.sku = taken.sku
            """)
        .bind("lidM", lidM.octets().bytes())
        .execute();
    EventTables.append(tx, lidM, Happened.of(OrderEvent.Kind.expired, at));
  }

  @Override
  public List<Shipment> shipments(Tx tx, LocalID lidM) {
    return tx.handle()
        .createQuery(
            """
            select s.shipment, s.tracking, s.shipped_at, array_agg(l.line) as lines
            from shipment s join order_line l using (lid_m, shipment)
            where s.lid_m = :lidM
            group by s.shipment, s.tracking, s.shipped_at order by s.shipment
            """)
        .bind("lidM", lidM.octets().bytes())
        .map((row, context) -> shipment(row))
        .list();
  }

  private static Shipment shipment(ResultSet row) throws SQLException {
    return new Shipment(
        row.getInt("shipment"),
        row.getString("tracking"),
        row.getObject("shipped_at", OffsetDateTime.class).toInstant(),
        Set.of((Integer[]) row.getArray("lines").getArray()));
  }

  private static PlacedOrder order(ResultSet row, Set<Integer> digital) throws SQLException {
    Der der = Der.of(row.getBytes("offer"));
    Offer offer = Offer.TYPE.decode(der.bytes(), Limits.OWN);
    return new PlacedOrder(
        row.getString("order_number"),
        row.getString("language"),
        new AsSent<>(offer, der),
        digital,
        outside(row),
        Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Optional<Outside> outside(ResultSet row) throws SQLException {
    String reference = row.getString("reference");
    return reference == null
        ? Optional.empty()
        : Optional.of(
            new Outside(reference, row.getString("success_url"), row.getString("cancel_url")));
  }

  private Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getString("sku"),
        row.getString("category"),
        new Words(row.getString("name_en"), row.getString("name_zh")),
        new Words(row.getString("about_en"), row.getString("about_zh")),
        amount(row, "unit_price"),
        row.getInt("tax_basis_points"),
        row.getBoolean("digital"),
        row.getLong("stock"),
        PlanTerms.of(row.getString("plan")));
  }

  private CurrencyAmount amount(ResultSet row, String column) throws SQLException {
    return new CurrencyAmount(currency, row.getLong(column));
  }
}
