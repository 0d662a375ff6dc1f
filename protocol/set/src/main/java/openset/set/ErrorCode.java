package openset.set;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Why a message could not be processed, spelled as in SET.
 *
 * <pre>
 * ErrorCode ::= ENUMERATED {
 *   unspecifiedFailure (1), messageNotSupported (2), decodingFailure (3),
 *   invalidCertificate (4), expiredCertificate (5), revokedCertificate (6),
 *   missingCertificate (7), signatureFailure (8), badMessageHeader (9),
 *   wrapperMsgMismatch (10), versionTooOld (11), versionTooNew (12),
 *   unrecognizedExtension (13), messageTooBig (14), signatureRequired (15),
 *   messageTooOld (16), messageTooNew (17), thumbsMismatch (18), unknownRRPID (19),
 *   unknownXID (20), unknownLID (21), challengeMismatch (22) }
 * </pre>
 *
 * <p>Names and order are documented; the numbers are not confirmed by a public source.
 */
public enum ErrorCode {
  /** None of the others. */
  unspecifiedFailure(1),

  /** A message, or an algorithm in it, that is valid but not one of ours. */
  messageNotSupported(2),

  /** Cannot be decoded or opened; says nothing about why. */
  decodingFailure(3),

  /** A certificate that is broken or not for this use. */
  invalidCertificate(4),

  /** A certificate past its end or before its start. */
  expiredCertificate(5),

  /** A certificate that was revoked. */
  revokedCertificate(6),

  /** A certificate that is needed and was not sent. */
  missingCertificate(7),

  /** A signature that does not verify. */
  signatureFailure(8),

  /** The message header cannot be processed. */
  badMessageHeader(9),

  /** The wrapper says otherwise than the message in it. */
  wrapperMsgMismatch(10),

  /** A protocol version before ours. */
  versionTooOld(11),

  /** A protocol version after ours. */
  versionTooNew(12),

  /** An unknown critical extension. */
  unrecognizedExtension(13),

  /** More octets or elements than we take. */
  messageTooBig(14),

  /** The unsigned form where only the signed one is allowed. */
  signatureRequired(15),

  /** A date too far in the past. */
  messageTooOld(16),

  /** A date too far in the future. */
  messageTooNew(17),

  /** The thumbs returned are not those sent. */
  thumbsMismatch(18),

  /** No such request, or not that of the wrapper. */
  unknownRRPID(19),

  /** No such transaction. */
  unknownXID(20),

  /** No such local identifier. */
  unknownLID(21),

  /** The challenge returned is not the one sent. */
  challengeMismatch(22);

  /** ENUMERATED. */
  public static final Tagged<ErrorCode> TYPE =
      Asn1.enumerated("ErrorCode", ErrorCode::ofNumber, ErrorCode::number);

  private static final ErrorCode[] ALL = values();

  private final int number;

  ErrorCode(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  private static ErrorCode ofNumber(int number) {
    return number >= 1 && number <= ALL.length ? ALL[number - 1] : null;
  }
}
