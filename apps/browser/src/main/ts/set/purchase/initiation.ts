import { Asn1Error, type AsSent, decode, equal, type Octets, ofBase64, ofHex } from '../../asn1';
import { amountOf, BrandID, type CurrencyAmount, DD, Offer, Refused, sameAmount } from '..';

/** Where the person goes on when the wallet is done. Following them proves nothing to anybody. */
export interface Returns {
  readonly success?: string;
  readonly failure?: string;
  readonly cancel?: string;
}

/** A shop asks a wallet to pay an order (spec/initiation.md). Nothing of it is believed. */
export interface PaymentInitiation {
  /** Where PInitReq goes. */
  readonly setUrl: string;
  readonly lidM: Octets;
  readonly brands: readonly string[];
  readonly purchAmt: CurrencyAmount;
  readonly offerDigest: Octets;
  readonly returns: Returns;
  readonly offer: Octets;
}

const TEXT_MAX = 512 * 1024;
const LINE_MAX = 1024;
const LINES_MAX = 64;
const BRANDS_MAX = 16;

function broken(rule: string): Refused {
  return new Refused('decodingFailure', rule);
}

/** What a text names before its empty line, and what follows. */
interface Lines {
  /** By name in lower case. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

function linesOf(text: string): Lines {
  // INIT-01: bounded, no controls but line ends.
  if (text.length > TEXT_MAX) throw new Refused('messageTooBig', 'INIT-01');
  const lines = text.replaceAll('\r\n', '\n');
  if (/[^\P{Cc}\n]/u.test(lines)) throw broken('INIT-01');
  const values = new Map<string, string[]>();
  let from = 0;
  for (let count = 0; count <= LINES_MAX; count++) {
    const end = lines.indexOf('\n', from);
    // INIT-02: an empty line ends the names.
    if (end < 0 || end - from > LINE_MAX) throw broken('INIT-02');
    if (end === from) return { values, body: lines.slice(end + 1) };
    const parts = /^([a-z][a-z0-9-]{0,63}): ?(.*)$/is.exec(lines.slice(from, end));
    if (!parts) throw broken('INIT-02');
    const name = parts[1]!.toLowerCase();
    values.set(name, [...(values.get(name) ?? []), parts[2]!]);
    from = end + 1;
  }
  throw broken('INIT-02');
}

/**
 * The initiation of a payment that `text` spells.
 *
 * @throws Refused with the rule it breaks, INIT-01 to INIT-09
 */
export function readInitiation(text: string): PaymentInitiation {
  const { values, body } = linesOf(text);
  const all = (name: string) => values.get(`set-${name}`.toLowerCase()) ?? [];
  // INIT-03: what must be there is there once.
  const maybe = (name: string) => {
    if (all(name).length > 1) throw broken('INIT-03');
    return all(name)[0];
  };
  const one = (name: string) => {
    const value = maybe(name);
    if (value === undefined) throw broken('INIT-03');
    return value;
  };
  // INIT-04, INIT-05: our version, and a payment; registrations begin in the wallet itself.
  if (one('Version') !== '1.0') throw new Refused('versionTooNew', 'INIT-04');
  if (one('Initiation-Type') !== 'Payment-Initiation') {
    throw new Refused('messageNotSupported', 'INIT-05');
  }
  const brands = all('Brand');
  if (brands.length < 1 || brands.length > BRANDS_MAX) throw broken('INIT-03');
  valid('INIT-03', () => brands.forEach((brand) => BrandID.write(brand)));
  const returns: Record<string, string> = {};
  for (const name of ['Success', 'Failure', 'Cancel']) {
    const url = maybe(`${name}-URL`);
    if (url !== undefined) returns[name.toLowerCase()] = address(url);
  }
  return {
    setUrl: address(one('SET-URL')),
    // INIT-07: labels and digests are in lower case hexadecimal.
    lidM: octets(one('LID-M'), 1, 20),
    brands,
    purchAmt: amount(one('PurchAmt')),
    offerDigest: octets(one('Offer-Digest'), 32, 32),
    returns,
    offer: offered(body),
  };
}

/** INIT-06: absolute http or https in ASCII, with a host, without user and fragment. */
function address(text: string): string {
  const plain = /^https?:\/\/[^\s/?#@\\]+[!-~]*$/i.test(text) && text.length <= 512;
  if (!plain || /[#\\]/.test(text) || !URL.canParse(text)) throw broken('INIT-06');
  const { port, hostname, username, password } = new URL(text);
  if (port === '0' || hostname === '' || username + password !== '') throw broken('INIT-06');
  return text;
}

function octets(text: string, least: number, most: number): Octets {
  const found = valid('INIT-07', () => ofHex(text));
  if (found.length < least || found.length > most) throw broken('INIT-07');
  return found;
}

/** INIT-08: currency number, minor units, exponent; the exponent is the currency's. */
function amount(text: string): CurrencyAmount {
  const parts = /^(\d{3}) (0|[1-9]\d{0,14}) (0|-[1-4])$/.exec(text);
  if (!parts) throw broken('INIT-08');
  const found = valid('INIT-08', () => amountOf(Number(parts[1]), Number(parts[2])));
  if (found.amtExp10 !== Number(parts[3])) throw broken('INIT-08');
  return found;
}

/**
 * INIT-09: the body is the offer in base64; a wallet in a browser has it no other way. What was
 * published of it (INIT-15) follows after an empty line and stays unread: this wallet asks (PInit).
 */
function offered(body: string): Octets {
  const offer = body.split('\n\n', 1)[0]!;
  const found = valid('INIT-09', () => ofBase64(offer.replaceAll('\n', '')));
  if (found.length === 0) throw broken('INIT-09');
  return found;
}

function valid<T>(rule: string, reading: () => T): T {
  try {
    return reading();
  } catch (e) {
    throw e instanceof RangeError ? broken(rule) : e;
  }
}

/**
 * The offer of an initiation, if that speaks of it.
 *
 * @throws Refused with the rule of INIT-10 to INIT-14 that it breaks
 */
export async function offerOf(initiation: PaymentInitiation): Promise<AsSent<Offer>> {
  const { offer: der, lidM, purchAmt, brands } = initiation;
  const mismatch = (rule: string) => new Refused('unspecifiedFailure', rule);
  const value = decoded(der);
  // INIT-11: the digest is that of the octets.
  if (!equal(await DD(der), initiation.offerDigest)) throw mismatch('INIT-11');
  // INIT-12 to INIT-14: order, amount and brands are those of the offer.
  if (!equal(value.lidM, lidM)) throw mismatch('INIT-12');
  if (!sameAmount(value.total, purchAmt)) throw mismatch('INIT-13');
  if (value.brandIDs.join('\n') !== brands.join('\n')) throw mismatch('INIT-14');
  return { value, der };
}

function decoded(der: Octets): Offer {
  // INIT-10: the offer is DER.
  try {
    return decode(Offer, der);
  } catch (e) {
    throw e instanceof Asn1Error ? broken('INIT-10') : e;
  }
}
