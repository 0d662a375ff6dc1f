package openset.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * One participant's own database, opened: its tables are there in their newest form, and a bounded
 * pool of connections serves any number of virtual threads.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 16;

  private final HikariDataSource pool;
  private final Transactions transactions;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    Jdbi jdbi = Jdbi.create(pool);
    // By default it would write every bound value into the message of an exception.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    this.transactions = new Transactions(jdbi);
  }

  /**
   * Brings the tables up to date and opens the pool with at most {@value #CONNECTIONS_MAX}
   * connections.
   *
   * @param address from {@link Server#database}, or the operator's
   * @param migrations classpath folders of numbered SQL files, as in {@code
   *     openset/merchant/migrations}, in the order they need each other. The tables of this package
   *     come first and are not named. Each folder counts its versions for itself.
   * @throws StoreFailed when the database cannot be reached or a migration fails
   */
  public static Database open(Address address, String... migrations) {
    return open(address, CONNECTIONS_MAX, List.of(migrations));
  }

  /** As {@link #open(Address, String...)} with another bound of the pool. */
  public static Database open(Address address, int connectionsMax, List<String> migrations) {
    Migrations.run(address, migrations);
    return attach(address, connectionsMax);
  }

  /**
   * Opens the pool on tables that are there already, and leaves them as they are.
   *
   * @throws StoreFailed when the database cannot be reached
   */
  public static Database attach(Address address, int connectionsMax) {
    try {
      return new Database(new HikariDataSource(configuration(address, connectionsMax)));
    } catch (RuntimeException failure) {
      throw new StoreFailed("Cannot open the database of " + address + ".", failure);
    }
  }

  /** Transactions on this database. */
  public Transactions transactions() {
    return transactions;
  }

  /** Closes all connections. */
  @Override
  public void close() {
    pool.close();
  }

  private static HikariConfig configuration(Address address, int connectionsMax) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(address.role());
    pool.setJdbcUrl(address.jdbcUrl());
    pool.setUsername(address.role());
    pool.setPassword(address.passphrase());
    pool.setMaximumPoolSize(connectionsMax);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(10_000);
    pool.setAutoCommit(true);
    pool.addDataSourceProperty("ApplicationName", address.role());
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("prepareThreshold", "3");
    // Errors name the rule that was broken, never the row that broke it.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    // A lost thread or a lock that never comes must not hold the party for ever.
    pool.addDataSourceProperty(
        "options",
        "-c lock_timeout=15s -c statement_timeout=60s"
            + " -c idle_in_transaction_session_timeout=120s");
    return pool;
  }
}
