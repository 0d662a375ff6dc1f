package openset.signin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.store.Tx;

/** The table of programs' keys. */
public final class KeyTables {
  private KeyTables() {}

  /** All, the newest first. */
  public static List<Rows.Key> all(Tx tx) {
    return tx.handle()
        .createQuery("select * from program_key order by added_at desc, name")
        .map((row, context) -> key(row))
        .list();
  }

  /** One. */
  public static Optional<Rows.Key> find(Tx tx, String name) {
    return tx.handle()
        .createQuery("select * from program_key where name = :name")
        .bind("name", name)
        .map((row, context) -> key(row))
        .findOne();
  }

  /** Keeps a new one. */
  public static void add(Tx tx, Rows.Key key) {
    tx.handle()
        .createUpdate(
            """
            insert into program_key (name, about, role, secret, added_by, added_at, expires_at)
            values (:name, :about, :role, :secret, :by, :at, :expires)
            """)
        .bind("name", key.name())
        .bind("about", key.about())
        .bind("role", key.role())
        .bind("secret", key.secret())
        .bind("by", key.addedBy())
        .bind("at", key.addedAt().atOffset(ZoneOffset.UTC))
        .bind("expires", key.expiresAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .execute();
  }

  /** Revokes one; false where there is none that was not revoked. */
  public static boolean revoke(Tx tx, String name, Instant now) {
    return tx.handle()
            .createUpdate(
                """
                update program_key set revoked_at = :now
                where name = :name and revoked_at is null
                """)
            .bind("name", name)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** Notes that one was used. */
  public static void used(Tx tx, String name, Instant now) {
    tx.handle()
        .createUpdate("update program_key set used_at = :now where name = :name")
        .bind("name", name)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static Rows.Key key(ResultSet row) throws SQLException {
    return new Rows.Key(
        row.getString("name"),
        row.getString("about"),
        row.getString("role"),
        row.getBytes("secret"),
        row.getString("added_by"),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        instant(row, "revoked_at"),
        instant(row, "used_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
