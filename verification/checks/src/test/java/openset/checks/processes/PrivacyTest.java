package openset.checks.processes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openset.cli.demo.Customer;
import openset.cli.demo.Town;
import openset.cli.serve.Ground;
import openset.cli.world.DatabaseServer;
import openset.cli.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What each participant stored and logged of a purchase, read from its live database and logs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrivacyTest {
  /** What was bought, as the shop's catalogue calls it. */
  private static final List<String> GOODS = List.of("Quiet Harbour", "Maps of Rain");

  private static final List<String> NOT_TOLD_OF_ORDERS =
      List.of(
          "gateway", "authority", "clearing", "issuer_aurora", "issuer_borealis",
          "acquirer_aurora", "acquirer_borealis");

  private Path folder;
  private World world;
  private Command.Ran ran;
  private String cardNumber;
  private final Map<String, String> databases = new LinkedHashMap<>();

  @BeforeAll
  void buySomething(@TempDir Path empty) throws Exception {
    folder = empty;
    String base = Integer.toString(Blocks.free());
    List<String> demo =
        List.of("demo", "--once", "--data", folder.resolve("world").toString(), "--port", base);
    ran = Command.start(folder.resolve("logs"), "demo", demo).ended();
    assertThat(ran.exit()).as(ran.err()).isZero();
    world = World.open(folder.resolve("world"), Optional.empty(), DatabaseServer.EMBEDDED);
    try (Town town = Town.open(world, Ground.real())) {
      Customer customer = new Customer("demo", 1_000_000);
      cardNumber = customer.account(town.clients().issuer("issuer_aurora")).cardNumber();
    }
    for (String name : world.sites().keySet()) databases.put(name, everything(name));
  }

  @AfterAll
  void close() {
    if (world != null) world.close();
  }

  private Connection connect(String database, String role) throws SQLException, IOException {
    Path secret = world.folder().resolve("secrets").resolve(role + ".database");
    String url = world.sites().get(database).own().database().url();
    return DriverManager.getConnection(url, role, Files.readString(secret).strip());
  }

  /** Every row of every table of a participant, octets in hexadecimal. */
  private String everything(String name) throws SQLException, IOException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = connect(name, name);
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
          while (rows.next()) all.append(table).append(' ').append(rows.getString(1)).append('\n');
        }
      }
    }
    return all.toString();
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery(
            "select format('%I.%I', table_schema, table_name) from information_schema.tables"
                + " where table_schema not in ('pg_catalog', 'information_schema')")) {
      while (names.next()) tables.add(names.getString(1));
    }
    return tables;
  }

  /** Texts under which {@code secret} could lie in a dump: itself, its octets, packed digits. */
  private static List<String> formsOf(String secret) {
    List<String> forms = new ArrayList<>(List.of(secret));
    forms.add(HexFormat.of().formatHex(secret.getBytes(UTF_8)));
    if (secret.chars().allMatch(Character::isDigit)) forms.add("\\x" + secret);
    return forms;
  }

  @Test
  void theSearchSeesWhatIsThere() {
    assertThat(cardNumber).matches("999001[0-9]{10}");
    assertThat(ran.out()).contains("Lantern Books");
    assertThat(databases.get("acquirer_aurora")).contains("LANTERN-01");
    assertThat(databases.get("issuer_aurora")).contains("holder/", "LANTERN-01");
    assertThat(databases.get("lantern")).contains("eb-201");
  }

  @Test
  void theCardNumberLiesInNoDatabaseInClear() {
    databases.forEach(
        (name, rows) -> {
          for (String form : formsOf(cardNumber)) {
            assertThat(rows.contains(form)).as("card number in " + name).isFalse();
          }
        });
  }

  @Test
  void whatWasBoughtLiesInNoDatabaseOfBanksGatewayOrAuthority() {
    for (String name : NOT_TOLD_OF_ORDERS) {
      for (String goods : GOODS) {
        for (String form : formsOf(goods)) {
          assertThat(databases.get(name).contains(form)).as(goods + " in " + name).isFalse();
        }
      }
    }
  }

  @Test
  void nothingPrintedOrLoggedHoldsACardNumberOrASecret() throws IOException {
    String printed = ran.out() + ran.err();
    assertThat(printed).doesNotContain(cardNumber);
    try (Stream<Path> secrets = Files.list(world.folder().resolve("secrets"))) {
      for (Path secret : secrets.toList()) {
        String text = Files.readString(secret).strip();
        assertThat(text.length()).isGreaterThan(15);
        assertThat(printed.contains(text)).as(secret.getFileName().toString()).isFalse();
      }
    }
  }

  @Test
  void noFileOfTheWorldHoldsTheCardNumberNotEvenTheDatabasesOwn() throws IOException {
    try (Stream<Path> files = Files.walk(world.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String octets = new String(Files.readAllBytes(file), ISO_8859_1);
        assertThat(octets.contains(cardNumber)).as(file.toString()).isFalse();
      }
    }
  }

  @Test
  void nobodyOpensTheDatabaseOfAnother() {
    List<String> names = List.copyOf(world.sites().keySet());
    for (String role : names) {
      for (String other : names) {
        if (role.equals(other)) continue;
        assertThatThrownBy(() -> connect(other, role).close())
            .as(role + " in the database of " + other)
            .isInstanceOf(SQLException.class);
      }
    }
  }
}
