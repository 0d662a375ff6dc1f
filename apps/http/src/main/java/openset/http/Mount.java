package openset.http;

/** What answers at one path of a server: SET messages, JSON, stored octets, pages. */
public sealed interface Mount
    permits SetMount, JsonRoute, Resource, PageRoute, AssetMount, EventRoute {
  /** The HTTP method it answers to. */
  Method method();

  /** Where it is found. */
  PathTemplate path();

  /**
   * Whether pages of all origins may use it by script (Fetch, CORS protocol): SET messages and what
   * is published carry their own proof and no cookies.
   */
  default boolean isForAllOrigins() {
    return this instanceof SetMount
        || this instanceof Resource resource && resource.keys().isEmpty();
  }

  /** The methods this server speaks (RFC 9110 9.3). */
  enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }
}
