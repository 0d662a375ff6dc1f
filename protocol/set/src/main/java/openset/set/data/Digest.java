package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

/**
 * A SHA-256 digest.
 *
 * <pre>
 * Digest ::= OCTET STRING (SIZE(32))    -- SET 1.0: SIZE(1..20), SHA-1
 * </pre>
 */
public record Digest(Der octets) {
  /** How many octets. */
  public static final int OCTETS = 32;

  public static final Tagged<Digest> TYPE =
      Asn1.octets(OCTETS, OCTETS).map("Digest", Digest::new, Digest::octets);

  public Digest {
    if (octets.length() != OCTETS) {
      throw new IllegalArgumentException("Digest is not of " + OCTETS + " octets");
    }
  }

  /** The digest of these octets, of which there must be {@value #OCTETS}. */
  public static Digest of(byte[] octets) {
    return new Digest(Der.of(octets));
  }

  /** The octets in hexadecimal. */
  @Override
  public String toString() {
    return octets.toString();
  }
}
