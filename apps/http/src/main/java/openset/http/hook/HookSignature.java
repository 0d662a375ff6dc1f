package openset.http.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import openset.crypto.Hmac;
import openset.crypto.SecretBytes;

/**
 * The signature of a webhook's message (Standard Webhooks 1.0): HMAC-SHA-256 over id, time and
 * body, with dots between.
 */
public final class HookSignature {
  private HookSignature() {}

  /** The value of {@code webhook-signature}: {@code v1,} and the code in base64. */
  public static String of(SecretBytes secret, String id, Instant at, byte[] body) {
    String head = id + "." + at.getEpochSecond() + ".";
    byte[] code = Hmac.sha256(secret, head.getBytes(UTF_8), body);
    return "v1," + Base64.getEncoder().encodeToString(code);
  }
}
