package openset.acquirer.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts that money may go to. */
final class IbanTest {
  @Test
  void isOneFormOfWhatPeopleWriteInManyAndIsShownMasked() {
    Iban account = new Iban("gb82 west 1234 5698 7654 32");
    assertThat(account.text()).isEqualTo("GB82WEST12345698765432");
    assertThat(account).hasToString("GB…5432");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GB83WEST12345698765432", "GB82", "", "8282WEST12345698765432", "GB82-WEST1"})
  void isNoneWithWrongCheckDigitsOrForm(String text) {
    assertThatThrownBy(() -> new Iban(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
