package openset.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void showsAsManyDecimalPlacesAsTheCurrencyHas() {
    assertThat(new Money(978, 1230)).hasToString("12.30 EUR");
    assertThat(new Money(978, -5)).hasToString("-0.05 EUR");
    assertThat(new Money(392, 1230)).hasToString("1230 JPY");
    assertThat(new Money(48, 1230)).hasToString("1.230 BHD");
    assertThat(new Money(156, 100)).hasToString("1.00 CNY");
  }

  @Test
  void refusesANumberThatIsNoCurrency() {
    for (int code : new int[] {0, -1, 1, 961, 999, 1000}) {
      assertThat(Money.isCurrency(code)).as("%d", code).isFalse();
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> new Money(code, 1));
    }
  }

  @Test
  void refusesTwoCurrenciesInOneSum() {
    Money euro = new Money(978, 1);
    Money yen = new Money(392, 1);
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> euro.plus(yen));
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> euro.minus(yen));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> euro.compareTo(yen));
  }

  @Test
  void refusesToWrapAtTheEdges() {
    Money most = new Money(978, Long.MAX_VALUE);
    Money least = new Money(978, Long.MIN_VALUE);
    Money one = new Money(978, 1);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(one));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> least.minus(one));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(least::negated);
  }

  @Property
  void addsAsTheIntegersDoOrNotAtAll(@ForAll long left, @ForAll long right) {
    BigInteger sum = BigInteger.valueOf(left).add(BigInteger.valueOf(right));
    Money first = new Money(978, left);
    Money second = new Money(978, right);
    if (sum.bitLength() < Long.SIZE) {
      assertThat(first.plus(second).minorUnits()).isEqualTo(sum.longValueExact());
      assertThat(first.plus(second).minus(second)).isEqualTo(first);
    } else {
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> first.plus(second));
    }
  }
}
