package openset.http;

/** What answers at one path of a server: SET messages, JSON or stored octets. */
public sealed interface Mount permits SetMount, JsonRoute, Resource {
  /** The HTTP method it answers to. */
  Method method();

  /** Where it is found. */
  PathTemplate path();

  /** The methods this server speaks (RFC 9110 9.3). */
  enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }
}
