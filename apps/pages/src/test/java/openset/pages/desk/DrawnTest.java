package openset.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import openset.pages.Language;
import openset.pages.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts are drawn within their picture, whatever the figures. */
final class DrawnTest {
  private static final Words WORDS = Words.same("words");
  private static final List<Words> LABELS = List.of(Words.same("Mon"), Words.same("Tue"));

  private static Chart.Series series(Long... values) {
    return new Chart.Series(WORDS, List.of(values));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1, 1", "0, 3, 0, 3, 1", "0, 97, 0, 100, 50", "-12, 30, -20, 40, 20",
    "-5, 0, -6, 0, 2", "0, 123456789, 0, 150000000, 50000000"
  })
  void aScaleIsRoundAndHoldsAll(long least, long greatest, long low, long high, long step) {
    Drawn.Scale scale = Drawn.Scale.of(least, greatest);
    assertThat(scale).isEqualTo(new Drawn.Scale(low, high, step));
    assertThat(scale.ticks()).contains(0L).hasSizeBetween(2, 7);
  }

  @Test
  void everyBarLiesWithinThePicture() {
    for (Chart.Form form : List.of(Chart.Form.bars, Chart.Form.stacked)) {
      Chart chart =
          Chart.amounts(form, WORDS, 978, LABELS, List.of(series(4_200L, 0L), series(9L, 7L)));
      List<Drawn.Bar> bars = Drawn.of(chart, Language.en).bars();
      assertThat(bars).hasSize(3);
      for (Drawn.Bar bar : bars) {
        assertThat(at(bar.x()) + at(bar.width())).isLessThanOrEqualTo(Drawn.WIDE);
        assertThat(at(bar.y())).isNotNegative();
        assertThat(at(bar.y()) + at(bar.height())).isLessThan(Drawn.HIGH);
      }
      assertThat(bars.getFirst().told()).isEqualTo("Mon, words: €42.00");
    }
  }

  @Test
  void whatIsOwedHangsBelowTheAxis() {
    Chart chart =
        Chart.counts(Chart.Form.bars, WORDS, LABELS, List.of(series(-50L, 50L)));
    Drawn drawn = Drawn.of(chart, Language.zh);
    double axis =
        at(drawn.ticks().stream().filter(Drawn.Tick::zero).findFirst().orElseThrow().y());
    assertThat(at(drawn.bars().get(0).y())).isEqualTo(axis);
    assertThat(at(drawn.bars().get(1).y())).isLessThan(axis);
  }

  @Test
  void figuresThatDoNotFitTogetherAreRefused() {
    assertThatThrownBy(
            () -> Chart.counts(Chart.Form.lines, WORDS, LABELS, List.of(series(1L))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Chart.counts(Chart.Form.stacked, WORDS, LABELS, List.of(series(1L, -1L))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double at(String number) {
    return Double.parseDouble(number);
  }
}
