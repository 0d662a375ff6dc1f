package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Presentments: each key of an acquirer once, each word of an issuer once. */
public final class Presentments {
  private final Handle handle;

  private Presentments(Handle handle) {
    this.handle = handle;
  }

  /** The presentments in a transaction. */
  public static Presentments in(Tx tx) {
    return new Presentments(tx.handle());
  }

  /** Writes a presentment into a cycle; does nothing when its key is there already. */
  public void add(Presentment item, long cycle, Instant now) {
    Purchase purchase = item.purchase();
    handle
        .createUpdate(
            """
            insert into presentment (
              acquirer, key, original, xid, trans_stain, certificate, set_merchant, issuer,
              retrieval, approval, merchant, terminal, category, amount, currency, cycle, at)
            values (
              :acquirer, :key, :original, :xid, :stain, :certificate, :setMerchant, :issuer,
              :retrieval, :approval, :merchant, :terminal, :category, :amount, :currency, :cycle,
              :at)
            on conflict do nothing
            """)
        .bind("acquirer", item.acquirer())
        .bind("key", item.key().bytes())
        .bind("original", item.approval().key().bytes())
        .bind("xid", purchase.xid().bytes())
        .bind("stain", purchase.transStain().map(Octets::bytes).orElse(null))
        .bind("certificate", purchase.certificate().map(Octets::bytes).orElse(null))
        .bind("setMerchant", purchase.merchantId().orElse(null))
        .bind("issuer", item.issuer())
        .bind("retrieval", item.approval().reference().retrieval())
        .bind("approval", item.approval().code())
        .bind("merchant", item.acceptor().merchant())
        .bind("terminal", item.acceptor().terminal())
        .bind("category", item.acceptor().category())
        .bind("amount", item.amount().minor())
        .bind("currency", item.amount().currency())
        .bind("cycle", cycle)
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** A presentment and what became of it. */
  public Optional<Cleared> find(String acquirer, Octets key) {
    return handle
        .createQuery("select * from presentment where acquirer = :acquirer and key = :key")
        .bind("acquirer", acquirer)
        .bind("key", key.bytes())
        .map((row, _) -> cleared(row))
        .findOne();
  }

  /** Items of a cycle about which their issuers have not spoken, the oldest keys first. */
  public List<Cleared> pending(long cycle, int most) {
    return handle
        .createQuery(
            """
            select * from presentment where cycle = :cycle and response is null
            order by acquirer, key limit :most
            """)
        .bind("cycle", cycle)
        .bind("most", most)
        .map((row, _) -> cleared(row))
        .list();
  }

  /** Writes the issuer's word, when there is none yet. */
  public void decide(Presentment item, ResponseCode response) {
    handle
        .createUpdate(
            """
            update presentment set response = :response
            where acquirer = :acquirer and key = :key and response is null
            """)
        .bind("acquirer", item.acquirer())
        .bind("key", item.key().bytes())
        .bind("response", response.wire())
        .execute();
  }

  private static Cleared cleared(ResultSet row) throws SQLException {
    Reference reference = new Reference(row.getString("acquirer"), row.getString("retrieval"));
    Presentment item =
        new Presentment(
            purchase(row),
            row.getString("issuer"),
            new FinancialAdvice.Approval(
                reference, row.getString("approval"), Octets.of(row.getBytes("original"))),
            new Acceptor(
                row.getString("terminal"), row.getString("merchant"), row.getString("category")),
            new Amount(row.getLong("amount"), row.getInt("currency")));
    return new Cleared(
        item,
        row.getLong("cycle"),
        Optional.ofNullable(row.getString("response"))
            .map(wire -> ResponseCode.of(wire).orElseThrow()));
  }

  private static Purchase purchase(ResultSet row) throws SQLException {
    return new Purchase(
        Octets.of(row.getBytes("key")),
        Octets.of(row.getBytes("xid")),
        Optional.ofNullable(row.getBytes("trans_stain")).map(Octets::of),
        Optional.ofNullable(row.getBytes("certificate")).map(Octets::of),
        Optional.ofNullable(row.getString("set_merchant")));
  }
}
