package openset.http.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.client.HttpFailure;
import openset.http.once.RememberedAnswers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Registrations of cards that a person of the issuer decides on, over a real connection. */
@Timeout(120)
final class ReviewApiTest {
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

  @Test
  void aCardUnderReviewWaitsUntilAPersonDecides() throws HttpFailure {
    AccountJson.Opened card = opened("r-1");
    assertThat(review(staff, card.accountId()).review()).isTrue();
    assertThat(verify("w-1", card)).isEqualTo("pending");
    assertThat(waiting()).contains("w-1");
    assertThat(decide(staff, "w-1", true)).isEqualTo("accepted");
    assertThat(waiting()).doesNotContain("w-1");
    assertThat(inquire("w-1")).isEqualTo("accepted");
    // What was decided stays.
    assertThat(decide(staff, "w-1", false)).isEqualTo("accepted");
  }

  @Test
  void aPersonMaySayNo() throws HttpFailure {
    AccountJson.Opened card = opened("r-2");
    review(staff, card.accountId());
    assertThat(verify("w-2", card)).isEqualTo("pending");
    assertThat(decide(staff, "w-2", false)).isEqualTo("rejected");
    assertThat(inquire("w-2")).isEqualTo("rejected");
  }

  @Test
  @Tag("W10")
  void whatIsNotThereIsNotFoundAndOnlyStaffDecides() throws HttpFailure {
    assertThat(status(() -> review(staff, "00000000-0000-4000-8000-000000000000")))
        .isEqualTo(404);
    assertThat(status(() -> review(staff, "1"))).isEqualTo(404);
    String account = opened("r-3").accountId();
    for (Visitor other : List.of(anybody, authority)) {
      assertThat(status(() -> review(other, account))).isEqualTo(401);
      assertThat(status(() -> decide(other, "w-3", true))).isEqualTo(401);
    }
  }

  private interface Asked {
    void ask() throws HttpFailure;
  }

  private static int status(Asked asked) {
    HttpFailure refused = catchThrowableOfType(HttpFailure.class, asked::ask);
    return refused.problem().orElseThrow().status();
  }

  private static AccountJson.Opened opened(String id) throws HttpFailure {
    AccountJson.Application application =
        new AccountJson.Application(
            id,
            "Zoe Quill",
            "1990-02-28",
            new AccountJson.Address("1 Example Street", "Example", "10000", "GB"),
            new AccountJson.Document("passport", "X77-" + id, "GB", "2031-01-01"),
            Town.EUR,
            10_000);
    return anybody.post("/api/accounts", application, AccountJson.Opened.class);
  }

  private static RegistrationJson.Review review(Visitor by, String account) throws HttpFailure {
    String path = "/api/accounts/" + account + "/review";
    return by.post(path, new RegistrationJson.Review(true), RegistrationJson.Review.class);
  }

  private static List<String> waiting() throws HttpFailure {
    return staff.get("/api/registrations", RegistrationJson.Waiting.class).registrations();
  }

  private static String decide(Visitor by, String id, boolean accept) throws HttpFailure {
    String path = "/api/registrations/" + id + "/decision";
    RegistrationJson.Decision decision = new RegistrationJson.Decision(accept);
    return by.post(path, decision, RegistrationJson.Outcome.class).verdict();
  }

  private static String verify(String id, AccountJson.Opened card) throws HttpFailure {
    RegistrationJson.Form form =
        authority.post(
            "/registration/form",
            new RegistrationJson.FormRequest("999001", "en"),
            RegistrationJson.Form.class);
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("holderName", "Zoe Quill");
    answers.put("documentNumber", "X77-" + (id.equals("w-1") ? "r-1" : "r-2"));
    answers.put("dateOfBirth", "1990-02-28");
    answers.put("cardExpiry", card.cardExpiry());
    RegistrationJson.Verification verification =
        new RegistrationJson.Verification(
            id, form.formId(), card.cardNumber(), card.cardExpiry(), answers);
    return authority
        .post("/registration/verify", verification, RegistrationJson.Outcome.class)
        .verdict();
  }

  private static String inquire(String id) throws HttpFailure {
    return authority
        .post(
            "/registration/inquire",
            new RegistrationJson.Inquiry(id),
            RegistrationJson.Outcome.class)
        .verdict();
  }
}
