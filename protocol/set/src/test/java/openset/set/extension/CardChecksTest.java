package openset.set.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import openset.set.Refused;
import openset.set.data.CountryCode;
import openset.set.data.MsgExtensions;
import openset.set.data.auth.AVSData;
import openset.set.data.sale.Location;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cardholder lets its issuer check. */
final class CardChecksTest {
  private static final CardChecks BOTH =
      new CardChecks(
          Optional.of(new SecurityCode("0429")),
          Optional.of(new BillingAddress("10000", Optional.of("长安街 1 号"))));

  private static AVSData told(String postalCode) {
    return new AVSData(
        Optional.of("4 Quay"),
        new Location(
            new CountryCode(756), Optional.empty(), Optional.empty(), Optional.of(postalCode),
            Optional.empty()));
  }

  @Test
  @Tag("PReq-C-07")
  void whatWasSaidIsReadAgainAndNothingIsAbsent() throws Refused {
    assertThat(CardChecks.of(BOTH.extensions())).isEqualTo(BOTH);
    assertThat(CardChecks.NONE.extensions()).isEmpty();
    assertThat(CardChecks.of(Optional.<MsgExtensions>empty())).isEqualTo(CardChecks.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "123456789012345", "\uD83C\uDFE0", "1\u00002"})
  void aPostalCodeThatCannotBeSentIsRefusedBeforeItIs(String postalCode) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BillingAddress(postalCode, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Quay \uD83C\uDFE0", "1\u00002"})
  void aStreetThatCannotBeSentIsRefusedBeforeItIs(String street) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BillingAddress("10000", Optional.of(street)));
  }

  @Test
  void whatTheMerchantWasToldCountsWhereTheCardholderSaidNothing() {
    assertThat(CardChecks.NONE.or(Optional.of(told("20000"))).billingAddress())
        .contains(new BillingAddress("20000", Optional.of("4 Quay")));
    assertThat(BOTH.or(Optional.of(told("20000")))).isEqualTo(BOTH);
    assertThat(CardChecks.NONE.or(Optional.of(told("  ")))).isEqualTo(CardChecks.NONE);
    assertThat(CardChecks.NONE.or(Optional.empty())).isEqualTo(CardChecks.NONE);
  }

  @Test
  void noTextShowsAnyOfIt() {
    assertThat(BOTH.toString()).doesNotContain("0429", "10000", "长安街");
  }
}
