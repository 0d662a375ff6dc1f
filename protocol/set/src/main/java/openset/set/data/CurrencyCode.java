package openset.set.data;

import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * A currency by its ISO 4217 number; only those with a minor unit (even of 0 digits) are known.
 *
 * <pre>
 * Currency ::= INTEGER (1..999)
 * </pre>
 */
public record CurrencyCode(int number) {
  private static final Map<Integer, Currency> BY_NUMBER =
      Currency.getAvailableCurrencies().stream()
          .filter(c -> c.getDefaultFractionDigits() >= 0 && c.getNumericCode() > 0)
          .sorted(Comparator.comparing(Currency::getCurrencyCode))
          .collect(Collectors.toUnmodifiableMap(Currency::getNumericCode, c -> c, (a, b) -> a));

  public static final Tagged<CurrencyCode> TYPE =
      Asn1.integer(1, 999).map("Currency", CurrencyCode::new, CurrencyCode::number);

  public CurrencyCode {
    if (!BY_NUMBER.containsKey(number)) {
      throw new IllegalArgumentException("no currency of ISO 4217 has the number " + number);
    }
  }

  /** The currency of an ISO 4217 letter code such as {@code EUR}. */
  public static CurrencyCode of(String letters) {
    return new CurrencyCode(Currency.getInstance(letters).getNumericCode());
  }

  /** How many decimal digits its minor unit has: 2 for EUR, 0 for JPY. */
  public int digits() {
    return BY_NUMBER.get(number).getDefaultFractionDigits();
  }

  /** Its ISO 4217 letters. */
  public String letters() {
    return BY_NUMBER.get(number).getCurrencyCode();
  }

  @Override
  public String toString() {
    return letters();
  }
}
