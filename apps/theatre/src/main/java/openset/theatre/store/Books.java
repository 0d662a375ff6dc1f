package openset.theatre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import openset.ledger.CurrencySum;
import openset.ledger.Ledger;
import openset.store.Database;
import openset.store.Tx;
import openset.theatre.cast.Lane;

/**
 * What a purchase left in a bank's ledger. Which lines these are, the bank's own tables tell; the
 * settlement of a cycle may stand for other purchases too.
 */
public final class Books {
  private static final String ISSUER =
      """
      with a as (select exchange, acquirer from authorized where xid = :xid),
      p as (select p.item, p.acquirer, p.cycle, p.currency from presentment p
        join a on p.exchange = a.exchange and p.acquirer = a.acquirer where p.response = '00')
      select 'presentment/' || acquirer || '/' || encode(item, 'hex') as transfer from p
      union select 'settlement/' || currency || '/' || cycle from p
      """;
  private static final String ACQUIRER =
      """
      select 'settlement/' || cycle || '/' || currency || '/' || merchant as transfer
      from item where xid = :xid and cycle is not null
      """;
  private static final String CLEARING =
      """
      select 'cycle/C' || lpad(cycle::text, greatest(8, length(cycle::text)), '0')
        || '/' || currency as transfer
      from item where xid = :xid
      """;
  private static final String HOLDS =
      """
      select h.id, '', h.at, unnest(array[h.debit, h.credit]), h.currency,
        unnest(array[h.amount, -h.amount])
      from ledger_hold h join authorized a
        on h.id like 'hold/' || a.acquirer || '/' || encode(a.exchange, 'hex') || '/%'
      where a.xid = :xid order by h.at
      """;

  private Books() {}

  /** The lines of a purchase in the ledger of a bank of this kind, the oldest first. */
  public static List<BookRow> ofPurchase(Database bank, Lane lane, byte[] xid) {
    return bank.transactions()
        .inTransaction(
            tx -> {
              List<BookRow> rows = new ArrayList<>();
              if (lane == Lane.ISSUER) rows.addAll(query(tx, HOLDS, BookRow.Kind.HOLD, xid));
              rows.addAll(query(tx, postings(lane), BookRow.Kind.POSTING, xid));
              return List.copyOf(rows);
            });
  }

  private static String postings(Lane lane) {
    String transfers =
        switch (lane) {
          case ISSUER -> ISSUER;
          case ACQUIRER -> ACQUIRER;
          case CLEARING -> CLEARING;
          default -> throw new IllegalArgumentException("no ledger: " + lane);
        };
    return "select t.id, t.text, t.at, e.account, e.currency, e.amount from ledger_transfer t"
        + " join ledger_entry e on e.transfer = t.id where t.id in ("
        + transfers
        + ") order by t.at, t.id, e.line";
  }

  /** Debits and credits of a whole ledger in each currency. */
  public static List<CurrencySum> sums(Database bank, Instant now) {
    return bank.transactions().inTransaction(tx -> Ledger.in(tx, now).checkSums());
  }

  private static List<BookRow> query(Tx tx, String sql, BookRow.Kind kind, byte[] xid) {
    return tx.handle()
        .createQuery(sql)
        .bind("xid", xid)
        .map((row, context) -> line(row, kind))
        .list();
  }

  private static BookRow line(ResultSet row, BookRow.Kind kind) throws SQLException {
    return new BookRow(
        kind,
        row.getString(1),
        row.getString(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        row.getInt(5),
        row.getLong(6));
  }
}
