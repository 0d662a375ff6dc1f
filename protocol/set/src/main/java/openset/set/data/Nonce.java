package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.crypto.Randomness;

/**
 * Fresh octets that make a digest or a sealed value unlike any other.
 *
 * <pre>
 * Nonce ::= OCTET STRING (SIZE(20))
 * </pre>
 */
public record Nonce(Der octets) {
  /** How many octets. */
  public static final int OCTETS = 20;

  public static final Tagged<Nonce> TYPE =
      Asn1.octets(OCTETS, OCTETS).map("Nonce", Nonce::new, Nonce::octets);

  public Nonce {
    if (octets.length() != OCTETS) {
      throw new IllegalArgumentException("Nonce is not of " + OCTETS + " octets");
    }
  }

  /** The Nonce of these octets, of which there must be {@value #OCTETS}. */
  public static Nonce of(byte[] octets) {
    return new Nonce(Der.of(octets));
  }

  /** A fresh one. */
  public static Nonce random(Randomness randomness) {
    return of(randomness.bytes(OCTETS));
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return octets.toString();
  }
}
