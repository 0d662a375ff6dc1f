package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.Decision;
import openset.iso8583.host.FinancialAdvice;
import openset.issuer.Bank;
import openset.issuer.desk.AccountView.Amounts;
import openset.issuer.desk.DisputeDesk.Intake;
import openset.issuer.desk.DisputeDesk.Wish;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.Outcome;
import openset.issuer.opening.Opening.AccountOpened;

/** Whatever is asked in whatever order: money is conserved and no approval overdraws a card. */
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

  enum Kind {
    AUTHORIZE, SELL, STAND_IN, AGAIN, REVERSE, PRESENT, PRESENT_AGAIN, CREDIT, TAKE_BACK, DISPUTE,
    WITHDRAW, SWEEP, EXPIRE
  }

  /**
   * What counts whatever the limit says: what a gateway approved by itself, and what takes money
   * back that the holder was given, which may have been spent again meanwhile. A credit is among
   * them because it ends a dispute, and with it the provisional credit.
   */
  private static final Set<Kind> BEYOND_LIMIT =
      EnumSet.of(Kind.STAND_IN, Kind.TAKE_BACK, Kind.WITHDRAW, Kind.CREDIT);

  record Act(Kind kind, int which, long minor) {}

  /** One authorization as the acquirer knows it, and what it presented last. */
  private static final class Known {
    final AuthorizationRequest request;
    String code = "000000";
    boolean reversed;
    boolean declined;
    boolean standIn;
    boolean sale;
    long posted;
    long credited;
    Optional<FinancialAdvice> last = Optional.empty();
    final List<ClearingItem> items = new ArrayList<>();
    Optional<String> dispute = Optional.empty();

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
      long before = money(card).available().minorUnits();
      perform(act, card, known);
      Amounts money = money(card);
      long owed = known.stream().mapToLong(MoneyPropertiesTest::owed).sum();
      long least = BEYOND_LIMIT.contains(act.kind()) ? Long.MIN_VALUE : Math.min(0, before);
      assertThat(money.available().minorUnits()).isBetween(least, LIMIT);
      assertThat(money.held().minorUnits()).isNotNegative();
      assertThat(money.balance().minorUnits()).isEqualTo(owed);
    }
    bank.checkSums();
    known.forEach(k -> assertThat(k.posted).isBetween(0L, k.request.amount().minor()));
    known.forEach(k -> assertThat(owed(k)).isNotNegative());
    bank.issuer().sweeps().sweep();
    assertThat(bank.issuer().sweeps().endless()).isZero();
    assertThat(bank.breaches()).isEmpty();
  }

  private static void perform(Act act, AccountOpened card, List<Known> known) {
    if (act.kind() == Kind.AUTHORIZE || known.isEmpty()) {
      Known fresh = new Known(lines.asks(card, act.minor()));
      known.add(fresh);
      authorize(fresh);
      return;
    }
    if (act.kind() == Kind.SELL || act.kind() == Kind.STAND_IN) {
      Known fresh = new Known(lines.asks(card, act.minor()));
      known.add(fresh);
      if (act.kind() == Kind.SELL) sell(fresh);
      else standIn(fresh);
      return;
    }
    Known chosen = known.get(act.which() % known.size());
    switch (act.kind()) {
      case AGAIN -> authorize(chosen);
      case REVERSE -> chosen.reversed |= reversed(chosen);
      case PRESENT -> present(chosen, lines.presents(chosen.request, chosen.code, act.minor()));
      case PRESENT_AGAIN -> chosen.last.ifPresent(MoneyPropertiesTest::presentAgain);
      case CREDIT -> credit(chosen, act.minor());
      case TAKE_BACK -> takeBack(chosen, act.which());
      case DISPUTE -> dispute(card, chosen, act.minor());
      case WITHDRAW -> chosen.dispute.ifPresent(MoneyPropertiesTest::withdraw);
      case SWEEP -> bank.issuer().sweeps().sweep();
      default -> bank.pass(Duration.ofDays(act.which() % 3 * 4));
    }
  }

  /** What the holder owes of an authorization: provisional credits are the holder's, too. */
  private static long owed(Known known) {
    return known.posted - known.credited - suspense(known);
  }

  private static long suspense(Known known) {
    return known
        .dispute
        .flatMap(bank.issuer().disputes()::view)
        .map(view -> view.dispute().standing().suspenseMinor())
        .orElse(0L);
  }

  private static void sell(Known known) {
    if (lines.sell(known.request) instanceof Decision.Approved(String code)) known.code = code;
    else known.declined = true;
    known.sale = true;
  }

  private static void standIn(Known known) {
    assertThat(lines.standsIn(known.request, "000000")).isEqualTo("00");
    known.standIn = true;
  }

  private static void credit(Known known, long minor) {
    ClearingItem credit = lines.credits(known.request, known.code, minor);
    String answer = lines.present(credit, "cycle");
    boolean fits = minor <= known.posted - known.credited && known.posted > 0;
    assertThat(answer.equals("00")).isEqualTo(fits);
    if (fits) {
      known.credited += minor;
      known.items.add(credit);
    }
  }

  private static void takeBack(Known known, int which) {
    if (known.items.isEmpty()) return;
    ClearingItem item = known.items.get(which % known.items.size());
    if (!lines.present(lines.takesBack(item), "cycle").equals("00")) return;
    known.items.remove(item);
    long minor = item.advice().amount().minor();
    if (item.kind() == ClearingItem.Kind.CREDIT) known.credited -= minor;
    else known.posted -= minor;
    known.last = Optional.empty();
  }

  private static void dispute(AccountOpened card, Known known, long minor) {
    Optional<ClearingItem> capture =
        known.items.stream().filter(i -> i.kind() == ClearingItem.Kind.CAPTURE).findFirst();
    if (capture.isEmpty() || suspense(known) > 0) return;
    String line =
        "presentment/" + Bank.ACQUIRER + "/" + capture.get().advice().purchase().key().hex();
    Wish wish = new Wish(line, minor, DisputeReason.NOT_RECEIVED, "");
    Intake intake = bank.issuer().disputes().open(card.account(), wish, "zoe");
    if (intake.number().isPresent()) known.dispute = intake.number();
  }

  private static void withdraw(String number) {
    bank.issuer().disputes().close(number, Outcome.WITHDRAWN, "zoe");
  }

  private static void authorize(Known known) {
    if (known.sale || known.standIn) return;
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
      known.items.add(Lines.capture(advice));
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
    // Of some amounts there are many, so that an item is often all of what was authorized.
    Arbitrary<Long> minor =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 5_000), Arbitraries.of(1L, 2_500L, 5_000L));
    Arbitrary<Act> act =
        Combinators.combine(
                Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 50), minor)
            .as(Act::new);
    return act.list().ofMinSize(5).ofMaxSize(40);
  }
}
