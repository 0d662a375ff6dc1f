package openset.crypto;

import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openset.crypto.provider.Providers;

/** HMAC with SHA-256 (RFC 2104, FIPS 198-1). Compare the results with {@link ConstantTime}. */
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

  /** A code in the making, to be used again and again under one key by one thread. */
  static Mac mac(SecretBytes key) {
    // HMAC pads keys with zeros, so one zero is the same key as none, which Java refuses.
    byte[] octets = key.length() == 0 ? new byte[1] : key.octets();
    try {
      Mac mac = Providers.mac("HmacSHA256");
      mac.init(new SecretKeySpec(octets, "HmacSHA256"));
      return mac;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HMAC refuses a key", e);
    }
  }
}
