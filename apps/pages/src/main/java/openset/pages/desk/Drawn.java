package openset.pages.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import openset.pages.Language;
import openset.pages.Words;

/** A chart's shapes in the units of its picture, {@value #WIDE} by {@value #HIGH}. */
final class Drawn {
  static final int WIDE = 480;
  static final int HIGH = 230;
  private static final int TOP = 12;
  private static final int FOOT = 28;
  private static final int RIGHT = 8;
  private static final int LABELS_MOST = 7;
  private static final int TICKS = 4;
  private static final double FILLED = 0.7;
  private static final double LETTER = 6.6;

  private final Chart chart;
  private final Language language;
  private final Scale scale;
  private final double left;

  private Drawn(Chart chart, Language language) {
    this.chart = chart;
    this.language = language;
    this.scale = Scale.of(Math.min(0, chart.least()), Math.max(0, chart.greatest()));
    int longest =
        scale.ticks().stream().mapToInt(tick -> chart.figure(tick, language).length()).max()
            .orElse(1);
    this.left = 10 + longest * LETTER;
  }

  /** A line of the grid with its figure. */
  record Tick(String y, String text, boolean zero) {}

  /** A bar; {@code kind} is its class, {@code told} what it says when one points at it. */
  record Bar(String kind, String x, String y, String width, String height, String told) {}

  /** A line through points. */
  record Line(String kind, String points, List<Dot> dots) {}

  /** A point of a line. */
  record Dot(String x, String y, String told) {}

  /** A label of the axis. */
  record Label(String x, String text) {}

  static Drawn of(Chart chart, Language language) {
    return new Drawn(chart, language);
  }

  String box() {
    return "0 0 " + WIDE + " " + HIGH;
  }

  String edge() {
    return number(left);
  }

  String textEdge() {
    return number(left - 6);
  }

  String end() {
    return number(WIDE - RIGHT);
  }

  String labelsAt() {
    return number(HIGH - 8);
  }

  List<Tick> ticks() {
    return scale.ticks().stream()
        .map(tick -> new Tick(number(y(tick)), chart.figure(tick, language), tick == 0))
        .toList();
  }

  List<Label> labels() {
    int count = chart.labels().size();
    int step = Math.max(1, (count + LABELS_MOST - 1) / LABELS_MOST);
    List<Label> labels = new ArrayList<>();
    // Counted from the last, which people look for first.
    for (int at = count - 1; at >= 0; at -= step) {
      double x = left + slot() * (at + 0.5);
      labels.add(0, new Label(number(x), chart.labels().get(at).in(language)));
    }
    return labels;
  }

  List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    if (chart.form() == Chart.Form.lines) return bars;
    for (int at = 0; at < chart.labels().size(); at++) {
      long below = 0;
      for (int of = 0; of < chart.series().size(); of++) {
        long value = chart.series().get(of).values().get(at);
        if (value != 0) bars.add(bar(at, of, below, value));
        if (chart.form() == Chart.Form.stacked) below += value;
      }
    }
    return bars;
  }

  private Bar bar(int at, int of, long below, long value) {
    boolean stacked = chart.form() == Chart.Form.stacked;
    double wide = slot() * FILLED / (stacked ? 1 : chart.series().size());
    double x = left + slot() * (at + (1 - FILLED) / 2) + (stacked ? 0 : wide * of);
    double from = y(below);
    double to = y(below + value);
    return new Bar(
        "bar " + kind(of),
        number(x),
        number(Math.min(from, to)),
        number(Math.max(1, wide - 0.5)),
        number(Math.max(1, Math.abs(from - to))),
        told(at, of));
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    if (chart.form() != Chart.Form.lines) return lines;
    for (int of = 0; of < chart.series().size(); of++) {
      List<Dot> dots = new ArrayList<>();
      for (int at = 0; at < chart.labels().size(); at++) {
        double x = left + slot() * (at + 0.5);
        long value = chart.series().get(of).values().get(at);
        dots.add(new Dot(number(x), number(y(value)), told(at, of)));
      }
      String points =
          dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
      lines.add(new Line(kind(of), points, dots));
    }
    return lines;
  }

  private String told(int at, int of) {
    Chart.Series series = chart.series().get(of);
    return chart.labels().get(at).in(language)
        + new Words(", ", "，").in(language)
        + series.name().in(language)
        + new Words(": ", "：").in(language)
        + chart.figure(series.values().get(at), language);
  }

  /** The class of a series. */
  static String kind(int of) {
    return "series-" + (of + 1);
  }

  private double slot() {
    return (WIDE - RIGHT - left) / Math.max(1, chart.labels().size());
  }

  private double y(long value) {
    double part = (value - scale.low()) / (double) (scale.high() - scale.low());
    return HIGH - FOOT - part * (HIGH - FOOT - TOP);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /**
   * Round figures from below the least to above the greatest.
   *
   * @param low a multiple of the step
   * @param high a greater one
   */
  record Scale(long low, long high, long step) {
    static Scale of(long least, long greatest) {
      double rough = Math.max(1.0, ((double) greatest - least) / TICKS);
      double ten = Math.pow(10, Math.floor(Math.log10(rough)));
      long step = (long) (10 * ten);
      for (double times : List.of(5.0, 2.0, 1.0)) {
        if (rough <= times * ten) step = (long) (times * ten);
      }
      long low = Math.floorDiv(least, step) * step;
      long high = Math.ceilDiv(Math.max(greatest, low + 1), step) * step;
      return new Scale(low, high, step);
    }

    List<Long> ticks() {
      List<Long> ticks = new ArrayList<>();
      for (long tick = low; tick <= high; tick += step) ticks.add(tick);
      return ticks;
    }
  }
}
