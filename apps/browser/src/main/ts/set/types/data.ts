import {
  ANY,
  BOOLEAN,
  defaulted,
  exactly,
  explicit,
  GENERALIZED_TIME,
  implicit,
  integer,
  mapped,
  NUMERIC_STRING,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  octets,
  optional,
  sequence,
  sequenceOf,
  sized,
  type Value,
  VISIBLE_STRING,
  where,
} from '../../asn1';
import { SHA256 } from '../../cms/types';
import { SETString } from '../../pki';
import { digits } from '../currency';

export const RRPID = octets(20);
export const XID = octets(20);
export const Challenge = octets(20);
export const Nonce = octets(20);
export const Salt = octets(20);
export const Digest = octets(32);
export const LocalID = octets(1, 20);
export const SETDate = GENERALIZED_TIME;
export const BrandID = SETString(40);
export const MerchantID = SETString(30);
export const SWIdent = sized(VISIBLE_STRING, 1, 255);
export const URL = sized(VISIBLE_STRING, 1, 512);
export const CountryCode = integer(1, 999);

/** The first six digits of a card number. */
export const BIN = where(sized(NUMERIC_STRING, 6), (text) => /^\d{6}$/.test(text));

/** A language tag (BCP 47). */
export const Language = where(sized(VISIBLE_STRING, 1, 35), (tag) =>
  /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag),
);

/** ISO 4217 number of a currency. */
export const Currency = where(integer(1, 999), (number) => digits(number) !== undefined);

/** Minor units, 0 to 10^15 - 1, of a currency; the exponent is minus the currency's digits. */
export const CurrencyAmount = where(
  sequence('CurrencyAmount', {
    currency: Currency,
    amount: integer(0, 999_999_999_999_999),
    amtExp10: integer(-4, 0),
  }),
  (value) => digits(value.currency) === -value.amtExp10,
);
export type CurrencyAmount = Value<typeof CurrencyAmount>;

/** The SHA-256 over a certificate's TBSCertificate, which names it. */
export const CertThumb = mapped(
  'CertThumb',
  sequence('CertThumb', { digestAlgorithm: exactly(ANY, SHA256), thumbprint: Digest }),
  (value) => value.thumbprint,
  (thumbprint) => ({ thumbprint }),
);

const Digests = sequenceOf(Digest, 1);

/** What the sender holds and need not be sent. */
export const Thumbs = sequence('Thumbs', {
  digestAlgorithm: exactly(ANY, SHA256),
  certThumbs: optional(implicit(0, Digests)),
  crlThumbs: optional(implicit(1, Digests)),
  brandCRLIdThumbs: optional(implicit(2, Digests)),
});
export type Thumbs = Value<typeof Thumbs>;

export const MsgExtension = sequence('MsgExtension', {
  extnID: OBJECT_IDENTIFIER,
  critical: defaulted(BOOLEAN, false),
  extnValue: OCTET_STRING,
});

/** Message extensions, none of them twice (W-04). */
export const MsgExtensions = where(
  sequenceOf(MsgExtension, 1),
  (list) => new Set(list.map((extension) => extension.extnID)).size === list.length,
);
export type MsgExtensions = Value<typeof MsgExtensions>;

/** What identifies a purchase. */
export const TransIDs = sequence('TransIDs', {
  lidC: LocalID,
  lidM: optional(implicit(0, LocalID)),
  xid: XID,
  pReqDate: SETDate,
  paySysID: optional(explicit(1, SETString(64))),
  language: Language,
});
export type TransIDs = Value<typeof TransIDs>;
