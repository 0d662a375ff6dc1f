package openset.issuer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpendingRulesTest {
  private static final int EUR = 978;
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aCeilingStopsTheCentAboveIt() {
    Condition ceiling = new Condition.Ceiling(new Money(EUR, 5_000));
    assertThat(ceiling.brokenBy(spending(5_000, NOON), Recent.NOTHING)).isFalse();
    assertThat(ceiling.brokenBy(spending(5_001, NOON), Recent.NOTHING)).isTrue();
    assertThat(ceiling.words()).isEqualTo("one purchase of more than 50.00 EUR");
  }

  @Test
  void countsWithinTheWindowAndForgetsWhatIsOlder() {
    Condition count = new Condition.Count(2, HOUR);
    Recent one = recent(NOON.minusSeconds(3_599));
    Recent two = recent(NOON.minusSeconds(3_599), NOON.minusSeconds(1));
    Recent old = recent(NOON.minusSeconds(3_600), NOON.minusSeconds(1));
    assertThat(count.brokenBy(spending(1, NOON), one)).isFalse();
    assertThat(count.brokenBy(spending(1, NOON), two)).isTrue();
    assertThat(count.brokenBy(spending(1, NOON), old)).isFalse();
  }

  @Test
  void sumsWithinTheWindowWithoutWrappingAround() {
    Condition sum = new Condition.Sum(new Money(EUR, 1_500), HOUR);
    Recent before = recent(NOON.minusSeconds(60));
    assertThat(sum.brokenBy(spending(500, NOON), before)).isFalse();
    assertThat(sum.brokenBy(spending(501, NOON), before)).isTrue();
    Spending most = spending(999_999_999_999L, NOON);
    assertThat(sum.brokenBy(most, before)).isTrue();
  }

  @Test
  void listsAllowOrForbidAndWhatIsNotKnownIsNotAllowed() {
    Condition only = new Condition.Countries(true, Set.of("GB", "FR"));
    Condition never = new Condition.Countries(false, Set.of("GB"));
    Spending home = spending(1, NOON);
    Spending nowhere =
        new Spending(NOON, home.amount(), home.category(), Optional.empty(), "standard",
            Series.SINGLE);
    assertThat(only.brokenBy(home, Recent.NOTHING)).isFalse();
    assertThat(only.brokenBy(nowhere, Recent.NOTHING)).isTrue();
    assertThat(never.brokenBy(home, Recent.NOTHING)).isTrue();
    assertThat(never.brokenBy(nowhere, Recent.NOTHING)).isFalse();
    Condition games = new Condition.Categories(false, Set.of("7995"));
    assertThat(games.brokenBy(home, Recent.NOTHING)).isFalse();
    assertThat(games.words()).isEqualTo("merchant categories 7995");
  }

  @Test
  @Tag("HL-27")
  void aListOfKindsOfPaymentsAllowsOrForbids() {
    Condition never = new Condition.InSeries(false, Set.of(Series.RECURRING, Series.INSTALMENT));
    Condition only = new Condition.InSeries(true, Set.of(Series.SINGLE));
    for (Series each : Series.values()) {
      Spending spending = spending(1, NOON, each);
      boolean several = each != Series.SINGLE;
      assertThat(never.brokenBy(spending, Recent.NOTHING)).isEqualTo(several);
      assertThat(only.brokenBy(spending, Recent.NOTHING)).isEqualTo(several);
    }
    assertThat(never.words()).isEqualTo("payments that are recurring, instalment");
    assertThat(only.words()).isEqualTo("payments other than single");
  }

  @Test
  void theFirstBrokenRuleDecidesAndSaysSoInWords() {
    Rule other = new Rule("gold", Optional.of("gold"), Rule.Outcome.DECLINE, ceiling(1));
    Rule refer = new Rule("large", Optional.empty(), Rule.Outcome.REFER, ceiling(9_000));
    Rule decline = new Rule("any", Optional.empty(), Rule.Outcome.DECLINE, ceiling(5_000));
    RuleSet rules = new RuleSet(3, List.of(other, refer, decline));
    RuleBroken large = rules.broken(spending(9_001, NOON), Recent.NOTHING).orElseThrow();
    assertThat(large.code()).isEqualTo(ResponseCode.REFER_TO_ISSUER);
    RuleBroken any = rules.broken(spending(5_001, NOON), Recent.NOTHING).orElseThrow();
    assertThat(any.code()).isEqualTo(ResponseCode.AMOUNT_BEYOND_RULE);
    assertThat(any.words())
        .isEqualTo("not allowed: one purchase of more than 50.00 EUR (rule \"any\", version 3)");
    assertThat(rules.broken(spending(5_000, NOON), Recent.NOTHING)).isEmpty();
  }

  @Test
  void aTrialCountsWhatWouldHaveBeenStoppedAndNotWhatFollowsFromIt() {
    Rule rule =
        new Rule("two", Optional.empty(), Rule.Outcome.DECLINE, new Condition.Count(2, HOUR));
    BackTest test = new BackTest(new RuleSet(1, List.of(rule)));
    // The third and fourth are stopped; at one o'clock the first no longer counts.
    for (int minute : List.of(0, 10, 20, 30, 60)) {
      test.next("a", spending(100, NOON.plusSeconds(minute * 60L)));
    }
    test.next("b", spending(700, NOON));
    BackTest.Report report = test.report();
    assertThat(report.words())
        .isEqualTo("would have declined 2 of 6; [2.00 EUR] of [12.00 EUR]");
    assertThat(report.byRule().get("two").count()).isEqualTo(2);
  }

  @Test
  void refusesRulesThatAreNone() {
    assertThatThrownBy(() -> new Condition.Categories(true, Set.of("57A2")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition.Countries(true, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition.Count(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Rule("a\nb", Optional.empty(), Rule.Outcome.REFER, ceiling(1)))
        .isInstanceOf(IllegalArgumentException.class);
    Rule one = new Rule("a", Optional.empty(), Rule.Outcome.DECLINE, ceiling(1));
    assertThatThrownBy(() -> new RuleSet(1, Collections.nCopies(201, one)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Condition ceiling(long minor) {
    return new Condition.Ceiling(new Money(EUR, minor));
  }

  private static Spending spending(long minor, Instant at) {
    return spending(minor, at, Series.SINGLE);
  }

  private static Spending spending(long minor, Instant at, Series series) {
    return new Spending(
        at, new Amount(minor, EUR), "5732", Optional.of("GB"), "standard", series);
  }

  private static Recent recent(Instant... times) {
    return new Recent(
        List.of(times).stream()
            .map(at -> new Recent.Spent(at, new Amount(1_000, EUR)))
            .toList());
  }
}
