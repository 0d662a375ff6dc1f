package openset.http.issuer;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.client.HttpFailure;
import openset.http.once.RememberedAnswers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the bank's people do over its API: rules, products, bills, disputes, the simulator. */
@Timeout(120)
final class OfficeApiTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static Town town;
  private static HttpServer server;
  private static Visitor anybody;
  private static Visitor staff;
  private static List<Mount> routes;

  @BeforeAll
  static void open() throws Exception {
    town = new Town();
    routes =
        IssuerApi.routes(
            town.issuer,
            town.authorityKeys(),
            town.staffKeys(),
            new RememberedAnswers(1000, Duration.ofHours(1)));
    server = HttpServer.start(Listen.local(0), HttpLimits.OPEN, routes, Town.CLOCK);
    anybody = Visitor.anybody(server);
    staff = Visitor.holding(server, town.staff);
  }

  @AfterAll
  static void close() {
    anybody.close();
    staff.close();
    server.close();
    town.close();
  }

  @Test
  void everyRouteOfTheBanksPeopleIsDescribedAndNoOther() throws IOException {
    TreeSet<String> described = new TreeSet<>();
    Pattern route = Pattern.compile("`((GET|POST) /api/[^`]*)`");
    String page = Files.readString(Path.of("../../docs/issuer.md"));
    route.matcher(page).results().forEach(found -> described.add(found.group(1)));
    TreeSet<String> there = new TreeSet<>();
    routes.stream()
        .map(mount -> mount.method() + " " + mount.path())
        .filter(name -> !name.contains("/registration/"))
        .forEach(there::add);
    assertThat(described).isEqualTo(there);
  }

  @Test
  void rulesAreDraftedTriedPromotedAndShownInWords() throws HttpFailure {
    RulesJson.Rule ceiling =
        new RulesJson.Rule(
            "large",
            Optional.of("none-such"),
            "DECLINE",
            "CEILING",
            Optional.of(500_000L),
            Optional.of(Town.EUR),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    RulesJson.Draft draft = new RulesJson.Draft("first", List.of(ceiling));
    int version =
        staff.post("/api/rules", once(), draft, RulesJson.Drafted.class).version();
    String place = "/api/rules/" + version;
    assertThat(staff.get(place, RulesJson.Words.class).rules().getFirst().words())
        .isEqualTo("one purchase of more than 5000.00 EUR");
    refused(
        409, "rules.version", () -> staff.post(place + "/promote", Call.None.NONE, Object.class));
    RulesJson.Period period =
        new RulesJson.Period("2026-01-01T00:00:00Z", Instant.now().toString());
    RulesJson.Report report = staff.post(place + "/test", period, RulesJson.Report.class);
    assertThat(report.stopped()).isZero();
    assertThat(report.words()).startsWith("would have declined 0 of ");
    RulesJson.Versions after =
        staff.post(place + "/promote", Call.None.NONE, RulesJson.Versions.class);
    assertThat(after.versions().getFirst().promotedBy()).contains("ann");
    refused(404, "http.path", () -> staff.get("/api/rules/999", RulesJson.Words.class));
    RulesJson.Rule none =
        new RulesJson.Rule(
            "x", Optional.empty(), "DECLINE", "SUM", Optional.of(1L), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());
    refused(
        422,
        "rules.draft",
        () ->
            staff.post(
                "/api/rules",
                once(),
                new RulesJson.Draft("", List.of(none)),
                RulesJson.Drafted.class));
    refused(401, "http.key", () -> anybody.get("/api/rules", RulesJson.Versions.class));
  }

  @Test
  void aLimitIsChangedWithinTheProductAndPaymentsComeOnce() throws HttpFailure {
    String place = "/api/accounts/" + account();
    BillingJson.Limits limits =
        staff.post(
            place + "/limit",
            new BillingJson.Limit("standard", Town.EUR, 20_000),
            BillingJson.Limits.class);
    assertThat(limits.changes().getLast().afterMinor()).isEqualTo(20_000);
    assertThat(limits.changes().getLast().by()).isEqualTo("ann");
    BillingJson.Limit beyond = new BillingJson.Limit("standard", Town.EUR, 1_000_001);
    refused(
        422,
        "limit.bounds",
        () -> staff.post(place + "/limit", beyond, BillingJson.Limits.class));
    String reference = "p-" + COUNT.incrementAndGet();
    BillingJson.Payment payment = new BillingJson.Payment(reference, Town.EUR, 700);
    staff.post(place + "/payments", payment, BillingJson.Payment.class);
    staff.post(place + "/payments", payment, BillingJson.Payment.class);
    BillingJson.Payment other = new BillingJson.Payment(reference, Town.EUR, 701);
    refused(
        409,
        "payment.reference",
        () -> staff.post(place + "/payments", other, BillingJson.Payment.class));
    BillingJson.Owed owed =
        staff.get(
            place + "/owed?at=" + Instant.now().plusSeconds(1), BillingJson.Owed.class);
    assertThat(owed.owedMinor()).isEqualTo(-700);
    assertThat(staff.get(place + "/bills", BillingJson.Bills.class).bills()).isEmpty();
    refused(404, "http.path", () -> staff.get(place + "/bills/2020-01", Object.class));
    assertThat(staff.get("/api/products", BillingJson.Products.class).products())
        .anyMatch(product -> product.id().equals("standard"));
  }

  @Test
  void aSimulatedPurchaseIsClearedDisputedAndLookedUp() throws HttpFailure {
    String id = account();
    SimulatorJson.Told told = buy(id, 4_000);
    assertThat(told.response()).isEqualTo("00");
    SimulatorJson.Part part = new SimulatorJson.Part(4_000);
    assertThat(
            staff.post(
                "/api/simulator/" + told.key() + "/clearing",
                once(),
                part,
                SimulatorJson.Response.class))
        .isEqualTo(new SimulatorJson.Response("00"));
    String line =
        staff.get("/api/accounts/" + id + "/statement", AccountJson.Postings.class)
            .lines()
            .getFirst()
            .id();
    DisputeJson.Wish wish = new DisputeJson.Wish(line, 4_000, "NOT_RECEIVED", "nothing came");
    String place = "/api/accounts/" + id + "/disputes";
    DisputeJson.Whole opened = staff.post(place, once(), wish, DisputeJson.Whole.class);
    assertThat(opened.next()).containsExactly("CHARGED_BACK", "CLOSED", "EVIDENCE_ASKED");
    refused(
        409, "dispute.twice", () -> staff.post(place, once(), wish, DisputeJson.Whole.class));
    String dispute = "/api/disputes/" + opened.dispute().number();
    staff.post(dispute + "/evidence-request", Call.None.NONE, DisputeJson.Whole.class);
    String bundle = Base64.getEncoder().encodeToString(new byte[] {1});
    DisputeJson.Whole attached =
        staff.post(
            dispute + "/evidence", once(), new DisputeJson.Bundle(List.of(bundle)),
            DisputeJson.Whole.class);
    assertThat(attached.evidence().getFirst().proposal()).isEqualTo("UNDECIDED");
    refused(
        409,
        "dispute.state",
        () -> staff.post(dispute + "/accept", Call.None.NONE, DisputeJson.Whole.class));
    DisputeJson.Whole closed =
        staff.post(dispute + "/close", new DisputeJson.Close("WITHDRAWN"),
            DisputeJson.Whole.class);
    assertThat(closed.dispute().outcome()).contains("WITHDRAWN");
    isLookedUp(id);
  }

  private static void isLookedUp(String id) throws HttpFailure {
    RecordsJson.Authorizations asked =
        staff.get(
            "/api/records/authorizations?account=" + id + "&state=POSTED&sort=amount&order=asc",
            RecordsJson.Authorizations.class);
    assertThat(asked.total()).isEqualTo(1);
    assertThat(asked.rows().getFirst().amount().minor()).isEqualTo(4_000);
    RecordsJson.Disputes disputes =
        staff.get("/api/records/disputes?account=" + id, RecordsJson.Disputes.class);
    assertThat(disputes.rows().getFirst().state()).isEqualTo("WITHDRAWN");
    RecordsJson.Accounts accounts =
        staff.get("/api/records/accounts?size=1&sort=owed", RecordsJson.Accounts.class);
    assertThat(accounts.rows()).hasSize(1);
    assertThat(accounts.total()).isPositive();
    assertThat(staff.get("/api/records/applications", RecordsJson.Applications.class).rows())
        .anyMatch(row -> row.accountId().equals(Optional.of(id)));
    assertThat(staff.get("/api/records/bills", RecordsJson.Bills.class).rows()).isEmpty();
    refused(
        422, "records.look", () -> staff.get("/api/records/bills?size=201", Object.class));
    refused(
        422, "records.look", () -> staff.get("/api/records/bills?page=x", Object.class));
    refused(
        422,
        "records.look",
        () -> staff.get("/api/records/bills?from=%2B99999-01-01", Object.class));
  }

  @Test
  void faultsAreToldListedAndForgotten() throws HttpFailure {
    String id = account();
    SimulatorJson.Fault fault =
        new SimulatorJson.Fault(
            Optional.of(id), Optional.empty(), "DECLINE", Optional.of("43"), Optional.empty(),
            Optional.of(2));
    staff.post("/api/simulator/faults", once(), fault, SimulatorJson.Faults.class);
    assertThat(buy(id, 100).response()).isEqualTo("43");
    assertThat(staff.get("/api/simulator/faults", SimulatorJson.Faults.class).faults())
        .anyMatch(each -> each.times().equals(Optional.of(1)));
    staff.post("/api/simulator/faults/clear", Call.None.NONE, SimulatorJson.Faults.class);
    SimulatorJson.Told told = buy(id, 100);
    assertThat(told.response()).isEqualTo("00");
    assertThat(
            staff.post(
                "/api/simulator/" + told.key() + "/void", Call.None.NONE,
                SimulatorJson.Response.class))
        .isEqualTo(new SimulatorJson.Response("00"));
    SimulatorJson.Fault approves =
        new SimulatorJson.Fault(
            Optional.empty(), Optional.empty(), "DECLINE", Optional.of("00"), Optional.empty(),
            Optional.empty());
    refused(
        422,
        "simulator.fault",
        () ->
            staff.post(
                "/api/simulator/faults", once(), approves, SimulatorJson.Faults.class));
  }

  private static SimulatorJson.Told buy(String account, long minor) throws HttpFailure {
    return staff.post(
        "/api/simulator/authorize",
        once(),
        new SimulatorJson.Bought(account, Town.EUR, minor, "SHOP", "5942"),
        SimulatorJson.Told.class);
  }

  private static String account() throws HttpFailure {
    String id = "o-" + COUNT.incrementAndGet();
    return anybody
        .post(
            "/api/accounts",
            new AccountJson.Application(
                id,
                "Zoe Quill",
                "1990-02-28",
                new AccountJson.Address("1 Example Street", "Example", "10000", "GB"),
                new AccountJson.Document("passport", "X77-" + id, "GB", "2031-01-01"),
                Town.EUR,
                10_000),
            AccountJson.Opened.class)
        .accountId();
  }

  private static String once() {
    return "once-key-" + COUNT.incrementAndGet();
  }
}
