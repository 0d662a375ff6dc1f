package openset.http.merchant;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import openset.asn1.Der;
import openset.cardholder.Wallet;
import openset.conduct.Peer;
import openset.conduct.Peers;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.cardholder.WalletApi;
import openset.http.cardholder.WalletJson;
import openset.http.client.HttpFailure;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.ledger.CurrencySum;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.Cart;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shop;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AVSResult;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.extension.SecurityCodeResult;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import openset.set.initiation.Returns;
import openset.set.initiation.WebAddress;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.Publication;
import openset.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wallet buys by its own routes, from a real merchant with real banks behind it. */
@Timeout(180)
final class WalletPurchaseTest {
  private final ApiKey key = Visitor.key("owner");
  private final Database database = Town.database(Wallet.MIGRATIONS);
  private Mall mall;
  private Wallet wallet;
  private HttpServer server;
  private Visitor owner;
  private String card;

  @BeforeEach
  void open() throws Exception {
    mall = new Mall();
    wallet = wallet();
    card = wallet.takeOver(List.of(mall.certifiedCard())).getFirst().toString();
    ApiKeys keys = ApiKeys.of(List.of(key), Town.CLOCK);
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            WalletApi.routes(wallet, Map.of(), keys),
            Town.CLOCK);
    owner = Visitor.holding(server, key);
  }

  private Wallet wallet() throws Exception {
    Path path = Files.createTempDirectory(Path.of("target"), "wallet").resolve("keys.p12");
    KeyFile.create(path, Passphrase.of("tests only"));
    Peers shop =
        (url, wrapper) ->
            new Peers.Reply.Bytes(
                Der.of(mall.merchant.receive(new Peer("wallet"), wrapper.bytes())));
    return Wallet.open(
        Wallet.Setup.standard("wallet"),
        new Wallet.Given(
            database,
            Town.vault(),
            KeyFile.load(path, Passphrase.of("tests only")),
            shop,
            this::means,
            Town.CLOCK));
  }

  private Means means() {
    return mall.stranger();
  }

  @AfterEach
  void close() {
    owner.close();
    server.close();
    wallet.close();
    database.close();
    mall.close();
  }

  private PlacedOrder placed(String... skus) throws Exception {
    Cart cart = mall.merchant.shop().openCart();
    for (String sku : skus) mall.merchant.shop().put(cart.cartId(), sku, 1);
    Delivery parcel =
        new Delivery(
            DeliveryMethod.parcel,
            "Sample Cardholder",
            List.of("1 Example Street"),
            Optional.empty());
    return mall.merchant.shop().place(new Shop.Checkout(cart.cartId(), "en", parcel));
  }

  private WalletJson.Purchase wake(PlacedOrder order) throws HttpFailure {
    return wake(order, List.of());
  }

  private WalletJson.Purchase wake(PlacedOrder order, List<Publication> published)
      throws HttpFailure {
    PaymentInitiation asked =
        PaymentInitiation.of(
            order.offer(), new WebAddress("https://shop.example/set"), Returns.NONE);
    String initiation =
        InitiationText.write(
            asked.publishing(published.stream().map(Publication::signed).toList()));
    return owner.post(
        "/api/purchases", new WalletJson.Wake(initiation, card), WalletJson.Purchase.class);
  }

  private WalletJson.Purchase post(WalletJson.Purchase purchase, String what)
      throws HttpFailure {
    return owner.post(
        "/api/purchases/" + purchase.purchase() + "/" + what,
        Call.None.NONE,
        WalletJson.Purchase.class);
  }

  @Test
  @Tag("WAL-17")
  @Tag("PubOffer-M-01")
  void aLetterIsPaidWithoutPInitAndOnce() throws Exception {
    PlacedOrder order = placed("bk-101");
    List<Publication> published =
        mall.merchant
            .publications()
            .publish(order.lidM(), Town.CLOCK.instant().plus(Duration.ofDays(30)));
    WalletJson.Purchase offered = wake(order, published);
    assertThat(offered.standing()).isEqualTo("offered");
    assertThat(mall.merchant.sale(order.lidM())).isEmpty();
    WalletJson.Purchase again = wake(order, published);
    assertThat(post(offered, "approval").standing()).isEqualTo("confirmed");
    assertThat(held()).isEqualTo(order.offer().value().total().minor());
    assertThat(post(again, "approval").standing()).isEqualTo("stopped");
    assertThat(held()).isEqualTo(order.offer().value().total().minor());
  }

  private long held() {
    return mall.town
        .issuer
        .accounts()
        .account(mall.lastAccount())
        .orElseThrow()
        .money()
        .held()
        .minorUnits();
  }

  private void heldAtTheIssuer(long minor) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (held() != minor && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(held()).isEqualTo(minor);
  }

  @Test
  @Tag("Void-03")
  @Tag("AuthRevRes-P-02")
  void whatTheMerchantGivesBackIsHeldNoMoreAtTheIssuerAndTheBooksBalance() throws Exception {
    PlacedOrder order = placed("bk-101", "st-303");
    long total = order.offer().value().total().minor();
    WalletJson.Purchase offered = wake(order);
    assertThat(post(offered, "approval").standing()).isEqualTo("confirmed");
    assertThat(held()).isEqualTo(total);
    CurrencyAmount less =
        new CurrencyAmount(order.offer().value().total().currency(), total - 500);
    Sale.Authorized reduced =
        (Sale.Authorized) mall.merchant.reduceAuthorization(order.lidM(), less);
    assertThat(reduced.authAmt()).isEqualTo(less);
    heldAtTheIssuer(total - 500);
    assertThat(mall.merchant.voidAuthorization(order.lidM())).isInstanceOf(Sale.Reversed.class);
    heldAtTheIssuer(0);
    WalletJson.Told told = post(offered, "inquiry").told().orElseThrow();
    assertThat(told.authorizedShare()).contains(0.0);
    assertThat(mall.town.issuer.accounts().checkSums()).allMatch(CurrencySum::isBalanced);
    assertThat(mall.town.acquirer.checkSums()).allMatch(CurrencySum::isBalanced);
  }

  @Test
  @Tag("WAL-15")
  void whatTheMerchantSaysIsShownAsItsWord() throws Exception {
    PlacedOrder order = placed("bk-101", "st-303");
    WalletJson.Purchase offered = wake(order);
    assertThat(offered.standing()).isEqualTo("offered");
    refused(409, "WAL-15", () -> post(offered, "inquiry"));
    WalletJson.Purchase confirmed = post(offered, "approval");
    assertThat(confirmed.standing()).isEqualTo("confirmed");
    assertThat(confirmed.told()).isEmpty();

    WalletJson.Told held = post(offered, "inquiry").told().orElseThrow();
    assertThat(held.completionCode()).isEqualTo("authorizationPerformed");
    assertThat(held.authCode()).contains("approved");
    assertThat(held.authorizedShare()).contains(1.0);
    assertThat(held.capturedShare()).isEmpty();

    mall.merchant.ship(order.lidM(), new Ship(List.of(1, 2), "T-1"));
    WalletJson.Purchase shipped = post(offered, "inquiry");
    assertThat(shipped.standing()).isEqualTo("confirmed");
    assertThat(shipped.told().orElseThrow().capturedShare()).contains(1.0);
    assertThat(
            owner.get("/api/purchases/" + offered.purchase(), WalletJson.Purchase.class))
        .isEqualTo(shipped);
  }

  private WalletJson.Purchase checked(WalletJson.Purchase offered, String code)
      throws HttpFailure {
    Optional<String> street = Optional.of("2 Example Street");
    return checked(offered, Optional.of(code), Optional.of("10000"), street);
  }

  private WalletJson.Purchase checked(
      WalletJson.Purchase offered,
      Optional<String> code,
      Optional<String> postalCode,
      Optional<String> street)
      throws HttpFailure {
    return owner.post(
        "/api/purchases/" + offered.purchase() + "/checked-approval",
        new WalletJson.Checks(code, postalCode, street),
        WalletJson.Purchase.class);
  }

  private Sale.Decision decision(PlacedOrder order) {
    return mall.merchant.sale(order.lidM()).flatMap(Sale::decision).orElseThrow();
  }

  /** Every row of every table of a database, binary columns in hexadecimal. */
  private static String rows(Database data) {
    return data.transactions()
        .inTransaction(
            tx ->
                tx
                    .handle()
                    .createQuery(
                        "select tablename from pg_tables where schemaname = current_schema()")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .flatMap(
                        table ->
                            tx
                                .handle()
                                .createQuery("select t::text from " + table + " t")
                                .mapTo(String.class)
                                .list()
                                .stream())
                    .collect(Collectors.joining("\n")));
  }

  @Test
  @Tag("WAL-18")
  @Tag("PReq-C-07")
  @Tag("HL-28")
  @Tag("V08")
  void theIssuerChecksWhatTheCardholderTellsItAndNobodyElseReadsOrKeepsIt() throws Exception {
    String right =
        mall.town.issuer.accounts().securityCode(mall.lastAccount()).orElseThrow().digits();
    PlacedOrder order = placed("bk-101");
    assertThat(checked(wake(order), right).standing()).isEqualTo("confirmed");
    assertThat(decision(order).securityCode()).contains(SecurityCodeResult.match);
    assertThat(decision(order).address()).contains(AVSResult.postalCodeMatchOnly);

    PlacedOrder other = placed("bk-102");
    assertThat(checked(wake(other), "8642").standing()).isEqualTo("declined");
    assertThat(decision(other).securityCode()).contains(SecurityCodeResult.noMatch);

    List<Database> all = new ArrayList<>(mall.databases());
    all.add(database);
    for (Database data : all) {
      String rows = rows(data);
      assertThat(rows).isNotEmpty();
      for (String code : List.of(right, "8642")) {
        // As DER and the host link write it: its length, then its digits.
        String octets = "0" + code.length() + code.replaceAll("(.)", "3$1");
        assertThat(rows).doesNotContain(octets).doesNotContain("\"" + code + "\"");
      }
    }
    WalletJson.Purchase offered = wake(placed("bk-101"));
    refused(422, "securityCode", () -> checked(offered, "12"));
    Optional<String> none = Optional.empty();
    refused(422, "postalCode", () -> checked(offered, none, none, Optional.of("4 Quay")));
    Optional<String> house = Optional.of("4 Quay \uD83C\uDFE0");
    refused(422, "postalCode", () -> checked(offered, none, Optional.of("10000"), house));
  }
}
