package openset.http;

import java.util.Map;
import java.util.Optional;

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
}
