package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.crypto.Randomness;

/**
 * The transaction identifier of one purchase, unique in the world: made by the merchant in
 * PInitRes, or by the cardholder where there is no PInit exchange.
 *
 * <pre>
 * XID ::= OCTET STRING (SIZE(20))
 * </pre>
 */
public record XID(Der octets) {
  /** How many octets. */
  public static final int OCTETS = 20;

  public static final Tagged<XID> TYPE =
      Asn1.octets(OCTETS, OCTETS).map("XID", XID::new, XID::octets);

  public XID {
    if (octets.length() != OCTETS) {
      throw new IllegalArgumentException("XID is not of " + OCTETS + " octets");
    }
  }

  /** The XID of these octets, of which there must be {@value #OCTETS}. */
  public static XID of(byte[] octets) {
    return new XID(Der.of(octets));
  }

  /** A fresh one. */
  public static XID random(Randomness randomness) {
    return of(randomness.bytes(OCTETS));
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return octets.toString();
  }
}
