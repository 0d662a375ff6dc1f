package openset.http.clearing;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.crypto.Randomness;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.bank.LedgerSums;
import openset.http.client.HttpFailure;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of a clearing house, over a real connection to a real one. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ClearingApiTest {
  private static Town town;
  private static HttpServer server;
  private static Visitor staff;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @BeforeAll
  static void open() throws Exception {
    town = new Town();
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            ClearingApi.routes(town.clearing, town.staffKeys()),
            Town.CLOCK);
    staff = Visitor.holding(server, town.staff);
  }

  @AfterAll
  static void close() {
    staff.close();
    server.close();
    town.close();
  }

  @Test
  void aCycleWithoutItemsIsNotClosed() throws HttpFailure {
    ClearingApi.Ran ran =
        staff.post("/api/cycles", Call.None.NONE, ClearingApi.Ran.class);
    assertThat(ran.cycle()).isEmpty();
    assertThat(staff.get("/api/cycles", ClearingApi.Cycles.class).cycles()).isEmpty();
  }

  @Test
  void takesNoBodyWhereNoneBelongs() throws Exception {
    assertThat(staff.status("/api/cycles", "{}")).isEqualTo(400);
    assertThat(staff.status("/api/cycles", "{")).isEqualTo(400);
  }

  @Test
  void saysWhatABankHasWithIt() throws HttpFailure {
    assertThat(staff.get("/api/balances/999001/978", ClearingApi.Balance.class))
        .isEqualTo(new ClearingApi.Balance("999001", 978, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999001/euro", "999001/0", "banks/978", "999555/978"})
  @Tag("W10")
  void aBankOrCurrencyThatIsNotIsNotFound(String place) {
    refused(
        404,
        "http.path",
        () -> staff.get("/api/balances/" + place, ClearingApi.Balance.class));
  }

  @Test
  void itsBooksAreBalanced() throws HttpFailure {
    assertThat(staff.get("/api/sums", LedgerSums.class).sums())
        .allMatch(sum -> sum.minor() == 0);
  }

  @Test
  void breaksClaimsAndFilesAreListsAndWhatIsNotThereIsNotFound() throws Exception {
    assertThat(staff.get("/api/breaks", ClearingApi.OpenBreaks.class).breaks()).isEmpty();
    assertThat(
            staff.post("/api/breaks", Call.None.NONE, ClearingApi.OpenBreaks.class).breaks())
        .isEmpty();
    assertThat(staff.get("/api/claims", ClearingApi.OpenClaims.class).claims()).isEmpty();
    assertThat(staff.get("/api/files/999001", ClearingApi.Files.class).files()).isEmpty();
    refused(404, "http.path", () -> staff.get("/api/files/999555", ClearingApi.Files.class));
    refused(
        404, "http.path", () -> staff.get("/api/positions/C1", ClearingApi.Positions.class));
    ClearingApi.Resolution resolution = new ClearingApi.Resolution("ann", "known");
    refused(
        404,
        "http.path",
        () -> staff.post("/api/breaks/7/resolution", resolution, Call.None.class));
    ClearingApi.Ruling ruling = new ClearingApi.Ruling(true, "proof of delivery");
    refused(
        404, "http.path", () -> staff.post("/api/claims/999100/D1", ruling, Call.None.class));
    refused(
        400,
        "claim.reason",
        () ->
            staff.post(
                "/api/claims/999100/D1", new ClearingApi.Ruling(true, " "), Call.None.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/instructions/C00000001/978",
        "/api/statements/C00000001/999001/978",
        "/api/items/999100/C00000001"
      })
  void downloadsAreForItsPeopleOnly(String path) {
    refused(404, "http.path", () -> staff.get(path, Call.None.class));
    try (Visitor anybody = Visitor.anybody(server)) {
      refused(401, "http.key", () -> anybody.get(path, Call.None.class));
    }
  }

  @Test
  void withoutTheRightKeyNothingIsShownOrDone() {
    List<Visitor> others =
        List.of(
            Visitor.anybody(server),
            Visitor.holding(server, town.authority),
            Visitor.holding(server, Visitor.key("ann")));
    for (Visitor visitor : others) {
      refused(
          401,
          "http.key",
          () -> visitor.post("/api/cycles", Call.None.NONE, ClearingApi.Ran.class));
      refused(401, "http.key", () -> visitor.get("/api/cycles", ClearingApi.Cycles.class));
      refused(
          401,
          "http.key",
          () -> visitor.get("/api/balances/999001/978", ClearingApi.Balance.class));
      refused(401, "http.key", () -> visitor.get("/api/sums", LedgerSums.class));
      visitor.close();
    }
  }

  private static IsoLink acquirer(int port) throws Exception {
    LinkConfig to = LinkConfig.to("test", "127.0.0.1", port, Town.ACQUIRER);
    IsoLink link = IsoLink.open(to, Town.CLOCK, LinkEvents.NONE);
    assertThat(link.awaitUp(PATIENCE)).isTrue();
    return link;
  }

  private static IsoMessage said(IsoLink link, IsoMessage message) {
    Answer answer = link.ask(message, PATIENCE);
    assertThat(answer).isInstanceOf(Answer.Answered.class);
    return ((Answer.Answered) answer).message();
  }

  private static Trace trace() {
    return Trace.at(Town.CLOCK.instant(), NUMBERS.incrementAndGet());
  }

  private static AccountOpened account() {
    return (AccountOpened)
        town.issuer
            .opening()
            .open(
                new Application(
                    new ApplicationId("lists"),
                    "Zoe Quill",
                    "1990-02-28",
                    new Application.StatedAddress("1 Example Street", "Example", "10000", "GB"),
                    new Application.StatedDocument("passport", "X77-l", "GB", "2031-01-01"),
                    new Money(Town.EUR, 900_000)));
  }

  private static AuthorizationRequest asks(AccountOpened account) throws Exception {
    Octets key = Octets.of(Randomness.secure().bytes(20));
    return new AuthorizationRequest(
        trace(),
        Card.of(account.number().digits(), account.expiry().shortText()),
        new Amount(600, Town.EUR),
        new Acceptor("T1", "M-0001", "5942"),
        Reference.fresh(Town.ACQUIRER, Town.CLOCK.instant(), NUMBERS.incrementAndGet()),
        Purchase.of(key, key));
  }

  private static IsoMessage capture(AuthorizationRequest request, String code, long minor) {
    Octets key = Octets.of(Randomness.secure().bytes(20));
    return new FinancialAdvice(
            trace(),
            new Amount(minor, Town.EUR),
            request.acceptor(),
            new FinancialAdvice.Approval(request.reference(), code, request.purchase().key()),
            Purchase.of(key, request.purchase().xid()),
            Optional.of(Town.ISSUER))
        .toMessage();
  }

  /** Three captures, one of what was never authorized, and the cycle they are in. */
  private static String traffic() throws Exception {
    try (IsoLink issuer = acquirer(town.issuer.port());
        IsoLink house = acquirer(town.clearing.port())) {
      AccountOpened account = account();
      AuthorizationRequest request = asks(account);
      String code = said(issuer, request.toMessage()).need(38);
      for (long minor : new long[] {300, 100, 200}) {
        assertThat(said(house, capture(request, code, minor)).text(39)).contains("00");
      }
      assertThat(said(house, capture(asks(account), code, 50)).need(39)).isNotEqualTo("00");
    }
    ClearingApi.Ran ran = staff.post("/api/cycles", Call.None.NONE, ClearingApi.Ran.class);
    return ran.cycle().orElseThrow().name();
  }

  /** Last: the others see a house without items. */
  @Test
  @Order(Integer.MAX_VALUE)
  void itsListsAreSortedFilteredAndLeafedThrough() throws Exception {
    String cycle = traffic();
    ClearingApi.Cycles open = staff.get("/api/cycles?standing=open", ClearingApi.Cycles.class);
    assertThat(open.cycles()).singleElement().matches(each -> each.businessDate().isEmpty());
    assertThat(staff.get("/api/cycles?sort=date&order=asc", ClearingApi.Cycles.class).cycles())
        .extracting(ClearingApi.Cycle::name)
        .containsExactly(cycle);
    itemsOf("/api/cycles/" + cycle + "/items");
    ClearingApi.Positions positions =
        staff.get("/api/positions?sort=net&order=desc&cycle=" + cycle, ClearingApi.Positions.class);
    assertThat(positions.positions())
        .extracting(each -> each.bank() + " " + each.net())
        .containsExactly(Town.ACQUIRER + " 600", Town.ISSUER + " -600");
    assertThat(staff.get("/api/positions/" + cycle, ClearingApi.Positions.class).total())
        .isEqualTo(2);
    String mine = "&bank=" + Town.ACQUIRER;
    assertThat(
            staff
                .get("/api/positions?currency=978" + mine, ClearingApi.Positions.class)
                .positions())
        .extracting(ClearingApi.Standing::cycle)
        .containsExactly(cycle);
    assertThat(staff.get("/api/positions?currency=840", ClearingApi.Positions.class).total())
        .isZero();
    assertThat(
            staff
                .get("/api/instructions?kind=camt.053" + mine, ListsApi.Instructions.class)
                .instructions())
        .containsExactly(
            new ListsApi.Instruction("camt.053", cycle, Town.EUR, Optional.of(Town.ACQUIRER)));
    assertThat(staff.get("/api/instructions?most=1", ListsApi.Instructions.class).total())
        .isEqualTo(3);
    breaksOf(cycle);
    assertThat(staff.get("/api/files?way=in&state=booked", ClearingApi.Files.class).total())
        .isZero();
    assertThat(staff.get("/api/claims?standing=ruled", ClearingApi.OpenClaims.class).total())
        .isZero();
  }

  private static void itemsOf(String place) throws HttpFailure {
    assertThat(
            staff
                .get(place + "?sort=amount&order=desc&standing=taken", ListsApi.Items.class)
                .items())
        .extracting(ListsApi.Item::minor)
        .containsExactly(300L, 200L, 100L);
    ListsApi.Items page = staff.get(place + "?sort=amount&most=2&page=1", ListsApi.Items.class);
    assertThat(page.items()).extracting(ListsApi.Item::minor).containsExactly(200L, 300L);
    assertThat(page.total()).isEqualTo(4);
    assertThat(staff.get(place + "?standing=REFUSED&kind=capture", ListsApi.Items.class).items())
        .singleElement()
        .matches(each -> each.minor() == 50 && each.response().isPresent());
    assertThat(staff.get(place + "?merchant=M-0002", ListsApi.Items.class).total()).isZero();
    assertThat(staff.get("/api/cycles/C1/items", ListsApi.Items.class).total()).isZero();
  }

  private static void breaksOf(String cycle) throws HttpFailure {
    staff.post("/api/breaks", Call.None.NONE, ClearingApi.OpenBreaks.class);
    String refusedItems = "/api/breaks?kind=item_refused&cycle=" + cycle;
    ClearingApi.OpenBreak found =
        staff.get(refusedItems, ClearingApi.OpenBreaks.class).breaks().getFirst();
    assertThat(found.minor() + " " + found.resolution()).isEqualTo("50 Optional.empty");
    staff.post(
        "/api/breaks/" + found.number() + "/resolution",
        new ClearingApi.Resolution("ann", "known"),
        Call.None.class);
    assertThat(staff.get(refusedItems, ClearingApi.OpenBreaks.class).total()).isZero();
    assertThat(
            staff
                .get(refusedItems + "&standing=resolved", ClearingApi.OpenBreaks.class)
                .breaks())
        .singleElement()
        .matches(each -> each.resolution().orElseThrow().reason().equals("known"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cycles?sort=state",
        "positions?order=up",
        "files?page=-1",
        "instructions?most=0",
        "breaks?most=201",
        "claims?page=1000001",
        "cycles/C1/items?most=all"
      })
  void aListThatCannotBeIsRefused(String list) {
    refused(422, "clearing.query", () -> staff.get("/api/" + list, Call.None.class));
  }
}
