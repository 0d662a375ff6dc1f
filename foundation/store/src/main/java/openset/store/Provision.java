package openset.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * What a server's superuser does for participants: roles that can do nothing but log in, and
 * databases that nobody but their role can enter.
 */
final class Provision {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private Provision() {}

  /** Makes role and database where missing, and closes them to everybody else. */
  static Address database(Address superuser, String database, String role, char[] passphrase) {
    String name = checked(database);
    String owner = checked(role);
    Address own = new Address(inPlace(superuser.jdbcUrl(), name), owner, passphrase);
    try {
      try (Connection connection = connect(superuser);
          Statement sql = connection.createStatement()) {
        // One at a time over the whole server: two processes may set up the same world.
        sql.execute("select pg_advisory_lock(7351)");
        makeRole(connection, owner, passphrase);
        makeDatabase(connection, name, owner);
      }
      try (Connection connection = connect(in(superuser, name));
          Statement sql = connection.createStatement()) {
        sql.execute("revoke all on schema public from public");
      }
      return own;
    } catch (SQLException failure) {
      throw new StoreFailed("Cannot make the database of " + own + ".", failure);
    }
  }

  /** Keeps participants from meeting in the databases that every server has. */
  static void closeCommonDatabases(Address superuser) throws SQLException {
    try (Connection connection = connect(superuser);
        Statement sql = connection.createStatement()) {
      sql.execute("revoke all on database postgres from public");
      sql.execute("revoke all on database template1 from public");
    }
  }

  static Connection connect(Address address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.role(), address.passphrase());
  }

  private static void makeRole(Connection connection, String role, char[] passphrase)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
      execute(
          connection,
          "create role " + role + " login nosuperuser nocreatedb nocreaterole noreplication");
    }
    // The driver hashes, so that no passphrase can come into the server's log. It wipes its input.
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, passphrase.clone(), "scram-sha-256");
  }

  private static void makeDatabase(Connection connection, String name, String owner)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
      // An administrator who is no superuser may give a database to a role only as its member.
      execute(connection, "grant " + owner + " to current_user");
      execute(connection, "create database " + name + " owner " + owner + " template template0");
    }
    execute(connection, "revoke all on database " + name + " from public");
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(query)) {
      sql.setString(1, name);
      try (ResultSet rows = sql.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(command);
    }
  }

  private static Address in(Address superuser, String database) {
    return new Address(
        inPlace(superuser.jdbcUrl(), database),
        superuser.role(),
        superuser.passphrase().toCharArray());
  }

  /** The same URL with another database. */
  static String inPlace(String jdbcUrl, String database) {
    int path = jdbcUrl.indexOf('/', "jdbc:postgresql://".length());
    int query = jdbcUrl.indexOf('?');
    String server = jdbcUrl.substring(0, path < 0 ? jdbcUrl.length() : path + 1);
    return server + database + (query < 0 ? "" : jdbcUrl.substring(query));
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of a database or role: " + name);
    }
    return name;
  }
}
