package openset.pages.desk;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import openset.ledger.Money;
import openset.pages.Figures;
import openset.pages.Language;
import openset.pages.Words;

/**
 * Figures as a picture; the template {@code desk/chart.jte} draws it, with the figures as a table
 * for who would rather read.
 *
 * @param form how it is drawn
 * @param caption what it shows
 * @param labels of the places on the axis, from left to right
 * @param series one to six, each with as many values as there are labels
 * @param currency of the values, which are minor units then (ISO 4217 numeric); else they are
 *     counts
 */
public record Chart(
    Form form, Words caption, List<Words> labels, List<Series> series, OptionalInt currency) {
  private static final int SERIES_MOST = 6;

  /** How figures are drawn. */
  public enum Form {
    /** Bars beside each other. */
    bars,
    /** Bars upon each other; no value is less than nothing. */
    stacked,
    /** A line for each series. */
    lines,
    /** A row for each label, its bar left or right of zero; one series. */
    across
  }

  /**
   * One row of figures.
   *
   * @param name what it counts
   */
  public record Series(Words name, List<Long> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /** Refuses figures that do not fit together. */
  public Chart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    int places = labels.size();
    if (series.isEmpty() || series.size() > SERIES_MOST) {
      throw new IllegalArgumentException("a chart has one to six series");
    }
    if (series.stream().anyMatch(each -> each.values().size() != places)) {
      throw new IllegalArgumentException("each label has a value of each series");
    }
    if (form == Form.across && series.size() > 1) {
      throw new IllegalArgumentException("a row has one bar");
    }
    boolean negative =
        series.stream().flatMap(each -> each.values().stream()).anyMatch(value -> value < 0);
    if (form == Form.stacked && negative) {
      throw new IllegalArgumentException("nothing negative is stacked");
    }
  }

  /** A chart of counts. */
  public static Chart counts(
      Form form, Words caption, List<Words> labels, List<Series> series) {
    return new Chart(form, caption, labels, series, OptionalInt.empty());
  }

  /** A chart of amounts in minor units of a currency. */
  public static Chart amounts(
      Form form, Words caption, int currency, List<Words> labels, List<Series> series) {
    return new Chart(form, caption, labels, series, OptionalInt.of(currency));
  }

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return labels.isEmpty()
        || series.stream().flatMap(each -> each.values().stream()).allMatch(value -> value == 0);
  }

  String figure(long value, Language language) {
    return currency.isPresent()
        ? Figures.money(new Money(currency.getAsInt(), value), language)
        : Figures.count(value, language);
  }

  long least() {
    return values().min().orElse(0);
  }

  long greatest() {
    return values().max().orElse(0);
  }

  private LongStream values() {
    if (form == Form.stacked) {
      return LongStream.range(0, labels.size())
          .map(at -> series.stream().mapToLong(each -> each.values().get((int) at)).sum());
    }
    return series.stream().flatMap(each -> each.values().stream()).mapToLong(Long::longValue);
  }
}
