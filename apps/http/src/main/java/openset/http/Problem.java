package openset.http;

/**
 * A refusal on the wire (RFC 9457): what and which rule, never how we are built.
 *
 * @param type always {@code about:blank}: the status says what kind, the rule says which
 * @param title the status in words
 * @param status the HTTP status code
 * @param rule the rule broken, such as {@code http.size} or {@code order.stock}
 * @param detail one sentence for a person; empty when there is nothing more to say
 */
public record Problem(String type, String title, int status, String rule, String detail) {
  /** A problem of this status and rule. */
  public static Problem of(int status, String rule, String detail) {
    return new Problem("about:blank", title(status), status, rule, detail);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 402 -> "Payment Required";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 411 -> "Length Required";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 423 -> "Locked";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Error";
    };
  }
}
