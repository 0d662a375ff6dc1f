package openset.privacy.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import openset.asn1.Asn1Exception;
import openset.set.data.order.Offer;

/**
 * A sale as its merchant keeps it.
 *
 * @param xid of the purchase
 * @param lidM the merchant's label of it
 * @param orderNumber as customers know it
 * @param offer what was ordered
 */
public record Sold(byte[] xid, byte[] lidM, String orderNumber, Offer offer) {
  /** All sales of a merchant, the oldest first. */
  public static List<Sold> by(Login merchant) throws Unreadable {
    List<Sold> sold = new ArrayList<>();
    try (Connection connection = merchant.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select s.xid, s.lid_m, o.order_number, o.offer from sale s"
                    + " join shop_order o on o.lid_m = s.lid_m order by o.placed_at")) {
      while (rows.next()) {
        Offer offer = Offer.TYPE.decode(rows.getBytes(4));
        sold.add(new Sold(rows.getBytes(1), rows.getBytes(2), rows.getString(3), offer));
      }
      return sold;
    } catch (SQLException | Asn1Exception e) {
      throw new Unreadable(merchant, e);
    }
  }
}
