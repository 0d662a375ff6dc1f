package openset.acquirer.fee;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All lines of the fee tables, those of former days and of days to come too.
 *
 * @param rules in the order in which they were written
 */
public record FeeTable(List<FeeRule> rules) {
  /** A copy. */
  public FeeTable {
    rules = List.copyOf(rules);
  }

  /**
   * The line that counts for an item: of those in force when it was authorized the one whose scope
   * names most, and of these the youngest.
   */
  public Optional<FeeRule> rule(FeeKind kind, FeeItem item) {
    return rules.stream()
        .filter(rule -> rule.kind() == kind)
        .filter(rule -> rule.currency() == item.amount().currency())
        .filter(rule -> !rule.since().isAfter(item.authorized()))
        .filter(rule -> rule.scope().covers(item))
        .reduce(
            (one, other) ->
                Comparator.<FeeRule>comparingInt(rule -> rule.scope().weight())
                            .thenComparing(FeeRule::since)
                            .compare(one, other)
                        > 0
                    ? one
                    : other);
  }
}
