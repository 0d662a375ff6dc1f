package openset.pki;

import java.util.Set;
import openset.asn1.Tagged;
import openset.pki.x509.NamedBits;

/**
 * What a certified key is for (RFC 5280 4.2.1.3): the bits SET needs. A key has one use; an
 * authority's issuing key signs certificates and the CRL that lists them.
 */
public enum KeyUse {
  /** digitalSignature(0): messages. */
  SIGN(0),
  /** keyAgreement(4): opens envelopes. */
  AGREE(4),
  /** keyCertSign(5). */
  CERT_SIGN(5),
  /** cRLSign(6): CRLs and the brand's CRL identifier. */
  CRL_SIGN(6);

  /**
   * {@code KeyUsage ::= BIT STRING}; bits of RFC 5280 that have no constant here are refused, for
   * no SET key may have them.
   */
  public static final Tagged<Set<KeyUse>> TYPE =
      NamedBits.type("KeyUsage", KeyUse.class, use -> use.bit);

  private final int bit;

  KeyUse(int bit) {
    this.bit = bit;
  }
}
