package openset.crypto;

import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openset.crypto.provider.Providers;

/** HMAC (RFC 2104, FIPS 198-1). Compare the results with {@link ConstantTime}. */
public final class Hmac {
  /** How many octets a code has. */
  public static final int OCTETS = 32;

  private Hmac() {}

  /** The code of all parts one after the other. */
  public static byte[] sha256(SecretBytes key, byte[]... parts) {
    Mac mac = mac(key);
    for (byte[] part : parts) mac.update(part);
    return mac.doFinal();
  }

  /**
   * The code with SHA-1, 20 octets: for one-time passwords (RFC 6238) and nothing else, since
   * programs that show them know no other. What SHA-1 lost is collisions, which HMAC does not need.
   */
  public static byte[] sha1(SecretBytes key, byte[] message) {
    return mac("HmacSHA1", key).doFinal(message);
  }

  /** A code in the making, to be used again and again under one key by one thread. */
  static Mac mac(SecretBytes key) {
    return mac("HmacSHA256", key);
  }

  private static Mac mac(String algorithm, SecretBytes key) {
    // HMAC pads keys with zeros, so one zero is the same key as none, which Java refuses.
    byte[] octets = key.length() == 0 ? new byte[1] : key.octets();
    try {
      Mac mac = Providers.mac(algorithm);
      mac.init(new SecretKeySpec(octets, algorithm));
      return mac;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HMAC refuses a key", e);
    }
  }
}
