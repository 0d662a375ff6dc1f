package openset.set.data.batch;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * The kind of reimbursement between the banks.
 *
 * <pre>
 * ReimbursementID ::= ENUMERATED {
 *   unspecified (0), standard (1), keyEntered (2), electronic (3), additionalData (4),
 *   enhancedData (5), marketSpecific (6) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum ReimbursementID {
  unspecified(0),
  standard(1),
  keyEntered(2),
  electronic(3),
  additionalData(4),
  enhancedData(5),
  marketSpecific(6);

  public static final Tagged<ReimbursementID> TYPE =
      Asn1.enumerated("ReimbursementID", values(), ReimbursementID::code);

  private final int code;

  ReimbursementID(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
