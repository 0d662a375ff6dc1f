package openset.issuer.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import openset.issuer.Bank;
import openset.issuer.card.CardStatus;
import openset.issuer.opening.Application;
import openset.issuer.opening.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CustomerDeskTest {
  private static final Bank bank = new Bank();
  private static final String PASSWORD = "a harbour in rain";

  private final CustomerDesk desk = bank.issuer().customers();

  @AfterAll
  static void close() {
    bank.checkSums();
    bank.close();
  }

  private SessionToken joined(String name) {
    Joined joined = desk.join(bank.application(100_000), new Secret(name, PASSWORD));
    assertThat(joined).isInstanceOf(Joined.Welcome.class);
    return ((Joined.Welcome) joined).token();
  }

  private SignedIn signedIn(String name) {
    return desk.session(joined(name)).orElseThrow();
  }

  @Test
  void whoOpensAnAccountIsSignedInToItAndSeesItsCardForTenMinutes() {
    SignedIn customer = signedIn("Zoe.One");
    assertThat(customer.name()).isEqualTo("zoe.one");
    ShownCard card = desk.shown(customer).orElseThrow();
    assertThat(card.number().digits()).startsWith(Bank.ISSUER);
    assertThat(card.name()).isEqualTo("Zoë Quill");
    assertThat(card.toString()).doesNotContain(card.number().digits());
    bank.pass(Duration.ofMinutes(11));
    assertThat(desk.shown(customer)).isEmpty();
  }

  @Test
  void theNumberIsHiddenAtOnceAndShownAgainOnlyForThePassword() {
    SignedIn customer = signedIn("zoe.two");
    desk.hide(customer);
    assertThat(desk.shown(customer)).isEmpty();
    assertThat(desk.show(customer, "something else", "192.0.2.1"))
        .isInstanceOf(Entry.Wrong.class);
    assertThat(desk.shown(customer)).isEmpty();
    assertThat(desk.show(customer, PASSWORD, "192.0.2.1")).isInstanceOf(Entry.Welcome.class);
    assertThat(desk.shown(customer)).isPresent();
  }

  @Test
  void theSameTwiceOpensOneAccountAndGivesItToNobodyElse() {
    Application application = bank.application(100_000);
    assertThat(desk.join(application, new Secret("zoe.three", PASSWORD)))
        .isInstanceOf(Joined.Welcome.class);
    assertThat(desk.join(application, new Secret("zoe.three", PASSWORD)))
        .isEqualTo(new Joined.Unusable(Secret.Fault.NAME_TAKEN));
    assertThat(desk.join(application, new Secret("zoe.other", PASSWORD)))
        .isEqualTo(new Joined.Unusable(Secret.Fault.NAME_TAKEN));
    assertThat(desk.enter(new Secret("zoe.other", PASSWORD), "192.0.2.2"))
        .isInstanceOf(Entry.Wrong.class);
  }

  @Test
  void namesAndPasswordsThatWillNotDoAreSaidBeforeAnythingIsOpened() {
    Application application = bank.application(100_000);
    assertThat(desk.join(application, new Secret("a b", PASSWORD)))
        .isEqualTo(new Joined.Unusable(Secret.Fault.NAME_MALFORMED));
    for (String weak : List.of("short", "aaaaaaaaaaaa", "zoe.four and more", "x".repeat(200))) {
      assertThat(desk.join(application, new Secret("zoe.four", weak)))
          .isEqualTo(new Joined.Unusable(Secret.Fault.PASSWORD_WEAK));
    }
    assertThat(desk.join(bank.application(1), new Secret("zoe.four", PASSWORD)))
        .isEqualTo(
            new Joined.Refused(List.of(new Reason(Reason.Rule.LIMIT_TOO_LOW, "limit"))));
    assertThat(desk.join(application, new Secret("zoe.four", PASSWORD)))
        .isInstanceOf(Joined.Welcome.class);
  }

  @Test
  void sessionsEndWhenLeftUnusedOrTooLong() {
    SessionToken token = joined("zoe.five");
    assertThat(desk.session(token)).isPresent();
    bank.pass(Duration.ofMinutes(19));
    assertThat(desk.session(token)).isPresent();
    bank.pass(Duration.ofMinutes(21));
    assertThat(desk.session(token)).isEmpty();
    SessionToken other =
        ((Entry.Welcome) desk.enter(new Secret("zoe.five", PASSWORD), "192.0.2.3")).token();
    assertThat(other).isNotEqualTo(token);
    desk.leave(other);
    assertThat(desk.session(other)).isEmpty();
    assertThat(SessionToken.shown("x".repeat(43)).flatMap(desk::session)).isEmpty();
  }

  @Test
  void guessesCostMoreTimeWithEachWhoeverIsMeant() {
    joined("zoe.six");
    for (String name : List.of("zoe.six", "nobody.at.all")) {
      for (int i = 0; i < 4; i++) {
        assertThat(desk.enter(new Secret(name, "wrong wrong " + i), "192.0.2." + i))
            .isInstanceOf(Entry.Wrong.class);
      }
      Entry fifth = desk.enter(new Secret(name, PASSWORD), "192.0.2.50");
      assertThat(fifth).isInstanceOf(Entry.Wait.class);
    }
    bank.pass(Duration.ofMinutes(16));
    assertThat(desk.enter(new Secret("zoe.six", PASSWORD), "192.0.2.50"))
        .isInstanceOf(Entry.Welcome.class);
  }

  @Test
  void aCardIsFrozenThawedAndReplacedByItsHolder() {
    SignedIn customer = signedIn("zoe.seven");
    String number = desk.shown(customer).orElseThrow().number().digits();
    assertThat(desk.become(customer, CardStatus.FROZEN)).isTrue();
    assertThat(bank.issuer().accounts().account(customer.account()).orElseThrow().status())
        .isEqualTo(CardStatus.FROZEN);
    assertThat(desk.become(customer, CardStatus.ACTIVE)).isTrue();
    desk.hide(customer);
    desk.replace(customer);
    assertThat(desk.shown(customer).orElseThrow().number().digits()).isNotEqualTo(number);
    assertThat(bank.issuer().accounts().acts(customer.account())).hasSize(1);
  }

  @Test
  @Tag("V03")
  void nothingThatIsPrintedTellsNamesPasswordsOrTokens() {
    SessionToken token = joined("zoe.eight");
    assertThat(List.of(token, new Secret("zoe.eight", PASSWORD), new Joined.Welcome(token)))
        .allSatisfy(
            one ->
                assertThat(one.toString())
                    .doesNotContain(PASSWORD, token.cookie(), "zoe.eight"));
  }
}
