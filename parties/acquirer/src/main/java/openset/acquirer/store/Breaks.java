package openset.acquirer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** What did not come out as it was answered, until a person has seen to it. */
public final class Breaks {
  private final Handle handle;

  private Breaks(Handle handle) {
    this.handle = handle;
  }

  /** The breaks in a transaction. */
  public static Breaks in(Tx tx) {
    return new Breaks(tx.handle());
  }

  /** What broke. */
  public enum Kind {
    /** The issuer does not know, or no longer honours, a card that the gateway approved. */
    STAND_IN_REFUSED,
    /** The issuer did not take an item that the gateway was told is accepted. */
    ITEM_REFUSED,
    /** The issuer did not take a reversal. */
    REVERSAL_REFUSED,
    /** Something was tried many times, and is tried on. */
    UNDELIVERED
  }

  /**
   * One break.
   *
   * @param original key of the authorization
   * @param key of the item; the authorization's own where it is about no item
   * @param code what the issuer or the clearing house answered
   * @param cleared when a person had seen to it
   * @param note what that person did
   */
  public record Break(
      long number, Kind kind, Where where, String code, Instant at, Optional<Cleared> cleared) {}

  /** What it is about. */
  public record Where(Octets original, Octets key, String merchant) {}

  /** That somebody has seen to it. */
  public record Cleared(Instant at, String note) {}

  /** Notes a break of an item; the same again does nothing. */
  public void add(Kind kind, Item.Taken taken, ResponseCode code, Instant now) {
    Where where = new Where(taken.approval().key(), taken.key(), taken.merchant());
    add(kind, where, code, now);
  }

  /** Notes a break; the same again does nothing. */
  public void add(Kind kind, Where where, ResponseCode code, Instant now) {
    handle
        .createUpdate(
            """
            insert into breaks (kind, original, key, merchant, code, at)
            values (:kind, :original, :key, :merchant, :code, :at) on conflict do nothing
            """)
        .bind("kind", kind.name())
        .bind("original", where.original().bytes())
        .bind("key", where.key().bytes())
        .bind("merchant", where.merchant())
        .bind("code", code.wire())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Notes that a person has seen to it; false when there is no such open break. */
  public boolean clear(long number, String note, Instant now) {
    return handle
            .createUpdate(
                """
                update breaks set cleared = :now, note = :note
                where number = :number and cleared is null
                """)
            .bind("number", number)
            .bind("note", note)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** Those that nobody has seen to, the oldest first. */
  public List<Break> open(int most) {
    return handle
        .createQuery("select * from breaks where cleared is null order by number limit :most")
        .bind("most", most)
        .map((row, _) -> row(row))
        .list();
  }

  private static Break row(ResultSet row) throws SQLException {
    Where where =
        new Where(
            Octets.of(row.getBytes("original")),
            Octets.of(row.getBytes("key")),
            row.getString("merchant"));
    OffsetDateTime cleared = row.getObject("cleared", OffsetDateTime.class);
    return new Break(
        row.getLong("number"),
        Kind.valueOf(row.getString("kind")),
        where,
        row.getString("code"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        cleared == null
            ? Optional.empty()
            : Optional.of(new Cleared(cleared.toInstant(), row.getString("note"))));
  }
}
