import {
  choice,
  implicit,
  integer,
  OBJECT_IDENTIFIER,
  optional,
  sequence,
  sequenceOf,
  sized,
  UTF8_STRING,
  type Value,
  VISIBLE_STRING,
  where,
  enumerated,
} from '../../asn1';
import { detached } from '../../cms/types';
import { plus, sameAmount, times } from '../money';
import { OID } from '../oid';
import {
  BIN,
  BrandID,
  CertThumb,
  Challenge,
  CountryCode,
  CurrencyAmount,
  Digest,
  LocalID,
  MsgExtensions,
  RRPID,
  Salt,
  SETDate,
  TransIDs,
} from './data';

const Text = (most: number) => sized(UTF8_STRING, 1, most);

/** Instalments or a recurring payment. */
export const InstallRecurData = sequence('InstallRecurData', {
  installRecurInd: choice('InstallRecurInd', {
    installTotalTrans: implicit(0, integer(2, 999)),
    recurring: implicit(
      1,
      sequence('Recurring', { recurringFrequency: integer(1, 366), recurringExpiry: SETDate }),
    ),
  }),
  irExtensions: optional(implicit(0, MsgExtensions)),
});

export type InstallRecurData = Value<typeof InstallRecurData>;

/** Where the goods go. */
export const Delivery = sequence('Delivery', {
  method: enumerated('DeliveryMethod', { parcel: 0, pickup: 1, digital: 2 }),
  recipient: Text(100),
  addressLines: implicit(0, sequenceOf(Text(100))),
  country: optional(implicit(1, CountryCode)),
});
export type Delivery = Value<typeof Delivery>;

/** One line of an order; its salt hides it in the tree. */
export const OrderLine = where(
  sequence('OrderLine', {
    lineNumber: integer(1, 1024),
    article: sized(VISIBLE_STRING, 1, 40),
    description: Text(200),
    quantity: integer(1, 1_000_000),
    unitPrice: CurrencyAmount,
    lineTotal: CurrencyAmount,
    salt: Salt,
  }),
  (line) => sameAmount(times(line.unitPrice, line.quantity), line.lineTotal),
);
export type OrderLine = Value<typeof OrderLine>;

/** The order as the merchant will deliver it (ORD-01, ORD-02). */
export const Offer = where(
  sequence('Offer', {
    lidM: LocalID,
    date: SETDate,
    brandIDs: implicit(0, sequenceOf(BrandID, 1)),
    lines: sequenceOf(OrderLine, 1),
    tax: CurrencyAmount,
    deliveryCharge: CurrencyAmount,
    total: CurrencyAmount,
    delivery: Delivery,
    installRecurData: optional(implicit(1, InstallRecurData)),
  }),
  (offer) => {
    const amounts = [offer.deliveryCharge, ...offer.lines.map((line) => line.lineTotal)];
    const numbered = offer.lines.every((line, i) => line.lineNumber === i + 1);
    return numbered && sameAmount(amounts.reduce(plus, offer.tax), offer.total);
  },
);
export type Offer = Value<typeof Offer>;

/** What HOD is the digest of (ORD-04). */
export const HODInput = sequence('HODInput', {
  odRoot: Digest,
  lineCount: integer(1, 1024),
  tax: CurrencyAmount,
  deliveryCharge: CurrencyAmount,
  delivery: Delivery,
  purchAmt: CurrencyAmount,
  odSalt: Salt,
  installRecurData: optional(implicit(0, InstallRecurData)),
  odExtensions: optional(implicit(1, MsgExtensions)),
});
export type HODInput = Value<typeof HODInput>;

/** The order half of a purchase. */
export const OIData = sequence('OIData', {
  transIDs: TransIDs,
  rrpid: RRPID,
  challC: Challenge,
  hod: detached(OID.HODInput),
  odSalt: Salt,
  challM: optional(implicit(0, Challenge)),
  brandID: BrandID,
  bin: BIN,
  odExtOIDs: optional(implicit(1, sequenceOf(OBJECT_IDENTIFIER, 1))),
  oiExtensions: optional(implicit(2, MsgExtensions)),
  gatewayThumb: implicit(3, CertThumb),
  merchantThumb: implicit(4, CertThumb),
});
export type OIData = Value<typeof OIData>;

