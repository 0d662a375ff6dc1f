package openset.pages.desk;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import openset.pages.Words;

/**
 * A column of a listing. The first of a listing is the head of its rows.
 *
 * @param name in the query, for sorting
 * @param head what it is called
 * @param cell what stands in it for a row
 * @param numeric whether its figures stand under each other
 * @param sorting how rows are sorted by it
 * @param <R> the rows
 */
public record Column<R>(
    String name, Words head, Function<R, Cell> cell, boolean numeric, Sorting<R> sorting) {
  /**
   * How rows are sorted by a column.
   *
   * @param offered whether they may be
   * @param order their order, where the rows are sorted here; empty where a database does
   */
  public record Sorting<R>(boolean offered, Optional<Comparator<R>> order) {}

  /** A column by which nothing is sorted. */
  public static <R> Column<R> of(String name, Words head, Function<R, Cell> cell) {
    return new Column<>(name, head, cell, false, new Sorting<>(false, Optional.empty()));
  }

  /** The same with figures, which stand under each other. */
  public Column<R> figures() {
    return new Column<>(name, head, cell, true, sorting);
  }

  Column<R> unsorted() {
    return new Column<>(name, head, cell, numeric, new Sorting<>(false, Optional.empty()));
  }

  /** The same; a database sorts by it when it is asked for the column's name. */
  public Column<R> sorted() {
    return new Column<>(name, head, cell, numeric, new Sorting<>(true, Optional.empty()));
  }

  /** The same, sorted here. */
  public Column<R> sorted(Comparator<R> order) {
    return new Column<>(name, head, cell, numeric, new Sorting<>(true, Optional.of(order)));
  }
}
