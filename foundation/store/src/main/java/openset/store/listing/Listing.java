package openset.store.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import openset.store.Tx;
import org.jdbi.v3.core.statement.Query;

/**
 * A query whose rows are shown a page at a time. What people ask for never becomes part of the SQL:
 * a name picks one of the list's own texts, a value is bound.
 *
 * @param query the rows; may have parameters of its own
 * @param order the list's own order, by which rows that sort alike are put too; it leaves no two
 *     rows alike
 * @param sorts columns of the query by the names people use
 * @param filters conditions on columns of the query by the names people use; each has its value as
 *     the parameter of its name, as {@code "state = :state"}
 */
public record Listing(
    String query, String order, Map<String, String> sorts, Map<String, String> filters) {
  public Listing {
    sorts = Map.copyOf(sorts);
    filters = Map.copyOf(filters);
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<R> {
    /** The row under the cursor. */
    R read(ResultSet row) throws SQLException;
  }

  /** A page of it. */
  public <R> Listed<R> page(Tx tx, Look look, Row<R> row) {
    return page(tx, look, Map.of(), row);
  }

  /**
   * A page of it.
   *
   * @param own the parameters of the query itself
   */
  public <R> Listed<R> page(Tx tx, Look look, Map<String, Object> own, Row<R> row) {
    String rows = " from (" + query + ") rows" + where(look);
    List<R> read =
        bound(tx, "select *" + rows + " order by " + order(look) + limit(), look, own)
            .bind("page_size", look.size())
            .bind("page_skip", (long) look.page() * look.size())
            .map((found, _) -> row.read(found))
            .list();
    long total = bound(tx, "select count(*)" + rows, look, own).mapTo(Long.class).one();
    return new Listed<>(read, total);
  }

  private static String limit() {
    return " limit :page_size offset :page_skip";
  }

  private String order(Look look) {
    String column = sorts.get(look.sort());
    if (column == null) return order;
    return column + (look.descending() ? " desc nulls last, " : " nulls last, ") + order;
  }

  private String where(Look look) {
    StringBuilder where = new StringBuilder(" where true");
    filters.forEach(
        (name, condition) -> {
          if (look.only().containsKey(name)) where.append(" and (").append(condition).append(')');
        });
    return where.toString();
  }

  private Query bound(Tx tx, String text, Look look, Map<String, Object> own) {
    Query query = tx.handle().createQuery(text);
    own.forEach(query::bind);
    look.only()
        .forEach(
            (name, value) -> {
              if (filters.containsKey(name)) query.bind(name, value);
            });
    return query;
  }
}
