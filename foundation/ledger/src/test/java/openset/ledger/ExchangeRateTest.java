package openset.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeRateTest {
  private static final int EUR = 978;
  private static final int USD = 840;
  private static final int JPY = 392;
  private static final int KWD = 414;
  private static final List<Integer> CURRENCIES = List.of(EUR, USD, JPY, KWD);

  private static ExchangeRate rate(int from, int to, String factor) {
    return new ExchangeRate(from, to, new BigDecimal(factor));
  }

  @ParameterizedTest
  @CsvSource({
    "978, 840, 1.0843,   1594,     1728",
    "978, 392, 162.35,   1000,     1624",
    "978, 392, 162.25,   1000,     1622",
    "978, 392, 162.35,      1,        2",
    "392, 978, 0.00616,     1,        1",
    "392, 414, 0.0021,   1000,     2100",
    "414, 392, 480.25,   1000,      480",
    "978, 840, 1.5,         1,        2",
    "978, 840, 2.5,         1,        2",
    "978, 840, 1.5,        -1,       -2",
    "978, 840, 0.000000001, 1,        0",
  })
  void theMinorUnitsOfBothCountAndHalvesGoToTheEvenOne(
      int from, int to, String factor, long minor, long expected) {
    assertThat(rate(from, to, factor).convert(new Money(from, minor)))
        .isEqualTo(new Money(to, expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "12345678", "1.2345678", "0.0000000001"})
  void whatNoElementCanSayIsNoRate(String factor) {
    assertThatThrownBy(() -> rate(EUR, USD, factor)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRateIsBetweenTwoCurrenciesThatExist() {
    assertThatThrownBy(() -> rate(EUR, EUR, "1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rate(EUR, 1, "1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rate(EUR, USD, "1").convert(new Money(JPY, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rate(EUR, USD, "1.50")).isEqualTo(rate(EUR, USD, "1.5"));
    assertThat(rate(EUR, JPY, "160")).hasToString("1 EUR = 160 JPY");
  }

  @Test
  void nothingWrapsAround() {
    ExchangeRate high = rate(JPY, KWD, "9999999");
    assertThatThrownBy(() -> high.convert(new Money(JPY, Long.MAX_VALUE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Property
  @Tag("S04")
  void theMostThatIsWorthAnAmountIsWorthNoMoreAndOneMoreIs(
      @ForAll @IntRange(max = 3) int from,
      @ForAll @IntRange(min = 1, max = 3) int step,
      @ForAll @IntRange(min = 1, max = 9_999_999) int digits,
      @ForAll @IntRange(max = 5) int places,
      @ForAll @LongRange(max = 1_000_000_000L) long worth) {
    int given = CURRENCIES.get(from);
    int got = CURRENCIES.get((from + step) % 4);
    ExchangeRate rate = new ExchangeRate(given, got, BigDecimal.valueOf(digits, places));
    Money most = rate.most(new Money(got, worth));
    assertThat(rate.convert(most).minorUnits()).isLessThanOrEqualTo(worth);
    Money more = rate.convert(most.plus(new Money(given, 1)));
    assertThat(more.minorUnits()).isGreaterThanOrEqualTo(worth);
    assertThat(rate.convert(most.negated())).isEqualTo(rate.convert(most).negated());
  }
}
