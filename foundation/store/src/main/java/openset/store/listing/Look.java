package openset.store.listing;

import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody wants to see of a list: one page of it, sorted and filtered.
 *
 * @param sort the name of what it is sorted by; any other is the list's own order
 * @param descending the last first
 * @param page from 0
 * @param size rows a page, 1 to 200
 * @param only what rows have to be, by the names of the list's filters
 */
public record Look(
    String sort, boolean descending, int page, int size, Map<String, String> only) {
  /** The most rows a page has. */
  public static final int SIZE_MOST = 200;

  private static final int PAGE_MOST = 1_000_000;

  /** Refuses a page that is none. */
  public Look {
    if (size < 1 || size > SIZE_MOST || page < 0 || page > PAGE_MOST) {
      throw new IllegalArgumentException("a page has 1 to " + SIZE_MOST + " rows");
    }
    only = Map.copyOf(only);
  }

  /** The first rows in the list's own order. */
  public static Look first(int size) {
    return new Look("", false, 0, size, Map.of());
  }

  /** The same of those rows only of which this is so too. */
  public Look of(String filter, String value) {
    Map<String, String> all = new TreeMap<>(only);
    all.put(filter, value);
    return new Look(sort, descending, page, size, all);
  }

  /** The same rows by something else. */
  public Look by(String other, boolean lastFirst) {
    return new Look(other, lastFirst, page, size, only);
  }

  /** Another page of the same rows. */
  public Look at(int other) {
    return new Look(sort, descending, other, size, only);
  }
}
