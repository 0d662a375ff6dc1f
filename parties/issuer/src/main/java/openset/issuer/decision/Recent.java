package openset.issuer.decision;

import java.time.Instant;
import java.util.List;
import openset.iso8583.host.Amount;

/**
 * What an account was approved for lately.
 *
 * @param spent in any order
 */
public record Recent(List<Spent> spent) {
  /** Nothing lately. */
  public static final Recent NOTHING = new Recent(List.of());

  /**
   * One approval.
   *
   * @param at when it was asked for
   * @param amount how much of it stands
   */
  public record Spent(Instant at, Amount amount) {}

  public Recent {
    spent = List.copyOf(spent);
  }

  /** How many after that time. */
  long count(Instant since) {
    return spent.stream().filter(each -> each.at().isAfter(since)).count();
  }

  /** How much after that time in one currency, in minor units. */
  long minor(Instant since, int currency) {
    return spent.stream()
        .filter(each -> each.at().isAfter(since) && each.amount().currency() == currency)
        .mapToLong(each -> each.amount().minor())
        .reduce(0, Math::addExact);
  }
}
