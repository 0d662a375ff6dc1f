package openset.set.data;

import static openset.asn1.Field.field;

import java.math.BigDecimal;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * An amount of money in minor units of a currency, 0 to {@value #MINOR_MAX}, never negative.
 *
 * <pre>
 * CurrencyAmount ::= SEQUENCE {
 *   currency   Currency,
 *   amount     INTEGER (0..999999999999999),
 *   amtExp10   INTEGER (-4..0) }
 * </pre>
 *
 * <p>SET 1.0 lets one value be written in many ways (10 with exponent 0, 1000 with exponent -2).
 * OpenSET has one: {@code amtExp10} is minus the digits of the currency's minor unit, all else is
 * refused. So amounts compare as integers, and a sum of as many amounts as a message can hold stays
 * within a long.
 *
 * @param currency the currency
 * @param minor how many minor units
 */
public record CurrencyAmount(CurrencyCode currency, long minor) {
  /** The largest amount, in minor units: 10^15 - 1. */
  public static final long MINOR_MAX = 999_999_999_999_999L;

  public static final Tagged<CurrencyAmount> TYPE =
      Sequence.sequence(
          "CurrencyAmount",
          field("currency", CurrencyCode.TYPE, CurrencyAmount::currency),
          field("amount", Asn1.integer(0L, MINOR_MAX), CurrencyAmount::minor),
          field("amtExp10", Asn1.integer(-4, 0), CurrencyAmount::amtExp10),
          CurrencyAmount::decoded);

  public CurrencyAmount {
    if (minor < 0 || minor > MINOR_MAX) {
      throw new IllegalArgumentException("amount is not in 0.." + MINOR_MAX);
    }
  }

  /** So many minor units of the currency with these ISO 4217 letters. */
  public static CurrencyAmount of(String letters, long minor) {
    return new CurrencyAmount(CurrencyCode.of(letters), minor);
  }

  /** Nothing, in a currency. */
  public static CurrencyAmount zero(CurrencyCode currency) {
    return new CurrencyAmount(currency, 0);
  }

  private static CurrencyAmount decoded(CurrencyCode currency, long amount, int amtExp10) {
    if (amtExp10 != -currency.digits()) {
      throw new IllegalArgumentException("amtExp10 is not that of the currency");
    }
    return new CurrencyAmount(currency, amount);
  }

  /** The power of ten that {@link #minor} counts: -2 for EUR. */
  public int amtExp10() {
    return -currency.digits();
  }

  /** Whether it is more than nothing. */
  public boolean isPositive() {
    return minor > 0;
  }

  /** Whether both are in one currency, without which nothing below can be asked. */
  public boolean sameCurrency(CurrencyAmount other) {
    return currency.equals(other.currency);
  }

  /**
   * Whether it is more than {@code other}.
   *
   * @throws IllegalArgumentException where the currencies differ
   */
  public boolean exceeds(CurrencyAmount other) {
    return minor > inSameCurrency(other).minor;
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException where the currencies differ or the sum is too large
   */
  public CurrencyAmount plus(CurrencyAmount other) {
    return new CurrencyAmount(currency, Math.addExact(minor, inSameCurrency(other).minor));
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException where the currencies differ or {@code other} is more than this
   */
  public CurrencyAmount minus(CurrencyAmount other) {
    return new CurrencyAmount(currency, Math.subtractExact(minor, inSameCurrency(other).minor));
  }

  /**
   * This amount taken {@code count} times.
   *
   * @throws IllegalArgumentException where that is negative or too large
   */
  public CurrencyAmount times(long count) {
    if (count < 0 || minor != 0 && count > MINOR_MAX / minor) {
      throw new IllegalArgumentException("product is not in 0.." + MINOR_MAX);
    }
    return new CurrencyAmount(currency, minor * count);
  }

  /**
   * This amount divided by {@code whole}, as SET tells the cardholder of shares of a purchase; 0 of
   * nothing.
   *
   * @throws IllegalArgumentException where the currencies differ
   */
  public FloatingPoint shareOf(CurrencyAmount whole) {
    long all = inSameCurrency(whole).minor;
    return new FloatingPoint(all == 0 ? 0.0 : (double) minor / all);
  }

  private CurrencyAmount inSameCurrency(CurrencyAmount other) {
    if (!sameCurrency(other)) throw new IllegalArgumentException("amounts in two currencies");
    return other;
  }

  /** The amount in major units with its currency's letters: {@code EUR 12.30}. */
  @Override
  public String toString() {
    return currency.letters() + " " + BigDecimal.valueOf(minor, currency.digits()).toPlainString();
  }
}
