import {
  asSent,
  choice,
  exactly,
  explicit,
  implicit,
  NUMERIC_STRING,
  OBJECT_IDENTIFIER,
  octets,
  optional,
  sequence,
  sequenceOf,
  type Value,
  where,
} from '../../asn1';
import { AES256_GCM, AuthEnvelopedData, detached, SignedData } from '../../cms/types';
import { BrandCRLIdentifier } from '../../pki';
import { OID } from '../oid';
import {
  BIN,
  BrandID,
  CertThumb,
  Challenge,
  CurrencyAmount,
  Language,
  LocalID,
  MerchantID,
  MsgExtensions,
  Nonce,
  RRPID,
  SWIdent,
  Thumbs,
  TransIDs,
} from './data';
import { InstallRecurData, OIData } from './order';

/** Whether `digits` are a card number: 12 to 19 digits, the last a Luhn digit (ACC-01). */
export function isPAN(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** The card number. Inside EX, EXH and EncX only, and so all types that hold it (ACC-02). */
export const PAN = where(NUMERIC_STRING, isPAN);

/** YYYYMM. */
export const CardExpiry = where(NUMERIC_STRING, (text) =>
  /^(?!0000)\d{4}(?:0[1-9]|1[0-2])$/.test(text),
);

/** 32 octets that are never in clear. */
export const Secret = octets(32);

/** Not of zeros, which would be the secret of a cardholder without certificate (ACC-03). */
export const CardSecret = where(Secret, (secret) => secret.some((octet) => octet !== 0));

/** A key under which the answer will be sealed. */
export const BackKeyData = sequence('BackKeyData', {
  backAlgID: exactly(sequenceOf(OBJECT_IDENTIFIER), [AES256_GCM]),
  backKey: Secret,
});
export type BackKeyData = Value<typeof BackKeyData>;

export const PANData = sequence('PANData', {
  pan: PAN,
  cardExpiry: CardExpiry,
  panSecret: Secret,
  exNonce: Nonce,
});

export const PANData0 = sequence('PANData0', {
  pan: PAN,
  cardExpiry: CardExpiry,
  cardSecret: CardSecret,
  exNonce: Nonce,
});

export const PANOnly = sequence('PANOnly', { pan: PAN, exNonce: Nonce });

/** The payment half of a purchase, but for the account. */
export const PIHead = sequence('PIHead', {
  transIDs: TransIDs,
  inputs: sequence('Inputs', { hod: detached(OID.HODInput), purchAmt: CurrencyAmount }),
  merchantID: MerchantID,
  installRecurData: optional(implicit(0, InstallRecurData)),
  transStain: octets(32),
  swIdent: SWIdent,
  acqBackKeyData: optional(implicit(1, BackKeyData)),
  piExtensions: optional(implicit(2, MsgExtensions)),
  gatewayThumb: implicit(3, CertThumb),
  merchantThumb: implicit(4, CertThumb),
});
export type PIHead = Value<typeof PIHead>;

export const PIData = sequence('PIData', { piHead: PIHead, panData: PANData });

/** PI-OILink = L(PIHead, OIData). */
export const PIOILink = sequence('L', { value: PIHead, link: detached(OID.OIData) });

/** PI-TBS: what the dual signature covers. */
export const PITBS = sequence('PI-TBS', {
  hPIData: detached(OID.PIData),
  hOIData: detached(OID.OIData),
});

/** The payment half: SO(C, PI-TBS) and EX(P, PI-OILink, PANData). */
export const PIDualSigned = sequence('PIDualSigned', {
  piSignature: SignedData,
  exPIData: AuthEnvelopedData,
});

/** L(OIData, what the other half is the digest of). */
const oi = (linked: string) =>
  sequence('L', { value: asSent(OIData), link: detached(linked) });

export const PReq = choice('PReq', {
  pReqDualSigned: explicit(
    0,
    sequence('PReqDualSigned', { piDualSigned: PIDualSigned, oiDualSigned: oi(OID.PIData) }),
  ),
  pReqUnsigned: explicit(
    1,
    sequence('PReqUnsigned', {
      piUnsigned: AuthEnvelopedData,
      oiUnsigned: oi(OID.PIDataUnsigned),
    }),
  ),
});
export type PReq = Value<typeof PReq>;

export const PInitReq = sequence('PInitReq', {
  rrpid: RRPID,
  language: Language,
  localIDC: LocalID,
  localIDM: optional(implicit(0, LocalID)),
  challC: Challenge,
  brandID: BrandID,
  bin: BIN,
  thumbs: optional(explicit(1, Thumbs)),
  piRqExtensions: optional(implicit(2, MsgExtensions)),
});
export type PInitReq = Value<typeof PInitReq>;

/** What the merchant signs in PInitRes. */
export const PInitResData = sequence('PInitResData', {
  transIDs: TransIDs,
  rrpid: RRPID,
  challC: Challenge,
  challM: Challenge,
  brandCRLIdentifier: optional(explicit(0, BrandCRLIdentifier)),
  peThumb: explicit(1, CertThumb),
  thumbs: optional(explicit(2, Thumbs)),
  piRsExtensions: optional(implicit(3, MsgExtensions)),
  offerDigest: implicit(4, detached(OID.Offer)),
});
export type PInitResData = Value<typeof PInitResData>;

/** What a cardholder asks after its purchase. */
export const InqReqData = sequence('InqReqData', {
  transIDs: TransIDs,
  rrpid: RRPID,
  challC2: Challenge,
  inqRqExtensions: optional(implicit(0, MsgExtensions)),
});
export type InqReqData = Value<typeof InqReqData>;

export const InqReq = choice('InqReq', {
  inqReqSigned: explicit(0, SignedData),
  inqReqUnsigned: explicit(1, InqReqData),
});
export type InqReq = Value<typeof InqReq>;
