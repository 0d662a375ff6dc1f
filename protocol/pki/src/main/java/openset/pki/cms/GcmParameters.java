package openset.pki.cms;

import java.util.Arrays;
import java.util.Optional;
import openset.asn1.Der;

/**
 * The one form of AES-256-GCM in an envelope (RFC 5084 3.2): a nonce of 12 octets, a tag of 16.
 *
 * <pre>
 * GCMParameters ::= SEQUENCE { aes-nonce OCTET STRING (SIZE (12)), aes-ICVlen INTEGER (16) }
 * </pre>
 */
final class GcmParameters {
  static final int NONCE_OCTETS = 12;
  static final int TAG_OCTETS = 16;

  private static final byte[] BEFORE =
      Der.ofHex("301e060960864801650304012e3011040c").bytes();
  private static final byte[] BEHIND = Der.ofHex("020110").bytes();
  private static final int NONCE_END = BEFORE.length + NONCE_OCTETS;

  private GcmParameters() {}

  /** id-aes256-GCM with {@code nonce}. */
  static Algorithm algorithm(byte[] nonce) {
    byte[] der = Arrays.copyOf(BEFORE, NONCE_END + BEHIND.length);
    System.arraycopy(nonce, 0, der, BEFORE.length, NONCE_OCTETS);
    System.arraycopy(BEHIND, 0, der, NONCE_END, BEHIND.length);
    return new Algorithm(Der.of(der));
  }

  /** The nonce, where {@code algorithm} is exactly id-aes256-GCM as above. */
  static Optional<byte[]> nonce(Algorithm algorithm) {
    byte[] der = algorithm.der().bytes();
    boolean ours =
        der.length == NONCE_END + BEHIND.length
            && Arrays.equals(der, 0, BEFORE.length, BEFORE, 0, BEFORE.length)
            && Arrays.equals(der, NONCE_END, der.length, BEHIND, 0, BEHIND.length);
    return ours ? Optional.of(Arrays.copyOfRange(der, BEFORE.length, NONCE_END)) : Optional.empty();
  }
}
