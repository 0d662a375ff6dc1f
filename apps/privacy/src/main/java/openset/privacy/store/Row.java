package openset.privacy.store;

import java.util.List;

/**
 * One row of a table.
 *
 * @param table schema and name
 * @param key the columns of its primary key and their values, or its place where it has none
 * @param cells all its values that are not null
 */
public record Row(String table, String key, List<Cell> cells) {
  public Row {
    cells = List.copyOf(cells);
  }
}
