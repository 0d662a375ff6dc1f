package openset.http.clearing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.store.listing.Look;

/**
 * What may be asked of a list, in the words of the office: {@code sort}, {@code order} (asc or
 * desc), {@code page} from 0, {@code most} up to 200, and the list's own filters.
 *
 * @param sorts names by which it is sorted
 * @param filters names of its filters
 * @param constants those of the filters whose values are names of constants, in any case
 */
record Asked(Set<String> sorts, Set<String> filters, Set<String> constants) {
  /** What the path says, and what is so unless the query says otherwise. */
  record Said(Map<String, String> fixed, Map<String, String> usual, int most) {
    /** A list of so many rows as long as nobody asks for more or fewer. */
    static Said most(int most) {
      return new Said(Map.of(), Map.of(), most);
    }

    Said fixed(String filter, String value) {
      return new Said(Map.of(filter, value), usual, most);
    }

    Said usually(String filter, String value) {
      return new Said(fixed, Map.of(filter, value), most);
    }
  }

  /** The page that the query of a call asks for. */
  Look look(Call<?> call, Said said) throws HttpRefused {
    String sort = oneOf(call, "sort", sorts);
    String order = oneOf(call, "order", Set.of("asc", "desc"));
    Map<String, String> only = new TreeMap<>(said.usual());
    for (String filter : filters) {
      call.parameter(filter).ifPresent(text -> only.put(filter, value(filter, text)));
    }
    only.putAll(said.fixed());
    try {
      return new Look(
          sort,
          order.equals("desc"),
          call.number("page").orElse(0),
          call.number("most").orElse(said.most()),
          only);
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage());
    }
  }

  private String value(String filter, String text) {
    return constants.contains(filter) ? text.toUpperCase(Locale.ROOT) : text;
  }

  /** One of these, or nothing where the query does not say. */
  private static String oneOf(Call<?> call, String name, Set<String> all) throws HttpRefused {
    String text = call.parameter(name).orElse("");
    if (text.isEmpty() || all.contains(text)) return text;
    throw refused(name + " is one of " + String.join(", ", all.stream().sorted().toList()));
  }

  private static HttpRefused refused(String what) {
    return new HttpRefused(422, "clearing.query", what);
  }
}
