package openset.privacy.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How somebody enters its own database.
 *
 * @param url JDBC URL
 * @param role its role there
 * @param passphrase the role's
 */
public record Login(String url, String role, String passphrase) {
  Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url, role, passphrase);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    return connection;
  }

  /** Without the passphrase. */
  @Override
  public String toString() {
    return role + " at " + url;
  }
}
