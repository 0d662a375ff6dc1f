package openset.set.data.auth;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What kind of processing the merchant asks for.
 *
 * <pre>
 * SpecialProcessing ::= ENUMERATED {
 *   directMarketing (0), preferredCustomer (1) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum SpecialProcessing {
  directMarketing(0),
  preferredCustomer(1);

  public static final Tagged<SpecialProcessing> TYPE =
      Asn1.enumerated("SpecialProcessing", values(), SpecialProcessing::code);

  private final int code;

  SpecialProcessing(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
