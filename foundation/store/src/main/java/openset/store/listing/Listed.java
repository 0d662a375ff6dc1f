package openset.store.listing;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, as it was asked for.
 *
 * @param rows in the order asked for
 * @param total how many there are on all pages
 * @param <R> type of the rows
 */
public record Listed<R>(List<R> rows, long total) {
  public Listed {
    rows = List.copyOf(rows);
  }

  /** The same page of what is made of each row. */
  public <S> Listed<S> map(Function<R, S> made) {
    return new Listed<>(rows.stream().map(made).toList(), total);
  }
}
