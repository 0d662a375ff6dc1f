package openset.issuer.records;

import java.util.List;

/**
 * A page of records.
 *
 * @param rows in the order asked for
 * @param total how many there are on all pages
 * @param <R> type of the records
 */
public record Page<R>(List<R> rows, long total) {
  public Page {
    rows = List.copyOf(rows);
  }
}
