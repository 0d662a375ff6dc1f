package openset.set.data.card;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

/**
 * HMAC-SHA-256 of the XID under the card secret ({@link CardSecret#stain}): ties a purchase to the
 * card for whoever knows both. It travels on to the issuer.
 *
 * <pre>
 * TransStain ::= OCTET STRING (SIZE(32))    -- SET 1.0: SIZE(20), HMAC-SHA-1
 * </pre>
 */
public record TransStain(Der octets) {
  /** How many octets. */
  public static final int OCTETS = 32;

  public static final Tagged<TransStain> TYPE =
      Asn1.octets(OCTETS, OCTETS).map("TransStain", TransStain::new, TransStain::octets);

  public TransStain {
    if (octets.length() != OCTETS) throw new IllegalArgumentException("TransStain length");
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return octets.toString();
  }
}
