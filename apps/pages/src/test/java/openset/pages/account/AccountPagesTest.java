package openset.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ResponseCode;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.billing.Bill;
import openset.issuer.card.AccountId;
import openset.issuer.card.Bin;
import openset.issuer.card.CardStatus;
import openset.issuer.customer.Joined;
import openset.issuer.customer.Secret;
import openset.issuer.dispute.Outcome;
import openset.issuer.host.Peers;
import openset.issuer.opening.Application;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.simulator.Simulation;
import openset.ledger.Ledger;
import openset.ledger.Money;
import openset.store.Database;
import openset.store.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account page over a real connection to a real issuer: bills, disputes, the card's code. */
final class AccountPagesTest {
  private static final int EUR = 978;
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger CUSTOMERS = new AtomicInteger();
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
  private static Database database;
  private static Issuer issuer;
  private static HttpServer server;
  private static HttpClient client;

  /** Somebody who is signed in. */
  private record Customer(String cookie, AccountId account) {}

  @BeforeAll
  static void open() throws Exception {
    String name = "a" + ProcessHandle.current().pid();
    database =
        Database.open(
            SERVER.database(name, name, "tests only".toCharArray()),
            Ledger.MIGRATIONS,
            Issuer.MIGRATIONS);
    Randomness randomness = Randomness.secure();
    Vault vault = Vault.of(SecretBytes.random(Vault.KEY_OCTETS, randomness), randomness);
    issuer = Issuer.start(config(), database, vault, NOW::get, randomness);
    Bank bank = new Bank("Bank of Aurora", "Aurora", "GB", List.of());
    server =
        HttpServer.start(
            Listen.local(0), HttpLimits.OPEN, AccountPages.routes(issuer, bank), NOW::get);
    client = HttpClient.newHttpClient();
  }

  private static IssuerConfig config() {
    return new IssuerConfig(
            new IssuerConfig.Bank("Bank of Aurora", "GB", new Bin("999001")),
            new OpeningPolicy(18, new Money(EUR, 1_000), new Money(EUR, 1_000_000), 36),
            Duration.ofDays(7),
            new IssuerConfig.Link(
                "127.0.0.1", 0, new Peers("999100", Set.of("999001"), "999900")))
        .simulated(true);
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
    issuer.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void aPostedPurchaseIsDisputedAndTheMoneyComesAtOnce(String language) throws Exception {
    Customer customer = customer();
    buy(customer, 4_000);
    String page = get(customer, language, "/account");
    String link = page.replaceAll("(?s).*href=\"(/account/dispute\\?line=[^\"]+)\".*", "$1");
    String form = get(customer, language, link.replace("&amp;", "&"));
    assertThat(form).contains(language.equals("en") ? "Nothing came" : "没有收到");
    String line = form.replaceAll("(?s).*name=\"line\" value=\"([^\"]+)\".*", "$1");
    HttpResponse<String> tooMuch =
        post(customer, "/account/dispute", "line", line, "reason", "NRCV", "amount", "40.01");
    assertThat(tooMuch.statusCode()).isEqualTo(422);
    post(
        customer, "/account/dispute", "line", line, "reason", "NRCV", "amount", "40.00", "story",
        "nothing <b>came</b>");
    assertThat(owed(customer)).isZero();
    String after = get(customer, language, "/account");
    String number = issuer.disputes().of(customer.account()).getFirst().number();
    assertThat(after)
        .contains(number)
        .contains(language.equals("en") ? "The bank looks at it" : "银行正在处理")
        .doesNotContain("/account/dispute?line=");
    post(customer, "/account/dispute/withdraw", "number", number);
    assertThat(owed(customer)).isEqualTo(4_000);
    assertThat(issuer.disputes().of(customer.account()).getFirst().standing().outcome())
        .contains(Outcome.WITHDRAWN);
  }

  @Test
  void nobodyDisputesOrWithdrawsForAnother() throws Exception {
    Customer owner = customer();
    Customer other = customer();
    buy(owner, 4_000);
    String id =
        issuer.accounts().statement(owner.account()).orElseThrow().lines().getFirst()
            .transfer().text();
    post(other, "/account/dispute", "line", id, "reason", "NRCV", "amount", "40.00");
    assertThat(issuer.disputes().of(owner.account())).isEmpty();
    post(owner, "/account/dispute", "line", id, "reason", "NRCV", "amount", "40.00");
    String number = issuer.disputes().of(owner.account()).getFirst().number();
    post(other, "/account/dispute/withdraw", "number", number);
    assertThat(issuer.disputes().of(owner.account()).getFirst().standing().outcome()).isEmpty();
  }

  @Test
  void aBillIsShownWithItsLinesWhenTheMonthIsOver() throws Exception {
    Customer customer = customer();
    buy(customer, 4_000);
    YearMonth month = Bill.lastOver(NOW.get()).plusMonths(1);
    assertThat(get(customer, "en", "/account")).contains("The first bill comes when");
    NOW.set(Bill.end(month).plusSeconds(1));
    issuer.billing().close();
    Customer again = new Customer(enter(customer), customer.account());
    assertThat(get(again, "en", "/account")).contains("/account/bill?month=" + month);
    String bill = get(again, "zh", "/account/bill?month=" + month);
    assertThat(bill).contains("最低还款").contains("SHOP");
  }

  @Test
  void theSecurityCodeIsShownOnlyWhileTheNumberIs() throws Exception {
    Customer customer = customer();
    String code = issuer.accounts().securityCode(customer.account()).orElseThrow().digits();
    String cell = "<dd class=\"mono\">" + code + "</dd>";
    assertThat(get(customer, "en", "/account/card")).contains(cell);
    post(customer, "/account/card/hide");
    assertThat(get(customer, "en", "/account/card")).doesNotContain(cell);
  }

  @Test
  void whatTheBankFrozeIsNotThawedHereAndNoOtherCardComes() throws Exception {
    Customer customer = customer();
    issuer.accounts().become(customer.account(), CardStatus.FROZEN);
    assertThat(get(customer, "en", "/account"))
        .contains("The bank has frozen this card")
        .doesNotContain("/account/card/thaw");
    post(customer, "/account/card/thaw");
    post(customer, "/account/card/replace");
    assertThat(issuer.accounts().account(customer.account()).orElseThrow().status())
        .isEqualTo(CardStatus.FROZEN);
  }

  private static Customer customer() {
    String name = "customer" + CUSTOMERS.incrementAndGet();
    Application application =
        new Application(
            new ApplicationId("p-" + name),
            "Zoe Quill",
            "1990-02-28",
            new Application.StatedAddress("1 Example Street", "Example", "10000", "GB"),
            new Application.StatedDocument("passport", "X77-" + name, "GB", "2031-01-01"),
            new Money(EUR, 100_000));
    Joined joined = issuer.customers().join(application, secret(name));
    String cookie = ((Joined.Welcome) joined).token().cookie();
    AccountId account =
        issuer.customers().session(((Joined.Welcome) joined).token()).orElseThrow().account();
    NAMES.add(name + " " + account);
    return new Customer(cookie, account);
  }

  private static final List<String> NAMES = new ArrayList<>();

  private static Secret secret(String name) {
    return new Secret(name, "a harbour in rain");
  }

  private static String enter(Customer customer) {
    String name =
        NAMES.stream()
            .filter(each -> each.endsWith(" " + customer.account()))
            .findFirst()
            .orElseThrow()
            .split(" ")[0];
    return ((openset.issuer.customer.Entry.Welcome)
            issuer.customers().enter(secret(name), "test"))
        .token()
        .cookie();
  }

  private static void buy(Customer customer, long minor) {
    Simulation simulation = issuer.simulation().orElseThrow();
    Simulation.Told told =
        simulation
            .authorize(
                new Simulation.Bought(
                    customer.account(), new Amount(minor, EUR), "SHOP", "5942"))
            .orElseThrow();
    assertThat(simulation.clear(told.key(), minor)).contains(ResponseCode.APPROVED);
  }

  private static long owed(Customer customer) {
    return issuer.accounts().account(customer.account()).orElseThrow().money().balance()
        .minorUnits();
  }

  private static String get(Customer customer, String language, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at(path))
            .header("Cookie", "account=" + customer.cookie())
            .header("Accept-Language", language)
            .build();
    HttpResponse<String> answer =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> post(Customer customer, String path, String... fields)
      throws Exception {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    HttpRequest request =
        HttpRequest.newBuilder(at(path))
            .header("Cookie", "account=" + customer.cookie())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static URI at(String path) {
    return server.uri().resolve(path);
  }
}
