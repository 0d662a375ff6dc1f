package openset.iso8583.secure;

import java.util.Arrays;
import java.util.HexFormat;
import openset.crypto.AesKeyWrap;
import openset.crypto.Cmac;
import openset.crypto.ConstantTime;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Unauthentic;

/**
 * A session key on its way (HL-113): wrapped under the link master key (RFC 3394) together with
 * the challenge of the side that takes it, and its check value beside it.
 *
 * @param wrapped as element 125 holds it: 96 hexadecimal digits
 * @param check as element 126 holds it: the first five octets of the AES-CMAC of sixteen zeros
 *     under the key, ten hexadecimal digits
 */
public record KeyExchange(String wrapped, String check) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int CHALLENGE = 16;
  private static final int CHECK = 5;

  /** A session key offered, and how it travels. */
  public record Offered(SecretBytes key, KeyExchange exchange) {}

  /** A session key that is not taken: replayed, of another master key, changed, or mistyped. */
  public static final class Rejected extends Exception {
    private static final long serialVersionUID = 1;

    Rejected(String rule) {
      super(rule, null, false, false);
    }
  }

  /** A challenge: sixteen digits that come but once (element 53). */
  public static String challenge(Randomness randomness) {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < CHALLENGE) {
      int octet = randomness.bytes(1)[0] & 0xff;
      if (octet < 250) digits.append(octet % 10);
    }
    return digits.toString();
  }

  /** Offers a new session key to whoever gave that challenge. */
  public static Offered offer(SecretBytes master, String challenge, Randomness randomness) {
    SecretBytes key = SecretBytes.random(LinkKeys.OCTETS, randomness);
    SecretBytes bound =
        key.use(
            octets -> {
              byte[] all = Arrays.copyOf(packed(challenge), CHALLENGE / 2 + octets.length);
              System.arraycopy(octets, 0, all, CHALLENGE / 2, octets.length);
              return SecretBytes.of(all);
            });
    String wrapped = HEX.formatHex(AesKeyWrap.wrap(master, bound));
    return new Offered(key, new KeyExchange(wrapped, checkValue(key)));
  }

  /**
   * The session key that was offered to whoever gave {@code challenge}.
   *
   * @throws Rejected where it was made for another challenge or under another master key, or its
   *     check value is another
   */
  public SecretBytes accept(SecretBytes master, String challenge) throws Rejected {
    SecretBytes bound;
    try {
      bound = AesKeyWrap.unwrap(master, HEX.parseHex(wrapped));
    } catch (Unauthentic | IllegalArgumentException e) {
      throw new Rejected("the key is not wrapped under the link master key");
    }
    if (bound.length() != CHALLENGE / 2 + LinkKeys.OCTETS) throw new Rejected("no session key");
    byte[] expected = packed(challenge);
    boolean fresh =
        bound.use(all -> ConstantTime.equal(Arrays.copyOf(all, CHALLENGE / 2), expected));
    if (!fresh) throw new Rejected("the exchange is a replay");
    SecretBytes key =
        bound.use(all -> SecretBytes.of(Arrays.copyOfRange(all, CHALLENGE / 2, all.length)));
    if (!checkValue(key).equals(check)) throw new Rejected("the check value is wrong");
    return key;
  }

  private static byte[] packed(String challenge) {
    return HEX.parseHex(challenge);
  }

  /** What may be shown of a key, to see that both sides have the same. */
  public static String checkValue(SecretBytes key) {
    return HEX.formatHex(Cmac.of(key, new byte[Cmac.OCTETS]), 0, CHECK);
  }
}
