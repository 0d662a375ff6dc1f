package openset.set.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D01")
class FloatingPointTest {
  @ParameterizedTest
  @CsvSource({
    "0900,0", "0903800001,1", "090380ff01,0.5", "090380fe03,0.75", "0903800101,2", "0903800005,5"
  })
  void readsReals(String hex, double value) {
    assertThat(FloatingPoint.TYPE.decode(Der.ofHex(hex).bytes()).value()).isEqualTo(value);
    assertThat(FloatingPoint.TYPE.encode(new FloatingPoint(value)))
        .isEqualTo(Der.ofHex(hex).bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "0903800002", "0903c00001", "090140", "090141", "090143", "0903030132", "0902800001",
    "090480000001", "0904810000 01", "0903900001", "0903840001", "090280 00", "090180",
    "0905818400 01", "090581 7fff 01", "090400800001", "0903800000", "090d80000102030405060708090a"
  })
  void refusesRealsInAnyOtherForm(String hex) {
    assertThatThrownBy(() -> FloatingPoint.TYPE.decode(Der.ofHex(hex.replace(" ", "")).bytes()))
        .isInstanceOf(Asn1Exception.class);
  }

  @Test
  void isNeverNegativeInfiniteOrNoNumber() {
    for (double wrong : new double[] {-1, -0.0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new FloatingPoint(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void readsBackEveryRatio(@ForAll @DoubleRange(min = 0, max = 1e6) double value) {
    readsBack(Math.abs(value));
  }

  @Property
  void readsBackEveryDouble(@ForAll long bits) {
    double value = Math.abs(Double.longBitsToDouble(bits));
    if (Double.isFinite(value)) readsBack(value);
  }

  private static void readsBack(double value) {
    FloatingPoint real = new FloatingPoint(value);
    assertThat(FloatingPoint.TYPE.decode(FloatingPoint.TYPE.encode(real))).isEqualTo(real);
  }
}
