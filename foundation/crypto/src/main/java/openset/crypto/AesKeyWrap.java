package openset.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import openset.crypto.provider.Providers;

/** AES-256 key wrap with the default initial value (RFC 3394, RFC 3565 2.3.2). */
public final class AesKeyWrap {
  private static final int KEK_OCTETS = 32;
  private static final int BLOCK = 8;

  private AesKeyWrap() {}

  /**
   * {@code key} wrapped under {@code kek}, eight octets longer.
   *
   * @throws IllegalArgumentException where the key is not 16 octets or more in steps of eight
   */
  public static byte[] wrap(SecretBytes kek, SecretBytes key) {
    if (key.length() < 2 * BLOCK || key.length() % BLOCK != 0) {
      throw new IllegalArgumentException("no key of " + key.length() + " octets can be wrapped");
    }
    try {
      return cipher(Cipher.ENCRYPT_MODE, kek).doFinal(key.octets());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES key wrap does not wrap", e);
    }
  }

  /**
   * The key that {@link #wrap} was given.
   *
   * @throws Unauthentic where it was wrapped under another key, or changed
   */
  public static SecretBytes unwrap(SecretBytes kek, byte[] wrapped) throws Unauthentic {
    if (wrapped.length < 3 * BLOCK || wrapped.length % BLOCK != 0) throw new Unauthentic();
    Cipher cipher;
    try {
      cipher = cipher(Cipher.DECRYPT_MODE, kek);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES key wrap does not start", e);
    }
    try {
      return SecretBytes.owned(cipher.doFinal(wrapped));
    } catch (GeneralSecurityException e) {
      throw new Unauthentic();
    }
  }

  private static Cipher cipher(int mode, SecretBytes kek) throws GeneralSecurityException {
    if (kek.length() != KEK_OCTETS) throw new IllegalArgumentException("key not 32 octets");
    Cipher cipher = Providers.cipher("AES/KW/NoPadding");
    cipher.init(mode, new SecretKeySpec(kek.octets(), "AES"));
    return cipher;
  }
}
