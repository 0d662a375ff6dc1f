package openset.http;

import java.util.Map;
import java.util.Optional;
import openset.http.keys.ApiKeys;

/**
 * Octets to be fetched by GET: a revocation list, a certificate, a brand's list identifier.
 *
 * @param path where, with names for what may vary
 * @param source who finds the octets; none is status 404
 * @param keys who may fetch them; none means everybody
 */
public record Resource(PathTemplate path, Source source, Optional<ApiKeys> keys)
    implements Mount {
  /** A resource at a path template. */
  public static Resource at(String path, Source source) {
    return new Resource(PathTemplate.of(path), source, Optional.empty());
  }

  /** The same for holders of these keys only. */
  public Resource only(ApiKeys holders) {
    return new Resource(path, source, Optional.of(holders));
  }

  @Override
  public Method method() {
    return Method.GET;
  }

  /** Finds the octets for a request. */
  @FunctionalInterface
  public interface Source {
    /**
     * The octets, if there are any.
     *
     * @param names the path's varying parts by name
     */
    Optional<Octets> find(Map<String, String> names);
  }

  /**
   * What is served.
   *
   * @param type its media type
   * @param bytes the octets
   */
  public record Octets(MediaType type, byte[] bytes) {}
}
