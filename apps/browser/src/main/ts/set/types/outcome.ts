import {
  Asn1Error,
  concat,
  enumerated,
  equal,
  explicit,
  hex,
  implicit,
  integerOctets,
  type Octets,
  ofHex,
  optional,
  sequence,
  sequenceOf,
  sized,
  tagged,
  type Value,
  VISIBLE_STRING,
} from '../../asn1';
import { AuthEnvelopedData, detached } from '../../cms/types';
import { BrandCRLIdentifier, SETString } from '../../pki';
import { OID } from '../oid';
import {
  CertThumb,
  Challenge,
  Currency,
  CurrencyAmount,
  MerchantID,
  MsgExtensions,
  RRPID,
  SETDate,
  TransIDs,
  URL,
  XID,
} from './data';

/** REAL of base 2 within a double, not negative: for ratios and rates only, never for amounts. */
export const FloatingPoint = tagged<number>(
  'FloatingPoint',
  0x09,
  (from) => {
    const content = from.rest();
    if (content.length === 0) return 0;
    const power = content[0] === 0x80 ? 1 : content[0] === 0x81 ? 2 : 0;
    const digits = content.subarray(1 + power);
    if (power === 0 || digits.length === 0 || digits.length > 7) {
      throw new Asn1Error('REAL not of base 2, negative or beyond a double');
    }
    const exponent = BigInt.asIntN(8 * power, BigInt('0x' + hex(content.subarray(1, 1 + power))));
    const value = scaled(Number(BigInt('0x' + hex(digits))), Number(exponent));
    if (!Number.isFinite(value) || value === 0 || !equal(real(value), content)) {
      throw new Asn1Error('REAL not in its DER form, or beyond a double');
    }
    return value;
  },
  (value) => {
    if (!Number.isFinite(value) || value < 0 || Object.is(value, -0)) {
      throw new RangeError('not finite, or negative');
    }
    return real(value);
  },
);

/** `mantissa` times two to `exponent`, in two steps so that neither overflows before its time. */
function scaled(mantissa: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return mantissa * 2 ** half * 2 ** (exponent - half);
}

function real(value: number): Octets {
  if (value === 0) return new Uint8Array();
  let mantissa = value;
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  while (mantissa % 2 === 0) {
    mantissa /= 2;
    exponent++;
  }
  const power = integerOctets(BigInt(exponent));
  const digits = BigInt(mantissa).toString(16);
  const octets = ofHex(digits.padStart(digits.length + (digits.length % 2), '0'));
  return concat([Uint8Array.of(0x7f + power.length), power, octets]);
}

/** What the gateway says about an authorization. */
export const AuthCode = enumerated('AuthCode', {
  approved: 0,
  unspecifiedFailure: 1,
  declined: 2,
  noReply: 3,
  callIssuer: 4,
  amountError: 5,
  expiredCard: 6,
  invalidTransaction: 7,
  systemError: 8,
  piPreviouslyUsed: 9,
  recurringTooSoon: 10,
  recurringExpired: 11,
  piAuthMismatch: 12,
  installRecurMismatch: 13,
  captureNotSupported: 14,
  signatureRequired: 15,
  cardMerchBrandMismatch: 16,
});
export type AuthCode = Value<typeof AuthCode>;

const CapCode = enumerated('CapCode', {
  success: 0,
  unspecifiedFailure: 1,
  duplicateRequest: 2,
  authExpired: 3,
  authDataMissing: 4,
  invalidAuthData: 5,
  capTokenMissing: 6,
  invalidCapToken: 7,
  batchUnknown: 8,
  batchClosed: 9,
  unknownXID: 10,
  unknownLID: 11,
});

/** What became of money that went back, or of taking that back. */
export const CapRevOrCredCode = enumerated('CapRevOrCredCode', {
  success: 0,
  unspecifiedFailure: 1,
  duplicateRequest: 2,
  originalProcessed: 3,
  originalNotFound: 4,
  capPurged: 5,
  missingCapData: 6,
  missingCapToken: 7,
  invalidCapToken: 8,
  batchUnknown: 9,
  batchClosed: 10,
});

/** How far the purchase has come, in the merchant's word. */
export const CompletionCode = enumerated('CompletionCode', {
  meaninglessRatio: 0,
  orderRejected: 1,
  orderReceived: 2,
  orderNotReceived: 3,
  authorizationPerformed: 4,
  capturePerformed: 5,
  creditPerformed: 6,
});
export type CompletionCode = Value<typeof CompletionCode>;

/** The gateway's word on a purchase: the receipt of PRes-C-05. */
export const Receipt = sequence('Receipt', {
  xid: XID,
  merchantID: MerchantID,
  merchantThumb: CertThumb,
  authAmt: CurrencyAmount,
  authCode: AuthCode,
  date: SETDate,
  hOIData: detached(OID.OIData),
});
export type Receipt = Value<typeof Receipt>;

/** What the gateway says to the cardholder, sealed under the cardholder's back key. */
export const AcqCardCodeMsg = sequence('AcqCardCodeMsg', {
  acqCardCode: enumerated('AcqCardCode', {
    messageOfDay: 0,
    accountInfo: 1,
    callCustomerService: 2,
  }),
  acqCardMsgData: sequence('AcqCardMsgData', {
    acqCardText: optional(explicit(0, SETString(128))),
    acqCardURL: optional(implicit(1, URL)),
    acqCardPhone: optional(implicit(2, sized(VISIBLE_STRING, 1, 32))),
  }),
  receipt: Receipt,
});
export type AcqCardCodeMsg = Value<typeof AcqCardCodeMsg>;

/** What became of the purchase; acqCardMsg is of the gateway, all else the merchant's word. */
export const Results = sequence('Results', {
  acqCardMsg: optional(implicit(0, AuthEnvelopedData)),
  authStatus: optional(
    implicit(
      1,
      sequence('AuthStatus', {
        authDate: SETDate,
        authCode: AuthCode,
        authRatio: FloatingPoint,
        currConv: optional(
          implicit(0, sequence('CurrConv', { currConvRate: FloatingPoint, cardCurr: Currency })),
        ),
      }),
    ),
  ),
  capStatus: optional(
    implicit(
      2,
      sequence('CapStatus', { capDate: SETDate, capCode: CapCode, capRatio: FloatingPoint }),
    ),
  ),
  credStatusSeq: optional(
    implicit(
      3,
      sequenceOf(
        sequence('CredStatus', {
          creditDate: SETDate,
          creditCode: CapRevOrCredCode,
          creditRatio: FloatingPoint,
        }),
        1,
      ),
    ),
  ),
});
export type Results = Value<typeof Results>;

export const PResPayload = sequence('PResPayload', {
  completionCode: CompletionCode,
  results: optional(implicit(0, Results)),
  pRsExtensions: optional(implicit(1, MsgExtensions)),
});

/** What the merchant signs in PRes and InqRes. */
export const PResData = sequence('PResData', {
  transIDs: TransIDs,
  rrpid: RRPID,
  challC: Challenge,
  brandCRLIdentifier: optional(explicit(0, BrandCRLIdentifier)),
  pResPayloadSeq: sequenceOf(PResPayload, 1),
});
export type PResData = Value<typeof PResData>;

