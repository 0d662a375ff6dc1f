package openset.ledger;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An amount in the minor units of its currency; it may be negative. Arithmetic never rounds and
 * never wraps: a sum beyond 64 bits is an {@link ArithmeticException}, two currencies in one sum an
 * {@link IllegalArgumentException}.
 *
 * @param currency ISO 4217 numeric code, as 978 for the euro
 * @param minorUnits as cents
 */
public record Money(int currency, long minorUnits) implements Comparable<Money> {
  private static final Map<Integer, Currency> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getNumericCode() > 0)
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .sorted(Comparator.comparing(Currency::getCurrencyCode))
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getNumericCode, Function.identity(), (first, second) -> first));

  /** Refuses a code that names no currency with minor units. */
  public Money {
    if (!isCurrency(currency)) {
      throw new IllegalArgumentException("not an ISO 4217 numeric code: " + currency);
    }
  }

  /** Nothing, in a currency. */
  public static Money zero(int currency) {
    return new Money(currency, 0);
  }

  /** Whether a number is the code of a currency with minor units; to be asked of outside input. */
  public static boolean isCurrency(int numericCode) {
    return CURRENCIES.containsKey(numericCode);
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(currency, Math.addExact(minorUnits, same(other).minorUnits));
  }

  /** The difference. */
  public Money minus(Money other) {
    return new Money(currency, Math.subtractExact(minorUnits, same(other).minorUnits));
  }

  /** This many times the amount. */
  public Money times(long factor) {
    return new Money(currency, Math.multiplyExact(minorUnits, factor));
  }

  /** The amount with the other sign. */
  public Money negated() {
    return new Money(currency, Math.negateExact(minorUnits));
  }

  /** Whether it is more than nothing. */
  public boolean isPositive() {
    return minorUnits > 0;
  }

  /** Whether it is less than nothing. */
  public boolean isNegative() {
    return minorUnits < 0;
  }

  /** Whether it is nothing. */
  public boolean isZero() {
    return minorUnits == 0;
  }

  /** How many decimal places the minor unit is below the major: 2 for the euro, 0 for the yen. */
  public int exponent() {
    return CURRENCIES.get(currency).getDefaultFractionDigits();
  }

  /** The alphabetic code, as {@code EUR}. */
  public String currencyCode() {
    return CURRENCIES.get(currency).getCurrencyCode();
  }

  /** The amount in major units with all its decimal places, as {@code 12.30}. */
  public String decimal() {
    return BigDecimal.valueOf(minorUnits, exponent()).toPlainString();
  }

  /**
   * Compares amounts of one currency.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minorUnits, same(other).minorUnits);
  }

  /** The amount for people, as {@code 12.30 EUR}. */
  @Override
  public String toString() {
    return decimal() + " " + currencyCode();
  }

  private Money same(Money other) {
    if (other.currency != currency) {
      throw new IllegalArgumentException(
          "two currencies in one sum: " + currencyCode() + " and " + other.currencyCode());
    }
    return other;
  }
}
