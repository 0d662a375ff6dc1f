package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.store.Tx;
import org.jdbi.v3.core.statement.Query;

/**
 * A query whose rows are shown a page at a time. Its columns {@code at}, {@code state} and {@code
 * account} are those by which it is sorted and filtered; {@code :now} may stand in it.
 *
 * @param query the rows
 * @param sorts the columns by which it may be sorted beside {@code at}, by the names people use
 */
public record Listing(String query, Map<String, String> sorts) {
  /** Reads one row. */
  @FunctionalInterface
  public interface Row<R> {
    /** The record of the row under the cursor. */
    R read(ResultSet row) throws SQLException;
  }

  /**
   * What is asked for.
   *
   * @param sort one of the names; anything else is {@code at}
   * @param page from 0
   * @param size rows a page
   */
  public record Asked(
      String sort,
      boolean descending,
      int page,
      int size,
      Optional<String> state,
      Optional<String> account) {}

  /** The rows of the page. */
  public <R> List<R> rows(Tx tx, Asked asked, Instant now, Row<R> row) {
    String column = sorts.getOrDefault(asked.sort(), "at");
    String way = asked.descending() ? " desc" : "";
    String order = " order by " + column + way + ", at" + way + " limit :size offset :skipped";
    return bound(tx, "select * from (" + query + ") rows" + filter(asked) + order, asked, now)
        .bind("size", asked.size())
        .bind("skipped", (long) asked.page() * asked.size())
        .map((found, context) -> row.read(found))
        .list();
  }

  /** How many rows all pages have. */
  public long total(Tx tx, Asked asked, Instant now) {
    return bound(tx, "select count(*) from (" + query + ") rows" + filter(asked), asked, now)
        .mapTo(Long.class)
        .one();
  }

  private Query bound(Tx tx, String text, Asked asked, Instant now) {
    Query bound = tx.handle().createQuery(text);
    if (query.contains(":now")) bound.bind("now", now.atOffset(ZoneOffset.UTC));
    asked.state().ifPresent(state -> bound.bind("state", state));
    asked.account().ifPresent(account -> bound.bind("account", account));
    return bound;
  }

  private static String filter(Asked asked) {
    String state = asked.state().isPresent() ? " and state = :state" : "";
    String account = asked.account().isPresent() ? " and account = :account" : "";
    return " where true" + state + account;
  }
}
