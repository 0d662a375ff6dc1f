package openset.checks.processes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.cli.client.BankClient;
import openset.cli.demo.Customer;
import openset.cli.demo.Town;
import openset.cli.serve.Ground;
import openset.cli.serve.MerchantBooks;
import openset.cli.serve.RunningMerchant;
import openset.cli.world.DatabaseServer;
import openset.cli.world.World;
import openset.evidence.EvidenceBundle;
import openset.http.issuer.AccountJson;
import openset.http.merchant.ShopJson;
import openset.merchant.shop.OutsideOrder;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.store.LiveFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The wallet on the command line, from its first card to a receipt, against a real town. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WalletCommandTest {
  private static final String PASSPHRASE = "harbour in the rain";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path folder;
  private World world;
  private Town town;
  private AccountJson.Opened account;
  private int commands;

  @BeforeAll
  void openTheTown(@TempDir Path empty) throws Exception {
    folder = empty;
    world =
        World.open(folder.resolve("world"), Optional.of(Blocks.free()), DatabaseServer.EMBEDDED);
    town = Town.open(world, Ground.real());
    takeUnsigned();
    town.openShops();
    account =
        new Customer("terminal", 500_000).account(town.clients().issuer("issuer_aurora"));
  }

  /** Borealis lets purchases through that nobody signed; now its banks and the shop do so too. */
  private void takeUnsigned() throws Exception {
    BankClient issuer = town.clients().issuer("issuer_borealis");
    issuer.put(issuer.products().getFirst().paying(true));
    configure("gateway", "/brands/1/allows", "unsigned", JSON.readTree("[\"LB-7001\"]"));
    String practice =
        "{\"eachParcel\":false,\"saleOfDigital\":false,\"again\":false,\"unsigned\":true}";
    configure("lantern", "", "payments", JSON.readTree(practice));
  }

  private void configure(String name, String at, String field, JsonNode value)
      throws Exception {
    Path file = world.config(name);
    JsonNode whole = JSON.readTree(Files.readAllBytes(file));
    ((ObjectNode) whole.at(at)).set(field, value);
    Files.write(file, JSON.writeValueAsBytes(whole));
  }

  @AfterAll
  void close() {
    if (town != null) town.close();
    if (world != null) world.close();
  }

  private Command.Ran wallet(String input, String... arguments) throws Exception {
    return under(PASSPHRASE, input, arguments);
  }

  private Command.Ran under(String passphrase, String input, String... arguments)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("wallet"));
    words.addAll(List.of(arguments));
    if (!arguments[0].equals("install-mime")) {
      words.addAll(List.of("--home", home().toString()));
    }
    Map<String, String> environment =
        Map.of(
            "OPENSET_WALLET_PASSPHRASE", passphrase,
            "LC_ALL", "C.UTF-8",
            "XDG_DATA_HOME", folder.resolve("xdg").toString());
    return Command.start(
            folder.resolve("logs"), "wallet-" + commands++, words,
            new Command.Given(input, environment))
        .ended();
  }

  private Path home() {
    return folder.resolve("purse");
  }

  private String host() {
    return town.running("wallet").http().toString();
  }

  private Path order(String name) throws Exception {
    ShopJson.Order order =
        town.clients()
            .shop("lantern")
            .order(
                town.clients().shop("lantern").fill(List.of(new ShopJson.Put("bk-102", 1))),
                new ShopJson.Checkout(
                    "en", "Sample Cardholder", List.of("1 Example Street"), Optional.of(756)));
    return Files.writeString(folder.resolve(name), order.initiation());
  }

  @Test
  @Order(1)
  void withoutAWalletItSaysHowToMakeOne() throws Exception {
    Command.Ran ran = wallet("", "cards");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("There is no wallet in", "openset wallet register");
    assertThat(home()).doesNotExist();
  }

  private static String date(AccountJson.Opened account) {
    String expiry = account.cardExpiry().replace("-", "");
    return expiry.substring(4) + "/" + expiry.substring(2, 4);
  }

  @Test
  @Order(2)
  void aCardIsRegisteredAndItsNumberStandsNowhere() throws Exception {
    String number = account.cardNumber();
    String date = date(account);
    String wrong = number.substring(0, 15) + (number.charAt(15) == '0' ? "1" : "0");
    Command.Ran mistyped = wallet(wrong + "\n", "register", "--from", host());
    assertThat(mistyped.exit()).isEqualTo(1);
    assertThat(mistyped.err()).contains("This card number is not right");
    String form = "Sample Cardholder\nDEMO-TERMINAL\n1990-02-28\n" + date + "\n";
    Command.Ran ran =
        wallet(number + "\n" + date + "\n" + form, "register", "--from", host());
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).contains("The card is registered.", "Aurora").doesNotContain(number);
    assertThat(ran.err()).doesNotContain(number);
    Command.Ran cards = wallet("", "cards", "--json");
    JsonNode json = JSON.readTree(cards.out());
    assertThat(json.get("cards")).hasSize(1);
    assertThat(cards.out()).doesNotContain(number);
    assertThat(filesWith(number)).isEmpty();
  }

  @Test
  @Order(3)
  void aShopsFileIsShownPaidAndReceipted() throws Exception {
    Path file = order("first.setpay");
    Command.Ran no = wallet("no\n", "pay", file.toString());
    assertThat(no.exit()).isEqualTo(1);
    assertThat(no.out()).contains("Lantern Books", "Maps of Rain", "Nothing was paid.");
    Command.Ran paid = wallet("yes\n", "pay", order("second.setpay").toString());
    assertThat(paid.exit()).as(paid.out() + paid.err()).isZero();
    assertThat(paid.out()).contains("proved by its certificate", "Paid.");
    Command.Ran again =
        wallet("", "pay", "--yes", "--lang", "zh", order("third.setpay").toString());
    assertThat(again.exit()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("身份已由证书证明", "已付款");
  }

  @Test
  @Order(4)
  void receiptsAreKeptAndTheShopTellsHowAPurchaseStands() throws Exception {
    JsonNode receipts = JSON.readTree(wallet("", "receipts", "--json").out());
    assertThat(receipts).hasSize(3);
    String confirmed = receipts.get(0).get("purchase").asText();
    assertThat(receipts.get(0).get("standing").asText()).isEqualTo("confirmed");
    Command.Ran asked = wallet("", "inquire", "--json", confirmed);
    assertThat(asked.exit()).as(asked.out() + asked.err()).isZero();
    assertThat(JSON.readTree(asked.out()).get(0).get("told").get("authCode").asText())
        .isEqualTo("approved");
  }

  @Test
  @Order(5)
  void whatWasPaidIsProvedByTheShopAndByTheWalletAlike() throws Exception {
    JsonNode receipt = JSON.readTree(wallet("", "receipts", "--json").out()).get(0);
    Path mine = folder.resolve("mine.evidence");
    Command.Ran written =
        wallet("", "evidence", receipt.get("purchase").asText(), "--out", mine.toString());
    assertThat(written.exit()).as(written.out() + written.err()).isZero();
    EvidenceBundle wallets = EvidenceBundle.of(Files.readAllBytes(mine));
    String label =
        wallets.agreement().oiData().value().transIDs().lidM().orElseThrow().toString();
    Path shops = folder.resolve("shops.evidence");
    Path config = folder.resolve("world").resolve("config").resolve("lantern.json");
    Command.Ran exported =
        evidence("export", label, "--config", config.toString(), "--out", shops.toString());
    assertThat(exported.exit()).as(exported.out() + exported.err()).isZero();
    assertThat(EvidenceBundle.of(Files.readAllBytes(shops)).agreement().signed())
        .isEqualTo(wallets.agreement().signed());
    Path found = folder.resolve("found.evidence");
    String world = folder.resolve("world").toString();
    Command.Ran asked =
        evidence("export", label, "--data", world, "--out", found.toString());
    assertThat(asked.exit()).as(asked.out() + asked.err()).isZero();
    assertThat(evidence("export", "ABCDE-12345", "--data", world).err())
        .contains("There is no order ABCDE-12345");
    String root = folder.resolve("world").resolve("authority").resolve("root.der").toString();
    for (Path file : List.of(mine, shops, found)) {
      Command.Ran ran = evidence("verify", file.toString(), "--root", root, "--lines", "1");
      assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
      assertThat(ran.out()).contains("Everything that this bundle claims is proved.", "Line 1");
    }
    Command.Ran absent =
        evidence("verify", mine.toString(), "--root", root, "--lines", "9", "--language", "zh");
    assertThat(absent.exit()).isEqualTo(1);
    assertThat(absent.out()).contains("没有第 9 行");
    assertThat(evidence("verify", root, "--root", root).exit()).isEqualTo(1);
  }

  @Test
  @Order(5)
  void anOrderIsFoundByItsNumberAndByAReferenceThatReadsLikeALabel() throws Exception {
    PlacedOrder placed =
        ((RunningMerchant) town.running("lantern"))
            .merchant()
            .shop()
            .accept(
                new OutsideOrder(
                    "en",
                    List.of(new OutsideOrder.Line("A-1", "A map", 1, 1_000, true)),
                    0,
                    0,
                    new Delivery(
                        DeliveryMethod.digital, "Sample Cardholder", List.of(), Optional.empty()),
                    new PlacedOrder.Outside(
                        "2026", "https://shop.example/", "https://shop.example/")));
    Path config = folder.resolve("world").resolve("config").resolve("lantern.json");
    try (MerchantBooks books = MerchantBooks.of(config, Ground.real())) {
      for (String name : List.of("2026", placed.orderNumber(), placed.lidM().toString())) {
        assertThat(books.order(name).map(PlacedOrder::lidM)).as(name).contains(placed.lidM());
      }
      assertThat(books.order("2027")).isEmpty();
    }
  }

  private Command.Ran evidence(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("evidence"));
    words.addAll(List.of(arguments));
    return Command.start(
            folder.resolve("logs"), "evidence-" + commands++, words,
            new Command.Given("", Map.of()))
        .ended();
  }

  @Test
  @Order(6)
  @Tag("W05")
  void aFileThatWasChangedIsNotPaid() throws Exception {
    Path file = order("changed.setpay");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("(SET-PurchAmt: ?[0-9]+ )[0-9]", "$19"));
    Command.Ran ran = wallet("", "pay", "--yes", file.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out() + ran.err()).containsAnyOf("was changed", "no payment of a shop");
    Files.writeString(file, "no such thing");
    assertThat(wallet("", "pay", "--yes", file.toString()).err())
        .contains("is no payment of a shop");
  }

  @Test
  @Order(7)
  @Tag("W15")
  void withAnotherPassphraseNothingOpens() throws Exception {
    Command.Ran ran = under("some other passphrase", "", "cards");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("That is not the wallet's passphrase.");
    assertThat(filesWith(PASSPHRASE)).isEmpty();
  }

  @Test
  @Order(8)
  void theDesktopIsTaughtAndUntaught() throws Exception {
    assertThat(wallet("", "install-mime").exit()).isZero();
    Path data = folder.resolve("xdg");
    assertThat(Files.readString(data.resolve("mime/packages/openset.xml")))
        .contains("application/set-payment-initiation", "*.setpay");
    assertThat(Files.readString(data.resolve("applications/openset-wallet.desktop")))
        .contains("wallet pay %f", "/openset\"")
        .doesNotContain("@OPENSET@");
    assertThat(wallet("", "install-mime", "--remove").exit()).isZero();
    assertThat(data.resolve("applications/openset-wallet.desktop")).doesNotExist();
  }

  private Command.Ran keeps(AccountJson.Opened opened) throws Exception {
    String typed = opened.cardNumber() + "\n" + date(opened) + "\n";
    return wallet(typed, "register", "--uncertified");
  }

  @Test
  @Order(9)
  @Tag("WAL-19")
  @Tag("WAL-20")
  void aCardWithoutACertificatePaysUnsignedWhereAllTakeItAndItIsToldWhatThatMeans()
      throws Exception {
    Command.Ran certified = keeps(account);
    assertThat(certified.exit()).isEqualTo(1);
    assertThat(certified.err()).contains("This card can sign", "WAL-20");
    AccountJson.Opened strict =
        new Customer("bare", 500_000).account(town.clients().issuer("issuer_aurora"));
    AccountJson.Opened open =
        new Customer("bare", 500_000).account(town.clients().issuer("issuer_borealis"));
    for (AccountJson.Opened each : List.of(strict, open)) {
      Command.Ran kept = keeps(each);
      assertThat(kept.exit()).as(kept.out() + kept.err()).isZero();
      assertThat(kept.out())
          .contains("no certificate", "Nothing is signed with this card")
          .doesNotContain(each.cardNumber());
      assertThat(filesWith(each.cardNumber())).isEmpty();
    }
    // The first that was kept is of a brand that requires certificates.
    Command.Ran stopped =
        wallet("", "pay", "--unsigned", "--yes", order("strict.setpay").toString());
    assertThat(stopped.exit()).isEqualTo(1);
    assertThat(stopped.out()).contains("This must be signed", "CERT-19");
    String card = idOf("Borealis");
    Path file = order("bare.setpay");
    Command.Ran paid =
        wallet("yes\n", "pay", "--unsigned", "--card", card, file.toString());
    assertThat(paid.exit()).as(paid.out() + paid.err()).isZero();
    assertThat(paid.out()).contains("nothing proves later", "Paid.");
    assertThat(paid.err()).contains("Pay this without your signature");
  }

  /** The label of the card of a brand that has no certificate, as {@code cards} lists it. */
  private String idOf(String brand) throws Exception {
    String line =
        wallet("", "cards", "--lang", "zh").out()
            .lines()
            .filter(one -> one.contains(brand) && one.contains("无证书"))
            .findFirst()
            .orElseThrow();
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  /** Files of the wallet that hold {@code text}; the programs of its database are not its own. */
  private List<Path> filesWith(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : LiveFiles.below(home())) {
      if (new String(LiveFiles.read(file), ISO_8859_1).contains(text)) found.add(file);
    }
    return found;
  }
}
