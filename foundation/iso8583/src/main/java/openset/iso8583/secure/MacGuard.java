package openset.iso8583.secure;

import java.util.Arrays;
import java.util.Optional;
import openset.crypto.Cmac;
import openset.crypto.ConstantTime;
import openset.crypto.SecretBytes;

/**
 * The session keys of one connection. A new key is expected beside the old one until the first
 * message under it arrives; from then on the old one counts no more. One thread reads.
 */
public final class MacGuard {
  /** Octets of a code: the first eight of the AES-CMAC. */
  public static final int OCTETS = 8;

  private volatile SecretBytes sending;
  private volatile SecretBytes current;
  private volatile SecretBytes expected;

  /** Accepts that key too from now on, and alone once the peer used it. */
  public void expect(SecretBytes key) {
    expected = key;
  }

  /** True when a message under that key was taken: the peer has it too. */
  public boolean isProved(SecretBytes key) {
    return key.equals(current);
  }

  /** Expects no other key any more. */
  public void forget() {
    expected = null;
  }

  /** Sends under that key from now on. */
  public void sendUnder(SecretBytes key) {
    sending = key;
  }

  /** The key to send under, when there is one. */
  public Optional<SecretBytes> sending() {
    return Optional.ofNullable(sending);
  }

  /** True while no key was ever agreed: messages then carry no code. */
  public boolean isBare() {
    return current == null && sending == null;
  }

  /** True when the code is right under a key that counts; the newest then counts alone. */
  public boolean accepts(byte[] code, byte[] message, int from, int length) {
    SecretBytes next = expected;
    if (next != null && right(next, code, message, from, length)) {
      current = next;
      expected = null;
      return true;
    }
    SecretBytes now = current;
    return now != null && right(now, code, message, from, length);
  }

  private static boolean right(SecretBytes key, byte[] code, byte[] message, int from, int length) {
    return ConstantTime.equal(code(key, message, from, length), code);
  }

  /** The code of a message under a key. */
  public static byte[] code(SecretBytes key, byte[] message, int from, int length) {
    return Arrays.copyOf(Cmac.of(key, message, from, length), OCTETS);
  }
}
