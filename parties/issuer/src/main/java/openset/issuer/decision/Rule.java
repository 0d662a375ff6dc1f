package openset.issuer.decision;

import java.util.Optional;

/**
 * A rule of spending.
 *
 * @param name as the bank's people call it, 1 to 60 printable characters
 * @param product the only product it is for; empty where it is for all
 * @param outcome what happens to a purchase that breaks it
 * @param condition when it is broken
 */
public record Rule(
    String name, Optional<String> product, Outcome outcome, Condition condition) {
  private static final int LONGEST = 60;

  /** What happens to a purchase that breaks a rule. */
  public enum Outcome {
    /** It is declined. */
    DECLINE,
    /** The merchant is told to call the issuer (element 39 = 01). */
    REFER
  }

  /** Refuses a name that people cannot read. */
  public Rule {
    boolean readable = name.codePoints().noneMatch(Character::isISOControl);
    if (name.isBlank() || name.length() > LONGEST || !readable) {
      throw new IllegalArgumentException("a rule's name has 1 to 60 printable characters");
    }
  }

  boolean brokenBy(Spending spending, Recent recent) {
    return product.map(spending.product()::equals).orElse(true)
        && condition.brokenBy(spending, recent);
  }
}
