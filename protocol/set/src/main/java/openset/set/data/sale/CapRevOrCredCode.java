package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What became of a reversal of a capture, a credit, or the reversal of a credit.
 *
 * <pre>
 * CapRevOrCredCode ::= ENUMERATED {
 *   success (0), unspecifiedFailure (1), duplicateRequest (2), originalProcessed (3),
 *   originalNotFound (4), capPurged (5), missingCapData (6), missingCapToken (7),
 *   invalidCapToken (8), batchUnknown (9), batchClosed (10) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum CapRevOrCredCode {
  success(0),
  unspecifiedFailure(1),
  duplicateRequest(2),
  originalProcessed(3),
  originalNotFound(4),
  capPurged(5),
  missingCapData(6),
  missingCapToken(7),
  invalidCapToken(8),
  batchUnknown(9),
  batchClosed(10);

  public static final Tagged<CapRevOrCredCode> TYPE =
      Asn1.enumerated("CapRevOrCredCode", values(), CapRevOrCredCode::code);

  private final int code;

  CapRevOrCredCode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
