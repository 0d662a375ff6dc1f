package openset.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one currency is worth in another: one euro, for example, so many dollars. Amounts are
 * rounded to the minor unit, halves to the even one, and never wrap: one beyond 64 bits is an
 * {@link ArithmeticException}.
 *
 * @param from ISO 4217 numeric code of the currency that is given
 * @param to ISO 4217 numeric code of the currency that is got
 * @param factor major units of {@code to} for one major unit of {@code from}: positive, at most
 *     {@value #DIGITS} digits and {@value #PLACES} decimal places, as ISO 8583 elements 9 and 10
 *     write it
 */
public record ExchangeRate(int from, int to, BigDecimal factor) {
  /** How many significant digits a rate has at most. */
  public static final int DIGITS = 7;

  /** How many decimal places it has at most. */
  public static final int PLACES = 9;

  /** Refuses a rate that is none. */
  public ExchangeRate {
    if (from == to || !Money.isCurrency(from) || !Money.isCurrency(to)) {
      throw new IllegalArgumentException("a rate is between two currencies");
    }
    factor = plain(factor);
    if (factor.signum() <= 0 || factor.precision() > DIGITS || factor.scale() > PLACES) {
      throw new IllegalArgumentException(
          "a rate is positive, of " + DIGITS + " digits and " + PLACES + " decimal places");
    }
  }

  private static BigDecimal plain(BigDecimal factor) {
    BigDecimal stripped = factor.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The amount in the other currency; negative of a negative one. */
  public Money convert(Money amount) {
    require(amount, from);
    BigDecimal worth = perMinor().multiply(BigDecimal.valueOf(amount.minorUnits()));
    return new Money(to, worth.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }

  /** The largest amount of {@link #from} that is worth no more than this. */
  public Money most(Money worth) {
    require(worth, to);
    BigDecimal minor =
        BigDecimal.valueOf(worth.minorUnits()).divide(perMinor(), 0, RoundingMode.FLOOR);
    return new Money(from, minor.longValueExact());
  }

  /** Minor units of {@code to} for one minor unit of {@code from}. */
  private BigDecimal perMinor() {
    int exponents = Money.zero(to).exponent() - Money.zero(from).exponent();
    return factor.scaleByPowerOfTen(exponents);
  }

  private static void require(Money amount, int currency) {
    if (amount.currency() != currency) {
      throw new IllegalArgumentException("the rate is not of " + amount.currencyCode());
    }
  }

  /** The rate for people, as {@code 1 EUR = 1.0843 USD}. */
  @Override
  public String toString() {
    return "1 " + Money.zero(from).currencyCode() + " = " + factor.toPlainString() + " "
        + Money.zero(to).currencyCode();
  }
}
