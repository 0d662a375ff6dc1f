package openset.set.data.auth;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What became of a reversal.
 *
 * <pre>
 * AuthRevCode ::= ENUMERATED {
 *   approved (0), unspecifiedFailure (1), noReply (2), amountError (3), expiredCard (4),
 *   invalidTransaction (5), systemError (6), missingCapToken (7), invalidCapToken (8),
 *   invalidAmount (9) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum AuthRevCode {
  approved(0),
  unspecifiedFailure(1),
  noReply(2),
  amountError(3),
  expiredCard(4),
  invalidTransaction(5),
  systemError(6),
  missingCapToken(7),
  invalidCapToken(8),
  invalidAmount(9);

  public static final Tagged<AuthRevCode> TYPE =
      Asn1.enumerated("AuthRevCode", values(), AuthRevCode::code);

  private final int code;

  AuthRevCode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
