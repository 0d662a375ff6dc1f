package openset.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook got: something that happened to an order. The same message may come again, so
 * remember its id; those of one order come in their sequence.
 *
 * @param id by which it is known again
 * @param type {@code order.} and one of {@code placed}, {@code expired}, {@code authorized},
 *     {@code authorization_reduced}, {@code declined}, {@code rejected}, {@code shipped}, {@code
 *     captured}, {@code capture_reversed}, {@code voided}, {@code refunded}, {@code
 *     refund_reversed}, {@code payment_due}, {@code payment_made}, {@code payment_declined},
 *     {@code plan_ended}
 * @param timestamp when it happened
 */
public record WebhookMessage(String id, String type, Instant timestamp, Data data) {
  private static final Duration AGE_MAX = Duration.ofMinutes(5);
  private static final String PREFIX = "whsec_";

  /**
   * What it is about.
   *
   * @param order the order's name in the API
   * @param reference your number of the order
   * @param sequence its place among the events of the order, from 1 without gaps
   */
  public record Data(
      String order,
      String orderNumber,
      Optional<String> reference,
      int sequence,
      Optional<Order.Amount> amount,
      List<Integer> lines,
      Optional<String> tracking,
      Optional<String> code) {}

  /** A message that is not from the merchant's API, or too old. */
  public static final class Forged extends Exception {
    private static final long serialVersionUID = 1;

    Forged(String message) {
      super(message);
    }
  }

  /**
   * Opens a message whose signature is good (Standard Webhooks 1.0).
   *
   * @param secret the webhook's: {@code whsec_} and base64
   * @param header gives the value of a header field by its name, or null
   * @param body the octets of the request, unchanged
   * @throws Forged where the signature is not, or was made more than five minutes ago
   */
  public static WebhookMessage open(
      String secret, Function<String, String> header, byte[] body) throws Forged {
    return open(secret, header, body, Instant.now());
  }

  static WebhookMessage open(
      String secret, Function<String, String> header, byte[] body, Instant now) throws Forged {
    String id = field(header, "webhook-id");
    String time = field(header, "webhook-timestamp");
    byte[] expected = code(secret, id + "." + time + ".", body);
    boolean good = false;
    for (String shown : field(header, "webhook-signature").split(" ", 10)) {
      if (!shown.startsWith("v1,")) continue;
      good |= MessageDigest.isEqual(expected, decoded(shown.substring(3)));
    }
    if (!good) throw new Forged("the signature is not good");
    // Only now: what is not signed says nothing.
    Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
    if (Duration.between(sent, now).abs().compareTo(AGE_MAX) > 0) throw new Forged("too old");
    WebhookMessage message = Wire.read(body, WebhookMessage.class);
    if (!message.id().equals(id)) throw new Forged("the id is another");
    return message;
  }

  private static String field(Function<String, String> header, String name) throws Forged {
    String value = header.apply(name);
    if (value == null) throw new Forged(name + " is missing");
    return value;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] code(String secret, String head, byte[] body) {
    String plain = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(plain), "HmacSHA256"));
      mac.update(head.getBytes(UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
