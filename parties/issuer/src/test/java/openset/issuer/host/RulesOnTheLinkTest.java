package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Checks.Recurrence;
import openset.iso8583.host.Decision.Approved;
import openset.iso8583.host.Decision.Declined;
import openset.issuer.Bank;
import openset.issuer.decision.BackTest;
import openset.issuer.decision.Condition;
import openset.issuer.decision.Rule;
import openset.issuer.decision.Rule.Outcome;
import openset.issuer.decision.Series;
import openset.issuer.desk.RuleDesk;
import openset.issuer.desk.RuleDesk.Promotion;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.store.RuleSets;
import openset.ledger.Money;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules of spending decide on real links. */
class RulesOnTheLinkTest {
  private static Bank bank;
  private static Lines lines;

  @BeforeAll
  static void start() {
    bank = new Bank();
    lines = new Lines(bank);
  }

  @AfterAll
  static void stop() {
    lines.close();
    bank.close();
  }

  @Test
  @Tag("HL-22")
  void rulesAreDraftedTriedAndPromotedAndOnlyThenDecide() {
    AccountOpened card = bank.opened(100_000);
    bank.pass(Duration.ofDays(1));
    Instant from = bank.clock().instant();
    for (int i = 0; i < 3; i++) {
      lines.approve(lines.asks(card, 2_000));
      bank.pass(Duration.ofMinutes(1));
    }
    RuleDesk rules = bank.issuer().rules();
    int version = rules.draft(List.of(count(2), ceiling(9_000, Outcome.REFER)), "quiet", "ann");
    assertThat(lines.authorize(lines.asks(card, 2_000))).isInstanceOf(Approved.class);
    assertThat(rules.promote(version, "bob")).isEqualTo(Promotion.NOT_TESTED);
    assertThat(rules.promote(999, "bob")).isEqualTo(Promotion.UNKNOWN);
    Instant until = bank.clock().instant().plusSeconds(1);
    BackTest.Report report = rules.backTest(version, from, until).orElseThrow();
    assertThat(report.words())
        .isEqualTo("would have declined 2 of 4; [40.00 EUR] of [80.00 EUR]");
    assertThat(rules.promote(version, "bob")).isEqualTo(Promotion.PROMOTED);
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("65"));
    AccountOpened other = bank.opened(100_000);
    assertThat(lines.authorize(lines.asks(other, 9_001))).isEqualTo(new Declined("01"));
    assertThat(reason(other))
        .isEqualTo(
            "to be asked for: one purchase of more than 90.00 EUR (rule \"ceiling\", version "
                + version
                + ")");
    bank.pass(Duration.ofHours(2));
    assertThat(lines.authorize(lines.asks(card, 1))).isInstanceOf(Approved.class);
    assertThat(rules.versions().getFirst().state()).isEqualTo(RuleSets.State.ACTIVE);
    assertThat(rules.versions().getFirst().made().by()).isEqualTo("ann");
    withoutRules();
  }

  @Test
  @Tag("HL-22")
  void categoriesCountriesAndSumsDecline() {
    promote(
        new Rule("home", Optional.empty(), Outcome.DECLINE, new Condition.Countries(true,
            Set.of("GB"))),
        new Rule("sum", Optional.empty(), Outcome.DECLINE, new Condition.Sum(
            new Money(Bank.EUR, 3_000), Duration.ofDays(1))),
        new Rule("games", Optional.empty(), Outcome.DECLINE, new Condition.Categories(false,
            Set.of("5732"))));
    AccountOpened card = bank.opened(100_000);
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("57"));
    bank.issuer().rules().place(Bank.ACQUIRER, "GB");
    assertThat(lines.authorize(lines.asks(card, 3_001))).isEqualTo(new Declined("61"));
    bank.pass(Duration.ofSeconds(1));
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("57"));
    assertThat(reason(card)).contains("merchant categories 5732");
    withoutRules();
    assertThat(lines.authorize(lines.asks(card, 1))).isInstanceOf(Approved.class);
  }

  @Test
  @Tag("HL-27")
  void whatRecursIsKeptAsSuchAndRulesMayForbidIt() {
    bank.pass(Duration.ofSeconds(1));
    AccountOpened card = bank.opened(100_000);
    AuthorizationRequest recurring = Lines.of(lines.asks(card, 1), Recurrence.RECURRING);
    assertThat(lines.authorize(recurring)).isInstanceOf(Approved.class);
    assertThat(lines.authorize(Lines.of(recurring, Recurrence.INSTALMENT)))
        .isEqualTo(new Declined("94"));
    Instant from = bank.clock().instant();
    bank.pass(Duration.ofSeconds(1));
    Set<Series> several = Set.of(Series.RECURRING, Series.INSTALMENT);
    promote(
        new Rule("series", Optional.empty(), Outcome.DECLINE, new Condition.InSeries(false,
            several)));
    int version = bank.issuer().rules().versions().getFirst().version();
    assertThat(lines.authorize(lines.asks(card, 1))).isInstanceOf(Approved.class);
    bank.pass(Duration.ofSeconds(1));
    assertThat(lines.authorize(Lines.of(lines.asks(card, 1), Recurrence.INSTALMENT)))
        .isEqualTo(new Declined("57"));
    assertThat(reason(card)).contains("payments that are recurring, instalment");
    Look look = Look.first(9).of("account", card.account().toString());
    assertThat(bank.issuer().records().authorizations(look).rows())
        .extracting(row -> row.how().asked().series())
        .containsExactly(Series.INSTALMENT, Series.SINGLE, Series.RECURRING);
    Instant until = bank.clock().instant().plusSeconds(1);
    assertThat(bank.issuer().rules().backTest(version, from, until).orElseThrow().words())
        .startsWith("would have declined 1 of 2;");
    withoutRules();
  }

  private static String reason(AccountOpened card) {
    return bank.issuer().inquiries().of(card.account()).orElseThrow().getFirst().outcome()
        .reason();
  }

  private static void withoutRules() {
    promote();
  }

  private static void promote(Rule... rules) {
    RuleDesk desk = bank.issuer().rules();
    int version = desk.draft(List.of(rules), "", "ann");
    desk.backTest(version, Instant.EPOCH, bank.clock().instant());
    assertThat(desk.promote(version, "bob")).isEqualTo(Promotion.PROMOTED);
  }

  private static Rule count(int most) {
    Condition condition = new Condition.Count(most, Duration.ofHours(1));
    return new Rule("count", Optional.empty(), Outcome.DECLINE, condition);
  }

  private static Rule ceiling(long minor, Outcome outcome) {
    Condition condition = new Condition.Ceiling(new Money(Bank.EUR, minor));
    return new Rule("ceiling", Optional.empty(), outcome, condition);
  }
}
