package openset.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request as far as its head was read; the body is read when somebody asks for it.
 *
 * @param peer who sent it
 * @param method by which method
 * @param target raw path and query, as sent
 * @param path raw path, still percent-encoded
 * @param query the query's parameters, each at most once
 * @param field looks a header field up; a field sent more than once is absent
 * @param secure whether it came over TLS
 * @param reader reads the body
 */
record Request(
    Peer peer,
    String method,
    String target,
    String path,
    Map<String, String> query,
    Function<String, Optional<String>> field,
    boolean secure,
    Body reader) {

  /** Reads a body within the limits. */
  @FunctionalInterface
  interface Body {
    byte[] read() throws HttpRefused;
  }

  Optional<MediaType> mediaType() {
    return field.apply("Content-Type").flatMap(MediaType::ofField);
  }

  byte[] body() throws HttpRefused {
    return reader.read();
  }
}
