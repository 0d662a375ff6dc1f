package openset.http.once;

import java.util.regex.Pattern;

/**
 * Names one request: a client's own key at one route. Clients do not see each other's keys.
 *
 * @param client the client's proved name; empty for a route that asks for none
 * @param route method and path of the request
 * @param key the value of the Idempotency-Key field
 */
public record RequestKey(String client, String route, String key) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

  public RequestKey {
    if (!isWellFormed(key)) {
      throw new IllegalArgumentException("not an idempotency key");
    }
  }

  /** Whether a field is usable: 8 to 128 letters, digits, dots, dashes, colons, underscores. */
  public static boolean isWellFormed(String key) {
    return FORM.matcher(key).matches();
  }
}
