package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.crypto.Randomness;

/**
 * Names one request and its response (SET Book 3): new for every pair, the same in request,
 * response and wrapper. A retry sends the same bytes with the same RRPID.
 *
 * <pre>
 * RRPID ::= OCTET STRING (SIZE(20))
 * </pre>
 */
public record RRPID(Der octets) {
  /** How many octets. */
  public static final int OCTETS = 20;

  public static final Tagged<RRPID> TYPE =
      Asn1.octets(OCTETS, OCTETS).map("RRPID", RRPID::new, RRPID::octets);

  public RRPID {
    if (octets.length() != OCTETS) {
      throw new IllegalArgumentException("RRPID is not of " + OCTETS + " octets");
    }
  }

  /** The RRPID of these octets, of which there must be {@value #OCTETS}. */
  public static RRPID of(byte[] octets) {
    return new RRPID(Der.of(octets));
  }

  /** A fresh one. */
  public static RRPID random(Randomness randomness) {
    return of(randomness.bytes(OCTETS));
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return octets.toString();
  }
}
