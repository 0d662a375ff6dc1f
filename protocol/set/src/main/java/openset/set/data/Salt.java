package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.crypto.Randomness;

/**
 * Fresh octets that keep low-entropy text, such as an order, from being guessed out of its digest.
 *
 * <pre>
 * Salt ::= OCTET STRING (SIZE(20))
 * </pre>
 */
public record Salt(Der octets) {
  /** How many octets. */
  public static final int OCTETS = 20;

  public static final Tagged<Salt> TYPE =
      Asn1.octets(OCTETS, OCTETS).map("Salt", Salt::new, Salt::octets);

  public Salt {
    if (octets.length() != OCTETS) {
      throw new IllegalArgumentException("Salt is not of " + OCTETS + " octets");
    }
  }

  /** The Salt of these octets, of which there must be {@value #OCTETS}. */
  public static Salt of(byte[] octets) {
    return new Salt(Der.of(octets));
  }

  /** A fresh one. */
  public static Salt random(Randomness randomness) {
    return of(randomness.bytes(OCTETS));
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return octets.toString();
  }
}
