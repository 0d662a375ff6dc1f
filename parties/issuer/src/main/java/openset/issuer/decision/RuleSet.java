package openset.issuer.decision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One version of the rules of spending; they are asked in order.
 *
 * @param version 1 for the first that was drafted; 0 is the set without rules
 * @param rules in order, at most 200
 */
public record RuleSet(int version, List<Rule> rules) {
  /** Nothing is forbidden. */
  public static final RuleSet NONE = new RuleSet(0, List.of());

  private static final int MOST = 200;

  /** Refuses a set so long that deciding would be slow. */
  public RuleSet {
    rules = List.copyOf(rules);
    if (rules.size() > MOST) throw new IllegalArgumentException("more than 200 rules");
  }

  /** The first rule that a purchase breaks. */
  public Optional<RuleBroken> broken(Spending spending, Recent recent) {
    for (Rule rule : rules) {
      if (rule.brokenBy(spending, recent)) return Optional.of(new RuleBroken(version, rule));
    }
    return Optional.empty();
  }

  /** How far back the rules look; zero where none does. */
  public Duration window() {
    return rules.stream()
        .map(rule -> rule.condition().window())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
