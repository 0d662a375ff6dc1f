package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision;
import openset.iso8583.host.FinancialAdvice;
import openset.issuer.Bank;
import openset.issuer.desk.AccountView.Amounts;
import openset.issuer.opening.Opening.AccountOpened;

/** Whatever is asked in whatever order: money is conserved and no card is overdrawn. */
class MoneyPropertiesTest {
  private static final long LIMIT = 10_000;
  private static Bank bank;
  private static Lines lines;

  @BeforeContainer
  static void start() {
    bank = new Bank();
    lines = new Lines(bank);
  }

  @AfterContainer
  static void stop() {
    lines.close();
    bank.close();
  }

  enum Kind { AUTHORIZE, AGAIN, REVERSE, PRESENT, PRESENT_AGAIN, EXPIRE }

  record Act(Kind kind, int which, long minor) {}

  /** One authorization as the acquirer knows it, and what it presented last. */
  private static final class Known {
    final AuthorizationRequest request;
    String code = "000000";
    boolean reversed;
    boolean declined;
    long posted;
    Optional<FinancialAdvice> last = Optional.empty();

    Known(AuthorizationRequest request) {
      this.request = request;
    }
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  @Tag("S04")
  @Tag("L06")
  void keepsTheLedgerBalancedAndTheCardWithinItsLimit(@ForAll("acts") List<Act> acts) {
    AccountOpened card = bank.opened(LIMIT);
    List<Known> known = new ArrayList<>();
    for (Act act : acts) {
      perform(act, card, known);
      Amounts money = money(card);
      long posted = known.stream().mapToLong(k -> k.posted).sum();
      assertThat(money.available().minorUnits()).isBetween(0L, LIMIT);
      assertThat(money.held().minorUnits()).isNotNegative();
      assertThat(money.balance().minorUnits()).isEqualTo(posted);
    }
    bank.checkSums();
    known.forEach(k -> assertThat(k.posted).isBetween(0L, k.request.amount().minor()));
  }

  private static void perform(Act act, AccountOpened card, List<Known> known) {
    if (act.kind() == Kind.AUTHORIZE || known.isEmpty()) {
      Known fresh = new Known(lines.asks(card, act.minor()));
      known.add(fresh);
      authorize(fresh);
      return;
    }
    Known chosen = known.get(act.which() % known.size());
    switch (act.kind()) {
      case AGAIN -> authorize(chosen);
      case REVERSE -> chosen.reversed |= reversed(chosen);
      case PRESENT -> present(chosen, lines.presents(chosen.request, chosen.code, act.minor()));
      case PRESENT_AGAIN -> chosen.last.ifPresent(MoneyPropertiesTest::presentAgain);
      default -> bank.pass(Duration.ofDays(act.which() % 9));
    }
  }

  private static void authorize(Known known) {
    Decision decision = lines.authorize(known.request);
    if (decision instanceof Decision.Approved(String code)) {
      assertThat(known.reversed || known.declined).isFalse();
      known.code = code;
    } else {
      known.declined = true;
    }
  }

  /** 00 whenever nothing of it was posted, 12 otherwise. */
  private static boolean reversed(Known known) {
    String answer = lines.reverse(known.request);
    assertThat(answer).isEqualTo(known.posted > 0 ? "12" : "00");
    return answer.equals("00");
  }

  private static void present(Known known, FinancialAdvice advice) {
    String answer = lines.present(advice, "cycle");
    if (answer.equals("00")) {
      known.posted += advice.amount().minor();
      known.last = Optional.of(advice);
      assertThat(known.reversed).isFalse();
    }
  }

  private static void presentAgain(FinancialAdvice advice) {
    assertThat(lines.present(advice, "cycle")).isEqualTo("00");
  }

  private static Amounts money(AccountOpened card) {
    return bank.issuer().accounts().account(card.account()).orElseThrow().money();
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Act> act =
        Combinators.combine(
                Arbitraries.of(Kind.class),
                Arbitraries.integers().between(0, 50),
                Arbitraries.longs().between(1, 5_000))
            .as(Act::new);
    return act.list().ofMinSize(5).ofMaxSize(25);
  }
}
