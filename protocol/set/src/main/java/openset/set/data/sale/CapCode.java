package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What became of a capture.
 *
 * <pre>
 * CapCode ::= ENUMERATED {
 *   success (0), unspecifiedFailure (1), duplicateRequest (2), authExpired (3),
 *   authDataMissing (4), invalidAuthData (5), capTokenMissing (6), invalidCapToken (7),
 *   batchUnknown (8), batchClosed (9), unknownXID (10), unknownLID (11) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum CapCode {
  success(0),
  unspecifiedFailure(1),
  duplicateRequest(2),
  authExpired(3),
  authDataMissing(4),
  invalidAuthData(5),
  capTokenMissing(6),
  invalidCapToken(7),
  batchUnknown(8),
  batchClosed(9),
  unknownXID(10),
  unknownLID(11);

  public static final Tagged<CapCode> TYPE = Asn1.enumerated("CapCode", values(), CapCode::code);

  private final int code;

  CapCode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
