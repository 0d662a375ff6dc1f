package openset.crypto;

import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * AES-CMAC (RFC 4493, SP 800-38B), by Bouncy Castle: the JDK has none. Compare the results with
 * {@link ConstantTime}.
 */
public final class Cmac {
  /** How many octets a code has. */
  public static final int OCTETS = 16;

  private Cmac() {}

  /** The code of {@code length} octets from {@code from} on, under a key of 16, 24 or 32 octets. */
  public static byte[] of(SecretBytes key, byte[] message, int from, int length) {
    CMac mac = new CMac(AESEngine.newInstance());
    mac.init(new KeyParameter(key.octets()));
    mac.update(message, from, length);
    byte[] code = new byte[OCTETS];
    mac.doFinal(code, 0);
    return code;
  }

  /** The code of all of {@code message}. */
  public static byte[] of(SecretBytes key, byte[] message) {
    return of(key, message, 0, message.length);
  }
}
