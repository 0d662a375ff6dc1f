package openset.pages.desk;

import java.util.List;
import openset.pages.Figures;
import openset.pages.Language;
import openset.pages.Words;

/**
 * One page of a listing, ready to be shown.
 *
 * @param asked what was asked for
 * @param heads of the columns
 * @param filters what stands above
 * @param rows cells, as many as there are heads
 * @param total how many rows there are on all pages
 */
public record Table(
    Asked asked, List<Head> heads, List<Filter> filters, List<List<Cell>> rows, long total) {
  /** A table of copies. */
  public Table {
    heads = List.copyOf(heads);
    filters = List.copyOf(filters);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A column's head.
   *
   * @param name of the column
   * @param href sorts by it; null where nothing is sorted by it
   * @param sort for {@code aria-sort}; null where the rows are not sorted by it
   * @param numeric whether its figures stand under each other
   */
  public record Head(String name, Words words, String href, String sort, boolean numeric) {
    static Head of(Column<?> column, Asked asked) {
      boolean offered = column.sorting().offered();
      boolean here = offered && column.name().equals(asked.sort());
      return new Head(
          column.name(),
          column.head(),
          offered ? asked.sortedBy(column.name()) : null,
          here ? (asked.descending() ? "descending" : "ascending") : null,
          column.numeric());
    }

    /** The class of its cells. */
    String kind() {
      return numeric ? "num" : null;
    }
  }

  /** Whether rows may be sorted at all. */
  boolean isSortable() {
    return heads.stream().anyMatch(head -> head.href() != null);
  }

  /** Whether rows are sorted by a column. */
  boolean isSortedBy(Head head) {
    return head.name().equals(asked.sort());
  }

  /** Whether anything is filled in above. */
  boolean isNarrowed() {
    return !asked.chosen().isEmpty();
  }

  boolean hasPrevious() {
    return asked.page() > 0;
  }

  boolean hasNext() {
    return asked.skipped() + rows.size() < total && !rows.isEmpty();
  }

  String previous() {
    return asked.onPage(asked.page() - 1);
  }

  String next() {
    return asked.onPage(asked.page() + 1);
  }

  /** Which rows of how many these are. */
  String place(Language language) {
    String from = Figures.count(rows.isEmpty() ? 0 : asked.skipped() + 1, language);
    String to = Figures.count(asked.skipped() + rows.size(), language);
    String of = Figures.count(total, language);
    return new Words(
            from + " to " + to + " of " + of, "第 " + from + "–" + to + " 条，共 " + of + " 条")
        .in(language);
  }
}
