const CONTENT = '2.23.42.0.';
const EXTENSION = '2.23.42.1.';
const FIELD = '2.23.42.2.';
const OPENSET = '2.999.42.';

/** Content types: Data is plain, TBS signed, TBE sealed, X the form with an extra part. */
export const OID = {
  PANData: CONTENT + 0,
  PANOnly: CONTENT + 2,
  OIData: CONTENT + 3,
  PIData: CONTENT + 5,
  PIDataUnsigned: CONTENT + 6,
  HODInput: CONTENT + 7,
  PInitResData: CONTENT + 12,
  PITBS: CONTENT + 13,
  PResData: CONTENT + 14,
  AcqCardCodeMsg: CONTENT + 22,
  CardCInitResTBS: CONTENT + 42,
  RegFormResTBS: CONTENT + 44,
  CertReqData: CONTENT + 45,
  CertReqTBS: CONTENT + 46,
  CertResData: CONTENT + 47,
  CertInqReqTBS: CONTENT + 48,
  ErrorTBS: CONTENT + 49,
  PIDualSignedTBE: CONTENT + 50,
  AcqCardCodeMsgTBE: CONTENT + 58,
  RegFormReqTBE: CONTENT + 76,
  CertReqTBEX: CONTENT + 78,
  CertResTBE: CONTENT + 79,
  additionalVerification: EXTENSION + 8,
  Offer: OPENSET + 1,
  InqReqData: OPENSET + 3,
  billingAddress: OPENSET + 42,
  instalmentDays: OPENSET + 50,
} as const;

/** What a field of a registration form asks for. */
export const FIELD_ID = {
  fullName: FIELD + 0,
  givenName: FIELD + 1,
  familyName: FIELD + 2,
  birthFamilyName: FIELD + 3,
  placeName: FIELD + 4,
  identificationNumber: FIELD + 5,
  month: FIELD + 6,
  date: FIELD + 7,
  address: FIELD + 8,
  telephone: FIELD + 9,
  amount: FIELD + 10,
  accountNumber: FIELD + 11,
  passPhrase: FIELD + 12,
} as const;
