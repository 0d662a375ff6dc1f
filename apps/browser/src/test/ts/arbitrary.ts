import { decode, encode, equal, hex, type Octets, time, type Type } from '../../main/ts/asn1';
import { Name, SETString } from '../../main/ts/pki';
import * as set from '../../main/ts/set';
import type { Random } from './random';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.,:/';
const WORLD = LETTERS + 'äöüßéñ中文钱包支付日本語Ωж';
const DIGITS = '0123456789';
const CURRENCIES: readonly [number, ...number[]] = [978, 840, 392, 156, 48, 990];

const text = (r: Random, most: number) => r.text(r.one([LETTERS, WORLD]), 1, most);

function date(r: Random): string {
  const seconds = time(Date.UTC(r.between(1, 9000), r.below(12), r.between(1, 28), r.below(24)));
  const fraction = r.maybe(() => '.' + r.text(DIGITS, 0, 8) + r.between(1, 9)) ?? '';
  return seconds.slice(0, -1) + fraction + 'Z';
}

const amount = (r: Random, currency: number, most: number): set.CurrencyAmount =>
  set.amountOf(currency, r.between(0, most));

const extensions = (r: Random): set.MsgExtensions =>
  r.list(1, 3, (i) => ({
    extnID: `2.23.42.1.${i}.${r.below(1e9)}`,
    critical: r.below(2) === 0,
    extnValue: r.octets(r.below(200)),
  }));

const transIDs = (r: Random): set.TransIDs => ({
  lidC: r.octets(r.between(1, 20)),
  lidM: r.maybe(() => r.octets(r.between(1, 20))),
  xid: r.octets(20),
  pReqDate: date(r),
  paySysID: r.maybe(() => text(r, 64)),
  language: r.one(['en', 'zh', 'zh-Hans-CN', 'de-1996']),
});

const thumbs = (r: Random): set.Thumbs => ({
  certThumbs: r.maybe(() => r.list(1, 5, () => r.octets(32))),
  crlThumbs: r.maybe(() => r.list(1, 200, () => r.octets(32))),
  brandCRLIdThumbs: r.maybe(() => r.list(1, 2, () => r.octets(32))),
});

const pInitReq = (r: Random): set.PInitReq => ({
  rrpid: r.octets(20),
  language: 'en',
  localIDC: r.octets(r.between(1, 20)),
  localIDM: r.maybe(() => r.octets(r.between(1, 20))),
  challC: r.octets(20),
  brandID: text(r, 40),
  bin: r.text(DIGITS, 6, 6),
  thumbs: r.maybe(() => thumbs(r)),
  piRqExtensions: r.maybe(() => extensions(r)),
});

function offer(r: Random): set.Offer {
  const currency = r.one(CURRENCIES);
  const lines = r.list(1, 40, (i) => {
    const unitPrice = amount(r, currency, 1_000_000);
    const quantity = r.between(1, 1000);
    const lineTotal = set.times(unitPrice, quantity);
    return {
      lineNumber: i + 1,
      article: r.text(LETTERS, 1, 40),
      description: text(r, 200),
      quantity,
      unitPrice,
      lineTotal,
      salt: r.octets(20),
    };
  });
  const [tax, deliveryCharge] = [amount(r, currency, 99_999), amount(r, currency, 9_999)];
  return {
    lidM: r.octets(r.between(1, 20)),
    date: date(r),
    brandIDs: r.list(1, 3, () => text(r, 40)),
    lines,
    tax,
    deliveryCharge,
    total: lines.map((line) => line.lineTotal).reduce(set.plus, set.plus(tax, deliveryCharge)),
    delivery: {
      method: r.one(['parcel', 'pickup', 'digital']),
      recipient: text(r, 100),
      addressLines: r.list(0, 4, () => text(r, 100)),
      country: r.maybe(() => r.between(1, 999)),
    },
    installRecurData: r.maybe(() => ({
      installRecurInd: r.one([
        { is: 'installTotalTrans', value: r.between(2, 999) } as const,
        {
          is: 'recurring',
          value: { recurringFrequency: r.between(1, 366), recurringExpiry: date(r) },
        } as const,
      ]),
      irExtensions: r.maybe(() => extensions(r)),
    })),
  };
}

const oiData = (r: Random): set.OIData => ({
  transIDs: transIDs(r),
  rrpid: r.octets(20),
  challC: r.octets(20),
  hod: r.octets(32),
  odSalt: r.octets(20),
  challM: r.maybe(() => r.octets(20)),
  brandID: text(r, 40),
  bin: r.text(DIGITS, 6, 6),
  odExtOIDs: r.maybe(() => r.list(1, 4, () => `1.3.6.1.4.1.${r.below(1e9)}`)),
  oiExtensions: r.maybe(() => extensions(r)),
  gatewayThumb: r.octets(32),
  merchantThumb: r.octets(32),
});

const certReqData = (r: Random): set.CertReqData => ({
  rrpid: r.octets(20),
  lidEE: r.octets(20),
  challEE3: r.octets(20),
  lidCA: r.maybe(() => r.octets(20)),
  challCA: r.maybe(() => r.octets(20)),
  requestType: r.one(['cardInitialSig', 'cardRenewalSig']),
  requestDate: date(r),
  regFormID: r.below(1_000_000_000),
  regForm: r.maybe(() =>
    r.list(1, 50, () => ({ fieldName: text(r, 128), fieldValue: text(r, 200) })),
  ),
  caBackKeyData: r.maybe(() => ({ backKey: r.octets(32) })),
  publicKeySorE: { publicKeyS: Uint8Array.of(0x30, 0) },
  eeThumb: r.maybe(() => r.octets(32)),
  thumbs: r.maybe(() => thumbs(r)),
});

const receipt = (r: Random): set.Receipt => ({
  xid: r.octets(20),
  merchantID: text(r, 30),
  merchantThumb: r.octets(32),
  authAmt: amount(r, r.one(CURRENCIES), 999_999_999),
  authCode: r.one(['approved', 'declined', 'cardMerchBrandMismatch']),
  date: date(r),
  hOIData: r.octets(32),
});

const errorTBS = (r: Random): set.ErrorTBS => ({
  errorCode: r.one(['unspecifiedFailure', 'challengeMismatch', 'messageTooOld']),
  errorNonce: r.octets(20),
  errorOID: r.maybe(() => '2.23.42.1.' + r.below(1e6)),
  errorThumb: r.maybe(() => r.octets(32)),
  errorMsg: r.one([
    { is: 'badWrapper', value: r.octets(r.below(300)) } as const,
    {
      is: 'messageHeader',
      value: {
        version: r.below(256),
        revision: r.below(256),
        date: date(r),
        messageIDs: r.maybe(() => ({ lidC: r.maybe(() => r.octets(7)) })),
        rrpid: r.maybe(() => r.octets(20)),
        swIdent: r.text(LETTERS, 1, 255),
      },
    } as const,
  ]),
});

/** What breaks the law that a value comes back from its DER, with the same DER. */
type Law = (random: Random) => string | undefined;

function law<T>(type: Type<T>, make: (random: Random) => T): Law {
  return (random) => {
    const value = make(random);
    const der: Octets = encode(type, value);
    const again = encode(type, decode(type, der));
    return equal(der, again) ? undefined : hex(der).slice(0, 80);
  };
}

const number = (r: Random) => r.one([r.below(1000) / 1000, r.below(1e9) / 3, 2 ** -r.below(1074)]);

/** A number must be the very same, not only have the same DER. */
const sameNumber: Law = (random) => {
  const value = number(random);
  const found = decode(set.FloatingPoint, encode(set.FloatingPoint, value));
  return Object.is(found, value) ? undefined : `${value} becomes ${found}`;
};

export const LAWS: Readonly<Record<string, Law>> = {
  SETString: law(SETString(40), (r) => text(r, 40)),
  Date: law(set.SETDate, date),
  FloatingPoint: sameNumber,
  CurrencyAmount: law(set.CurrencyAmount, (r) => amount(r, r.one(CURRENCIES), 999_999_999)),
  Name: law(Name, (r) => ({
    country: r.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 2, 2),
    organization: text(r, 40),
    units: r.list(0, 4, () => text(r, 64)),
    commonName: r.maybe(() => text(r, 64)),
    name: r.maybe(() => text(r, 64)),
  })),
  Thumbs: law(set.Thumbs, thumbs),
  MsgExtensions: law(set.MsgExtensions, extensions),
  PInitReq: law(set.PInitReq, pInitReq),
  Offer: law(set.Offer, offer),
  OIData: law(set.OIData, oiData),
  CertReqData: law(set.CertReqData, certReqData),
  Receipt: law(set.Receipt, receipt),
  ErrorTBS: law(set.ErrorTBS, errorTBS),
};
