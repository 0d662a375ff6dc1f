package openset.acquirer.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.ledger.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees in figures that can be done by hand. */
final class FeeTest {
  private static final int EUR = 978;
  private static final int JPY = 392;
  private static final Instant JANUARY = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2030-03-01T00:00:00Z");
  private static final CardClass DEBIT = new CardClass("Aurora", CardKind.DEBIT);

  private static Money eur(long minor) {
    return new Money(EUR, minor);
  }

  private static FeeItem item(CardClass card, long minor, Instant authorized) {
    return new FeeItem("M-1", "5732", card, eur(minor), authorized);
  }

  private static FeeRule rule(FeeKind kind, FeeScope scope, int ppm, Instant since) {
    return new FeeRule(kind, scope, EUR, FeeRate.of(ppm, 0), since);
  }

  @ParameterizedTest
  @CsvSource({
    "21000, 10, 0, 0, 6000, 60.00 × 2.1% + 0.10 = 1.36 EUR",
    "15000, 0, 0, 0, 3333, 33.33 × 1.5% = 0.50 EUR",
    "15000, 0, 0, 0, 1, 0.01 × 1.5% = 0.00 EUR",
    "5000, 0, 0, 0, 100, 1.00 × 0.5% = 0.01 EUR",
    "1000, 0, 30, 500, 100, 'min(5.00, max(0.30, 1.00 × 0.1%)) = 0.30 EUR'",
    "100000, 0, 0, 500, 999999, 'min(5.00, 9999.99 × 10%) = 5.00 EUR'",
    "1000000, 0, 0, 0, 999999999999, 9999999999.99 × 100% = 9999999999.99 EUR"
  })
  void isAPartRoundedHalfUpAndSoMuchForEachItemAndSaysHow(
      int ppm, long fixed, long least, long most, long minor, String formula) {
    FeeRate rate = new FeeRate(ppm, fixed, least, most);
    assertThat(formula).endsWith("= " + rate.of(eur(minor)));
    assertThat(rate.formula(eur(minor))).isEqualTo(formula);
  }

  @Test
  void countsInTheMinorUnitsOfTheCurrency() {
    Money yen = new Money(JPY, 1_250);
    assertThat(FeeRate.of(21_000, 10).formula(yen)).isEqualTo("1250 × 2.1% + 10 = 36 JPY");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0, 0", "1000001, 0, 0, 0", "0, -1, 0, 0", "0, 0, 5, 4", "0, 0, -1, 0"})
  void refusesRatesThatNobodyAgreesTo(int ppm, long fixed, long least, long most) {
    assertThatThrownBy(() -> new FeeRate(ppm, fixed, least, most))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLineThatNamesMostCounts() {
    FeeScope brand = FeeScope.ofBrand("Aurora");
    FeeTable table =
        new FeeTable(
            List.of(
                rule(FeeKind.INTERCHANGE, brand.with(CardKind.DEBIT), 2_000, JANUARY),
                rule(FeeKind.INTERCHANGE, FeeScope.ANY, 9_000, JANUARY),
                rule(FeeKind.INTERCHANGE, brand, 3_000, JANUARY),
                rule(FeeKind.INTERCHANGE, brand.with("5411"), 1_000, JANUARY),
                rule(FeeKind.SCHEME, brand.forMerchant("M-2"), 500, JANUARY)));
    CardClass credit = new CardClass("Aurora", CardKind.CREDIT);
    assertThat(ppm(table, item(DEBIT, 100, MARCH))).contains(2_000);
    assertThat(ppm(table, item(credit, 100, MARCH))).contains(3_000);
    assertThat(ppm(table, item(CardClass.PLAIN, 100, MARCH))).contains(9_000);
    assertThat(table.rule(FeeKind.SCHEME, item(DEBIT, 100, MARCH))).isEmpty();
  }

  @Test
  @Tag("S05")
  void theTableOfTheDayOfAuthorizationCounts() {
    FeeTable table =
        new FeeTable(
            List.of(
                rule(FeeKind.INTERCHANGE, FeeScope.ANY, 3_000, MARCH),
                rule(FeeKind.INTERCHANGE, FeeScope.ANY, 2_000, JANUARY)));
    assertThat(ppm(table, item(DEBIT, 100, MARCH.minusNanos(1)))).contains(2_000);
    assertThat(ppm(table, item(DEBIT, 100, MARCH))).contains(3_000);
    assertThat(ppm(table, item(DEBIT, 100, JANUARY.minusNanos(1)))).isEmpty();
  }

  private static Optional<Integer> ppm(FeeTable table, FeeItem item) {
    return table.rule(FeeKind.INTERCHANGE, item).map(rule -> rule.rate().ppm());
  }

  @Test
  void isChargedAsAgreedBlendedOrBesideTheDiscount() {
    FeeTable table =
        new FeeTable(
            List.of(
                rule(FeeKind.INTERCHANGE, FeeScope.ANY, 2_000, JANUARY),
                rule(FeeKind.SCHEME, FeeScope.ANY, 500, JANUARY),
                rule(FeeKind.DISCOUNT, FeeScope.ANY.forMerchant("M-9"), 1, JANUARY)));
    FeeItem item = item(DEBIT, 10_000, MARCH);
    FeeRate discount = FeeRate.of(15_000, 10);
    assertThat(new Pricing(discount, false).fees(item, table))
        .extracting(FeeLine::fee, FeeLine::charged)
        .containsExactly(tuple(20, false), tuple(5, false), tuple(160, true));
    assertThat(new Pricing(discount, true).fees(item, table)).allMatch(FeeLine::charged);
  }

  private static org.assertj.core.groups.Tuple tuple(long minor, boolean charged) {
    return org.assertj.core.groups.Tuple.tuple(eur(minor), charged);
  }

  @Test
  void comesBackInTheShareThatIsCreditedAndWhollyWithTheLastCredit() {
    FeeLine paid = FeeLine.of(FeeKind.DISCOUNT, true, FeeRate.of(21_000, 10), eur(6_000));
    FeeLine first = FeeLine.back(paid, eur(0), eur(2_000), eur(6_000));
    assertThat(first.fee()).isEqualTo(eur(-45));
    assertThat(first.formula()).isEqualTo("-(1.36 × 20.00 / 60.00) = -0.45 EUR");
    FeeLine rest = FeeLine.back(paid, eur(45), eur(6_000), eur(6_000));
    assertThat(rest.fee()).isEqualTo(eur(-91));
    assertThat(rest.formula()).isEqualTo("-(1.36 × 60.00 / 60.00 - 0.45) = -0.91 EUR");
  }
}
