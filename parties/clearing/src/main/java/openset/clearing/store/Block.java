package openset.clearing.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.iso8583.host.FinancialAdvice;
import openset.store.Tx;
import openset.store.copy.Copy;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Captures of one file, booked many at once by COPY and set-wise SQL: what costs the same for the
 * first item and the millionth. Items of other kinds are held to others one by one.
 */
public final class Block {
  private static final String[] COLUMNS = {
    "line", "sender", "key", "kind", "acquirer", "issuer", "original", "xid", "retrieval",
    "approval", "merchant", "amount", "currency", "message"
  };
  private static final String LIST = String.join(", ", COLUMNS);

  private final Tx tx;
  private final Handle handle;
  private final StoredFile file;

  private Block(Tx tx, StoredFile file) {
    this.tx = tx;
    this.handle = tx.handle();
    this.file = file;
  }

  /** A block of a file in a transaction. */
  public static Block of(Tx tx, StoredFile file) {
    return new Block(tx, file);
  }

  /** An item and its place in the file. */
  public record Line(long line, Item item) {}

  /** Books captures; those that do not fit go to the rejects. */
  public void book(List<Line> captures, Instant now) {
    if (captures.isEmpty()) return;
    handle.execute(
        """
        create temporary table arrived (line bigint, sender text, key bytea, kind text,
          acquirer text, issuer text, original bytea, xid bytea, retrieval text, approval text,
          merchant text, amount bigint, currency integer, message bytea) on commit drop
        """);
    copy(captures);
    rejectStrangers();
    handle.execute("set local work_mem = '32MB'");
    handle.savepoint("insert");
    try {
      insert(now, "");
    } catch (UnableToExecuteStatementException e) {
      // Some key was used before, which is rare: once more, with a look before each.
      if (!isUniqueViolation(e)) throw e;
      handle.rollbackToSavepoint("insert");
      insert(now, " on conflict do nothing");
      rejectKnownKeys();
    }
  }

  private void insert(Instant now, String conflict) {
    handle
        .createUpdate(
            "insert into item ("
                + LIST
                + ", file, cycle, at) select "
                + LIST
                + ", :file, :cycle, :at from arrived order by line"
                + conflict)
        .bind("file", file.number())
        .bind("cycle", file.content().orElseThrow().cycle())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static boolean isUniqueViolation(UnableToExecuteStatementException e) {
    return e.getCause() instanceof SQLException sql && "23505".equals(sql.getSQLState());
  }

  private void copy(List<Line> captures) {
    try (Copy copy = Copy.into(tx, "arrived", COLUMNS)) {
      for (Line each : captures) {
        Item item = each.item();
        FinancialAdvice advice = item.said().advice();
        copy.row()
            .number(each.line())
            .text(item.sender())
            .bytes(item.key().bytes())
            .text(item.kind().name())
            .text(item.acquirer())
            .text(item.issuer())
            .bytes(item.original().bytes())
            .bytes(advice.purchase().xid().bytes())
            .text(advice.approval().reference().retrieval())
            .text(advice.approval().code())
            .text(advice.acceptor().merchant())
            .number(item.minor())
            .integer(item.currency())
            .bytes(item.octets());
      }
      copy.end();
    }
  }

  /** Captures that do not agree with earlier items of their authorization (HL-105). */
  private void rejectStrangers() {
    // Whatever the statistics say: a look by index for each, never through all items there are.
    // What is behind "offset 0" is planned by itself, for one that arrived.
    handle.execute("set local enable_seqscan = off");
    handle
        .createUpdate(
            """
            with strange as (
              select a.line from arrived as a, lateral (
                select from item as i
                where i.acquirer = a.acquirer and i.original = a.original
                  and (i.issuer, i.currency, i.xid, i.retrieval, i.approval, i.merchant)
                    is distinct from
                    (a.issuer, a.currency, a.xid, a.retrieval, a.approval, a.merchant)
                  and not exists (select from decision
                    where decision.item = i.number and response <> '00')
                offset 0) as other
            ), gone as (
              delete from arrived using strange where arrived.line = strange.line
              returning arrived.line, message)
            insert into clearing_file_reject (file, line, response, reason, message)
            select :file, line, '12', 'not as authorized', message from gone
            """)
        .bind("file", file.number())
        .execute();
    handle.execute("set local enable_seqscan = on");
  }

  private void rejectKnownKeys() {
    handle
        .createUpdate(
            """
            insert into clearing_file_reject (file, line, response, reason, message)
            select :file, line, '94', 'key was used before', message from arrived
            where not exists (select from item where item.sender = arrived.sender
              and item.key = arrived.key and item.file = :file and item.line = arrived.line)
            """)
        .bind("file", file.number())
        .execute();
  }

  /** Books one item. */
  public void book(Line line, Instant now) {
    Items.Origin origin = new Items.Origin(file.number(), line.line());
    Items.in(tx)
        .add(line.item(), file.content().orElseThrow().cycle(), Optional.of(origin), now);
  }

  /** Notes a single item that is refused. */
  public void reject(Reject reject) {
    handle
        .createUpdate(
            """
            insert into clearing_file_reject (file, line, response, reason, message)
            values (:file, :line, :response, :reason, :message)
            """)
        .bind("file", file.number())
        .bind("line", reject.line())
        .bind("response", reject.response())
        .bind("reason", reject.reason())
        .bind("message", reject.message().encode())
        .execute();
  }
}
