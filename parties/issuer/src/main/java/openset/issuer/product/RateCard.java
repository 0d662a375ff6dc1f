package openset.issuer.product;

import openset.ledger.Money;

/**
 * What a product's bills and services cost. There is no interest.
 *
 * @param minimumFloor the least a bill asks for, unless less is owed
 * @param minimumPercent how much of what is owed a bill asks for, 0 to 100
 * @param dueDays within how many days after the period, 1 to 60
 * @param replacement what another card costs, in minor units of the same currency
 */
public record RateCard(Money minimumFloor, int minimumPercent, int dueDays, long replacement) {
  private static final int DAYS_MOST = 60;

  /** Refuses rates that are none. */
  public RateCard {
    boolean percent = minimumPercent >= 0 && minimumPercent <= 100;
    boolean days = dueDays >= 1 && dueDays <= DAYS_MOST;
    if (minimumFloor.isNegative() || !percent || !days || replacement < 0) {
      throw new IllegalArgumentException("a rate out of bounds");
    }
  }

  /** No fees; 5 percent and at least ten major units, within 21 days. */
  public static RateCard usual(int currency) {
    long unit = 1;
    for (int i = 0; i < Money.zero(currency).exponent(); i++) unit *= 10;
    return new RateCard(new Money(currency, 10 * unit), 5, 21, 0);
  }

  /** What a bill asks for. */
  public Money minimum(Money owed) {
    if (!owed.isPositive()) return Money.zero(owed.currency());
    // Rounded up: a part of a cent is asked for, too.
    long part = Math.ceilDiv(Math.multiplyExact(owed.minorUnits(), minimumPercent), 100L);
    long asked = Math.max(part, minimumFloor.minorUnits());
    return new Money(owed.currency(), Math.min(asked, owed.minorUnits()));
  }
}
