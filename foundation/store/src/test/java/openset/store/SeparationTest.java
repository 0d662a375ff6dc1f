package openset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeparationTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String WRONG_PASSPHRASE = "28P01";

  private final Address merchant = Fixture.fresh();
  private final Address issuer = Fixture.fresh();

  @Test
  void noRoleEntersAnothersDatabaseNorTheOnesAllServersHave() {
    String common = Provision.inPlace(merchant.jdbcUrl(), "postgres");
    String template = Provision.inPlace(merchant.jdbcUrl(), "template1");
    for (String url : List.of(issuer.jdbcUrl(), common, template)) {
      assertThatThrownBy(() -> enter(url, merchant.role(), merchant.passphrase()))
          .isInstanceOfSatisfying(
              SQLException.class,
              refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
  }

  @Test
  void noRoleEntersItsOwnDatabaseWithoutItsPassphrase() {
    for (String passphrase : List.of("", "wrong", issuer.role())) {
      assertThatThrownBy(() -> enter(merchant.jdbcUrl(), merchant.role(), passphrase))
          .isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> enter(issuer.jdbcUrl(), "postgres", "guess"))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).isEqualTo(WRONG_PASSPHRASE));
  }

  @Test
  void everybodyElseHasNoRightOnTheDatabaseOrItsPublicSchema() throws SQLException {
    try (Connection own = enter(merchant.jdbcUrl(), merchant.role(), merchant.passphrase())) {
      for (String right : List.of("CONNECT", "TEMPORARY", "CREATE")) {
        assertThat(
                truth(
                    own,
                    "has_database_privilege('" + issuer.role() + "', current_database(), '"
                        + right + "')"))
            .as(right)
            .isFalse();
      }
      for (String right : List.of("USAGE", "CREATE")) {
        assertThat(
                truth(
                    own,
                    "has_schema_privilege('" + issuer.role() + "', 'public', '" + right + "')"))
            .as(right)
            .isFalse();
        assertThat(truth(own, "has_schema_privilege('public', '" + right + "')")).isTrue();
      }
    }
  }

  @Test
  void aRoleCanDoNothingToTheServer() throws SQLException {
    try (Connection own = enter(merchant.jdbcUrl(), merchant.role(), merchant.passphrase());
        Statement sql = own.createStatement()) {
      for (String crime :
          List.of(
              "create database other",
              "create role other",
              "alter role " + issuer.role() + " password 'x'",
              "set role " + issuer.role(),
              "select pg_read_file('postgresql.conf')",
              "copy (select 1) to program 'true'",
              "select rolpassword from pg_authid")) {
        assertThatThrownBy(() -> sql.execute(crime))
            .as(crime)
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
      }
    }
  }

  @Test
  void askingAgainKeepsTheDataAndTakesANewPassphrase() throws SQLException {
    try (Database database = Database.open(merchant)) {
      database.transactions().perform(tx -> tx.settings().set("kept", new byte[] {1}));
    }
    char[] changed = "a new passphrase".toCharArray();
    Address again = Fixture.SERVER.database(merchant.role(), merchant.role(), changed);
    try (Database database = Database.open(again)) {
      byte[] kept =
          database.transactions().inTransaction(tx -> tx.settings().value("kept")).orElseThrow();
      assertThat(kept).containsExactly(1);
    }
    assertThat(changed).isEqualTo("a new passphrase".toCharArray());
    assertThatThrownBy(() -> Database.open(merchant))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void showsNoPassphraseInAnyText() {
    assertThat(merchant.toString()).doesNotContain(merchant.passphrase());
    Address wrong = new Address(merchant.jdbcUrl(), merchant.role(), "hunter2".toCharArray());
    assertThatThrownBy(() -> Database.open(wrong))
        .satisfies(
            failure -> {
              for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("hunter2");
              }
            });
  }

  @Test
  void refusesNamesThatWouldNeedQuoting() {
    for (String name : List.of("", "1a", "Merchant", "a b", "a;drop", "a\"b", "é")) {
      assertThatThrownBy(() -> Fixture.SERVER.database(name, "role", Fixture.passphrase()))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anExistingServerIsEnteredAsItsAdministratorAndServesTheSame() {
    String url = Provision.inPlace(issuer.jdbcUrl(), "postgres");
    Address administrator = new Address(url, "postgres", "tests only".toCharArray());
    String name = merchant.role() + "x";
    try (ExistingServer server = ExistingServer.at(administrator);
        Database database = Database.open(server.database(name, name, Fixture.passphrase()))) {
      database.transactions().perform(tx -> tx.settings().set("a", new byte[1]));
    }
    Address nowhere = new Address("jdbc:mysql://x/y", "postgres", new char[1]);
    assertThatThrownBy(() -> ExistingServer.at(nowhere)).isInstanceOf(StoreFailed.class);
  }

  private static Connection enter(String url, String role, String passphrase)
      throws SQLException {
    return DriverManager.getConnection(url, role, passphrase);
  }

  private static boolean truth(Connection connection, String expression) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("select " + expression)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
