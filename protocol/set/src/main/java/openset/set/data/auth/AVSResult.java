package openset.set.data.auth;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What the check of the billing address gave.
 *
 * <pre>
 * AVSResult ::= ENUMERATED {
 *   resultUnavailable (0), noMatch (1), addressMatchOnly (2), postalCodeMatchOnly (3),
 *   fullMatch (4) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum AVSResult {
  resultUnavailable(0),
  noMatch(1),
  addressMatchOnly(2),
  postalCodeMatchOnly(3),
  fullMatch(4);

  public static final Tagged<AVSResult> TYPE =
      Asn1.enumerated("AVSResult", values(), AVSResult::code);

  private final int code;

  AVSResult(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
