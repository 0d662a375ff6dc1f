import {
  choice,
  defaulted,
  enumerated,
  explicit,
  implicit,
  integer,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  type Octets,
  optional,
  sequence,
  type Type,
  type Value,
} from '../../asn1';
import { AuthEnvelopedData, SignedData } from '../../cms/types';
import { CertThumb, LocalID, MsgExtensions, Nonce, RRPID, SETDate, SWIdent, XID } from './data';
import { InqReq, PInitReq, PReq } from './payment';
import { CardCInitReq, CertReq, CertRes } from './registration';

export const MessageIDs = sequence('MessageIDs', {
  lidC: optional(implicit(0, LocalID)),
  lidM: optional(implicit(1, LocalID)),
  xID: optional(implicit(2, XID)),
});
export type MessageIDs = Value<typeof MessageIDs>;

/** Routes a message and finds duplicates; nothing in it is protected. */
export const MessageHeader = sequence('MessageHeader', {
  version: integer(0, 255),
  revision: defaulted(integer(0, 255), 0),
  date: SETDate,
  messageIDs: optional(implicit(0, MessageIDs)),
  rrpid: optional(implicit(1, RRPID)),
  swIdent: SWIdent,
});
export type MessageHeader = Value<typeof MessageHeader>;

/** Why a message could not be processed. */
export const ErrorCode = enumerated('ErrorCode', {
  unspecifiedFailure: 1,
  messageNotSupported: 2,
  decodingFailure: 3,
  invalidCertificate: 4,
  expiredCertificate: 5,
  revokedCertificate: 6,
  missingCertificate: 7,
  signatureFailure: 8,
  badMessageHeader: 9,
  wrapperMsgMismatch: 10,
  versionTooOld: 11,
  versionTooNew: 12,
  unrecognizedExtension: 13,
  messageTooBig: 14,
  signatureRequired: 15,
  messageTooOld: 16,
  messageTooNew: 17,
  thumbsMismatch: 18,
  unknownRRPID: 19,
  unknownXID: 20,
  unknownLID: 21,
  challengeMismatch: 22,
});
export type ErrorCode = Value<typeof ErrorCode>;

export const ErrorTBS = sequence('ErrorTBS', {
  errorCode: ErrorCode,
  errorNonce: Nonce,
  errorOID: optional(implicit(0, OBJECT_IDENTIFIER)),
  errorThumb: optional(explicit(1, CertThumb)),
  errorMsg: explicit(
    2,
    choice('ErrorMsg', {
      messageHeader: implicit(0, MessageHeader),
      badWrapper: implicit(1, OCTET_STRING),
    }),
  ),
});
export type ErrorTBS = Value<typeof ErrorTBS>;

/** Error: says that a message could not be processed. */
export const SETError = choice('Error', {
  signedError: explicit(0, SignedData),
  unsignedError: explicit(1, ErrorTBS),
});

/** A message that no wallet reads, whole and unread (W-08). */
function unread(number: number): Type<Octets> {
  const { tag } = explicit(number, OCTET_STRING);
  return {
    name: 'NotSupported',
    begins: (found) => found === tag,
    read: (from) => from.whole(),
    write: (whole) => whole,
  };
}

/** Every message, by its name in the ASN.1; those that no wallet reads or writes stay unread. */
export const Message = choice('Message', {
  purchaseInitRequest: explicit(0, PInitReq),
  purchaseInitResponse: explicit(1, SignedData),
  purchaseRequest: explicit(2, PReq),
  purchaseResponse: explicit(3, SignedData),
  inquiryRequest: explicit(4, InqReq),
  inquiryResponse: explicit(5, SignedData),
  authorizationRequest: unread(6),
  authorizationResponse: unread(7),
  authReversalRequest: unread(8),
  authReversalResponse: unread(9),
  captureRequest: unread(10),
  captureResponse: unread(11),
  captureReversalRequest: unread(12),
  captureReversalResponse: unread(13),
  creditRequest: unread(14),
  creditResponse: unread(15),
  creditReversalRequest: unread(16),
  creditReversalResponse: unread(17),
  pCertificateRequest: unread(18),
  pCertificateResponse: unread(19),
  batchAdministrationRequest: unread(20),
  batchAdministrationResponse: unread(21),
  cardCInitRequest: explicit(22, CardCInitReq),
  cardCInitResponse: explicit(23, SignedData),
  meAqCInitRequest: unread(24),
  meAqCInitResponse: unread(25),
  registrationFormRequest: explicit(26, AuthEnvelopedData),
  registrationFormResponse: explicit(27, SignedData),
  certificateRequest: explicit(28, CertReq),
  certificateResponse: explicit(29, CertRes),
  certificateInquiryRequest: explicit(30, SignedData),
  certificateInquiryResponse: explicit(31, CertRes),
  error: explicit(999, SETError),
});
export type Message = Value<typeof Message>;

/** What travels: a header around every message. */
export const MessageWrapper = sequence('MessageWrapper', {
  messageHeader: MessageHeader,
  message: explicit(0, Message),
  mwExtensions: optional(implicit(1, MsgExtensions)),
});
export type MessageWrapper = Value<typeof MessageWrapper>;

