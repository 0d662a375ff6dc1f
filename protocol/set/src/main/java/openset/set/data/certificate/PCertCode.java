package openset.set.data.certificate;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Whether a gateway has a certificate for a brand.
 *
 * <pre>
 * PCertCode ::= ENUMERATED {
 *   success (0), unspecifiedFailure (1), brandNotSupported (2), unknownBIN (3) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum PCertCode {
  success(0),
  unspecifiedFailure(1),
  brandNotSupported(2),
  unknownBIN(3);

  public static final Tagged<PCertCode> TYPE =
      Asn1.enumerated("PCertCode", values(), PCertCode::code);

  private final int code;

  PCertCode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
