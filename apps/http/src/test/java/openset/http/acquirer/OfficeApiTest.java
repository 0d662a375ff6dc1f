package openset.http.acquirer;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import openset.acquirer.store.Merchant;
import openset.crypto.DigestAlgorithm;
import openset.crypto.Randomness;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.client.HttpFailure;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;
import openset.issuer.opening.Application;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.Opening.AccountOpened;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an acquirer's people and a merchant's office see of real purchases, and do. */
@Timeout(180)
final class OfficeApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final ApiKey SHOP = Visitor.key("M-0001");
  private static final ApiKey DESK = Visitor.key("M-0004");
  private static final ApiKey OTHER_SHOP = Visitor.key("M-0002");
  private static Town town;
  private static HttpServer server;
  private static Visitor staff;
  private static Visitor shop;
  private static Visitor desk;
  private static Visitor otherShop;
  private static IsoLink gateway;
  private static IsoLink issuer;
  private static AccountOpened account;

  @BeforeAll
  static void open() throws Exception {
    town = new Town();
    for (String id : List.of("M-0001", "M-0002", "M-0004")) {
      town.acquirer.agree(new Merchant(id, "Lantern Books", "5942", 150, true));
    }
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            AcquirerApi.routes(
                town.acquirer,
                new AcquirerApi.Keys(
                    town.authorityKeys(),
                    town.staffKeys(),
                    ApiKeys.of(List.of(SHOP, DESK, OTHER_SHOP), Town.CLOCK))),
            Town.CLOCK);
    staff = Visitor.holding(server, town.staff);
    shop = Visitor.holding(server, SHOP);
    desk = Visitor.holding(server, DESK);
    otherShop = Visitor.holding(server, OTHER_SHOP);
    gateway = link(town.acquirer.port(), Town.GATEWAY);
    issuer = link(town.clearing.port(), Town.ISSUER);
    account = account();
  }

  @AfterAll
  static void close() {
    gateway.close();
    issuer.close();
    staff.close();
    shop.close();
    desk.close();
    otherShop.close();
    server.close();
    town.close();
  }

  private static IsoLink link(int port, String institution) throws Exception {
    LinkConfig to = LinkConfig.to("test", "127.0.0.1", port, institution);
    IsoLink link = IsoLink.open(to, Town.CLOCK, LinkEvents.NONE);
    assertThat(link.awaitUp(PATIENCE)).isTrue();
    return link;
  }

  private static AccountOpened account() {
    return (AccountOpened)
        town.issuer
            .opening()
            .open(
                new Application(
                    new ApplicationId("office"),
                    "Zoe Quill",
                    "1990-02-28",
                    new Application.StatedAddress("1 Example Street", "Example", "10000", "GB"),
                    new Application.StatedDocument("passport", "X77-o", "GB", "2031-01-01"),
                    new Money(Town.EUR, 900_000)));
  }

  private static Trace trace() {
    return Trace.at(Town.CLOCK.instant(), NUMBERS.incrementAndGet());
  }

  private static Octets key() {
    return Octets.of(Randomness.secure().bytes(20));
  }

  private static IsoMessage said(IsoLink link, IsoMessage message) {
    Answer answer = link.ask(message, PATIENCE);
    assertThat(answer).isInstanceOf(Answer.Answered.class);
    IsoMessage said = ((Answer.Answered) answer).message();
    assertThat(said.text(39)).contains("00");
    return said;
  }

  /** An approved authorization, and what is said of it. */
  private record Sold(AuthorizationRequest request, String code) {
    FinancialAdvice advice(Octets key, long minor) {
      return new FinancialAdvice(
          trace(),
          new Amount(minor, Town.EUR),
          request.acceptor(),
          new FinancialAdvice.Approval(request.reference(), code, request.purchase().key()),
          Purchase.of(key, request.purchase().xid()),
          Optional.of(Town.ISSUER));
    }

    String key() {
      return request.purchase().key().hex();
    }
  }

  private static Sold sold(String merchant, long minor) throws Exception {
    Octets key = key();
    AuthorizationRequest request =
        new AuthorizationRequest(
            trace(),
            Card.of(account.number().digits(), account.expiry().shortText()),
            new Amount(minor, Town.EUR),
            new Acceptor("T1", merchant, "5942"),
            Reference.fresh(Town.ACQUIRER, Town.CLOCK.instant(), NUMBERS.incrementAndGet()),
            Purchase.of(key, key));
    return new Sold(request, said(gateway, request.toMessage()).need(38));
  }

  private static Octets captured(Sold sold, long minor) throws Exception {
    Octets key = key();
    said(gateway, sold.advice(key, minor).toMessage());
    return key;
  }

  private static void settled() throws Exception {
    await(() -> town.acquirer.undelivered() == 0);
    String cycle = town.clearing.runCycle().orElseThrow().name();
    await(
        () ->
            town.clearing.cycles(5).stream()
                .anyMatch(each -> each.name().equals(cycle) && each.isSettled()));
  }

  private static void await(BooleanSupplier done) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Test
  void showsAnItemWithItsFeesTheStatementAndThePayout() throws Exception {
    staff.post(
        "/api/merchants/M-0001/terms",
        new ContractApi.Terms(
            List.of(), 10, false, 100_000, 30, Optional.of("GB82WEST12345698765432")),
        ContractApi.Whole.class);
    Sold sold = sold("M-0001", 6_000);
    Octets capture = captured(sold, 6_000);
    settled();
    OfficeJson.Item item = shop.get("/merchant/items", OfficeJson.Items.class).items().getFirst();
    assertThat(item.kind() + " " + item.amount().text() + " " + item.presented().orElse(""))
        .isEqualTo("CAPTURE 60.00 EUR APPROVED");
    String fees = "/items/" + sold.key() + "/" + capture.hex() + "/fees";
    assertThat(shop.get("/merchant" + fees, OfficeJson.ItemFees.class).fees())
        .extracting(OfficeJson.ItemFee::formula)
        .containsExactly("60.00 × 1.5% + 0.10 = 1.00 EUR");
    refused(
        404, "http.path", () -> otherShop.get("/merchant" + fees, OfficeJson.ItemFees.class));
    OfficeJson.Payouts paid =
        staff.post("/api/payouts", Call.None.NONE, OfficeJson.Payouts.class);
    assertThat(paid.payouts()).singleElement().extracting(OfficeJson.Paid::account)
        .isEqualTo("GB…5432");
    long number = paid.payouts().getFirst().number();
    isSettledBy(number, sold, capture);
    staff.post(
        "/api/payouts/" + number, new OfficeJson.Ended(true, "T-1"), OfficeJson.Ended.class);
    OfficeJson.Statement statement =
        shop.get("/merchant/statement/978", OfficeJson.Statement.class);
    assertThat(statement.lines())
        .extracting(line -> line.amount().text())
        .containsExactly("59.00 EUR", "-6.00 EUR", "-53.00 EUR");
    assertThat(statement.closing().minor()).isZero();
    assertThat(shop.get("/merchant/reserves", OfficeJson.Reserves.class).reserves())
        .extracting(each -> each.amount().text())
        .containsExactly("6.00 EUR");
    assertThat(shop.get("/merchant/payouts", OfficeJson.Payouts.class).payouts())
        .extracting(OfficeJson.Paid::state)
        .containsExactly("PAID");
    assertThat(staff.get("/api/fees", OfficeJson.Fees.class).fees())
        .extracting(each -> each.merchant() + " " + each.kind())
        .contains("M-0001 DISCOUNT");
  }

  /** The merchant reads which capture was settled, and by which transfer it was paid. */
  private static void isSettledBy(long number, Sold sold, Octets capture) throws Exception {
    String settlements = "/merchant/settlements/" + sold.request().purchase().xid().hex();
    OfficeJson.Settled booked =
        shop.get(settlements, OfficeJson.Settlements.class).settlements().getFirst();
    assertThat(booked.item() + " " + booked.amount().text() + " " + booked.fee().text())
        .isEqualTo(capture.hex() + " 60.00 EUR 1.00 EUR");
    String transfer =
        staff.get("/api/payouts/" + number + "/transfer", OfficeJson.Transfer.class).xml();
    assertThat(booked.payout().orElseThrow().transfer())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    DigestAlgorithm.SHA256.digest(transfer.getBytes(StandardCharsets.UTF_8))));
    assertThat(otherShop.get(settlements, OfficeJson.Settlements.class).settlements()).isEmpty();
    refused(
        422,
        "acquirer.query",
        () ->
            staff.post(
                "/api/bank-statements",
                new OfficeJson.BankStatement(transfer),
                OfficeJson.Reconciled.class));
  }

  @Test
  @Tag("W10")
  void aMerchantSeesItsChargebackAndContestsItWithProof() throws Exception {
    Sold sold = sold("M-0004", 2_000);
    Octets capture = captured(sold, 2_000);
    await(() -> town.acquirer.undelivered() == 0);
    Dispute named = new Dispute("D-1", "4853", Dispute.Stage.FIRST);
    ClearingItem item =
        ClearingItem.disputed(
            ClearingItem.Kind.CHARGEBACK, sold.advice(key(), 1_500), capture, named);
    said(issuer, item.toMessage());
    String place = "/chargebacks/" + Town.ISSUER + "/D-1";
    OfficeJson.Chargebacks seen =
        desk.get("/merchant/chargebacks", OfficeJson.Chargebacks.class);
    assertThat(seen.chargebacks())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.state() + " " + each.amount().text())
                    .isEqualTo("CHARGED_BACK 15.00 EUR"));
    assertThat(otherShop.get("/merchant/chargebacks", OfficeJson.Chargebacks.class).chargebacks())
        .isEmpty();
    OfficeJson.Proof proof = new OfficeJson.Proof(List.of("AQID", "BAUG"));
    refused(
        404,
        "http.path",
        () -> otherShop.post("/merchant" + place + "/contest", proof, OfficeJson.History.class));
    refused(
        422,
        "acquirer.query",
        () ->
            desk.post(
                "/merchant" + place + "/contest",
                new OfficeJson.Proof(List.of("?")),
                OfficeJson.History.class));
    OfficeJson.History contested =
        desk.post("/merchant" + place + "/contest", proof, OfficeJson.History.class);
    assertThat(contested.chargeback().state()).isIn("CONTESTED", "REPRESENTED", "LOST");
    refused(
        409,
        "acquirer.dispute",
        () ->
            desk.post("/merchant" + place + "/accept", Call.None.NONE, OfficeJson.History.class));
    String digest = contested.evidence().getFirst();
    OfficeJson.Proof kept =
        staff.get("/api" + place + "/evidence/" + digest, OfficeJson.Proof.class);
    assertThat(Base64.getDecoder().decode(kept.evidence().getFirst()))
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(desk.get("/merchant/notices", OfficeJson.Steps.class).steps())
        .extracting(each -> each.state() + " by " + each.by())
        .startsWith("CHARGED_BACK by ISSUER", "CONTESTED by MERCHANT");
    refused(
        404,
        "http.path",
        () -> staff.get("/api/chargebacks/999100/D-9", OfficeJson.History.class));
  }

  @Test
  void tellsAMerchantWhichAuthorizationsEndBeforeTheyAreCaptured() throws Exception {
    Sold sold = sold("M-0004", 3_000);
    captured(sold, 1_000);
    String soon = "/merchant/authorizations/expiring?days=";
    assertThat(expiring(soon + "8"))
        .filteredOn(each -> each.key().equals(sold.key()))
        .extracting(each -> each.open().text())
        .containsExactly("20.00 EUR");
    assertThat(expiring(soon + "6")).isEmpty();
    assertThat(
            staff
                .get(
                    "/api/authorizations/unmatched?merchant=M-0004",
                    OfficeJson.Authorizations.class)
                .authorizations())
        .extracting(OfficeJson.Authorization::key)
        .contains(sold.key());
    assertThat(
            staff
                .get(
                    "/api/authorizations?sort=amount&most=1", OfficeJson.Authorizations.class)
                .authorizations())
        .singleElement()
        .returns("SINGLE", OfficeJson.Authorization::series)
        .returns(false, OfficeJson.Authorization::unauthenticated);
  }

  private static List<OfficeJson.Authorization> expiring(String path) throws HttpFailure {
    return desk.get(path, OfficeJson.Authorizations.class).authorizations();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/authorizations?sort=card", "/api/authorizations?most=201",
        "/api/authorizations/expiring?days=0", "/api/fees?since=2026-13-01",
        "/api/payouts?most=x", "/api/fees?since=2030-01-02&until=2030-01-01"
      })
  void refusesWhatNoListIsSortedOrCutBy(String path) {
    refused(422, "acquirer.query", () -> staff.get(path, Call.None.class));
  }

  @Test
  void contractsHaveVersionsAndTerminalsAreGivenOut() throws Exception {
    staff.post(
        "/api/merchants",
        new AcquirerApi.Contract("M-0003", "Fern", "5261", 150, Optional.empty()),
        AcquirerApi.Contract.class);
    ContractApi.Terms terms =
        new ContractApi.Terms(List.of("Aurora"), 5, true, 0, 0, Optional.empty());
    staff.post("/api/merchants/M-0003/terms", terms, ContractApi.Whole.class);
    String terminal =
        staff
            .post(
                "/api/merchants/M-0003/terminals", Call.None.NONE, ContractApi.Terminal.class)
            .terminal();
    ContractApi.Whole whole = staff.get("/api/merchants/M-0003", ContractApi.Whole.class);
    assertThat(whole.terminals()).containsExactly(terminal);
    assertThat(whole.versions()).hasSize(2);
    assertThat(whole.versions().getLast().terms()).isEqualTo(terms);
    assertThat(staff.get("/api/merchants", ContractApi.Merchants.class).merchants())
        .extracting(ContractApi.Brief::merchantId)
        .contains("M-0001", "M-0003");
  }

  @ParameterizedTest
  @CsvSource({"'', 0, 0", "Aurora, -1, 0", "Aurora, 0, 1000001"})
  void refusesTermsThatNobodyAgreesTo(String brand, long fixed, int ppm) {
    ContractApi.Terms terms =
        new ContractApi.Terms(List.of(brand), fixed, false, ppm, 0, Optional.empty());
    refused(
        422,
        "acquirer.terms",
        () -> staff.post("/api/merchants/M-0001/terms", terms, ContractApi.Whole.class));
  }

  @Test
  @Tag("S05")
  void aFeeOfADayThatIsOverCannotBeChanged() throws Exception {
    refused(422, "acquirer.fee", () -> charge(Instant.now().minusSeconds(60), "INTERCHANGE"));
    refused(422, "acquirer.fee", () -> charge(Instant.now().plusSeconds(60), "POSTAGE"));
    charge(Instant.now().plusSeconds(3_600), "INTERCHANGE");
    assertThat(staff.get("/api/fee-table", ContractApi.Table.class).rules())
        .singleElement()
        .extracting(ContractApi.Rule::ppm)
        .isEqualTo(2_000);
  }

  private static void charge(Instant since, String kind) throws HttpFailure {
    ContractApi.Rule rule =
        new ContractApi.Rule(
            kind,
            Optional.empty(),
            Optional.of("Aurora"),
            Optional.empty(),
            Optional.empty(),
            Town.EUR,
            2_000,
            0,
            0,
            0,
            since);
    staff.post("/api/fee-table", rule, ContractApi.Rule.class);
  }

  @Test
  void whatIsTheBanksIsNotTheMerchantsAndTheOtherWayRound() {
    refused(401, "http.key", () -> shop.get("/api/payouts", OfficeJson.Payouts.class));
    refused(401, "http.key", () -> shop.get("/api/merchants", ContractApi.Merchants.class));
    refused(
        401, "http.key", () -> staff.get("/merchant/chargebacks", OfficeJson.Chargebacks.class));
  }
}
