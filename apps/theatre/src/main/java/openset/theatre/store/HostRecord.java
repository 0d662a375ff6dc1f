package openset.theatre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.store.Database;

/** The theatre's own table: what passed between banks, as pictures. */
public final class HostRecord {
  /** The classpath folder of its tables. */
  public static final String MIGRATIONS = "openset/theatre/migrations";

  private final Database own;

  /** The table in {@code own}. */
  public HostRecord(Database own) {
    this.own = own;
  }

  /** Keeps one message. */
  public void add(HostRow row) {
    own.transactions()
        .perform(
            tx ->
                tx.handle()
                    .createUpdate(
                        """
                        insert into seen (at, sender, receiver, picture, exchange, xid, cycle)
                        values (:at, :sender, :receiver, :picture, :exchange, :xid, :cycle)
                        """)
                    .bind("at", row.at().atOffset(ZoneOffset.UTC))
                    .bind("sender", row.sender())
                    .bind("receiver", row.receiver())
                    .bind("picture", row.picture())
                    .bind("exchange", row.exchange())
                    .bind("xid", row.xid().orElse(null))
                    .bind("cycle", row.cycle().orElse(null))
                    .execute());
  }

  /** A number that grows whenever something is kept. */
  public long newest() {
    return own.transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select coalesce(max(number), 0) from seen")
                    .mapTo(Long.class)
                    .one());
  }

  /**
   * Everything that passed for a purchase, in its order: what names its XID, the answers to that,
   * and the settlement of the cycle it went into.
   */
  public List<HostRow> ofPurchase(byte[] xid) {
    return own.transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery(
                        """
                        with named as (select exchange, cycle from seen where xid = :xid),
                        answered as (
                          select s.cycle from seen s join named n on s.exchange = n.exchange),
                        cycles as (
                          select cycle from named where cycle is not null
                          union select cycle from answered where cycle is not null),
                        settled as (
                          select exchange from seen
                          where xid is null and cycle in (select cycle from cycles))
                        select at, sender, receiver, picture, exchange, xid, cycle from seen
                        where xid = :xid
                          or exchange in (select exchange from named)
                          or exchange in (select exchange from settled)
                        order by at, number
                        """)
                    .bind("xid", xid)
                    .map((row, context) -> row(row))
                    .list());
  }

  private static HostRow row(ResultSet row) throws SQLException {
    return new HostRow(
        row.getObject(1, OffsetDateTime.class).toInstant(),
        row.getString(2),
        row.getString(3),
        row.getBytes(4),
        row.getString(5),
        Optional.ofNullable(row.getBytes(6)),
        Optional.ofNullable(row.getString(7)));
  }
}
