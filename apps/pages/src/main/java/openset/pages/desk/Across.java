package openset.pages.desk;

import java.util.ArrayList;
import java.util.List;
import openset.pages.Language;
import openset.pages.Words;

/**
 * The shapes of a chart whose bars go left and right of zero, a row for each label, in the units of
 * its picture.
 */
final class Across {
  private static final int ROW = 28;
  private static final int BAR = 16;
  private static final int EDGE = 6;
  private static final double LETTER = 7;

  private final Chart chart;
  private final Language language;
  private final double left;
  private final double right;
  private final long low;
  private final long high;

  private Across(Chart chart, Language language) {
    this.chart = chart;
    this.language = language;
    this.low = Math.min(0, chart.least());
    this.high = Math.max(0, chart.greatest());
    double labels = longest(chart.labels().stream().map(each -> each.in(language)).toList());
    double least = low < 0 ? width(chart.figure(low, language)) + EDGE : 0;
    double greatest = high > 0 ? width(chart.figure(high, language)) + EDGE : 0;
    this.left = labels + 2 * EDGE + least;
    this.right = Drawn.WIDE - EDGE - greatest;
  }

  static Across of(Chart chart, Language language) {
    return new Across(chart, language);
  }

  /** A row; {@code told} is what it says when one points at it. */
  record Row(String label, String y, Bar bar, Figure figure, String told) {}

  /** A bar; {@code kind} is its class. */
  record Bar(String kind, String x, String y, String width) {}

  /** A figure beside its bar. */
  record Figure(String x, String anchor, String text) {}

  String box() {
    return "0 0 " + Drawn.WIDE + " " + high();
  }

  String high() {
    return String.valueOf(chart.labels().size() * ROW + EDGE);
  }

  String thick() {
    return String.valueOf(BAR);
  }

  String labelsAt() {
    return Drawn.number(EDGE);
  }

  String zero() {
    return Drawn.number(x(0));
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<Long> values = chart.series().getFirst().values();
    for (int at = 0; at < values.size(); at++) {
      long value = values.get(at);
      double middle = at * ROW + ROW / 2.0;
      double from = Math.min(x(0), x(value));
      double wide = Math.max(1, Math.abs(x(value) - x(0)));
      String text = chart.figure(value, language);
      String label = chart.labels().get(at).in(language);
      double textX = value < 0 ? from - EDGE : from + wide + EDGE;
      rows.add(
          new Row(
              label,
              Drawn.number(middle),
              new Bar(
                  value < 0 ? "bar series-2" : "bar series-1",
                  Drawn.number(from),
                  Drawn.number(middle - BAR / 2.0),
                  Drawn.number(wide)),
              new Figure(Drawn.number(textX), value < 0 ? "end" : "start", text),
              label + new Words(": ", "：").in(language) + text));
    }
    return rows;
  }

  private double x(long value) {
    double whole = Math.max(1, (double) high - low);
    return left + ((double) value - low) / whole * (right - left);
  }

  private static double longest(List<String> texts) {
    return texts.stream().mapToDouble(Across::width).max().orElse(0);
  }

  /** About how wide a text is: characters of Chinese are twice as wide as others. */
  private static double width(String text) {
    return text.codePoints().mapToDouble(each -> each < 0x2e80 ? LETTER : 2 * LETTER).sum();
  }
}
