package openset.cardholder.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import openset.asn1.Der;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.stop.Stop;
import openset.set.ErrorCode;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.data.XID;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.Receipt;
import openset.set.data.sale.AuthCode;

/** The row of a purchase, from its state and from the table. */
final class PurchaseRow {
  private PurchaseRow() {}

  static Bought of(Purchase purchase) {
    return switch (purchase) {
      case Purchase.Started s -> plain(s.order(), Bought.Standing.STARTED);
      case Purchase.Cancelled c -> plain(c.order(), Bought.Standing.CANCELLED);
      case Purchase.Offered o ->
          row(o.order(), Bought.Standing.OFFERED, Said.NOTHING.by(o.seller(), o.xid()));
      case Purchase.Ordered o -> row(o.order(), Bought.Standing.ORDERED, Said.of(o));
      case Purchase.Confirmed(var o, var receipt) ->
          row(o.order(), Bought.Standing.CONFIRMED, Said.of(o).with(receipt));
      case Purchase.Declined(var o, var receipt) ->
          row(o.order(), Bought.Standing.DECLINED, Said.of(o).with(receipt));
      case Purchase.NotConfirmed(var o, var code, var claimed) ->
          row(o.order(), Bought.Standing.NOT_CONFIRMED, Said.of(o).with(code, claimed));
      case Purchase.Stopped(var order, var stop, var ordered) ->
          row(
              order,
              Bought.Standing.STOPPED,
              ordered.map(Said::of).orElse(Said.NOTHING).with(stop));
    };
  }

  static Bought read(ResultSet row) throws SQLException {
    return new Bought(
        LocalID.of(row.getBytes("lid_c")),
        LocalID.of(row.getBytes("card_id")),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        Bought.Standing.valueOf(row.getString("standing")),
        new BrandID(row.getString("brand")),
        Optional.ofNullable(row.getString("merchant")),
        new CurrencyAmount(new CurrencyCode(row.getInt("currency")), row.getLong("total")),
        Der.of(row.getBytes("offer")),
        Optional.ofNullable(row.getBytes("xid")).map(XID::of),
        Optional.ofNullable(row.getString("auth_code")).map(AuthCode::valueOf),
        Optional.ofNullable(row.getString("completion_code")).map(CompletionCode::valueOf),
        Optional.ofNullable(row.getBytes("receipt")).map(Receipt.TYPE::decode),
        stop(row));
  }

  private static Optional<Stop> stop(ResultSet row) throws SQLException {
    String error = row.getString("error");
    if (error == null) return Optional.empty();
    return Optional.of(
        new Stop(
            ErrorCode.valueOf(error), row.getString("rule"), row.getBoolean("by_peer")));
  }

  private static Bought plain(Purchase.Order order, Bought.Standing standing) {
    return row(order, standing, Said.NOTHING);
  }

  private static Bought row(Purchase.Order order, Bought.Standing standing, Said said) {
    return new Bought(
        order.lidC(),
        order.cardID(),
        order.begunAt(),
        standing,
        order.brandID(),
        said.merchant(),
        order.offer().value().total(),
        order.offer().der(),
        said.xid(),
        said.authCode(),
        said.completionCode(),
        said.receipt(),
        said.stop());
  }

  /** What others said of a purchase so far. */
  private record Said(
      Optional<String> merchant,
      Optional<XID> xid,
      Optional<AuthCode> authCode,
      Optional<CompletionCode> completionCode,
      Optional<Receipt> receipt,
      Optional<Stop> stop) {
    static final Said NOTHING =
        new Said(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static Said of(Purchase.Ordered ordered) {
      return NOTHING.by(ordered.seller(), ordered.asked().transIDs().xid());
    }

    Said by(Purchase.Seller seller, XID xid) {
      return new Said(
          Optional.of(seller.name()),
          Optional.of(xid),
          authCode,
          completionCode,
          receipt,
          stop);
    }

    Said with(Receipt receipt) {
      return new Said(
          merchant,
          xid,
          Optional.of(receipt.authCode()),
          completionCode,
          Optional.of(receipt),
          stop);
    }

    Said with(CompletionCode code, Optional<AuthCode> claimed) {
      return new Said(merchant, xid, claimed, Optional.of(code), receipt, stop);
    }

    Said with(Stop stop) {
      return new Said(merchant, xid, authCode, completionCode, receipt, Optional.of(stop));
    }
  }
}
