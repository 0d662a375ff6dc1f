package openset.http;

import java.util.Map;

/**
 * What goes back for one request.
 *
 * @param status the HTTP status
 * @param type the media type of the body
 * @param body the octets; none for an answer without body
 * @param fields more header fields
 */
record Answer(int status, MediaType type, byte[] body, Map<String, String> fields) {
  static Answer of(int status, MediaType type, byte[] body) {
    return new Answer(status, type, body, Map.of());
  }

  static Answer problem(Problem problem) {
    return of(problem.status(), MediaType.PROBLEM, Json.write(problem));
  }

  static Answer problem(int status, String rule, String detail) {
    return problem(Problem.of(status, rule, detail));
  }

  Answer with(String field, String value) {
    return new Answer(status, type, body, Map.of(field, value));
  }
}
