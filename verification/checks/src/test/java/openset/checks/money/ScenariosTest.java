package openset.checks.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import openset.checks.processes.Blocks;
import openset.cli.config.Own;
import openset.cli.demo.Town;
import openset.cli.ledger.BankBooks;
import openset.cli.ledger.LedgersOfWorld;
import openset.cli.ledger.Mirror;
import openset.cli.scenario.Scenario;
import openset.cli.scenario.ScenarioRun;
import openset.cli.serve.Ground;
import openset.cli.world.DatabaseServer;
import openset.cli.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scenario of the command, in one town, and what is found in its books. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScenariosTest {
  private final Ground ground = Ground.real();
  private World world;
  private Town town;
  private LedgersOfWorld ledgers;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    world = World.open(folder, Optional.of(Blocks.free()), DatabaseServer.EMBEDDED);
    town = Town.open(world, ground);
    ledgers = LedgersOfWorld.open(world, ground.clock());
  }

  @AfterAll
  void close() {
    if (ledgers != null) ledgers.close();
    if (town != null) town.close();
    if (world != null) world.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyScenarioEndsWithBooksThatAreInOrder(Scenario scenario) throws Exception {
    StringWriter text = new StringWriter();
    boolean holds =
        new ScenarioRun(town, ledgers, ground, new PrintWriter(text)).run(scenario);
    assertThat(holds).as(text.toString()).isTrue();
    assertThat(text.toString())
        .contains(scenario.words())
        .contains("The books; debits are positive")
        .contains("Every currency sums to zero, every rule holds.")
        .doesNotContain("NOT BALANCED");
  }

  @Test
  @Tag("S04")
  void anEntryThatWasSlippedInIsNamedByTheCheck() throws Exception {
    String bank = "issuer_borealis";
    try (Connection books = owner(world.sites().get(bank).own());
        Statement sql = books.createStatement()) {
      books.setAutoCommit(false);
      sql.execute("alter table ledger_entry disable trigger user");
      sql.execute(
          "insert into ledger_account values ('holder/planted', 978, 'ASSET');"
              + "insert into ledger_entry values ('holder/planted', 'planted', 0, 978, 100)");
      books.commit();
      try {
        assertThat(broken(bank)).contains("currency-sums", "entries-of-transfers");
      } finally {
        sql.execute("alter table ledger_entry disable trigger append_only");
        sql.execute("delete from ledger_entry where transfer = 'planted'");
        sql.execute("alter table ledger_entry enable trigger user");
        books.commit();
      }
    }
    assertThat(broken(bank)).isEmpty();
  }

  private Connection owner(Own own) throws Exception {
    char[] passphrase =
        own.database().passphrase().read(world.config(own.name()).getParent()).toCharArray();
    try {
      return DriverManager.getConnection(
          own.database().url(), own.database().role(), new String(passphrase));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> broken(String bank) {
    return ledgers.read().stream()
        .filter(books -> books.name().equals(bank))
        .flatMap(books -> books.broken().stream())
        .map(BankBooks.Broken::invariant)
        .toList();
  }

  @Test
  void whatABankHasAtTheClearingHouseStandsInBothBooks() {
    List<Mirror> mirrors = ledgers.mirrors(ledgers.read());
    assertThat(mirrors).allMatch(Mirror::agrees);
  }
}
