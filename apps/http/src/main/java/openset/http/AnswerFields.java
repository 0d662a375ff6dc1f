package openset.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.List;
import openset.http.json.Json;

/** What every answer says to browsers and caches, and the form of refusals below the routes. */
final class AnswerFields {
  /** Nothing is cached, sniffed, framed, run or told to third parties. */
  static final List<Header> ALL =
      List.of(
          HeaderValues.createCached("Cache-Control", "no-store"),
          HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
          HeaderValues.createCached(
              "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
          HeaderValues.createCached("Referrer-Policy", "no-referrer"),
          HeaderValues.createCached("Cross-Origin-Resource-Policy", "same-origin"));

  private AnswerFields() {}

  /** Answers what the server underneath refuses before any route sees it. */
  static DirectHandlers refusals() {
    DirectHandlers.Builder builder = DirectHandlers.builder();
    for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
      builder.addHandler(event, AnswerFields::refuse);
    }
    return builder.build();
  }

  private static DirectHandler.TransportResponse refuse(
      DirectHandler.TransportRequest request,
      DirectHandler.EventType event,
      Status status,
      ServerResponseHeaders fields,
      String message) {
    Problem problem = Problem.of(status.code(), rule(status.code()), "");
    var response =
        DirectHandler.TransportResponse.builder()
            .status(Status.create(status.code()))
            .headers(fields)
            .keepAlive(false)
            .entity(Json.write(problem));
    ALL.forEach(response::header);
    response.header(HeaderNames.CONTENT_TYPE, MediaType.PROBLEM.name());
    return response.build();
  }

  private static String rule(int status) {
    return switch (status) {
      case 408 -> "http.time";
      case 411 -> "http.length";
      case 413 -> "http.size";
      case 414, 431 -> "http.head";
      case 415 -> "http.coding";
      case 500 -> "http.bug";
      case 503 -> "http.busy";
      default -> "http.form";
    };
  }
}
