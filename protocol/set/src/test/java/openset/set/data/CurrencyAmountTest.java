package openset.set.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Repeated;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P36")
class CurrencyAmountTest {
  private static final CurrencyAmount TEN = CurrencyAmount.of("EUR", 1000);

  @ParameterizedTest
  @CsvSource({
    "978,1000,-2", "978,0,-2", "978,999999999999999,-2", "392,1000,0", "414,1000,-3"
  })
  void readsAmountsInMinorUnits(int currency, long amount, int exponent) {
    byte[] der = der(currency, Long.toString(amount), Integer.toString(exponent));
    CurrencyAmount read = CurrencyAmount.TYPE.decode(der);
    assertThat(read.minor()).isEqualTo(amount);
    assertThat(CurrencyAmount.TYPE.encode(read)).isEqualTo(der);
  }

  @ParameterizedTest
  @CsvSource({
    "978,-1,-2", "978,1000000000000000,-2", "978,9223372036854775807,-2",
    "978,9223372036854775808,-2", "978,18446744073709551616,-2", "978,-9223372036854775808,-2",
    "978,10,0", "978,10,-1", "978,10,-3", "978,10,-128", "978,10,127", "978,10,2147483648",
    "392,10,-2", "0,10,-2", "1000,10,-2", "1,10,-2", "999,10,-2", "959,10,0"
  })
  void refusesAmountsThatAreNegativeTooLargeOrOfAnotherExponent(
      int currency, String amount, String exponent) {
    assertThatThrownBy(() -> CurrencyAmount.TYPE.decode(der(currency, amount, exponent)))
        .isInstanceOf(Asn1Exception.class);
  }

  @Test
  @Tag("ENC-07")
  @Tag("P36")
  void neverWrapsAround() {
    CurrencyAmount most = CurrencyAmount.of("EUR", CurrencyAmount.MINOR_MAX);
    refuses(() -> most.plus(CurrencyAmount.of("EUR", 1)));
    refuses(() -> most.times(2));
    refuses(() -> TEN.times(Long.MAX_VALUE));
    refuses(() -> TEN.times(-1));
    refuses(() -> TEN.minus(CurrencyAmount.of("EUR", 1001)));
    refuses(() -> CurrencyAmount.of("EUR", -1));
    refuses(() -> CurrencyAmount.of("EUR", Long.MIN_VALUE));
    assertThat(most.times(0).isPositive()).isFalse();
    assertThat(CurrencyAmount.of("EUR", 0).times(Long.MAX_VALUE).minor()).isZero();
  }

  @Test
  @Tag("ENC-07")
  void neverMixesCurrencies() {
    CurrencyAmount yen = CurrencyAmount.of("JPY", 1000);
    refuses(() -> TEN.plus(yen));
    refuses(() -> TEN.minus(yen));
    refuses(() -> TEN.exceeds(yen));
    refuses(() -> TEN.shareOf(yen));
    assertThat(TEN).isNotEqualTo(yen);
  }

  @Test
  void reckons() {
    CurrencyAmount two = CurrencyAmount.of("EUR", 250);
    assertThat(TEN.plus(two)).isEqualTo(CurrencyAmount.of("EUR", 1250));
    assertThat(TEN.minus(two)).isEqualTo(CurrencyAmount.of("EUR", 750));
    assertThat(two.times(4)).isEqualTo(TEN);
    assertThat(TEN.exceeds(two)).isTrue();
    assertThat(TEN.exceeds(TEN)).isFalse();
    assertThat(two.shareOf(TEN)).isEqualTo(new FloatingPoint(0.25));
    assertThat(TEN.shareOf(CurrencyAmount.of("EUR", 0))).isEqualTo(new FloatingPoint(0));
    assertThat(TEN).hasToString("EUR 10.00");
    assertThat(CurrencyAmount.of("JPY", 1000)).hasToString("JPY 1000");
    assertThat(CurrencyAmount.of("KWD", 1)).hasToString("KWD 0.001");
  }

  private static void refuses(ThrowingCallable sum) {
    assertThatThrownBy(sum).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] der(int currency, String amount, String exponent) {
    return Repeated.sequenceOf(Asn1.INTEGER)
        .encode(
            List.of(
                BigInteger.valueOf(currency), new BigInteger(amount), new BigInteger(exponent)));
  }
}
