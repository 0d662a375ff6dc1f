package openset.acquirer.funding;

import java.time.LocalDate;
import openset.acquirer.fee.FeeRate;
import openset.ledger.Money;

/**
 * A rolling reserve: so much of each day's sales is held back for so many days, against what may be
 * charged back.
 *
 * @param ppm the part in millionths, 0 to 1,000,000; 0 for no reserve
 * @param days calendar days, 0 to 3,660
 */
public record Reserve(int ppm, int days) {
  /** Nothing is held back. */
  public static final Reserve NONE = new Reserve(0, 0);

  private static final int LONGEST = 3_660;

  /** Refuses parts and times that cannot be. */
  public Reserve {
    if (ppm < 0 || ppm > 1_000_000) throw new IllegalArgumentException("reserve");
    if (days < 0 || days > LONGEST) throw new IllegalArgumentException("reserve days");
  }

  /** What is held of sales, rounded half up; never more than is left after fees. */
  public Money of(Money sales, Money left) {
    Money held = FeeRate.of(ppm, 0).of(sales);
    if (!left.isPositive()) return Money.zero(sales.currency());
    return held.compareTo(left) < 0 ? held : left;
  }

  /** On which day it is given back. */
  public LocalDate release(LocalDate held) {
    return held.plusDays(days);
  }
}
