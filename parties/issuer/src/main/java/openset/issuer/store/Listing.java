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
   * @param only which rows
   */
  public record Asked(String sort, boolean descending, int page, int size, Only only) {}

  /** Which rows; {@code from} is the first moment, {@code until} the first after. */
  public record Only(
      Optional<String> state,
      Optional<String> account,
      Optional<Instant> from,
      Optional<Instant> until) {}

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
    Only only = asked.only();
    only.state().ifPresent(state -> bound.bind("state", state));
    only.account().ifPresent(account -> bound.bind("account", account));
    only.from().ifPresent(from -> bound.bind("from", from.atOffset(ZoneOffset.UTC)));
    only.until().ifPresent(until -> bound.bind("until", until.atOffset(ZoneOffset.UTC)));
    return bound;
  }

  private static String filter(Asked asked) {
    Only only = asked.only();
    String state = only.state().isPresent() ? " and state = :state" : "";
    String account = only.account().isPresent() ? " and account = :account" : "";
    String from = only.from().isPresent() ? " and at >= :from" : "";
    String until = only.until().isPresent() ? " and at < :until" : "";
    return " where true" + state + account + from + until;
  }
}
