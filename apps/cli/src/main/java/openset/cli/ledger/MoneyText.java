package openset.cli.ledger;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openset.ledger.Money;

/** Money as text: amount with the currency's digits, then its letters; minor units if unknown. */
public final class MoneyText {
  private static final Map<Integer, Currency> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .collect(
              Collectors.toMap(
                  Currency::getNumericCode, Function.identity(), MoneyText::newer));

  private MoneyText() {}

  private static Currency newer(Currency one, Currency other) {
    return one.getCurrencyCode().compareTo(other.getCurrencyCode()) < 0 ? one : other;
  }

  /** As in {@code 12.30 EUR}. */
  public static String of(Money money) {
    Optional<Currency> currency = Optional.ofNullable(CURRENCIES.get(money.currency()));
    int digits = currency.map(Currency::getDefaultFractionDigits).filter(n -> n > 0).orElse(0);
    String letters =
        currency.map(Currency::getCurrencyCode).orElse("minor units of " + money.currency());
    BigDecimal amount = BigDecimal.valueOf(money.minorUnits(), digits);
    return String.format(Locale.ROOT, "%s %s", amount.toPlainString(), letters);
  }
}
