package openset.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.http.json.Json;

/**
 * What goes back for one request.
 *
 * @param status the HTTP status
 * @param type the media type of the body, with its parameters
 * @param body the octets; none for an answer without body
 * @param fields more header fields
 * @param stream writes the body bit by bit instead
 */
record Answer(
    int status,
    String type,
    byte[] body,
    Map<String, List<String>> fields,
    Optional<Stream> stream) {
  /** Writes a body whose end is not known. */
  @FunctionalInterface
  interface Stream {
    void write(OutputStream to) throws IOException, InterruptedException;
  }

  static Answer of(int status, String type, byte[] body) {
    return new Answer(status, type, body, Map.of(), Optional.empty());
  }

  static Answer of(int status, MediaType type, byte[] body) {
    return of(status, type.name(), body);
  }

  static Answer problem(Problem problem) {
    return of(problem.status(), MediaType.PROBLEM, Json.write(problem));
  }

  static Answer problem(int status, String rule, String detail) {
    return problem(Problem.of(status, rule, detail));
  }

  Answer with(String field, String value) {
    return with(field, List.of(value));
  }

  Answer with(String field, List<String> values) {
    Map<String, List<String>> all = new LinkedHashMap<>(fields);
    all.put(field, values);
    return new Answer(status, type, body, all, stream);
  }

  /** Readable by pages of all origins. */
  Answer forAllOrigins() {
    return with("Access-Control-Allow-Origin", "*")
        .with("Cross-Origin-Resource-Policy", "cross-origin");
  }

  Answer streaming(Stream writer) {
    return new Answer(status, type, body, fields, Optional.of(writer));
  }
}
