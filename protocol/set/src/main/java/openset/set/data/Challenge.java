package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.crypto.Randomness;

/**
 * Fresh octets that a peer must sign or echo: the proof that its answer is no replay.
 *
 * <pre>
 * Challenge ::= OCTET STRING (SIZE(20))
 * </pre>
 */
public record Challenge(Der octets) {
  /** How many octets. */
  public static final int OCTETS = 20;

  public static final Tagged<Challenge> TYPE =
      Asn1.octets(OCTETS, OCTETS).map("Challenge", Challenge::new, Challenge::octets);

  public Challenge {
    if (octets.length() != OCTETS) {
      throw new IllegalArgumentException("Challenge is not of " + OCTETS + " octets");
    }
  }

  /** The Challenge of these octets, of which there must be {@value #OCTETS}. */
  public static Challenge of(byte[] octets) {
    return new Challenge(Der.of(octets));
  }

  /** A fresh one. */
  public static Challenge random(Randomness randomness) {
    return of(randomness.bytes(OCTETS));
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return octets.toString();
  }
}
