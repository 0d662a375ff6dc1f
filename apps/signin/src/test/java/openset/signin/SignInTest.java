package openset.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openset.crypto.SecretBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in against a real database. */
@Tag("W11")
final class SignInTest {
  private static final String PASSWORD = House.PASSWORD;
  private House house;

  @BeforeEach
  void open() throws PeopleRefused {
    house = new House();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** RFC 6238 appendix B, the last six of eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924",
    "2000000000, 279037", "20000000000, 353130"
  })
  void reckonsTheCodesOfTheStandard(long seconds, String code) {
    SecretBytes secret = SecretBytes.of("12345678901234567890".getBytes(US_ASCII));
    assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
  }

  /** RFC 4648 10. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"})
  void spellsSecretsAsTheStandardDoes(String octets, String text) {
    assertThat(Totp.base32(octets.getBytes(US_ASCII))).isEqualTo(text);
  }

  @Test
  void letsInWhoHasPasswordAndCodeAndNobodyElse() {
    House.SetUp ada = house.setUp("ada", PASSWORD);
    assertThat(house.session(ada.welcome().token()).orElseThrow().role()).isEqualTo(Role.owner);
    assertThat(ada.welcome().recoveryCodes()).hasSize(10).doesNotHaveDuplicates();

    house.later(Duration.ofMinutes(2));
    Token half = ((Step.CodeWanted) house.password("ada", PASSWORD)).half();
    assertThat(house.session(half)).isEmpty();
    assertThat(house.code(half, "000000")).isIn(new Step.Wrong());
    assertThat(house.code(half, house.shown(ada.secret()))).isInstanceOf(Step.Welcome.class);
    assertThat(house.password("ada", PASSWORD + "!")).isEqualTo(new Step.Wrong());
    assertThat(house.password("bob", PASSWORD)).isEqualTo(new Step.Wrong());
    assertThat(house.password("", "")).isEqualTo(new Step.Wrong());
    assertThat(house.password("ada", "x".repeat(5000))).isIn(
        new Step.Wrong(), new Step.Locked(Duration.ofSeconds(1)));
  }

  @Test
  void givesANewTokenAtEachStepAndTheOldOneIsWorthNothing() {
    House.SetUp ada = house.setUp("ada", PASSWORD);
    assertThat(ada.welcome().token().cookie()).isNotEqualTo(ada.half().cookie());
    assertThat(house.session(ada.half())).isEmpty();
    house.later(Duration.ofMinutes(1));
    assertThat(house.code(ada.half(), house.shown(ada.secret()))).isEqualTo(new Step.Expired());
    assertThat(house.signIn.setUp(ada.half())).isEmpty();
  }

  @Test
  void takesEachCodeOnce() {
    House.SetUp ada = house.setUp("ada", PASSWORD);
    Token again = ((Step.CodeWanted) house.password("ada", PASSWORD)).half();
    assertThat(house.code(again, house.shown(ada.secret()))).isEqualTo(new Step.Wrong());
    house.later(Duration.ofSeconds(30));
    assertThat(house.code(again, house.shown(ada.secret()))).isInstanceOf(Step.Welcome.class);
  }

  @Test
  void takesEachRecoveryCodeOnce() {
    String code = house.setUp("ada", PASSWORD).welcome().recoveryCodes().getFirst();
    Token half = ((Step.CodeWanted) house.password("ada", PASSWORD)).half();
    assertThat(house.code(half, " " + code)).isInstanceOf(Step.Welcome.class);
    Token later = ((Step.CodeWanted) house.password("ada", PASSWORD)).half();
    assertThat(house.code(later, code)).isEqualTo(new Step.Wrong());
  }

  @Test
  void slowsDownWhoGuessesWhetherTheNameIsThereOrNot() {
    for (String name : List.of("ada", "nobody")) {
      for (int i = 0; i < 4; i++) {
        assertThat(house.password(name, "wrong " + i)).isEqualTo(new Step.Wrong());
      }
      assertThat(house.password(name, PASSWORD))
          .isEqualTo(new Step.Locked(Duration.ofSeconds(1)));
      house.later(Duration.ofSeconds(1));
      assertThat(house.password(name, "wrong")).isEqualTo(new Step.Wrong());
      assertThat(house.password(name, PASSWORD))
          .isEqualTo(new Step.Locked(Duration.ofSeconds(2)));
      house.later(Duration.ofSeconds(2));
    }
    assertThat(house.password("ada", PASSWORD)).isInstanceOf(Step.FactorWanted.class);
  }

  @Test
  void slowsDownAnAddressThatTriesManyNames() {
    for (int i = 0; i < 21; i++) {
      assertThat(house.password("name" + i, "wrong")).isEqualTo(new Step.Wrong());
    }
    assertThat(house.password("ada", PASSWORD)).isInstanceOf(Step.Locked.class);
    SignIn.Typed elsewhere = new SignIn.Typed("ada", PASSWORD, "192.0.2.2");
    assertThat(house.signIn.password(elsewhere)).isInstanceOf(Step.FactorWanted.class);
  }

  @Test
  void knowingThePasswordDoesNotMakeGuessingTheCodeFaster() {
    house.setUp("ada", PASSWORD);
    int looked = 0;
    for (int i = 0; i < 40; i++) {
      if (!(house.password("ada", PASSWORD) instanceof Step.CodeWanted wanted)) continue;
      if (house.code(wanted.half(), "12345" + i % 10) instanceof Step.Wrong) looked++;
    }
    assertThat(looked).isEqualTo(4);
  }

  @Test
  void aHundredGuessesAtOnceAreNoMoreThanOneAfterTheOther() throws Exception {
    Callable<Step> guess = () -> house.password("ada", "wrong");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Step>> steps =
          threads.invokeAll(java.util.Collections.nCopies(100, guess));
      int looked = 0;
      for (Future<Step> step : steps) if (step.get() instanceof Step.Wrong) looked++;
      assertThat(looked).isEqualTo(4);
    }
  }

  @Test
  void endsASessionWhenNothingIsAskedForAndInAnyCaseAfterHalfADay() {
    Token token = house.setUp("ada", PASSWORD).welcome().token();
    for (int i = 0; i < 28; i++) {
      house.later(Duration.ofMinutes(25));
      assertThat(house.session(token)).isPresent();
    }
    house.later(Duration.ofMinutes(21));
    assertThat(house.session(token)).isEmpty();

    Token idle = signedInAgain();
    house.later(Duration.ofMinutes(31));
    assertThat(house.session(idle)).isEmpty();
  }

  @Test
  void whatABrowserAsksByItselfDoesNotKeepASessionAlive() {
    Token token = house.setUp("ada", PASSWORD).welcome().token();
    for (int i = 0; i < 5; i++) {
      house.later(Duration.ofMinutes(5));
      assertThat(house.signIn.glance(token)).isPresent();
    }
    house.later(Duration.ofMinutes(6));
    assertThat(house.signIn.glance(token)).isEmpty();
    assertThat(house.session(token)).isEmpty();
  }

  private Token signedInAgain() {
    try {
      house.people.resetFactor("ada");
    } catch (PeopleRefused e) {
      throw new AssertionError(e);
    }
    return house.setUp("ada", PASSWORD).welcome().token();
  }

  @Test
  void signingOutEndsTheSession() {
    Token token = house.setUp("ada", PASSWORD).welcome().token();
    house.signIn.signOut(token);
    assertThat(house.session(token)).isEmpty();
  }

  @Test
  void whoseRightsChangeIsSignedOut() throws PeopleRefused {
    house.people.add("bob", Role.reader, "another long password");
    Token bob = house.setUp("bob", "another long password").welcome().token();
    house.people.change("bob", Role.staff);
    assertThat(house.session(bob)).isEmpty();
    Token again = signedIn("bob", "another long password");
    house.people.password("bob", "yet another long one");
    assertThat(house.session(again)).isEmpty();
    Token last = signedIn("bob", "yet another long one");
    house.people.remove("bob");
    assertThat(house.session(last)).isEmpty();
  }

  private Token signedIn(String name, String password) throws PeopleRefused {
    house.people.resetFactor(name);
    return house.setUp(name, password).welcome().token();
  }

  @Test
  void theDatabaseHoldsNothingThatLetsAThiefIn() {
    House.SetUp ada = house.setUp("ada", PASSWORD);
    String rows =
        house.database.transactions().inTransaction(tx -> dump(tx));
    assertThat(rows)
        .contains("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(PASSWORD)
        .doesNotContain(ada.welcome().token().cookie())
        .doesNotContain(hex(ada.secret()))
        .doesNotContain(ada.welcome().recoveryCodes());
    assertThat(ada.welcome().toString()).doesNotContain(ada.welcome().token().cookie());
  }

  private static String hex(SecretBytes secret) {
    return secret.use(octets -> HexFormat.of().formatHex(octets));
  }

  private static String dump(openset.store.Tx tx) {
    StringBuilder rows = new StringBuilder();
    for (String table : List.of("person", "recovery_code", "signin_session", "signin_failure")) {
      tx.handle()
          .createQuery("select row_to_json(t)::text from " + table + " t")
          .mapTo(String.class)
          .forEach(rows::append);
    }
    return rows.toString();
  }
}
