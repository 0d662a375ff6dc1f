package openset.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The key derivation of ANSI X9.63 with SHA-256 (SEC 1 3.6.1, RFC 5753 7.1.4). */
public final class X963Kdf {
  private static final int LENGTH_MAX = 1 << 16;

  private X963Kdf() {}

  /**
   * {@code length} octets out of {@code shared}.
   *
   * @param info what both sides know of the key, such as the DER of ECC-CMS-SharedInfo
   */
  public static SecretBytes sha256(SecretBytes shared, byte[] info, int length) {
    if (length < 1 || length > LENGTH_MAX) {
      throw new IllegalArgumentException("X9.63 gives no " + length + " octets here");
    }
    byte[] all = new byte[length];
    int size = DigestAlgorithm.SHA256.octets();
    for (int at = 0, n = 1; at < length; at += size, n++) {
      byte[] counter = ByteBuffer.allocate(Integer.BYTES).putInt(n).array();
      byte[] block = DigestAlgorithm.SHA256.digest(shared.octets(), counter, info);
      System.arraycopy(block, 0, all, at, Math.min(size, length - at));
      Arrays.fill(block, (byte) 0);
    }
    return SecretBytes.owned(all);
  }
}
