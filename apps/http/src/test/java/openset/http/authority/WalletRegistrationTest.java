package openset.http.authority;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import openset.cardholder.Wallet;
import openset.conduct.ConductLimits;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.Suite;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;
import openset.http.Visitor;
import openset.http.cardholder.WalletApi;
import openset.http.cardholder.WalletJson;
import openset.http.client.HttpFailure;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.pki.CertificateType;
import openset.set.data.card.PAN;
import openset.set.initiation.WebAddress;
import openset.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wallet registers cards by its own routes, with a real authority and a real issuer behind. */
@Timeout(120)
final class WalletRegistrationTest {
  private static final String PLACE = "/api/registrations";
  private final ApiKey key = Visitor.key("owner");
  private final Database database = Town.database(Wallet.MIGRATIONS);
  private Town town;
  private Wallet wallet;
  private HttpServer server;
  private Visitor owner;
  private CardHolder holder;

  @BeforeEach
  void open() throws Exception {
    town = new Town();
    holder = new CardHolder(town, "a-1");
    wallet = wallet();
    ApiKeys keys = ApiKeys.of(List.of(key), Town.CLOCK);
    WebAddress cca = new WebAddress(town.registration(CertificateType.CCA));
    List<Mount> mounts = WalletApi.routes(wallet, Map.of(Town.BRAND, cca), keys);
    server = HttpServer.start(Listen.local(0), HttpLimits.OPEN, mounts, Town.CLOCK);
    owner = Visitor.holding(server, key);
  }

  private Wallet wallet() throws Exception {
    Path path = Files.createTempDirectory(Path.of("target"), "wallet").resolve("keys.p12");
    KeyFile.create(path, Passphrase.of("tests only"));
    ConductLimits limits =
        new ConductLimits(
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            16,
            Duration.ofMillis(200));
    return Wallet.open(
        new Wallet.Setup(
            "wallet",
            Suite.CLASSICAL.signature(),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            limits),
        new Wallet.Given(
            database,
            Town.vault(),
            KeyFile.load(path, Passphrase.of("tests only")),
            town.peers(),
            Town::stranger,
            Town.CLOCK));
  }

  @AfterEach
  void close() {
    owner.close();
    server.close();
    wallet.close();
    database.close();
    town.close();
  }

  private String malformed(String path, String body) {
    try {
      return owner.malformed(Mount.Method.POST, path, body.replace('\'', '"'));
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }

  private WalletJson.Registration begin(String number) throws HttpFailure {
    return owner.post(
        PLACE,
        new WalletJson.Begin(Town.BRAND, number, holder.expiry.digits(), "en"),
        WalletJson.Registration.class);
  }

  private WalletJson.Registration answer(WalletJson.Registration form, String document)
      throws HttpFailure {
    return owner.post(
        PLACE + "/" + form.registration() + "/answers",
        new WalletJson.Answers(
            Map.of(
                "Name on card", "Zoë Quill",
                "Document number", document,
                "Date of birth", "1990-02-28",
                "Card expiry", holder.expiry.digits())),
        WalletJson.Registration.class);
  }

  private WalletJson.Registration inquire(WalletJson.Registration registration)
      throws HttpFailure {
    return owner.post(
        PLACE + "/" + registration.registration() + "/inquiry",
        Call.None.NONE,
        WalletJson.Registration.class);
  }

  private WalletJson.Registration look(String id) throws HttpFailure {
    return owner.get(PLACE + "/" + id, WalletJson.Registration.class);
  }

  @Test
  void aFormIsShownThenAnsweredAndTheCardStandsAmongTheCards() throws HttpFailure {
    WalletJson.Registration form = begin(holder.pan.digits());
    assertThat(form.standing()).isEqualTo("form");
    assertThat(form.policy()).isPresent();
    assertThat(form.fields())
        .extracting(WalletJson.Field::name)
        .containsExactlyInAnyOrder(
            "Name on card", "Document number", "Date of birth", "Card expiry");
    assertThat(look(form.registration())).isEqualTo(form);
    assertThat(cards()).isEmpty();
    WalletJson.Registration certified = answer(form, holder.document);
    assertThat(certified.standing()).isEqualTo("certified");
    assertThat(certified.fields()).isEmpty();
    WalletJson.Card card = certified.card().orElseThrow();
    assertThat(card.card()).isEqualTo(form.registration());
    assertThat(card.holder()).isEqualTo("Zoë Quill");
    assertThat(card.number()).isEqualTo(holder.pan.toString());
    assertThat(card.certificate()).matches("[0-9a-f]+");
    assertThat(cards()).containsExactly(card);
    assertThat(look(form.registration())).isEqualTo(certified);
    refused(409, "WAL-09", () -> answer(form, holder.document));
    refused(409, "WAL-09", () -> inquire(form));
  }

  @Test
  @Tag("WAL-16")
  @Tag("CertReq-E-05")
  void aCardIsRenewedAfterTheIssuerWasAskedAgainAndStandsOnceAmongTheCards()
      throws HttpFailure {
    WalletJson.Card card =
        answer(begin(holder.pan.digits()), holder.document).card().orElseThrow();
    WalletJson.Registration form = renew(card.card());
    assertThat(form.standing()).isEqualTo("form");
    assertThat(cards()).containsExactly(card);
    WalletJson.Card renewed = answer(form, holder.document).card().orElseThrow();
    assertThat(renewed.certificate()).isNotEqualTo(card.certificate());
    assertThat(renewed.number()).isEqualTo(card.number());
    assertThat(cards()).containsExactly(renewed);
    refused(409, "WAL-16", () -> renew(card.card()));
    assertThat(renew(renewed.card()).standing()).isEqualTo("form");
    WalletJson.Registration wrong = renew(renewed.card());
    assertThat(answer(wrong, "guess").standing()).isEqualTo("rejected");
    assertThat(cards()).containsExactly(renewed);
  }

  private WalletJson.Registration renew(String card) throws HttpFailure {
    return owner.post(
        "/api/cards/" + card + "/renewal",
        new WalletJson.Renew("en"),
        WalletJson.Registration.class);
  }

  private List<WalletJson.Card> cards() throws HttpFailure {
    return owner.get("/api/cards", WalletJson.Cards.class).cards();
  }

  @Test
  @Tag("R01")
  void whoDoesNotKnowTheHolderGetsNoCard() throws HttpFailure {
    WalletJson.Registration rejected = answer(begin(holder.pan.digits()), "guess");
    assertThat(rejected.standing()).isEqualTo("rejected");
    assertThat(rejected.reason()).contains("rejectedByIssuer");
    assertThat(rejected.card()).isEmpty();
    assertThat(cards()).isEmpty();
  }

  @Test
  void aCardOfABankThatIsNotThereIsReferred() throws HttpFailure {
    WalletJson.Registration referred = begin(PAN.completing("999007000000000").digits());
    assertThat(referred.standing()).isEqualTo("referred");
    assertThat(referred.reason()).isPresent();
  }

  @Test
  @Tag("WAL-10")
  void whileTheIssuerIsCutOffItIsPendingAndThenCertified() throws HttpFailure {
    WalletJson.Registration form = begin(holder.pan.digits());
    town.cutBanksOff();
    WalletJson.Registration now = answer(form, holder.document);
    assertThat(now.standing()).isEqualTo("pending");
    assertThat(inquire(form).standing()).isEqualTo("pending");
    town.reachBanks();
    for (int i = 0; i < 600 && now.standing().equals("pending"); i++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      now = inquire(form);
    }
    assertThat(now.standing()).isEqualTo("certified");
  }

  @Test
  @Tag("REG-07")
  void answersThatWillNotDoAreRefusedAndMayBeGivenAgain() throws HttpFailure {
    WalletJson.Registration form = begin(holder.pan.digits());
    for (String bad : List.of("", "a\nb", "x".repeat(201))) {
      refused(409, "REG-07", () -> answer(form, bad));
    }
    assertThat(answer(form, holder.document).standing()).isEqualTo("certified");
  }

  @Test
  void whatIsNoCardIsRefusedWithoutRepeatingIt() throws Exception {
    String number = holder.pan.digits();
    String mistyped = number.substring(0, 15) + (number.charAt(15) == '0' ? '1' : '0');
    refused(422, "cardNumber", () -> begin(mistyped));
    Map.of("{", "not JSON", "{'brand':'Aurora'}", "$.cardNumber", "{'cardNumber':1}", "$.cardN")
        .forEach((body, said) -> assertThat(malformed(PLACE, body)).contains(said));
    String answers = PLACE + "/any/answers";
    assertThat(malformed(answers, "{}")).contains("at $.answers");
    assertThat(malformed(answers, "{'answers':{'name':['Zoe']}}"))
        .contains("at $.answers.name")
        .doesNotContain("Zoe");
    assertThat(malformed("/api/purchases", "{'initiation':'x'}")).contains("at $.card");
    assertThat(malformed("/api/purchases", "{'card':1}")).contains("at $.card");
    refused(
        422,
        "brand",
        () ->
            owner.post(
                PLACE,
                new WalletJson.Begin("Borealis", number, "204012", "en"),
                WalletJson.Registration.class));
  }

  @Test
  @Tag("W10")
  void withoutTheOwnersKeyOrARegistrationThereIsNothing() throws HttpFailure {
    WalletJson.Registration form = begin(holder.pan.digits());
    try (Visitor anybody = Visitor.anybody(server)) {
      refused(
          401,
          "http.key",
          () ->
              anybody.get(
                  PLACE + "/" + form.registration(), WalletJson.Registration.class));
    }
    for (String id : List.of("00".repeat(20), "zz", "00".repeat(21))) {
      refused(404, "http.path", () -> look(id));
    }
  }
}
