package openset.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request to a JSON route, read and bounded.
 *
 * @param peer who asks
 * @param path the named parts of the path
 * @param query the query's parameters, each at most once
 * @param body the request's body as a record; {@link None} where there is none
 * @param <I> type of the body
 */
public record Call<I>(Peer peer, Map<String, String> path, Map<String, String> query, I body) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final int YEAR_MOST = 9999;

  /** The body of a request that has none. */
  public record None() {
    /** There is only one. */
    public static final None NONE = new None();
  }

  /** A named part of the path; asking for one that the template does not have is a bug. */
  public String part(String name) {
    return Optional.ofNullable(path.get(name))
        .orElseThrow(() -> new IllegalArgumentException("the path has no part " + name));
  }

  /** A parameter of the query. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /**
   * A parameter that is a number, 0 to 999,999,999.
   *
   * @throws IllegalArgumentException where it is none; its message says so
   */
  public Optional<Integer> number(String name) {
    Optional<String> text = parameter(name);
    if (text.isEmpty()) return Optional.empty();
    if (!NUMBER.matcher(text.get()).matches()) {
      throw new IllegalArgumentException(name + " is a number");
    }
    return Optional.of(Integer.parseInt(text.get()));
  }

  /**
   * A parameter that is a day, of the years 1 to 9999, which every calendar has.
   *
   * @throws IllegalArgumentException where it is none; its message says so
   */
  public Optional<LocalDate> day(String name) {
    Optional<String> text = parameter(name);
    if (text.isEmpty()) return Optional.empty();
    try {
      LocalDate day = LocalDate.parse(text.get());
      if (day.getYear() > 0 && day.getYear() <= YEAR_MOST) return Optional.of(day);
    } catch (DateTimeParseException e) {
      // Said below, as of a year that is none.
    }
    throw new IllegalArgumentException(name + " is a day, such as 2026-01-31");
  }
}
