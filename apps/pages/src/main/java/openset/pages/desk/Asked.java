package openset.pages.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openset.store.listing.Look;

/**
 * What somebody wants to see of a listing, as its query says.
 *
 * @param path of the page
 * @param sort name of a column by which rows may be sorted; empty for the order they come in
 * @param descending the greatest first
 * @param page from 0
 * @param size rows a page
 * @param chosen values of the filters that are filled in, by their names
 */
public record Asked(
    String path,
    String sort,
    boolean descending,
    int page,
    int size,
    Map<String, String> chosen) {
  /** Keeps the filters in their order. */
  public Asked {
    chosen = Map.copyOf(chosen);
  }

  /** What a filter is filled in with. */
  public Optional<String> chosen(String filter) {
    return Optional.ofNullable(chosen.get(filter));
  }

  /** Whether a filter is not filled in, or with just this. */
  public boolean allows(String filter, String value) {
    return chosen(filter).map(value::equals).orElse(true);
  }

  /** Whether a filter is not filled in, or its text is part of this, whatever the case. */
  public boolean finds(String filter, String text) {
    return chosen(filter)
        .map(said -> text.toLowerCase(Locale.ROOT).contains(said.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }

  /** The first moment of a filter's day, in UTC. */
  public Optional<Instant> from(String filter) {
    return chosen(filter)
        .map(day -> LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The first moment after a filter's day, in UTC. */
  public Optional<Instant> until(String filter) {
    return chosen(filter)
        .map(day -> LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The same as a list in a database takes it, whose sorts and filters have these names. */
  public Look look() {
    return new Look(sort, descending, page, size, chosen);
  }

  /** How many rows stand on the pages before. */
  public long skipped() {
    return (long) page * size;
  }

  /** Path and query of this. */
  public String here() {
    return at(sort, descending, page);
  }

  /** Sorted by a column: the other way round where it is already. */
  String sortedBy(String column) {
    return at(column, sort.equals(column) && !descending, 0);
  }

  String onPage(int other) {
    return at(sort, descending, other);
  }

  private String at(String column, boolean downwards, int number) {
    Map<String, String> query = new LinkedHashMap<>();
    chosen.keySet().stream().sorted().forEach(name -> query.put(name, chosen.get(name)));
    if (!column.isEmpty()) {
      query.put("sort", column);
      query.put("order", downwards ? "desc" : "asc");
    }
    if (number > 0) query.put("page", String.valueOf(number));
    return query.isEmpty()
        ? path
        : path
            + query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
