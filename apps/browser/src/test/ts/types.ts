import {
  ANY,
  asSent,
  BMP_STRING,
  BOOLEAN,
  choice,
  explicit,
  GENERALIZED_TIME,
  implicit,
  INTEGER,
  NULL,
  NUMERIC_STRING,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  optional,
  PRINTABLE_STRING,
  sequence,
  sequenceOf,
  type Type,
  UTF8_STRING,
  VISIBLE_STRING,
} from '../../main/ts/asn1';
import { AuthEnvelopedData, SignedData } from '../../main/ts/cms/types';
import { Certificate, CertificateList, SETString } from '../../main/ts/pki';
import * as set from '../../main/ts/set';
import { BATCH_MESSAGES } from './batch';
import { CREDIT_MESSAGES } from './credit';
import { AuthRevReq, AuthRevRes } from './reversal';

/** What only merchants, gateways and authorities read, as far as it is outside of every seal. */
const PI = choice('PI', {
  piUnsigned: explicit(0, AuthEnvelopedData),
  piDualSigned: explicit(1, set.PIDualSigned),
  authToken: explicit(2, AuthEnvelopedData),
});

function encB<B>(baggage: Type<B>) {
  return sequence('EncB', { sealed: AuthEnvelopedData, baggage: asSent(baggage) });
}

const AuthResBaggage = sequence('AuthResBaggage', {
  capToken: optional(implicit(0, AuthEnvelopedData)),
  acqCardMsg: optional(implicit(1, AuthEnvelopedData)),
  authToken: optional(implicit(2, AuthEnvelopedData)),
});

const CapTokenSeq = sequenceOf(
  choice('CapTokenOrNone', { capToken: explicit(0, AuthEnvelopedData), none: NULL }),
  1,
);

/** AuthReq and what else no wallet reads, by the names of messages in vectors/. */
export const OTHERS = {
  AuthReq: explicit(6, encB(PI)),
  AuthRes: explicit(7, choice('AuthRes', { encB: explicit(0, encB(AuthResBaggage)) })),
  AuthRevReq,
  AuthRevRes,
  CapReq: explicit(10, choice('CapReq', { encB: explicit(0, encB(CapTokenSeq)) })),
  CapRes: explicit(11, AuthEnvelopedData),
  ...CREDIT_MESSAGES,
  ...BATCH_MESSAGES,
  'Me-AqCInitReq': explicit(
    24,
    sequence('Me-AqCInitReq', {
      rrpid: set.RRPID,
      lidEE: set.LocalID,
      challEE: set.Challenge,
      requestType: set.RequestType,
      idData: set.IDData,
      brandID: set.BrandID,
      language: set.Language,
      thumbs: optional(implicit(2, set.Thumbs)),
    }),
  ),
  'Me-AqCInitRes': explicit(25, SignedData),
};

const NAMED: readonly Type<unknown>[] = [
  BOOLEAN,
  INTEGER,
  OCTET_STRING,
  OBJECT_IDENTIFIER,
  UTF8_STRING,
  BMP_STRING,
  VISIBLE_STRING,
  PRINTABLE_STRING,
  NUMERIC_STRING,
  GENERALIZED_TIME,
  ANY,
  Certificate,
  CertificateList,
  set.MessageWrapper,
  set.Thumbs,
  set.PInitReq,
  set.PReq,
];

/** Types of vectors/ that stand alone, by name. */
export const TYPES = new Map<string, Type<unknown>>([
  ...NAMED.map((type) => [type.name, type] as const),
  ['MsgExtensions', set.MsgExtensions],
  ['MsgExtension', set.MsgExtension],
  ['SETString', SETString(128)],
  ['Error', set.SETError],
]);

/** The alternative of Message of each message of vectors/. */
export const MESSAGES: Readonly<Record<string, set.Message['is']>> = {
  PInitReq: 'purchaseInitRequest',
  PInitRes: 'purchaseInitResponse',
  PReq: 'purchaseRequest',
  PRes: 'purchaseResponse',
  InqReq: 'inquiryRequest',
  InqRes: 'inquiryResponse',
  AuthReq: 'authorizationRequest',
  AuthRes: 'authorizationResponse',
  AuthRevReq: 'authReversalRequest',
  AuthRevRes: 'authReversalResponse',
  CapReq: 'captureRequest',
  CapRes: 'captureResponse',
  CapRevReq: 'captureReversalRequest',
  CapRevRes: 'captureReversalResponse',
  CredReq: 'creditRequest',
  CredRes: 'creditResponse',
  CredRevReq: 'creditReversalRequest',
  CredRevRes: 'creditReversalResponse',
  PCertReq: 'pCertificateRequest',
  PCertRes: 'pCertificateResponse',
  BatchAdminReq: 'batchAdministrationRequest',
  BatchAdminRes: 'batchAdministrationResponse',
  CardCInitReq: 'cardCInitRequest',
  CardCInitRes: 'cardCInitResponse',
  'Me-AqCInitReq': 'meAqCInitRequest',
  'Me-AqCInitRes': 'meAqCInitResponse',
  RegFormReq: 'registrationFormRequest',
  RegFormRes: 'registrationFormResponse',
  CertReq: 'certificateRequest',
  CertRes: 'certificateResponse',
  CertInqReq: 'certificateInquiryRequest',
  CertInqRes: 'certificateInquiryResponse',
  Error: 'error',
};
