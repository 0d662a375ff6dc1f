package openset.http.issuer;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import openset.crypto.Randomness;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.bank.LedgerSums;
import openset.http.client.HttpFailure;
import openset.http.once.RememberedAnswers;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.LinkConfig;
import openset.iso8583.LinkEvents;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Card;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.Trace;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of an issuer, over a real connection to a real bank. */
@Timeout(120)
final class IssuerApiTest {
  private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
  private static final String XID = "00".repeat(20);
  private static final AtomicInteger APPLICANTS = new AtomicInteger();
  private static final AtomicInteger KEYS = new AtomicInteger();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Town town;
  private static HttpServer server;
  private static Visitor anybody;
  private static Visitor staff;
  private static Visitor authority;

  @BeforeAll
  static void open() throws Exception {
    town = new Town();
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            IssuerApi.routes(
                town.issuer,
                town.authorityKeys(),
                town.staffKeys(),
                new RememberedAnswers(1000, Duration.ofHours(1))),
            Town.CLOCK);
    anybody = Visitor.anybody(server);
    staff = Visitor.holding(server, town.staff);
    authority = Visitor.holding(server, town.authority);
  }

  @AfterAll
  static void close() {
    anybody.close();
    staff.close();
    authority.close();
    server.close();
    town.close();
  }

  private static AccountJson.Application application(String id, long limit) {
    return new AccountJson.Application(
        id,
        "Zoe Quill",
        "1990-02-28",
        new AccountJson.Address("1 Example Street", "Example", "10000", "GB"),
        new AccountJson.Document("passport", "X77-" + id, "GB", "2031-01-01"),
        Town.EUR,
        limit);
  }

  private static AccountJson.Application application() {
    return application("a-" + APPLICANTS.incrementAndGet(), 10_000);
  }

  private static AccountJson.Opened opened() throws HttpFailure {
    return anybody.post("/api/accounts", application(), AccountJson.Opened.class);
  }

  private static AccountJson.Account account(String id) throws HttpFailure {
    return staff.get("/api/accounts/" + id, AccountJson.Account.class);
  }

  @Test
  void opensAnAccountAndTellsItsHolderTheCard() throws HttpFailure {
    AccountJson.Opened opened = opened();
    assertThat(opened.cardNumber()).matches("999001[0-9]{10}");
    assertThat(opened.limitMinor()).isEqualTo(10_000);
  }

  @Test
  void theSameApplicationOpensOneAccount() throws HttpFailure {
    AccountJson.Application same = application();
    AccountJson.Opened first =
        anybody.post("/api/accounts", same, AccountJson.Opened.class);
    assertThat(anybody.post("/api/accounts", same, AccountJson.Opened.class)).isEqualTo(first);
    refused(
        422,
        "account.application",
        () ->
            anybody.post(
                "/api/accounts",
                application(same.applicationId(), 20_000),
                AccountJson.Opened.class));
  }

  @Test
  void refusesAnApplicationThatBreaksTheBanksRules() {
    refused(
        422,
        "account.application",
        () ->
            anybody.post("/api/accounts", application("a-big", 1), AccountJson.Opened.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"applicationId\":\"a\"}", "{\"x\":1}"})
  void refusesWhatIsNoApplication(String body) throws Exception {
    assertThat(anybody.status("/api/accounts", body)).isEqualTo(400);
    assertThat(anybody.status("/api/accounts", "{}", "text/plain")).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/accounts          | {'applicationId':'a','currency':978,'limitMinor':1} | at $.name",
        "/api/accounts          | {'applicationId':7} | at $.applicationId",
        "/api/accounts          | {'address':{'street':'s','city':3}} | at $.address.city",
        "/api/accounts          | {'document':'X77'} | at $.document",
        "/api/accounts          | {'limitMinor':'10'} | at $.limitMinor",
        "/api/accounts          | {'address':{'planet':'Mars'}} | at $.address.street",
        "/api/accounts/A/status | {} | at $.status",
        "/api/accounts/A/status | {'status':1} | at $.status",
        "/registration/form     | {'bin':'999001'} | at $.language",
        "/registration/form     | {'bin':999001,'language':'en'} | at $.bin",
        "/registration/form     | {'bin':'999001','language':'en','x':1} | unknown field in $",
        "/registration/verify   | {'id':'v','formId':'f'} | at $.cardNumber",
        "/registration/verify   | {'answers':{'holderName':['Zoe Quill']}} | at $.answers.holder",
        "/registration/verify   | {'answers':{'holderName':null}} | at $.answers",
        "/registration/inquire  | {} | at $.id",
        "/registration/inquire  | {'id':null} | at $.id",
      })
  void aBodyThatIsNoRecordIsRefusedAndTheFieldNamed(String path, String body, String place)
      throws Exception {
    Visitor visitor = path.startsWith("/registration") ? authority : staff;
    String said =
        visitor.malformed(
            Mount.Method.POST, path.replace("A", NOBODY), body.replace('\'', '"'));
    assertThat(said).contains(place).doesNotContain("Zoe", "Mars", "X77");
  }

  @Test
  void showsTheBanksPeopleAnAccountWithItsCardMasked() throws HttpFailure {
    AccountJson.Opened opened = opened();
    AccountJson.Account account = account(opened.accountId());
    assertThat(account.card()).contains("******").endsWith(opened.cardNumber().substring(12));
    assertThat(account.availableMinor()).isEqualTo(10_000);
    assertThat(
            staff
                .get(
                    "/api/accounts/" + opened.accountId() + "/statement",
                    AccountJson.Postings.class)
                .lines())
        .isEmpty();
  }

  @Test
  void withoutTheRightKeyNothingIsShownOrDone() throws HttpFailure {
    String account = opened().accountId();
    String place = "/api/accounts/" + account;
    Visitor stranger = Visitor.holding(server, Visitor.key("ann"));
    for (Visitor visitor : List.of(anybody, authority, stranger)) {
      refused(401, "http.key", () -> visitor.get(place, AccountJson.Account.class));
      refused(401, "http.key", () -> visitor.get(place + "/acts", AccountJson.Acts.class));
      refused(401, "http.key", () -> authorizations(visitor, place + "/authorizations"));
      refused(401, "http.key", () -> authorizations(visitor, "/api/authorizations/" + XID));
      refused(401, "http.key", () -> visitor.get("/api/sums", LedgerSums.class));
      refused(401, "http.key", () -> acts(visitor, account, "end", key()));
      refused(401, "http.key", () -> acts(visitor, account, "number", key()));
      refused(
          401,
          "http.key",
          () ->
              visitor.post(
                  place + "/status",
                  new AccountJson.Status("FROZEN"),
                  AccountJson.Account.class));
    }
    stranger.close();
    assertThat(account(account).status()).isEqualTo("ACTIVE");
  }

  @Test
  void onlyAuthoritiesAskForFormsAndVerdicts() throws HttpFailure {
    AccountJson.Opened card = opened();
    RegistrationJson.FormRequest form = new RegistrationJson.FormRequest("999001", "en");
    RegistrationJson.Verification right = verification("v-9", card, "Zoe Quill");
    RegistrationJson.Inquiry inquiry = new RegistrationJson.Inquiry("v-9");
    Visitor stranger = Visitor.holding(server, Visitor.key("cca-aurora"));
    for (Visitor visitor : List.of(anybody, staff, stranger)) {
      unheard(() -> visitor.post("/registration/form", form, RegistrationJson.Form.class));
      unheard(() -> visitor.post("/registration/verify", right, RegistrationJson.Outcome.class));
      unheard(
          () -> visitor.post("/registration/inquire", inquiry, RegistrationJson.Outcome.class));
    }
    stranger.close();
  }

  private static void unheard(ThrowingCallable asked) {
    refused(401, "http.key", asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODY, "1", "x%27or%271%27=%271", "..%2f.."})
  @Tag("W10")
  void anAccountThatIsNotLooksLikeAnyOther(String id) {
    String place = "/api/accounts/" + id;
    refused(404, "http.path", () -> staff.get(place, AccountJson.Account.class));
    refused(404, "http.path", () -> staff.get(place + "/acts", AccountJson.Acts.class));
    refused(
        404, "http.path", () -> staff.get(place + "/statement", AccountJson.Postings.class));
    refused(404, "http.path", () -> authorizations(staff, place + "/authorizations"));
    refused(404, "http.path", () -> authorizations(staff, "/api/authorizations/" + id));
    refused(404, "http.path", () -> acts(staff, id, "end", key()));
    refused(404, "http.path", () -> acts(staff, id, "number", key()));
  }

  private static String key() {
    return String.format("key-%06d", KEYS.incrementAndGet());
  }

  /** Ends an account's card, or gives it another number. */
  private static AccountJson.Account acts(
      Visitor visitor, String account, String act, String key) throws HttpFailure {
    return visitor.post(
        "/api/accounts/" + account + "/card/" + act,
        key,
        Call.None.NONE,
        AccountJson.Account.class);
  }

  private static AccountJson.Account become(String account, String status) throws HttpFailure {
    return staff.post(
        "/api/accounts/" + account + "/status",
        new AccountJson.Status(status),
        AccountJson.Account.class);
  }

  @Test
  void freezesThawsAndLosesACard() throws HttpFailure {
    String account = opened().accountId();
    assertThat(become(account, "FROZEN").status()).isEqualTo("FROZEN");
    assertThat(become(account, "ACTIVE").status()).isEqualTo("ACTIVE");
    assertThat(become(account, "LOST").status()).isEqualTo("LOST");
    refused(409, "account.status", () -> become(account, "ACTIVE"));
    refused(422, "account.status", () -> become(account, "GOLDEN"));
  }

  @Test
  void endsACardEarly() throws HttpFailure {
    AccountJson.Opened opened = opened();
    String id = opened.accountId();
    AccountJson.Account ended = acts(staff, id, "end", key());
    assertThat(ended.cardExpiry()).isLessThan(opened.cardExpiry());
    assertThat(acts(staff, id, "end", key())).isEqualTo(ended);
    assertThat(account(id)).isEqualTo(ended);
    assertThat(actsOn(id)).containsExactly("ENDED by ann");
  }

  @Test
  void givesAnAccountAnotherNumberOnceForEachKey() throws HttpFailure {
    AccountJson.Opened opened = opened();
    String id = opened.accountId();
    String key = key();
    AccountJson.Account next = acts(staff, id, "number", key);
    assertThat(next.cardExpiry()).isGreaterThanOrEqualTo(opened.cardExpiry());
    assertThat(next.card()).matches("999001\\*{6}[0-9]{4}");
    assertThat(acts(staff, id, "number", key)).isEqualTo(next);
    assertThat(account(id)).isEqualTo(next);
    assertThat(actsOn(id)).containsExactly("RENUMBERED by ann");
    acts(staff, id, "number", key());
    assertThat(actsOn(id)).containsExactly("RENUMBERED by ann", "RENUMBERED by ann");
  }

  @Test
  void anEndThatComesLateAgainDoesNotEndTheNextCard() throws HttpFailure {
    AccountJson.Opened opened = opened();
    String id = opened.accountId();
    String key = key();
    acts(staff, id, "end", key);
    AccountJson.Account next = acts(staff, id, "number", key());
    acts(staff, id, "end", key);
    assertThat(account(id)).isEqualTo(next);
  }

  @Test
  void theHolderWhoAppliesAgainLearnsTheNewNumber() throws HttpFailure {
    AccountJson.Application same = application();
    AccountJson.Opened first =
        anybody.post("/api/accounts", same, AccountJson.Opened.class);
    acts(staff, first.accountId(), "number", key());
    AccountJson.Opened again =
        anybody.post("/api/accounts", same, AccountJson.Opened.class);
    assertThat(again.accountId()).isEqualTo(first.accountId());
    assertThat(again.cardNumber()).isNotEqualTo(first.cardNumber());
  }

  @Test
  void anActOnACardNeedsAKeyAndTakesNoBody() throws Exception {
    String place = "/api/accounts/" + opened().accountId() + "/card/";
    for (String act : List.of("end", "number")) {
      refused(
          400,
          "http.idempotency-key",
          () -> staff.post(place + act, Call.None.NONE, AccountJson.Account.class));
      assertThat(staff.status(place + act, "{}")).isEqualTo(400);
    }
  }

  private static List<String> actsOn(String account) throws HttpFailure {
    return staff.get("/api/accounts/" + account + "/acts", AccountJson.Acts.class).acts().stream()
        .map(act -> act.act() + " by " + act.by())
        .toList();
  }

  @Test
  void itsBooksAreBalanced() throws HttpFailure {
    opened();
    assertThat(staff.get("/api/sums", LedgerSums.class).sums())
        .allMatch(sum -> sum.minor() == 0);
  }

  private static List<AccountJson.Authorization> authorizations(
      Visitor visitor, String place) throws HttpFailure {
    return visitor.get(place, AccountJson.Authorizations.class).authorizations();
  }

  /** Asks the issuer over its host link, as an acquirer does. */
  private static Octets asked(AccountJson.Opened card, long minor) throws Exception {
    Octets xid = Octets.of(Randomness.secure().bytes(20));
    int number = APPLICANTS.incrementAndGet();
    AuthorizationRequest request =
        new AuthorizationRequest(
            Trace.at(Town.CLOCK.instant(), number),
            Card.of(card.cardNumber(), card.cardExpiry().substring(2)),
            new Amount(minor, Town.EUR),
            new Acceptor("T1", "M-0001", "5942"),
            Reference.fresh(Town.ACQUIRER, Town.CLOCK.instant(), number),
            Purchase.of(xid, xid));
    LinkConfig to =
        LinkConfig.to("test", "127.0.0.1", town.issuer.port(), Town.ACQUIRER);
    try (IsoLink link = IsoLink.open(to, Town.CLOCK, LinkEvents.NONE)) {
      assertThat(link.awaitUp(PATIENCE)).isTrue();
      assertThat(link.ask(request.toMessage(), PATIENCE)).isInstanceOf(Answer.Answered.class);
    }
    return xid;
  }

  @Test
  void showsWhatACardWasAskedForAndWhyItDidNotPay() throws Exception {
    AccountJson.Opened card = opened();
    String place = "/api/accounts/" + card.accountId() + "/authorizations";
    assertThat(authorizations(staff, place)).isEmpty();
    Octets paid = asked(card, 4_000);
    Octets tooMuch = asked(card, 6_001);
    assertThat(authorizations(staff, place))
        .extracting(one -> one.xid() + " " + one.amountMinor() + " " + one.currency())
        .containsExactly(tooMuch + " 6001 978", paid + " 4000 978");
    AccountJson.Authorization declined = authorizations(staff, place).getFirst();
    assertThat(declined.state() + " " + declined.response() + " " + declined.reason())
        .isEqualTo("DECLINED 51 limit exceeded");
    assertThat(declined.approval()).isEmpty();
    AccountJson.Authorization held = authorizations(staff, place).getLast();
    assertThat(held.state() + " " + held.response() + " " + held.merchant())
        .isEqualTo("HELD 00 M-0001");
    assertThat(held.approval()).matches("[0-9]{6}");
    assertThat(held.accountId()).contains(card.accountId());
  }

  @Test
  void findsAPurchaseByItsXidInEitherCase() throws Exception {
    AccountJson.Opened card = opened();
    acts(staff, card.accountId(), "number", key());
    String xid = asked(card, 1_000).hex();
    for (String text : List.of(xid, xid.toUpperCase(Locale.ROOT))) {
      assertThat(authorizations(staff, "/api/authorizations/" + text))
          .extracting(one -> one.xid() + " " + one.reason() + " " + one.accountId().orElse(""))
          .containsExactly(xid + " card unknown " + card.accountId());
    }
    refused(404, "http.path", () -> authorizations(staff, "/api/authorizations/" + XID));
  }

  private static RegistrationJson.Form form() throws HttpFailure {
    return authority.post(
        "/registration/form",
        new RegistrationJson.FormRequest("999001", "en"),
        RegistrationJson.Form.class);
  }

  private static RegistrationJson.Verification verification(
      String id, AccountJson.Opened card, String name) throws HttpFailure {
    String expiry = card.cardExpiry().substring(4) + "/" + card.cardExpiry().substring(0, 4);
    return new RegistrationJson.Verification(
        id,
        form().formId(),
        card.cardNumber(),
        card.cardExpiry(),
        Map.of(
            "holderName", name,
            "documentNumber", "X77-a-" + APPLICANTS.get(),
            "dateOfBirth", "1990-02-28",
            "cardExpiry", expiry));
  }

  private static String verdict(RegistrationJson.Verification verification)
      throws HttpFailure {
    return authority
        .post("/registration/verify", verification, RegistrationJson.Outcome.class)
        .verdict();
  }

  @Test
  void showsAuthoritiesTheFormOfItsOwnCardsOnly() throws HttpFailure {
    assertThat(form().fields()).isNotEmpty();
    for (String bin : List.of("888001", "999", "no bin")) {
      refused(
          422,
          "registration.form",
          () ->
              authority.post(
                  "/registration/form",
                  new RegistrationJson.FormRequest(bin, "en"),
                  RegistrationJson.Form.class));
    }
  }

  @Test
  @Tag("R01")
  void saysOfAHolderYesAndOfAnybodyElseNoAndNeverWhy() throws HttpFailure {
    AccountJson.Opened card = opened();
    assertThat(verdict(verification("v-1", card, "Zoe Quill"))).isEqualTo("accepted");
    RegistrationJson.Outcome wrong =
        authority.post(
            "/registration/verify",
            verification("v-2", card, "Ann Other"),
            RegistrationJson.Outcome.class);
    RegistrationJson.Outcome none =
        authority.post(
            "/registration/verify",
            new RegistrationJson.Verification(
                "v-3", form().formId(), "1234", "203012", Map.of()),
            RegistrationJson.Outcome.class);
    assertThat(wrong).isEqualTo(none);
    assertThat(wrong.verdict()).isEqualTo("rejected");
  }

  @Test
  void tellsAVerdictAgain() throws HttpFailure {
    AccountJson.Opened card = opened();
    assertThat(verdict(verification("v-4", card, "Zoe Quill"))).isEqualTo("accepted");
    RegistrationJson.Outcome again =
        authority.post(
            "/registration/inquire",
            new RegistrationJson.Inquiry("v-4"),
            RegistrationJson.Outcome.class);
    assertThat(again.verdict()).isEqualTo("accepted");
    assertThat(again.holderName()).contains("Zoe Quill");
  }
}
