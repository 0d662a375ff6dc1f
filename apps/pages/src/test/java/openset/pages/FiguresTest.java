package openset.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import openset.ledger.Money;
import openset.set.data.CurrencyAmount;
import org.junit.jupiter.api.Test;

/** Amounts, numbers and times in two languages. */
final class FiguresTest {
  private static final Instant AT = Instant.parse("2026-11-28T13:05:59Z");

  @Test
  void anAmountHasItsCurrencysSignAndDigits() {
    assertThat(Figures.money(CurrencyAmount.of("EUR", 123450), Language.en))
        .isEqualTo("€1,234.50");
    assertThat(Figures.money(CurrencyAmount.of("EUR", 5), Language.zh)).isEqualTo("€0.05");
    assertThat(Figures.money(CurrencyAmount.of("JPY", 1490), Language.en)).contains("1,490");
    assertThat(Figures.money(CurrencyAmount.of("CNY", 1490), Language.zh)).isEqualTo("¥14.90");
    assertThat(Figures.money(new Money(978, -5), Language.zh)).isEqualTo("\u2212€0.05");
    // A bank's sums go beyond what one payment may be.
    assertThat(Figures.money(new Money(978, Long.MIN_VALUE), Language.en))
        .isEqualTo("\u2212€92,233,720,368,547,758.08");
  }

  @Test
  void aTimeIsWrittenAsTheLanguageDoes() {
    assertThat(Figures.day(AT, Language.en)).isEqualTo("28 November 2026");
    assertThat(Figures.day(AT, Language.zh)).isEqualTo("2026年11月28日");
    assertThat(Figures.moment(AT, Language.en)).isEqualTo("28 November 2026, 13:05 UTC");
    assertThat(Figures.moment(AT, Language.zh)).isEqualTo("2026年11月28日 13:05 UTC");
    assertThat(Figures.machine(AT)).isEqualTo("2026-11-28T13:05:59Z");
  }

  @Test
  void aTaxIsInPerCent() {
    assertThat(Figures.percent(1900, Language.en)).isEqualTo("19%");
    assertThat(Figures.percent(550, Language.zh)).isEqualTo("5.5%");
  }
}
