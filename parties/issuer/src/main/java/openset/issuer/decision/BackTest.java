package openset.issuer.decision;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import openset.ledger.Money;

/**
 * Tries a set of rules on what was approved in the past. Purchases come in the order in which they
 * were asked for; one that the rules would have stopped does not count against those after it.
 */
public final class BackTest {
  private final RuleSet rules;
  private final Duration window;
  private final Map<String, Deque<Recent.Spent>> recent = new HashMap<>();
  private final SortedMap<String, Tally> byRule = new TreeMap<>();
  private Tally all = Tally.NONE;
  private Tally stopped = Tally.NONE;

  /** A trial of those rules. */
  public BackTest(RuleSet rules) {
    this.rules = rules;
    this.window = rules.window();
  }

  /**
   * How many purchases, and their sums by currency.
   *
   * @param count how many
   * @param sums by ISO 4217 numeric code
   */
  public record Tally(long count, SortedMap<Integer, Money> sums) {
    static final Tally NONE = new Tally(0, new TreeMap<>());

    Tally with(Spending spending) {
      SortedMap<Integer, Money> more = new TreeMap<>(sums);
      int currency = spending.amount().currency();
      more.merge(currency, new Money(currency, spending.amount().minor()), Money::plus);
      return new Tally(count + 1, more);
    }

    @Override
    public String toString() {
      return count + (sums.isEmpty() ? "" : ", " + List.copyOf(sums.values()));
    }
  }

  /**
   * What came of it: these would have been stopped of those.
   *
   * @param tried all that were approved then
   * @param stopped those that the rules would have declined or referred
   * @param byRule the same by the name of the first rule that is broken
   */
  public record Report(Tally tried, Tally stopped, SortedMap<String, Tally> byRule) {
    /** For a person: {@code would have declined 3 of 120; 45.00 EUR of 1200.00 EUR}. */
    public String words() {
      return "would have declined " + stopped.count() + " of " + tried.count() + "; "
          + List.copyOf(stopped.sums().values()) + " of " + List.copyOf(tried.sums().values());
    }
  }

  /** The next purchase of an account. */
  public void next(String account, Spending spending) {
    Deque<Recent.Spent> before = recent.computeIfAbsent(account, any -> new ArrayDeque<>());
    while (!before.isEmpty() && !before.getFirst().at().isAfter(spending.at().minus(window))) {
      before.removeFirst();
    }
    all = all.with(spending);
    Optional<RuleBroken> broken = rules.broken(spending, new Recent(List.copyOf(before)));
    if (broken.isEmpty()) {
      if (window.isPositive()) {
        before.addLast(new Recent.Spent(spending.at(), spending.amount()));
      }
      return;
    }
    stopped = stopped.with(spending);
    byRule.merge(
        broken.get().rule().name(),
        Tally.NONE.with(spending),
        (sum, one) -> sum.with(spending));
  }

  /** The report on all that came. */
  public Report report() {
    return new Report(all, stopped, new TreeMap<>(byRule));
  }
}
