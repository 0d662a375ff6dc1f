package openset.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import openset.crypto.provider.Providers;

/** AES-256-GCM with nonces of 96 bits and tags of 128 bits (SP 800-38D, RFC 5084). */
public final class AesGcm {
  /** How many octets a key has. */
  public static final int KEY_OCTETS = 32;

  /** How many octets a nonce has. Never use one twice under the same key. */
  public static final int NONCE_OCTETS = 12;

  /** How many octets the tag at the end has. */
  public static final int TAG_OCTETS = 16;

  private AesGcm() {}

  /** The ciphertext with its tag behind it. */
  public static byte[] seal(SecretBytes key, byte[] nonce, byte[] aad, byte[] data) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, aad).doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not seal", e);
    }
  }

  /**
   * The data that {@link #seal} was given.
   *
   * @throws Unauthentic where key, nonce, additional data, ciphertext or tag is another
   */
  public static byte[] open(SecretBytes key, byte[] nonce, byte[] aad, byte[] sealed)
      throws Unauthentic {
    if (nonce.length != NONCE_OCTETS || sealed.length < TAG_OCTETS) throw new Unauthentic();
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, aad).doFinal(sealed);
    } catch (AEADBadTagException e) {
      throw new Unauthentic();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not open", e);
    }
  }

  /**
   * What lies under a ciphertext whose tag is not looked at: GCM enciphers by counting on from its
   * nonce. Says what a holder of the key can read, and proves nothing.
   */
  static byte[] unproved(SecretBytes key, byte[] nonce, byte[] ciphertext) {
    byte[] counter = Arrays.copyOf(nonce, 16);
    counter[15] = 2;
    try {
      Cipher cipher = Providers.cipher("AES/CTR/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key.octets(), "AES"),
          new IvParameterSpec(counter));
      return cipher.doFinal(ciphertext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES does not count", e);
    }
  }

  private static Cipher cipher(int mode, SecretBytes key, byte[] nonce, byte[] aad)
      throws GeneralSecurityException {
    if (key.length() != KEY_OCTETS) throw new IllegalArgumentException("key not 32 octets");
    if (nonce.length != NONCE_OCTETS) throw new IllegalArgumentException("nonce not 12 octets");
    Cipher cipher = Providers.cipher("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(key.octets(), "AES"),
        new GCMParameterSpec(TAG_OCTETS * 8, nonce));
    cipher.updateAAD(aad);
    return cipher;
  }
}
