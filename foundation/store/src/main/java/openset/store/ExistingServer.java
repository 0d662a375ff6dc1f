package openset.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** A PostgreSQL server (15 or newer) that somebody else runs, entered as its administrator. */
public final class ExistingServer implements Server {
  private static final Pattern URL = Pattern.compile("jdbc:postgresql://[^/?]+/[^/?]+(\\?.*)?");

  private final Address administrator;

  private ExistingServer(Address administrator) {
    this.administrator = administrator;
  }

  /**
   * A server in reach.
   *
   * @param administrator a role that may create roles and databases, and a database it may enter
   * @throws StoreFailed when it cannot be entered
   */
  public static ExistingServer at(Address administrator) {
    if (!URL.matcher(administrator.jdbcUrl()).matches()) {
      throw new StoreFailed("A database URL looks like jdbc:postgresql://host:port/database.");
    }
    try (Connection connection = Provision.connect(administrator)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < 15) {
        throw new StoreFailed("PostgreSQL 15 or newer is needed, this is " + version + ".");
      }
      return new ExistingServer(administrator);
    } catch (SQLException failure) {
      throw new StoreFailed("Cannot enter the database server as " + administrator + ".", failure);
    }
  }

  @Override
  public Address database(String database, String role, char[] passphrase) {
    return Provision.database(administrator, database, role, passphrase);
  }

  /** Does nothing: the server is another's. */
  @Override
  public void close() {}
}
