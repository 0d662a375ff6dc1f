package openset.pages.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.http.page.Visit;
import openset.store.listing.Listed;

/**
 * A table as a description: its columns, what narrows it, in which order it comes unless asked
 * otherwise. It sorts, filters and pages by the query, without a script; the template {@code
 * desk/listing.jte} shows it.
 *
 * @param columns from left to right; the first is the head of the rows
 * @param filters what stands above it
 * @param first the column it is sorted by unless asked otherwise; empty for the order rows come in
 * @param firstDown whether that is the greatest first
 * @param size rows a page
 * @param <R> the rows
 */
public record Listing<R>(
    List<Column<R>> columns, List<Filter> filters, String first, boolean firstDown, int size) {
  /** Rows a page unless said otherwise. */
  public static final int PAGE = 25;

  private static final int PAGES_MOST = 100_000;

  /** A listing of copies. */
  public Listing {
    columns = List.copyOf(columns);
    filters = List.copyOf(filters);
  }

  /** A listing in the order its rows come in. */
  public static <R> Listing<R> of(List<Column<R>> columns) {
    return new Listing<>(columns, List.of(), "", false, PAGE);
  }

  /** The same with these above it. */
  public Listing<R> narrowedBy(Filter... by) {
    return new Listing<>(columns, List.of(by), first, firstDown, size);
  }

  /** The same, by a column and the greatest first unless asked otherwise. */
  public Listing<R> downBy(String column) {
    return new Listing<>(columns, filters, column, true, size);
  }

  /** The same, by a column and the least first unless asked otherwise. */
  public Listing<R> upBy(String column) {
    return new Listing<>(columns, filters, column, false, size);
  }

  /** The first columns alone, in the order rows come in: for a page that shows more than this. */
  public Listing<R> plain(int first) {
    return Listing.of(columns.stream().limit(first).map(Column::unsorted).toList());
  }

  /**
   * All of these rows in the order they come in, without pages, for a page that shows more than
   * this: nothing sorts or narrows them.
   */
  public Table all(String path, List<R> rows) {
    Asked everything = new Asked(path, "", false, 0, Math.max(1, rows.size()), Map.of());
    return plain(columns.size()).table(everything, rows, rows.size());
  }

  /** What a visit asks for; nonsense in its query counts as nothing. */
  public Asked asked(Visit visit, String path) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Filter filter : filters) {
      filter
          .read(visit.parameter(filter.name()))
          .ifPresent(value -> chosen.put(filter.name(), value));
    }
    Optional<String> sort = visit.parameter("sort").filter(this::sortable);
    boolean down =
        sort.isPresent() ? visit.parameter("order").equals(Optional.of("desc")) : firstDown;
    int page =
        visit
            .parameter("page")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(Integer::parseInt)
            .filter(number -> number <= PAGES_MOST)
            .orElse(0);
    return new Asked(path, sort.orElse(first), down, page, size, chosen);
  }

  private boolean sortable(String name) {
    return columns.stream()
        .anyMatch(column -> column.name().equals(name) && column.sorting().offered());
  }

  /** The page that was asked for, as a list in a database tells it. */
  public Table table(Asked asked, Listed<R> listed) {
    return table(asked, listed.rows(), listed.total());
  }

  /** The page that was asked for, of all rows that the filters let through; sorted here. */
  public Table table(Asked asked, List<R> all) {
    Optional<Comparator<R>> order =
        columns.stream()
            .filter(column -> column.name().equals(asked.sort()))
            .findFirst()
            .flatMap(column -> column.sorting().order());
    List<R> rows =
        order
            .map(least -> asked.descending() ? least.reversed() : least)
            .map(sorted -> all.stream().sorted(sorted).toList())
            .orElse(all);
    List<R> page = rows.stream().skip(asked.skipped()).limit(asked.size()).toList();
    return table(asked, page, rows.size());
  }

  private Table table(Asked asked, List<R> rows, long total) {
    return new Table(
        asked,
        columns.stream().map(column -> Table.Head.of(column, asked)).toList(),
        filters,
        rows.stream()
            .map(row -> columns.stream().map(column -> column.cell().apply(row)).toList())
            .toList(),
        total);
  }
}
