package openset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {
  private static final Path DIRECTORY = Path.of("target/pg-once").toAbsolutePath();
  private static final Path LOCK = DIRECTORY.resolve("data/postmaster.pid");

  private final EmbeddedServer.Options options =
      new EmbeddedServer.Options(DIRECTORY, 0, "of the superuser".toCharArray());

  @BeforeAll
  static void onlyTheProgramsAreThere() throws IOException {
    Binaries.delete(DIRECTORY.resolve("data"));
  }

  @Test
  void isDurableAndListensOnThisMachineOnly() {
    try (EmbeddedServer server = EmbeddedServer.start(options);
        Database database = database(server)) {
      Map<String, String> wanted =
          Map.of(
              "fsync", "on",
              "synchronous_commit", "on",
              "full_page_writes", "on",
              "data_checksums", "on",
              "listen_addresses", "127.0.0.1",
              "log_statement", "none");
      wanted.forEach(
          (setting, value) ->
              assertThat(
                      database
                          .transactions()
                          .<String, RuntimeException>inTransaction(
                              tx ->
                                  tx.handle()
                                      .createQuery("show " + setting)
                                      .mapTo(String.class)
                                      .one()))
                  .as(setting)
                  .isEqualTo(value));
    }
  }

  @Test
  void keepsDataBetweenRunsAndIsGoneInBetween() throws IOException {
    int port;
    try (EmbeddedServer server = EmbeddedServer.start(options);
        Database database = database(server)) {
      database.transactions().perform(tx -> tx.settings().set("kept", new byte[] {5}));
      port = server.port();
    }
    assertThat(LOCK).doesNotExist();
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    assertThat(kept()).containsExactly(5);
  }

  @Test
  void aSecondStartUsesTheRunningServerAndLeavesItRunning() {
    try (EmbeddedServer first = EmbeddedServer.start(options)) {
      try (EmbeddedServer second = EmbeddedServer.start(options)) {
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(first.ours()).isTrue();
        assertThat(second.ours()).isFalse();
      }
      try (Database database = database(first)) {
        database.transactions().perform(tx -> tx.settings().set("alive", new byte[1]));
      }
    }
  }

  @Test
  void twoThreadsThatStartItAtOnceShareOneServer() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> EmbeddedServer.start(options));
      var two = threads.submit(() -> EmbeddedServer.start(options));
      assertThat(one.get().port()).isEqualTo(two.get().port());
      assertThat(one.get().ours()).isNotEqualTo(two.get().ours());
      two.get().close();
      one.get().close();
    }
    assertThat(LOCK).doesNotExist();
  }

  @Test
  void aServerForTestsBeginsEmptyAndNeverThrowsAwayOtherData() {
    Path directory = Path.of("target/pg-empty").toAbsolutePath();
    var asTests = new EmbeddedServer.Options(directory, 0, "tests only".toCharArray());
    for (int run = 1; run <= 2; run++) {
      try (EmbeddedServer server = EmbeddedServer.start(directory);
          Database database = database(server)) {
        boolean left =
            database.transactions().inTransaction(tx -> tx.settings().value("kept")).isPresent();
        assertThat(left).isFalse();
        database.transactions().perform(tx -> tx.settings().set("kept", new byte[1]));
      }
    }
    EmbeddedServer.start(asTests).close();

    EmbeddedServer.start(options).close();
    assertThatThrownBy(() -> EmbeddedServer.start(DIRECTORY)).isInstanceOf(StoreFailed.class);
    EmbeddedServer.start(options).close();
  }

  @Test
  void takesOverAServerWhoseProcessIsGoneAndStopsIt() throws IOException {
    EmbeddedServer abandoned = EmbeddedServer.start(options);
    Files.writeString(DIRECTORY.resolve("owner"), "1 never");
    try (EmbeddedServer next = EmbeddedServer.start(options)) {
      assertThat(next.ours()).isTrue();
      assertThat(next.port()).isEqualTo(abandoned.port());
    }
    assertThat(LOCK).doesNotExist();
  }

  @Test
  void startsWhenTheServerWasKilledAndItsLockFileIsLeft() throws IOException {
    EmbeddedServer killed = EmbeddedServer.start(options);
    try (Database database = database(killed)) {
      database.transactions().perform(tx -> tx.settings().set("kept", new byte[] {6}));
    }
    killServer();
    assertThat(LOCK).exists();
    assertThat(kept()).containsExactly(6);
  }

  @Test
  void startsWhenTheLockFileNamesAProcessThatIsNoServer() throws IOException {
    EmbeddedServer.start(options).close();
    Files.write(
        LOCK,
        List.of(
            String.valueOf(ProcessHandle.current().pid()), DIRECTORY + "/data", "0", "5432", ""));
    EmbeddedServer.start(options).close();
    assertThat(LOCK).doesNotExist();
  }

  @Test
  void beginsAgainWhenItWasKilledWhileMakingItsData() throws IOException {
    Binaries.delete(DIRECTORY.resolve("data"));
    Files.createDirectories(DIRECTORY.resolve("data-unfinished/base"));
    Files.writeString(DIRECTORY.resolve("data-unfinished/PG_VERSION"), "18");
    EmbeddedServer.start(options).close();
    assertThat(DIRECTORY.resolve("data-unfinished")).doesNotExist();
  }

  @Test
  void refusesAnotherSuperuserPassphraseThanTheFirstAndStops() throws IOException {
    EmbeddedServer.start(options).close();
    var wrong = new EmbeddedServer.Options(DIRECTORY, 0, "guess".toCharArray());
    assertThatThrownBy(() -> EmbeddedServer.start(wrong)).isInstanceOf(StoreFailed.class)
        .hasMessageContaining("password authentication failed");
    assertThat(LOCK).doesNotExist();
  }

  @Test
  void saysWhyItDoesNotStartOnAPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var there =
          new EmbeddedServer.Options(DIRECTORY, taken.getLocalPort(), "x".toCharArray());
      assertThatThrownBy(() -> EmbeddedServer.start(there))
          .isInstanceOf(StoreFailed.class)
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void keepsItsDirectoryToItself() throws IOException {
    EmbeddedServer.start(options).close();
    for (Path path : List.of(DIRECTORY, DIRECTORY.resolve("data"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
    assertThat(DIRECTORY.resolve("superuser")).doesNotExist();
    assertThat(options.toString()).doesNotContain("superuser");
  }

  private byte[] kept() {
    try (EmbeddedServer server = EmbeddedServer.start(options);
        Database database = database(server)) {
      return database.transactions().inTransaction(tx -> tx.settings().value("kept")).orElseThrow();
    }
  }

  private static Database database(Server server) {
    return Database.open(server.database("shop", "shop", Fixture.passphrase()));
  }

  private static void killServer() throws IOException {
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(LOCK).getFirst())).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }
}
