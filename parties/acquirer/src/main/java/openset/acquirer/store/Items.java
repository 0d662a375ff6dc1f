package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.store.Item.Progress;
import openset.acquirer.store.Item.Taken;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Reference;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/**
 * Items, their presentment and their settlement. Whoever decides about an authorization's items
 * locks its row in the log before.
 */
public final class Items {
  private final Handle handle;
  private final String acquirer;

  private Items(Handle handle, String acquirer) {
    this.handle = handle;
    this.acquirer = acquirer;
  }

  /** The items of this acquirer (its institution code) in a transaction. */
  public static Items in(Tx tx, String acquirer) {
    return new Items(tx.handle(), acquirer);
  }

  /** Writes an item with its answer and what it costs. */
  public void add(Item item, List<FeeLine> fees, Instant now) {
    Taken taken = item.taken();
    Progress progress = item.progress();
    long charged =
        fees.stream().filter(FeeLine::charged).mapToLong(l -> l.fee().minorUnits()).sum();
    handle
        .createUpdate(
            """
            insert into item (original, key, kind, earlier, dispute, reason, stage, xid, merchant,
              retrieval, approval, amount, currency, fee, response, queued, sent, cancelled,
              presented, cycle, at)
            values (:original, :key, :kind, :earlier, :dispute, :reason, :stage, :xid, :merchant,
              :retrieval, :approval, :amount, :currency, :fee, :response, :queued, :sent,
              :cancelled, :presented, :cycle, :at)
            """)
        .bind("original", taken.approval().key().bytes())
        .bind("key", taken.key().bytes())
        .bind("kind", item.kind().name())
        .bind("earlier", item.earlier().map(Octets::bytes).orElse(null))
        .bind("dispute", item.dispute().map(Dispute::number).orElse(null))
        .bind("reason", item.dispute().map(Dispute::reason).orElse(null))
        .bind("stage", item.dispute().map(each -> each.stage().name()).orElse(null))
        .bind("xid", taken.xid().bytes())
        .bind("merchant", taken.merchant())
        .bind("retrieval", taken.approval().reference().retrieval())
        .bind("approval", taken.approval().code())
        .bind("amount", taken.amount().minor())
        .bind("currency", taken.amount().currency())
        .bind("fee", charged)
        .bind("response", item.response().wire())
        .bind("queued", progress.queued())
        .bind("sent", progress.sent())
        .bind("cancelled", progress.cancelled())
        .bind("presented", progress.presented().map(ResponseCode::wire).orElse(null))
        .bind("cycle", progress.cycle().orElse(null))
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
    if (item.response() == ResponseCode.APPROVED) new ItemFees(handle).add(taken, fees);
  }

  /** An item by the keys of its authorization and of itself. */
  public Optional<Item> find(Octets original, Octets key) {
    return handle
        .createQuery("select * from item where original = :original and key = :key")
        .bind("original", original.bytes())
        .bind("key", key.bytes())
        .map((row, _) -> item(row))
        .findOne();
  }

  /** When an item was taken. */
  public Instant at(Taken taken) {
    return handle
        .createQuery("select at from item where original = :original and key = :key")
        .bind("original", taken.approval().key().bytes())
        .bind("key", taken.key().bytes())
        .mapTo(OffsetDateTime.class)
        .one()
        .toInstant();
  }

  /** All items of an authorization in the order in which they came. */
  public List<Item> of(Octets original) {
    return handle
        .createQuery("select * from item where original = :original order by number")
        .bind("original", original.bytes())
        .map((row, _) -> item(row))
        .list();
  }

  /**
   * Marks those of an authorization's items as queued that may be presented now: captures at once,
   * all others when whatever came before them is presented for good.
   *
   * @return their keys
   */
  public List<Octets> queueReady(Octets original) {
    return handle
        .createQuery(
            """
            update item i set queued = true
            where original = :original and response = '00' and not queued and not cancelled
              and (kind = 'CAPTURE' or not exists (select from item e
                where e.original = i.original and e.number < i.number and e.response = '00'
                  and not e.cancelled and e.presented is null))
            returning key
            """)
        .bind("original", original.bytes())
        .map((row, _) -> Octets.of(row.getBytes(1)))
        .list();
  }

  /** Notes that an item may be sent from now on. */
  public void sending(Octets original, Octets key) {
    mark("sent", original, key);
  }

  /** Notes that an item never will be sent. */
  public void cancel(Octets original, Octets key) {
    mark("cancelled", original, key);
  }

  /** Notes that an item was taken back. */
  public void reverse(Octets original, Octets key) {
    mark("reversed", original, key);
  }

  /** Notes that the acquirer bears what the issuer refused. */
  public void bear(Octets original, Octets key) {
    mark("borne", original, key);
  }

  private void mark(String column, Octets original, Octets key) {
    handle
        .createUpdate(
            "update item set " + column + " = true where original = :original and key = :key")
        .bind("original", original.bytes())
        .bind("key", key.bytes())
        .execute();
  }

  /** Writes what the clearing house said for good. */
  public void presented(Taken taken, ResponseCode response, Optional<String> cycle) {
    handle
        .createUpdate(
            """
            update item set presented = :presented, cycle = :cycle
            where original = :original and key = :key and presented is null
            """)
        .bind("original", taken.approval().key().bytes())
        .bind("key", taken.key().bytes())
        .bind("presented", response.wire())
        .bind("cycle", cycle.orElse(null))
        .execute();
  }

  private Item item(ResultSet row) throws SQLException {
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
    return new Item(
        Kind.valueOf(row.getString("kind")),
        taken,
        Optional.ofNullable(row.getBytes("earlier")).map(Octets::of),
        dispute(row),
        code(row.getString("response")),
        progress(row));
  }

  private static Optional<Dispute> dispute(ResultSet row) throws SQLException {
    String number = row.getString("dispute");
    if (number == null) return Optional.empty();
    Dispute.Stage stage = Dispute.Stage.valueOf(row.getString("stage"));
    return Optional.of(new Dispute(number, row.getString("reason"), stage));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        row.getBoolean("queued"),
        row.getBoolean("sent"),
        row.getBoolean("cancelled"),
        row.getBoolean("reversed"),
        Optional.ofNullable(row.getString("presented")).map(Items::code),
        Optional.ofNullable(row.getString("cycle")));
  }

  private static ResponseCode code(String wire) {
    return ResponseCode.of(wire)
        .orElseThrow(() -> new IllegalStateException("stored response code " + wire));
  }
}
