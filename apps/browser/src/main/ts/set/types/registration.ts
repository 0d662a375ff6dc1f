import {
  ANY,
  BOOLEAN,
  choice,
  defaulted,
  enumerated,
  explicit,
  implicit,
  integer,
  OBJECT_IDENTIFIER,
  optional,
  sequence,
  sequenceOf,
  sized,
  type Value,
  VISIBLE_STRING,
  where,
  NUMERIC_STRING,
} from '../../asn1';
import { AuthEnvelopedData, SignedData } from '../../cms/types';
import { BrandCRLIdentifier, SETString } from '../../pki';
import {
  BIN,
  BrandID,
  CertThumb,
  Challenge,
  Currency,
  Language,
  LocalID,
  MerchantID,
  Nonce,
  RRPID,
  SETDate,
  Thumbs,
  URL,
} from './data';
import { BackKeyData, PANData0 } from './payment';

/** Which certificates are asked for. */
export const RequestType = enumerated('RequestType', {
  cardInitialSig: 1,
  merInitialSig: 4,
  merInitialEnc: 5,
  merInitialBoth: 6,
  pgwyInitialSig: 7,
  pgwyInitialEnc: 8,
  pgwyInitialBoth: 9,
  cardRenewalSig: 10,
  merRenewalSig: 13,
  merRenewalEnc: 14,
  merRenewalBoth: 15,
  pgwyRenewalSig: 16,
  pgwyRenewalEnc: 17,
  pgwyRenewalBoth: 18,
});
export type RequestType = Value<typeof RequestType>;

const RegFormID = integer(0, 999_999_999);

export const CardCInitReq = sequence('CardCInitReq', {
  rrpid: RRPID,
  lidEE: LocalID,
  challEE: Challenge,
  brandID: BrandID,
  thumbs: optional(implicit(0, Thumbs)),
});
export type CardCInitReq = Value<typeof CardCInitReq>;

export const CardCInitResTBS = sequence('CardCInitResTBS', {
  rrpid: RRPID,
  lidEE: LocalID,
  challEE: Challenge,
  lidCA: optional(implicit(0, LocalID)),
  caeThumb: CertThumb,
  brandCRLIdentifier: optional(explicit(1, BrandCRLIdentifier)),
  thumbs: optional(implicit(2, Thumbs)),
});
export type CardCInitResTBS = Value<typeof CardCInitResTBS>;

export const RegFormReqData = sequence('RegFormReqData', {
  rrpid: RRPID,
  lidEE: LocalID,
  challEE2: Challenge,
  lidCA: optional(implicit(0, LocalID)),
  requestType: RequestType,
  language: Language,
  thumbs: optional(implicit(1, Thumbs)),
});
export type RegFormReqData = Value<typeof RegFormReqData>;

/** One question of a form. */
export const RegField = sequence('RegField', {
  fieldID: optional(implicit(0, OBJECT_IDENTIFIER)),
  fieldName: SETString(128),
  fieldDesc: optional(explicit(1, SETString(200))),
  fieldLen: optional(implicit(2, integer(1, 200))),
  fieldRequired: defaulted(implicit(3, BOOLEAN), false),
  fieldInvisible: defaulted(implicit(4, BOOLEAN), false),
});
export type RegField = Value<typeof RegField>;

export const RegFormData = sequence('RegFormData', {
  regTemplate: optional(
    implicit(
      0,
      sequence('RegTemplate', {
        regFormID: RegFormID,
        brandLogoURL: optional(implicit(0, URL)),
        cardLogoURL: optional(implicit(1, URL)),
        regFieldSeq: sequenceOf(RegField, 1),
      }),
    ),
  ),
  policy: SETString(20_000),
});
export type RegFormData = Value<typeof RegFormData>;

/** Why there is no form, and where to go on. */
export const ReferralData = sequence('ReferralData', {
  reason: optional(explicit(0, SETString(128))),
  referralURLSeq: optional(implicit(1, sequenceOf(URL, 1))),
});
export type ReferralData = Value<typeof ReferralData>;

export const RegFormOrReferral = choice('RegFormOrReferral', {
  regFormData: implicit(0, RegFormData),
  referralData: implicit(1, ReferralData),
});

export const RegFormResTBS = sequence('RegFormResTBS', {
  rrpid: RRPID,
  lidEE: LocalID,
  challEE2: Challenge,
  lidCA: optional(implicit(0, LocalID)),
  challCA: Challenge,
  caeThumb: optional(implicit(1, CertThumb)),
  requestType: RequestType,
  formOrReferral: RegFormOrReferral,
  brandCRLIdentifier: optional(explicit(2, BrandCRLIdentifier)),
  thumbs: optional(implicit(3, Thumbs)),
});
export type RegFormResTBS = Value<typeof RegFormResTBS>;

/** An answer to a question of a form. */
export const RegFormItem = sequence('RegFormItem', {
  fieldName: SETString(128),
  fieldValue: SETString(200),
});
export type RegFormItem = Value<typeof RegFormItem>;

/** The keys to certify, each a SubjectPublicKeyInfo. */
export const PublicKeySorE = where(
  sequence('PublicKeySorE', {
    publicKeyS: optional(explicit(0, ANY)),
    publicKeyE: optional(explicit(1, ANY)),
  }),
  (keys) => keys.publicKeyS !== undefined || keys.publicKeyE !== undefined,
);

/** Who a merchant or gateway says to be. */
export const IDData = choice('IDData', {
  merchantAcquirerID: implicit(
    0,
    sequence('MerchantAcquirerID', { merchantBIN: BIN, merchantID: MerchantID }),
  ),
  acquirerID: implicit(
    1,
    sequence('AcquirerID', {
      acquirerBIN: BIN,
      acquirerBusinessID: optional(sized(NUMERIC_STRING, 1, 32)),
    }),
  ),
});

export const CertReqData = sequence('CertReqData', {
  rrpid: RRPID,
  lidEE: LocalID,
  challEE3: Challenge,
  lidCA: optional(implicit(0, LocalID)),
  challCA: optional(implicit(1, Challenge)),
  requestType: RequestType,
  requestDate: SETDate,
  idData: optional(explicit(2, IDData)),
  regFormID: RegFormID,
  regForm: optional(implicit(3, sequenceOf(RegFormItem, 1))),
  caBackKeyData: optional(implicit(4, BackKeyData)),
  publicKeySorE: PublicKeySorE,
  eeThumb: optional(implicit(5, CertThumb)),
  thumbs: optional(implicit(6, Thumbs)),
});
export type CertReqData = Value<typeof CertReqData>;

/** The account that a certificate is asked for. */
export const AcctInfo = choice('AcctInfo', {
  panData0: explicit(0, PANData0),
  acctData: explicit(
    1,
    sequence('AcctData', {
      acctIdentification: sized(VISIBLE_STRING, 1, 74),
      exNonce: Nonce,
    }),
  ),
});
export type AcctInfo = Value<typeof AcctInfo>;

/** What became of a request. */
export const CertStatusCode = enumerated('CertStatusCode', {
  requestComplete: 1,
  invalidLanguage: 2,
  invalidBIN: 3,
  sigValidationFail: 4,
  decryptionError: 5,
  requestInProgress: 6,
  rejectedByIssuer: 7,
  requestPended: 8,
  rejectedByAcquirer: 9,
  regFormAnswerMalformed: 10,
  rejectedByCA: 11,
  unableToEncryptCertRes: 12,
});
export type CertStatusCode = Value<typeof CertStatusCode>;

export const CertStatus = sequence('CertStatus', {
  certStatusCode: CertStatusCode,
  nonceCCA: optional(implicit(0, Nonce)),
  eeMessage: optional(explicit(1, SETString(128))),
  caMsg: optional(
    implicit(
      2,
      sequence('CAMsg', {
        cardLogoURL: optional(implicit(0, URL)),
        brandLogoURL: optional(implicit(1, URL)),
        cardCurrency: optional(implicit(2, Currency)),
        cardholderMsg: optional(explicit(3, SETString(128))),
      }),
    ),
  ),
  failedItemSeq: optional(
    implicit(
      3,
      sequenceOf(
        sequence('FailedItem', { itemNumber: integer(1, 50), itemReason: SETString(128) }),
        1,
      ),
    ),
  ),
});
export type CertStatus = Value<typeof CertStatus>;

export const CertResData = sequence('CertResData', {
  rrpid: RRPID,
  lidEE: LocalID,
  challEE3: Challenge,
  lidCA: LocalID,
  certStatus: CertStatus,
  certThumbs: optional(implicit(0, sequenceOf(CertThumb, 1))),
  brandCRLIdentifier: optional(explicit(1, BrandCRLIdentifier)),
  thumbs: optional(implicit(2, Thumbs)),
});
export type CertResData = Value<typeof CertResData>;

export const CertInqReqTBS = sequence('CertInqReqTBS', {
  rrpid: RRPID,
  lidEE: LocalID,
  challEE3: Challenge,
  lidCA: LocalID,
});
export type CertInqReqTBS = Value<typeof CertInqReqTBS>;

/** EncX(EE, CA, CertReqData, AcctInfo), or Enc without an account. */
export const CertReq = choice('CertReq', {
  encx: explicit(0, AuthEnvelopedData),
  enc: explicit(1, AuthEnvelopedData),
});

/** EncK(CABackKey, CA, CertResData), or S. */
export const CertRes = choice('CertRes', {
  certResEncK: explicit(0, AuthEnvelopedData),
  certResSigned: explicit(1, SignedData),
});
export type CertRes = Value<typeof CertRes>;
