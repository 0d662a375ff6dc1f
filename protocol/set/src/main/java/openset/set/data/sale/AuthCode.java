package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What became of an authorization.
 *
 * <pre>
 * AuthCode ::= ENUMERATED {
 *   approved (0), unspecifiedFailure (1), declined (2), noReply (3), callIssuer (4),
 *   amountError (5), expiredCard (6), invalidTransaction (7), systemError (8),
 *   piPreviouslyUsed (9), recurringTooSoon (10), recurringExpired (11), piAuthMismatch (12),
 *   installRecurMismatch (13), captureNotSupported (14), signatureRequired (15),
 *   cardMerchBrandMismatch (16) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum AuthCode {
  approved(0),
  unspecifiedFailure(1),
  declined(2),
  noReply(3),
  callIssuer(4),
  amountError(5),
  expiredCard(6),
  invalidTransaction(7),
  systemError(8),
  piPreviouslyUsed(9),
  recurringTooSoon(10),
  recurringExpired(11),
  piAuthMismatch(12),
  installRecurMismatch(13),
  captureNotSupported(14),
  signatureRequired(15),
  cardMerchBrandMismatch(16);

  public static final Tagged<AuthCode> TYPE = Asn1.enumerated("AuthCode", values(), AuthCode::code);

  private final int code;

  AuthCode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
