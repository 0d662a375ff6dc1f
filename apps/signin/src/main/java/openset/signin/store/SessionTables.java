package openset.signin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import openset.store.Tx;

/** The tables of sessions and failures. */
public final class SessionTables {
  private SessionTables() {}

  /** Keeps a new session. */
  public static void begin(Tx tx, Rows.Session session) {
    tx.handle()
        .createUpdate(
            """
            insert into signin_session (token, name, complete, factor, began_at, seen_at)
            values (:token, :name, :complete, :factor, :began, :seen)
            """)
        .bind("token", session.token())
        .bind("name", session.name())
        .bind("complete", session.complete())
        .bind("factor", session.factor().orElse(null))
        .bind("began", at(session.began()))
        .bind("seen", at(session.seen()))
        .execute();
  }

  /** The session of a token's digest. */
  public static Optional<Rows.Session> session(Tx tx, byte[] token) {
    return tx.handle()
        .createQuery("select * from signin_session where token = :token")
        .bind("token", token)
        .map((row, context) -> session(row))
        .findOne();
  }

  /** Notes that a session was used. */
  public static void seen(Tx tx, byte[] token, Instant now) {
    tx.handle()
        .createUpdate("update signin_session set seen_at = :now where token = :token")
        .bind("now", at(now))
        .bind("token", token)
        .execute();
  }

  /** Ends a session. */
  public static void end(Tx tx, byte[] token) {
    tx.handle()
        .createUpdate("delete from signin_session where token = :token")
        .bind("token", token)
        .execute();
  }

  /** Ends all sessions of a person. */
  public static void endAll(Tx tx, String name) {
    tx.handle()
        .createUpdate("delete from signin_session where name = :name")
        .bind("name", name)
        .execute();
  }

  /** Forgets sessions and failures that are over. */
  public static void forget(Tx tx, Instant began, Instant failed) {
    tx.handle()
        .createUpdate("delete from signin_session where began_at < :began")
        .bind("began", at(began))
        .execute();
    tx.handle()
        .createUpdate("delete from signin_failure where last_at < :failed")
        .bind("failed", at(failed))
        .execute();
  }

  /** The failures of a name or of an address, locked until the transaction ends. */
  public static Rows.Failures failures(Tx tx, byte[] who, Instant now) {
    tx.handle()
        .createUpdate(
            """
            insert into signin_failure (who, failures, last_at, blocked_until)
            values (:who, 0, :now, :now) on conflict do nothing
            """)
        .bind("who", who)
        .bind("now", at(now))
        .execute();
    return tx.handle()
        .createQuery("select * from signin_failure where who = :who for update")
        .bind("who", who)
        .map(
            (row, context) ->
                new Rows.Failures(
                    row.getInt("failures"), instant(row, "last_at"), instant(row, "blocked_until")))
        .one();
  }

  /** Keeps failures. */
  public static void keep(Tx tx, byte[] who, Rows.Failures failures) {
    tx.handle()
        .createUpdate(
            """
            insert into signin_failure (who, failures, last_at, blocked_until)
            values (:who, :count, :last, :until)
            on conflict (who) do update set failures = excluded.failures,
              last_at = excluded.last_at, blocked_until = excluded.blocked_until
            """)
        .bind("who", who)
        .bind("count", failures.count())
        .bind("last", at(failures.last()))
        .bind("until", at(failures.blockedUntil()))
        .execute();
  }

  /** Forgets failures. */
  public static void clear(Tx tx, byte[] who) {
    tx.handle()
        .createUpdate("delete from signin_failure where who = :who")
        .bind("who", who)
        .execute();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Rows.Session session(ResultSet row) throws SQLException {
    return new Rows.Session(
        row.getBytes("token"),
        row.getString("name"),
        row.getBoolean("complete"),
        Optional.ofNullable(row.getBytes("factor")),
        instant(row, "began_at"),
        instant(row, "seen_at"));
  }
}
