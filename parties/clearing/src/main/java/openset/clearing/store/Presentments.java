package openset.clearing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
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

  /** Writes a presentment; does nothing when its key is there already. */
  public void add(Presentment item, Instant now) {
    handle
        .createUpdate(
            """
            insert into presentment (
              acquirer, key, original, xid, issuer, retrieval, approval,
              merchant, terminal, category, amount, currency, at)
            values (
              :acquirer, :key, :original, :xid, :issuer, :retrieval, :approval,
              :merchant, :terminal, :category, :amount, :currency, :at)
            on conflict do nothing
            """)
        .bind("acquirer", item.acquirer())
        .bind("key", item.key().bytes())
        .bind("original", item.approval().key().bytes())
        .bind("xid", item.xid().bytes())
        .bind("issuer", item.issuer())
        .bind("retrieval", item.approval().reference().retrieval())
        .bind("approval", item.approval().code())
        .bind("merchant", item.acceptor().merchant())
        .bind("terminal", item.acceptor().terminal())
        .bind("category", item.acceptor().category())
        .bind("amount", item.amount().minor())
        .bind("currency", item.amount().currency())
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

  /** Writes the issuer's word, when there is none yet. */
  public void decide(Presentment item, ResponseCode response, Optional<Long> cycle) {
    handle
        .createUpdate(
            """
            update presentment set response = :response, cycle = :cycle
            where acquirer = :acquirer and key = :key and response is null
            """)
        .bind("acquirer", item.acquirer())
        .bind("key", item.key().bytes())
        .bind("response", response.wire())
        .bind("cycle", cycle.orElse(null))
        .execute();
  }

  private static Cleared cleared(ResultSet row) throws SQLException {
    Reference reference = new Reference(row.getString("acquirer"), row.getString("retrieval"));
    Presentment item =
        new Presentment(
            Octets.of(row.getBytes("key")),
            Octets.of(row.getBytes("xid")),
            row.getString("issuer"),
            new FinancialAdvice.Approval(
                reference, row.getString("approval"), Octets.of(row.getBytes("original"))),
            new Acceptor(
                row.getString("terminal"), row.getString("merchant"), row.getString("category")),
            new Amount(row.getLong("amount"), row.getInt("currency")));
    return new Cleared(
        item,
        Optional.ofNullable(row.getString("response"))
            .map(wire -> ResponseCode.of(wire).orElseThrow()),
        Optional.ofNullable(row.getObject("cycle", Long.class)));
  }
}
