package openset.http.keys;

import java.util.Optional;

/**
 * What a request brings to prove who sent it. Holds a secret; printed it is redacted.
 *
 * @param method the HTTP method
 * @param target raw path and query
 * @param idempotencyKey the Idempotency-Key field, if sent once
 * @param authorization the Authorization field, if sent once
 * @param body the body's octets
 */
public record Presented(
    String method,
    String target,
    Optional<String> idempotencyKey,
    Optional<String> authorization,
    byte[] body) {
  @Override
  public String toString() {
    return "Presented[redacted]";
  }
}
