package openset.acquirer.fee;

import java.math.BigDecimal;
import java.math.BigInteger;
import openset.ledger.Money;

/**
 * A part of the amount, and so much for each item.
 *
 * @param ppm the part in millionths, 0 to 1,000,000: 21,000 are 2.1 %
 * @param fixed for each item, in minor units of the item's currency
 * @param least no less than that, in minor units; 0 for no bound
 * @param most no more than that, in minor units; 0 for no bound
 */
public record FeeRate(int ppm, long fixed, long least, long most) {
  private static final int WHOLE = 1_000_000;
  private static final long HIGHEST = 1_000_000_000_000L;

  /** Refuses rates that nobody can have agreed to. */
  public FeeRate {
    if (ppm < 0 || ppm > WHOLE) throw new IllegalArgumentException("rate");
    if (!isAmount(fixed)) throw new IllegalArgumentException("fixed");
    if (!isAmount(least)) throw new IllegalArgumentException("least");
    if (!isAmount(most) || most > 0 && most < least) throw new IllegalArgumentException("most");
  }

  /** A part and so much for each item, without bounds. */
  public static FeeRate of(int ppm, long fixed) {
    return new FeeRate(ppm, fixed, 0, 0);
  }

  private static boolean isAmount(long minor) {
    return minor >= 0 && minor <= HIGHEST;
  }

  /** The fee of a positive amount; the part is rounded half up to the minor unit. */
  public Money of(Money amount) {
    long part =
        BigInteger.valueOf(amount.minorUnits())
            .multiply(BigInteger.valueOf(ppm))
            .add(BigInteger.valueOf(WHOLE / 2))
            .divide(BigInteger.valueOf(WHOLE))
            .longValueExact();
    long fee = Math.max(least, Math.addExact(part, fixed));
    return new Money(amount.currency(), most > 0 ? Math.min(most, fee) : fee);
  }

  /** How the fee of an amount comes about, as {@code 60.00 × 2.1% + 0.10 = 1.36 EUR}. */
  public String formula(Money amount) {
    String text = amount.decimal() + " × " + percent() + "%";
    if (fixed > 0) text += " + " + decimal(amount, fixed);
    if (least > 0) text = "max(" + decimal(amount, least) + ", " + text + ")";
    if (most > 0) text = "min(" + decimal(amount, most) + ", " + text + ")";
    return text + " = " + of(amount);
  }

  /** The part in percent, as {@code 2.1}. */
  public String percent() {
    return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString();
  }

  private static String decimal(Money like, long minor) {
    return new Money(like.currency(), minor).decimal();
  }
}
