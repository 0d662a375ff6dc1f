package openset.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import openset.pages.Language;
import openset.pages.Words;
import org.junit.jupiter.api.Test;

/** Bars left and right of zero. */
final class AcrossTest {
  private static Chart chart(Long... values) {
    List<Words> labels = List.of(values).stream().map(each -> Words.same("999011")).toList();
    return Chart.amounts(
        Chart.Form.across,
        Words.same("Net"),
        978,
        labels,
        List.of(new Chart.Series(Words.same("Net"), List.of(values))));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  @Test
  void whatIsLessThanNothingGoesLeftOfZeroAndMoreGoesRight() {
    Across drawn = Across.of(chart(2000L, -1000L), Language.en);
    Across.Bar gets = drawn.rows().getFirst().bar();
    Across.Bar owes = drawn.rows().getLast().bar();
    double zero = number(drawn.zero());
    assertThat(number(gets.x())).isEqualTo(zero);
    assertThat(number(owes.x()) + number(owes.width())).isBetween(zero - 0.2, zero + 0.2);
    assertThat(number(gets.width())).isBetween(
        2 * number(owes.width()) - 0.3, 2 * number(owes.width()) + 0.3);
    assertThat(drawn.rows().getLast().figure().text()).contains("10.00");
    assertThat(drawn.rows().getLast().figure().anchor()).isEqualTo("end");
  }

  @Test
  void barsAndTheirFiguresStayWithinThePicture() {
    for (Chart each :
        List.of(chart(1L), chart(-1L), chart(Long.MAX_VALUE, -Long.MAX_VALUE), chart(0L, 3L))) {
      for (Across.Row row : Across.of(each, Language.zh).rows()) {
        double end = number(row.bar().x()) + number(row.bar().width());
        assertThat(number(row.bar().x())).isGreaterThan(0);
        assertThat(end).isLessThan(Drawn.WIDE);
        assertThat(number(row.figure().x())).isBetween(0.0, (double) Drawn.WIDE);
      }
    }
  }

  @Test
  void aRowHasOneBar() {
    Chart.Series series = new Chart.Series(Words.same("Net"), List.of(1L));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Chart.counts(
                    Chart.Form.across,
                    Words.same("Net"),
                    List.of(Words.same("a")),
                    List.of(series, series)));
  }
}
