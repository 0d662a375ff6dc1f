package openset.acquirer.fee;

import java.math.BigInteger;
import openset.ledger.Money;

/**
 * One fee of one item.
 *
 * @param kind whom it is for
 * @param charged whether the merchant pays it beside the discount, or the acquirer out of it
 * @param fee positive, or negative where it comes back
 * @param formula how it comes about, in figures
 */
public record FeeLine(FeeKind kind, boolean charged, Money fee, String formula) {

  /** A fee by its rate. */
  static FeeLine of(FeeKind kind, boolean charged, FeeRate rate, Money amount) {
    return new FeeLine(kind, charged, rate.of(amount), rate.formula(amount));
  }

  /**
   * What comes back of a fee when a part of what it was for is credited.
   *
   * @param paid what the captures cost
   * @param returned what came back before, as a positive amount
   * @param credited of the captures, this credit included
   * @param captured all captures together, positive
   */
  public static FeeLine back(
      FeeLine paid, Money returned, Money credited, Money captured) {
    long due = share(paid.fee.minorUnits(), credited.minorUnits(), captured.minorUnits());
    long back = Math.max(0, due - returned.minorUnits());
    Money fee = new Money(captured.currency(), -back);
    String formula =
        paid.fee.decimal() + " × " + credited.decimal() + " / " + captured.decimal();
    if (!returned.isZero()) formula = formula + " - " + returned.decimal();
    return new FeeLine(paid.kind, paid.charged, fee, "-(" + formula + ") = " + fee);
  }

  /** A part of a fee in proportion, rounded half up. */
  private static long share(long fee, long part, long whole) {
    BigInteger twice = BigInteger.valueOf(2L * fee).multiply(BigInteger.valueOf(part));
    return twice
        .add(BigInteger.valueOf(whole))
        .divide(BigInteger.valueOf(whole).shiftLeft(1))
        .longValueExact();
  }
}
