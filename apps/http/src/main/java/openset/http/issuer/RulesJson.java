package openset.http.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openset.issuer.decision.BackTest;
import openset.issuer.decision.Condition;
import openset.issuer.decision.RuleSet;
import openset.issuer.decision.Series;
import openset.issuer.store.RuleSets.Version;
import openset.ledger.Money;

/** Rules of spending as JSON. Amounts are minor units; times are UTC. */
public final class RulesJson {
  private RulesJson() {}

  /** Rules to be drafted, in the order in which they are asked. */
  public record Draft(String note, List<Rule> rules) {}

  /**
   * One rule.
   *
   * @param outcome DECLINE or REFER
   * @param kind CEILING, COUNT, SUM, CATEGORIES, COUNTRIES or SERIES
   * @param most of CEILING and SUM in minor units, of COUNT a number
   * @param currency of CEILING and SUM, ISO 4217 numeric
   * @param windowSeconds of COUNT and SUM
   * @param allowed of a list: whether only these are allowed, or just these are not
   * @param codes the list; of SERIES: SINGLE, RECURRING, INSTALMENT
   */
  public record Rule(
      String name,
      Optional<String> product,
      String outcome,
      String kind,
      Optional<Long> most,
      Optional<Integer> currency,
      Optional<Long> windowSeconds,
      Optional<Boolean> allowed,
      Optional<List<String>> codes) {
    openset.issuer.decision.Rule toRule() {
      return new openset.issuer.decision.Rule(
          name,
          product,
          openset.issuer.decision.Rule.Outcome.valueOf(outcome),
          condition());
    }

    private Condition condition() {
      return switch (kind) {
        case "CEILING" -> new Condition.Ceiling(money());
        case "COUNT" -> new Condition.Count(Math.toIntExact(need(most, "most")), window());
        case "SUM" -> new Condition.Sum(money(), window());
        case "CATEGORIES" -> new Condition.Categories(need(allowed, "allowed"), listed());
        case "COUNTRIES" -> new Condition.Countries(need(allowed, "allowed"), listed());
        case "SERIES" ->
            new Condition.InSeries(
                need(allowed, "allowed"),
                listed().stream().map(Series::valueOf).collect(Collectors.toSet()));
        default -> throw new IllegalArgumentException("there is no such kind of rule");
      };
    }

    private Money money() {
      return new Money(need(currency, "currency"), need(most, "most"));
    }

    private Duration window() {
      return Duration.ofSeconds(need(windowSeconds, "windowSeconds"));
    }

    private Set<String> listed() {
      return Set.copyOf(need(codes, "codes"));
    }

    private <T> T need(Optional<T> field, String name) {
      return field.orElseThrow(
          () -> new IllegalArgumentException("a rule of kind " + kind + " has " + name));
    }
  }

  /** The version that a draft became. */
  public record Drafted(int version) {}

  /** All versions, the newest first. */
  public record Versions(List<Shown> versions) {
    static Versions of(List<Version> versions) {
      return new Versions(versions.stream().map(Shown::of).toList());
    }
  }

  /** One version: DRAFT, ACTIVE or RETIRED. */
  public record Shown(
      int version,
      String state,
      String note,
      String madeBy,
      String made,
      Optional<String> promotedBy,
      Optional<String> promoted) {
    static Shown of(Version version) {
      return new Shown(
          version.version(),
          version.state().name(),
          version.note(),
          version.made().by(),
          version.made().at().toString(),
          version.promoted().map(signed -> signed.by()),
          version.promoted().map(signed -> signed.at().toString()));
    }
  }

  /** The rules of a version in words. */
  public record Words(int version, List<Said> rules) {
    static Words of(RuleSet set) {
      return new Words(
          set.version(),
          set.rules().stream()
              .map(
                  rule ->
                      new Said(
                          rule.name(),
                          rule.product(),
                          rule.outcome().name(),
                          rule.condition().words()))
              .toList());
    }
  }

  /** One rule in words: what it forbids or refers. */
  public record Said(String name, Optional<String> product, String outcome, String words) {}

  /** From when until before when a version is tried, as {@code 2026-11-01T00:00:00Z}. */
  public record Period(String from, String until) {
    Instant begin() {
      return Instant.parse(from);
    }

    Instant end() {
      return Instant.parse(until);
    }
  }

  /** What a version would have stopped of what was approved. */
  public record Report(
      String words, long tried, long stopped, List<Sum> sumsStopped, Map<String, Long> byRule) {
    static Report of(BackTest.Report report) {
      Map<String, Long> byRule = new java.util.TreeMap<>();
      report.byRule().forEach((name, tally) -> byRule.put(name, tally.count()));
      return new Report(
          report.words(),
          report.tried().count(),
          report.stopped().count(),
          report.stopped().sums().values().stream()
              .map(sum -> new Sum(sum.currency(), sum.minorUnits()))
              .toList(),
          byRule);
    }
  }

  /** A sum in one currency. */
  public record Sum(int currency, long minor) {}

  /** Where an acquirer is, ISO 3166 alpha-2. */
  public record Country(String country) {}
}
