package openset.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An API key: signs requests, never travels. Printed it is redacted.
 *
 * @param name its name
 * @param secret its characters are the key of the HMAC
 */
record SigningKey(String name, String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String SCHEME = "OpenSET-HMAC";

  static SigningKey of(String key) {
    int tilde = key.indexOf('~');
    if (tilde < 1) throw new IllegalArgumentException("an API key is a name, ~ and a secret");
    return new SigningKey(key.substring(0, tilde), key.substring(tilde + 1));
  }

  /** The value of the Authorization field. */
  String authorization(String method, String target, String once, byte[] body, long seconds) {
    byte[] octets = new byte[16];
    RANDOM.nextBytes(octets);
    String nonce = BASE64.encodeToString(octets);
    String time = Long.toString(seconds);
    String head = String.join("\n", SCHEME, name, time, nonce, method, target, once, "");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      mac.update(head.getBytes(UTF_8));
      byte[] code = mac.doFinal(MessageDigest.getInstance("SHA-256").digest(body));
      return String.join("~", SCHEME + " " + name, time, nonce, BASE64.encodeToString(code));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256 and SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + name + "]";
  }
}
