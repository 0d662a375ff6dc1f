package openset.signin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.store.Tx;

/** The tables of people. */
public final class PeopleTables {
  private PeopleTables() {}

  /** All people by name. */
  public static List<Rows.Person> all(Tx tx) {
    return tx.handle()
        .createQuery("select * from person order by name")
        .map((row, context) -> person(row))
        .list();
  }

  /** A person; the row is locked until the transaction ends. */
  public static Optional<Rows.Person> locked(Tx tx, String name) {
    return tx.handle()
        .createQuery("select * from person where name = :name for update")
        .bind("name", name)
        .map((row, context) -> person(row))
        .findOne();
  }

  /** A person. */
  public static Optional<Rows.Person> find(Tx tx, String name) {
    return tx.handle()
        .createQuery("select * from person where name = :name")
        .bind("name", name)
        .map((row, context) -> person(row))
        .findOne();
  }

  /** How many owners there are; locked, so that no two of them go at the same time. */
  public static int lockOwners(Tx tx) {
    return tx.handle()
        .createQuery("select name from person where role = 'owner' order by name for update")
        .mapTo(String.class)
        .list()
        .size();
  }

  /** Adds a person; false where the name is taken. */
  public static boolean add(Tx tx, String name, String role, String password, Instant at) {
    return tx.handle()
            .createUpdate(
                """
                insert into person (name, role, password, added_at)
                values (:name, :role, :password, :at) on conflict do nothing
                """)
            .bind("name", name)
            .bind("role", role)
            .bind("password", password)
            .bind("at", at(at))
            .execute()
        == 1;
  }

  /** Sets a role. */
  public static void role(Tx tx, String name, String role) {
    update(tx, "update person set role = :value where name = :name", name, role);
  }

  /** Sets a password's hash. */
  public static void password(Tx tx, String name, String hash) {
    update(tx, "update person set password = :value where name = :name", name, hash);
  }

  private static void update(Tx tx, String sql, String name, String value) {
    tx.handle().createUpdate(sql).bind("name", name).bind("value", value).execute();
  }

  /** Sets the second factor, or takes it away; recovery codes of before are gone. */
  public static void factor(Tx tx, String name, Optional<byte[]> sealed) {
    tx.handle()
        .createUpdate(
            "update person set factor = :factor, factor_step = 0 where name = :name")
        .bind("factor", sealed.orElse(null))
        .bind("name", name)
        .execute();
    tx.handle()
        .createUpdate("delete from recovery_code where name = :name")
        .bind("name", name)
        .execute();
  }

  /** Notes the half minute whose code was used. */
  public static void used(Tx tx, String name, long step) {
    tx.handle()
        .createUpdate("update person set factor_step = :step where name = :name")
        .bind("step", step)
        .bind("name", name)
        .execute();
  }

  /** Notes when a person signed in. */
  public static void signedIn(Tx tx, String name, Instant at) {
    tx.handle()
        .createUpdate("update person set signed_in_at = :at where name = :name")
        .bind("at", at(at))
        .bind("name", name)
        .execute();
  }

  /** Removes a person, with sessions and codes. */
  public static void remove(Tx tx, String name) {
    tx.handle()
        .createUpdate("delete from person where name = :name")
        .bind("name", name)
        .execute();
  }

  /** Keeps recovery codes, hashed. */
  public static void keepCodes(Tx tx, String name, List<byte[]> codes) {
    for (byte[] code : codes) {
      tx.handle()
          .createUpdate("insert into recovery_code (name, code) values (:name, :code)")
          .bind("name", name)
          .bind("code", code)
          .execute();
    }
  }

  /** Uses a recovery code up; false where there is no such. */
  public static boolean useCode(Tx tx, String name, byte[] code) {
    return tx.handle()
            .createUpdate("delete from recovery_code where name = :name and code = :code")
            .bind("name", name)
            .bind("code", code)
            .execute()
        == 1;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Rows.Person person(ResultSet row) throws SQLException {
    return new Rows.Person(
        row.getString("name"),
        row.getString("role"),
        row.getString("password"),
        Optional.ofNullable(row.getBytes("factor")),
        row.getLong("factor_step"),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("signed_in_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
