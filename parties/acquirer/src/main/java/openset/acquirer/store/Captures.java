package openset.acquirer.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.acquirer.store.LoggedCapture.Taken;
import openset.iso8583.host.Amount;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Reference;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Captures, their presentment and their settlement. */
public final class Captures {
  private final Handle handle;
  private final String acquirer;

  private Captures(Handle handle, String acquirer) {
    this.handle = handle;
    this.acquirer = acquirer;
  }

  /** The captures of this acquirer (its institution code) in a transaction. */
  public static Captures in(Tx tx, String acquirer) {
    return new Captures(tx.handle(), acquirer);
  }

  /** Writes a capture with its answer. */
  public void add(LoggedCapture capture, Instant now) {
    Taken taken = capture.taken();
    handle
        .createUpdate(
            """
            insert into capture (
              original, key, xid, merchant, retrieval, approval,
              amount, currency, fee, response, at)
            values (
              :original, :key, :xid, :merchant, :retrieval, :approval,
              :amount, :currency, :fee, :response, :at)
            """)
        .bind("original", taken.approval().key().bytes())
        .bind("key", taken.key().bytes())
        .bind("xid", taken.xid().bytes())
        .bind("merchant", taken.merchant())
        .bind("retrieval", taken.approval().reference().retrieval())
        .bind("approval", taken.approval().code())
        .bind("amount", taken.amount().minor())
        .bind("currency", taken.amount().currency())
        .bind("fee", capture.fee())
        .bind("response", capture.response().wire())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** A capture by the keys of its authorization and of itself. */
  public Optional<LoggedCapture> find(Octets original, Octets key) {
    return handle
        .createQuery("select * from capture where original = :original and key = :key")
        .bind("original", original.bytes())
        .bind("key", key.bytes())
        .map((row, _) -> capture(row))
        .findOne();
  }

  /** Sum of all accepted captures of an authorization, in minor units. */
  public long captured(Octets original) {
    return handle
        .createQuery(
            """
            select coalesce(sum(amount), 0) from capture
            where original = :original and response = '00'
            """)
        .bind("original", original.bytes())
        .mapTo(BigDecimal.class)
        .one()
        .longValueExact();
  }

  /** Writes what the clearing house said for good. */
  public void presented(Taken taken, ResponseCode response, Optional<String> cycle) {
    handle
        .createUpdate(
            """
            update capture set presented = :presented, cycle = :cycle
            where original = :original and key = :key and presented is null
            """)
        .bind("original", taken.approval().key().bytes())
        .bind("key", taken.key().bytes())
        .bind("presented", response.wire())
        .bind("cycle", cycle.orElse(null))
        .execute();
  }

  /**
   * What one merchant gets from one cycle.
   *
   * @param amount sum of its items in minor units
   * @param fee sum of their fees
   */
  public record Share(String merchant, long items, long amount, long fee) {}

  /** Shares of all merchants in a cycle and currency, by merchant. */
  public List<Share> shares(String cycle, int currency) {
    return handle
        .createQuery(
            """
            select merchant, count(*), sum(amount), sum(fee) from capture
            where cycle = :cycle and currency = :currency group by merchant order by merchant
            """)
        .bind("cycle", cycle)
        .bind("currency", currency)
        .map(
            (row, _) ->
                new Share(
                    row.getString(1),
                    row.getLong(2),
                    row.getBigDecimal(3).longValueExact(),
                    row.getBigDecimal(4).longValueExact()))
        .list();
  }

  private LoggedCapture capture(ResultSet row) throws SQLException {
    FinancialAdvice.Approval approval =
        new FinancialAdvice.Approval(
            new Reference(acquirer, row.getString("retrieval")),
            row.getString("approval"),
            Octets.of(row.getBytes("original")));
    Taken taken =
        new Taken(
            Octets.of(row.getBytes("key")),
            Octets.of(row.getBytes("xid")),
            row.getString("merchant"),
            approval,
            new Amount(row.getLong("amount"), row.getInt("currency")));
    return new LoggedCapture(
        taken,
        row.getLong("fee"),
        code(row.getString("response")),
        Optional.ofNullable(row.getString("presented")).map(Captures::code),
        Optional.ofNullable(row.getString("cycle")));
  }

  private static ResponseCode code(String wire) {
    return ResponseCode.of(wire)
        .orElseThrow(() -> new IllegalStateException("stored response code " + wire));
  }
}
