package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Under which conditions of the card network an authorization was given.
 *
 * <pre>
 * AuthCharInd ::= ENUMERATED {
 *   directMarketing (0), recurringPayment (1), addressVerification (2), preferredCustomer (3),
 *   incrementalAuth (4) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum AuthCharInd {
  directMarketing(0),
  recurringPayment(1),
  addressVerification(2),
  preferredCustomer(3),
  incrementalAuth(4);

  public static final Tagged<AuthCharInd> TYPE =
      Asn1.enumerated("AuthCharInd", values(), AuthCharInd::code);

  private final int code;

  AuthCharInd(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
