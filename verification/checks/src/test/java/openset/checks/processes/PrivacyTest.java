package openset.checks.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.cli.client.ShopClient;
import openset.cli.client.WalletClient;
import openset.cli.demo.Customer;
import openset.cli.demo.Town;
import openset.cli.privacy.MeterOfWorld;
import openset.cli.serve.Ground;
import openset.cli.world.DatabaseServer;
import openset.cli.world.World;
import openset.http.cardholder.WalletJson;
import openset.http.merchant.ShopJson;
import openset.privacy.Finding;
import openset.privacy.Measured;
import openset.privacy.Meter;
import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;
import openset.privacy.search.Form;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What each participant stored and logged of ten purchases, by the meter and by the command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrivacyTest {
  private static final String PLANTED = "4" + "1".repeat(15);

  private Path folder;
  private World world;
  private Command.Ran ran;
  private String cardNumber;
  private String base;
  private MeterOfWorld meters;
  private Measured seen;
  private Measured found;

  @BeforeAll
  void buySomething(@TempDir Path empty) throws Exception {
    folder = empty;
    base = Integer.toString(Blocks.free());
    List<String> demo = new ArrayList<>(List.of("demo", "--once"));
    demo.addAll(here());
    ran = Command.start(folder.resolve("logs"), "demo", demo).ended();
    assertThat(ran.exit()).as(ran.err()).isZero();
    world = World.open(folder.resolve("world"), Optional.empty(), DatabaseServer.EMBEDDED);
    try (Town town = Town.open(world, Ground.real())) {
      Customer customer = new Customer("demo", 1_000_000);
      cardNumber = customer.account(town.clients().issuer("issuer_aurora")).cardNumber();
      for (int i = 0; i < 9; i++) buy(town);
    }
    meters = new MeterOfWorld(world);
    Path log = folder.resolve("planted.log");
    Files.writeString(log, "one\ntwo " + cardNumber + "\n");
    seen = measured(log);
  }

  private List<String> here() {
    return List.of("--data", folder.resolve("world").toString(), "--port", base);
  }

  private static void buy(Town town) throws Exception {
    WalletClient wallet = town.clients().wallet("wallet");
    ShopClient shop = town.clients().shop("lantern");
    ShopJson.Order order =
        shop.order(
            shop.fill(List.of(new ShopJson.Put("bk-112", 1))),
            new ShopJson.Checkout(
                "en", "Somebody Else", List.of("7 Other Lane", "20000 Elsewhere"),
                Optional.of(756)));
    WalletJson.Purchase offered =
        wallet.wake(order.initiation(), wallet.cards().getFirst().card());
    assertThat(wallet.approve(offered.purchase()).standing()).isEqualTo("confirmed");
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

  private Command.Ran privacy(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("privacy"));
    words.addAll(here());
    words.addAll(List.of(more));
    return Command.start(folder.resolve("logs"), "privacy-" + System.nanoTime(), words).ended();
  }

  private Measured measured(Path... logs) throws Exception {
    Meter meter = meters.meter(List.of(logs), false);
    return meter.measure(meter.purchases());
  }

  /** What somebody saw before anything was planted in a database. */
  private Sight sight(String who, Thing thing) {
    return seen.rows().stream()
        .filter(line -> line.name().equals(who))
        .findFirst()
        .orElseThrow()
        .sees(thing);
  }

  @Test
  void afterTenPurchasesEveryPromiseHolds() throws Exception {
    Command.Ran whole = privacy();
    assertThat(whole.exit()).as(whole.out() + whole.err()).isZero();
    assertThat(whole.out())
        .contains("What everybody holds of 10 purchases", "Every promise holds.")
        .doesNotContain(cardNumber, "One Hundred Knots", "7 Other Lane");
  }

  @Test
  void theMeterSeesWhatIsThere() throws Exception {
    assertThat(seen.purchases()).hasSize(10).allMatch(one -> one.charged().isPresent());
    assertThat(sight("wallet", Thing.CARD_NUMBER)).isEqualTo(Sight.SEALED);
    assertThat(sight("issuer_aurora", Thing.CARD_NUMBER)).isEqualTo(Sight.SEALED);
    assertThat(sight("gateway", Thing.CARD_NUMBER)).isEqualTo(Sight.RECEIVED);
    assertThat(sight("authority", Thing.CARD_NUMBER)).isEqualTo(Sight.RECEIVED);
    assertThat(sight("acquirer_aurora", Thing.CARD_NUMBER)).isEqualTo(Sight.MASKED);
    assertThat(sight("lantern", Thing.CARD_NUMBER)).isEqualTo(Sight.CARRIED);
    assertThat(sight("lantern", Thing.ORDER)).isEqualTo(Sight.CLEAR);
    assertThat(sight("wallet", Thing.DELIVERY)).isEqualTo(Sight.CLEAR);
    assertThat(sight("clearing", Thing.TOTAL)).isEqualTo(Sight.CLEAR);
    assertThat(sight("clearing", Thing.CARD_NUMBER)).isEqualTo(Sight.NOT);
    assertThat(sight("fern", Thing.PURCHASE)).isEqualTo(Sight.NOT);
  }

  @FunctionalInterface
  private interface Planted {
    void check() throws Exception;
  }

  /** Plants {@code value} in a table of its own, and takes it away again. */
  private void plant(String who, Object value, Planted check) throws Exception {
    try (Connection connection = connect(who, who)) {
      String type = value instanceof byte[] ? "bytea" : "text";
      try (var statement = connection.createStatement()) {
        statement.execute("create table note (id int primary key, remark " + type + ")");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("insert into note values (81, ?)")) {
        insert.setObject(1, value);
        insert.execute();
      }
      try {
        check.check();
      } finally {
        try (var statement = connection.createStatement()) {
          statement.execute("drop table note");
        }
      }
    }
  }

  @Test
  void aPlantedCardNumberInTheMerchantsDatabaseIsSaidWithItsPlaceAndNotShown() throws Exception {
    plant(
        "lantern",
        "paid with " + PLANTED,
        () -> {
          Command.Ran broken = privacy("--no-files");
          assertThat(broken.exit()).isEqualTo(1);
          assertThat(broken.out())
              .contains(
                  "BROKEN: Lantern Books: card number",
                  "database lantern, table public.note, column remark, row id=81",
                  "A promise is broken.")
              .doesNotContain(PLANTED);
        });
  }

  private record Trace(String who, Object value, Thing thing, Form form) {
    boolean isFoundBy(Finding breach) {
      return breach.thing() == thing
          && breach.form() == form
          && breach.place().source().equals(who)
          && breach.place().table().equals("public.note")
          && breach.place().row().equals("id=81");
    }
  }

  private void expect(List<Trace> traces) throws Exception {
    if (!traces.isEmpty()) {
      Trace first = traces.getFirst();
      plant(first.who(), first.value(), () -> expect(traces.subList(1, traces.size())));
      return;
    }
    found = measured();
  }

  @Test
  @Tag("V06")
  void whatIsPlantedElsewhereInOtherFormsIsFoundToo() throws Exception {
    String secret = Files.readString(world.folder().resolve("secrets/lantern.staff")).strip();
    HexFormat hex = HexFormat.of();
    String masked = cardNumber.substring(0, 6) + "******" + cardNumber.substring(12);
    List<Trace> traces =
        List.of(
            new Trace("lantern", hex.parseHex(cardNumber), Thing.CARD_NUMBER, Form.PACKED),
            new Trace("authority", cardNumber, Thing.CARD_NUMBER, Form.PLAIN),
            new Trace("clearing", masked, Thing.CARD_NUMBER, Form.MASKED),
            new Trace("gateway", "1 x One Hundred Knots", Thing.ORDER, Form.PLAIN),
            new Trace("issuer_aurora", "7 Other Lane", Thing.DELIVERY, Form.PLAIN),
            new Trace("acquirer_aurora", hex.parseHex(secret), Thing.SECRETS, Form.PLAIN));
    expect(traces);
    for (Trace trace : traces) {
      assertThat(found.breaches()).as(trace.who()).anyMatch(trace::isFoundBy);
    }
    assertThat(found.breaches().toString()).doesNotContain(cardNumber, secret);
  }

  @Test
  void aLineOfALogThatTellsIsSaidWithItsNumber() {
    assertThat(seen.breaches())
        .singleElement()
        .satisfies(
            breach -> assertThat(breach.place().words()).isEqualTo("file planted.log, line 2"));
  }

  @Test
  void onePurchaseIsChosenByItsNumberAndWrongUseIsSaid() throws Exception {
    String number = seen.purchases().getLast().label();
    Command.Ran one = privacy("--json", "--no-files", number);
    assertThat(one.exit()).as(one.out() + one.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(one.out());
    assertThat(json.get("holds").asBoolean()).isTrue();
    assertThat(json.get("purchases")).hasSize(1);
    assertThat(json.get("purchases").has(number)).isTrue();
    Command.Ran nowhere =
        Command.start(
                folder.resolve("logs"), "nowhere",
                List.of("privacy", "--data", folder.resolve("nowhere").toString()))
            .ended();
    assertThat(nowhere.exit()).isEqualTo(2);
    assertThat(nowhere.err()).contains("There is no world in");
    assertThat(folder.resolve("nowhere")).doesNotExist();
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
