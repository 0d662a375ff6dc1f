package openset.http.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import openset.crypto.DigestAlgorithm;
import openset.crypto.Hmac;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;

/**
 * A secret that two programs share by configuration, and how it is shown.
 *
 * <p>{@link Scheme#BEARER} sends the secret itself (RFC 6750): {@code Bearer name~secret}, for
 * connections over TLS. {@link Scheme#SIGNED} sends an HMAC-SHA256 over what is asked, the time and
 * a nonce, {@code OpenSET-HMAC name~time~nonce~mac}: the secret never travels, a changed request
 * does not verify, and a repeated one is refused.
 *
 * @param client whose key it is
 * @param secret at least 16 octets
 * @param scheme how it is shown
 */
public record ApiKey(ClientName client, SecretBytes secret, Scheme scheme) {
  /** How a key is shown. */
  public enum Scheme {
    /** By sending it. */
    BEARER,
    /** By signing with it. */
    SIGNED
  }

  static final String BEARER = "Bearer ";
  static final String SIGNED = "OpenSET-HMAC ";
  static final int NONCE_OCTETS = 16;

  private static final int SECRET_MIN = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  public ApiKey {
    if (secret.length() < SECRET_MIN) {
      throw new IllegalArgumentException("an API key has at least 16 octets");
    }
  }

  /**
   * The value of the Authorization field for a request.
   *
   * @param request what is asked; its own authorization is not looked at
   * @param now the present
   * @param randomness draws the nonce
   */
  public String authorization(Presented request, Instant now, Randomness randomness) {
    if (scheme == Scheme.BEARER) {
      return BEARER + client + "~" + secret.use(BASE64::encodeToString);
    }
    String time = Long.toString(now.getEpochSecond());
    String nonce = BASE64.encodeToString(randomness.bytes(NONCE_OCTETS));
    String mac = BASE64.encodeToString(mac(request, time, nonce));
    return SIGNED + client + "~" + time + "~" + nonce + "~" + mac;
  }

  /** The code over a request; every part ends where a line ends, so that none runs into another. */
  byte[] mac(Presented request, String time, String nonce) {
    String head =
        String.join(
            "\n",
            SIGNED.strip(),
            client.name(),
            time,
            nonce,
            request.method(),
            request.target(),
            request.idempotencyKey().orElse(""),
            "");
    byte[] digest = DigestAlgorithm.SHA256.digest(request.body());
    return Hmac.sha256(secret, head.getBytes(UTF_8), digest);
  }

  @Override
  public String toString() {
    return "ApiKey[" + client + ", " + scheme + "]";
  }
}
