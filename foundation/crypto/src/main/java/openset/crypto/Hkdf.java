package openset.crypto;

import java.util.Arrays;
import javax.crypto.Mac;

/** HKDF with SHA-256: many keys out of one secret, each for its own purpose (RFC 5869). */
public final class Hkdf {
  private static final int BLOCKS_MAX = 255;

  private Hkdf() {}

  /**
   * {@code length} octets out of {@code secret}: extract, then expand.
   *
   * @param salt octets that need not be secret; empty is allowed
   * @param info what the octets are for
   */
  public static SecretBytes sha256(SecretBytes secret, byte[] salt, byte[] info, int length) {
    byte[] extracted = secret.use(octets -> Hmac.sha256(SecretBytes.of(salt), octets));
    return expand(SecretBytes.owned(extracted), info, length);
  }

  /** {@code length} octets out of a key that is already uniform (RFC 5869 2.3). */
  public static SecretBytes expand(SecretBytes key, byte[] info, int length) {
    if (length < 1 || length > BLOCKS_MAX * Hmac.OCTETS) {
      throw new IllegalArgumentException("HKDF gives no " + length + " octets");
    }
    Mac mac = Hmac.mac(key);
    byte[] all = new byte[length];
    byte[] block = {};
    for (int at = 0, n = 1; at < length; at += Hmac.OCTETS, n++) {
      mac.update(block);
      mac.update(info);
      mac.update((byte) n);
      block = mac.doFinal();
      System.arraycopy(block, 0, all, at, Math.min(Hmac.OCTETS, length - at));
    }
    Arrays.fill(block, (byte) 0);
    return SecretBytes.owned(all);
  }
}
