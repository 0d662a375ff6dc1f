import { Asn1Error, type Reader, tagged, type Tagged, type Type } from './der';
import { characters, concat, hex, latin1, type Octets, ofHex, utf8 } from './octets';

/** BOOLEAN: one octet, FF or 00. */
export const BOOLEAN = tagged<boolean>(
  'BOOLEAN',
  0x01,
  (from) => {
    const octet = from.octet();
    if (octet !== 0 && octet !== 0xff) throw new Asn1Error('BOOLEAN neither 00 nor FF');
    return octet !== 0;
  },
  (value) => Uint8Array.of(value ? 0xff : 0),
);

/** INTEGER of any size. */
export const INTEGER = tagged<bigint>('INTEGER', 0x02, readInteger, integerOctets);

/** BIT STRING of whole octets. */
export const BIT_STRING = tagged<Octets>(
  'BIT STRING',
  0x03,
  (from) => {
    if (from.octet() !== 0) throw new Asn1Error('BIT STRING not of whole octets');
    return from.rest();
  },
  (value) => concat([Uint8Array.of(0), value]),
);

/** OCTET STRING of any length. */
export const OCTET_STRING = tagged<Octets>(
  'OCTET STRING',
  0x04,
  (from) => from.rest(),
  (value) => value,
);

/** NULL; its value says nothing. */
export const NULL = tagged<true>(
  'NULL',
  0x05,
  () => true,
  () => new Uint8Array(),
);

/** OBJECT IDENTIFIER as its arcs in decimal with dots: at most 32 arcs, each below 2^55. */
export const OBJECT_IDENTIFIER = tagged<string>('OBJECT IDENTIFIER', 0x06, readOid, oidOctets);

/** UTF8String, well formed and without NUL. */
export const UTF8_STRING = tagged<string>(
  'UTF8String',
  0x0c,
  (from) => {
    const octets = from.rest();
    try {
      return clean(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets));
    } catch {
      throw new Asn1Error('UTF8String not well formed');
    }
  },
  (text) => utf8(clean(text)),
);

function clean(text: string): string {
  if (/[\0\p{Cs}]/u.test(text)) throw new RangeError('not a UTF8String');
  return text;
}

/** NumericString, digits and space. */
export const NUMERIC_STRING = ascii('NumericString', 0x12, /^[0-9 ]*$/);

/** PrintableString. */
export const PRINTABLE_STRING = ascii('PrintableString', 0x13, /^[A-Za-z0-9 '()+,./:=?-]*$/);

/** IA5String, without NUL. */
export const IA5_STRING = ascii('IA5String', 0x16, /^[\x01-\x7f]*$/);

/** VisibleString, printable ASCII. */
export const VISIBLE_STRING = ascii('VisibleString', 0x1a, /^[ -~]*$/);

/** BMPString of whole characters: no surrogates, no NUL. */
export const BMP_STRING = tagged<string>(
  'BMPString',
  0x1e,
  (from) => {
    if (from.left % 2 !== 0) throw new Asn1Error('BMPString of odd length');
    let text = '';
    while (from.left > 0) text += String.fromCharCode(from.octet() * 0x100 + from.octet());
    if (!basic(text)) throw new Asn1Error('BMPString holds NUL or surrogates');
    return text;
  },
  (text) => {
    if (!basic(text)) throw new RangeError('not a BMPString');
    const units = Array.from(text, (character) => character.charCodeAt(0));
    return Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff]));
  },
);

function basic(text: string): boolean {
  return !/[\0\ud800-\udfff]/.test(text);
}

/** Any one DER value, kept as it is. */
export const ANY: Type<Octets> = {
  name: 'ANY',
  begins: (tag) => tag >= 0,
  read: (from) => from.whole(),
  write: (value) => value,
};

/** INTEGER between `least` and `most`, both within 2^53. */
export function integer(least: number, most: number): Tagged<number> {
  return tagged(
    'INTEGER',
    0x02,
    (from) => {
      if (from.left > 8) throw new Asn1Error(`INTEGER not in ${least}..${most}`);
      const value = readInteger(from);
      if (value < least || value > most) throw new Asn1Error(`INTEGER not in ${least}..${most}`);
      return Number(value);
    },
    (value) => {
      if (!Number.isInteger(value)) throw new RangeError('not an integer');
      return integerOctets(BigInt(among(value, least, most)));
    },
  );
}

/** ENUMERATED: each value by the name it has in the ASN.1. */
export function enumerated<N extends string>(name: string, codes: Record<N, number>): Tagged<N> {
  const names = new Map<bigint, N>();
  for (const known in codes) names.set(BigInt(codes[known]), known);
  return tagged(
    name,
    0x0a,
    (from) => {
      const found = names.get(readInteger(from));
      if (found === undefined) throw new Asn1Error(name + ' has no such value');
      return found;
    },
    (value) => integerOctets(BigInt(codes[value])),
  );
}

/** OCTET STRING of `least` to `most` octets. */
export function octets(least: number, most: number = least): Tagged<Octets> {
  return bounded(OCTET_STRING, (value) => value.length, least, most);
}

/** A string type of `least` to `most` characters. */
export function sized(type: Tagged<string>, least: number, most: number = least): Tagged<string> {
  return bounded(type, (text) => [...text].length, least, most);
}

function bounded<T>(
  type: Tagged<T>,
  size: (value: T) => number,
  least: number,
  most: number,
): Tagged<T> {
  return tagged(
    type.name,
    type.tag,
    (from) => {
      const value = type.content(from);
      const found = size(value);
      if (found < least || found > most) {
        throw new Asn1Error(`size ${found} not in ${least}..${most}`);
      }
      return value;
    },
    (value) => {
      among(size(value), least, most);
      return type.body(value);
    },
  );
}

function among(value: number, least: number, most: number): number {
  if (!(value >= least && value <= most)) throw new RangeError(`not in ${least}..${most}`);
  return value;
}

function ascii(name: string, tag: number, allowed: RegExp): Tagged<string> {
  return tagged(
    name,
    tag,
    (from) => {
      const text = characters(from.rest());
      if (!allowed.test(text)) throw new Asn1Error(name + ' holds other characters');
      return text;
    },
    (text) => {
      if (!allowed.test(text)) throw new RangeError('not a ' + name);
      return latin1(text);
    },
  );
}

/** The content of an INTEGER. */
function readInteger(from: Reader): bigint {
  const content = from.rest();
  const first = content[0];
  if (first === undefined) throw new Asn1Error('empty INTEGER');
  const second = content[1];
  if (second !== undefined && first === (second < 0x80 ? 0 : 0xff)) {
    throw new Asn1Error('INTEGER not minimal');
  }
  return BigInt.asIntN(content.length * 8, BigInt('0x' + hex(content)));
}

/** The fewest octets that hold `value` in two's complement. */
export function integerOctets(value: bigint): Octets {
  let count = 1;
  while (BigInt.asIntN(count * 8, value) !== value) count++;
  const unsigned = BigInt.asUintN(count * 8, value).toString(16);
  return ofHex(unsigned.padStart(count * 2, '0'));
}

function readOid(from: Reader): string {
  if (from.left === 0) throw new Asn1Error('empty OBJECT IDENTIFIER');
  const arcs: bigint[] = [];
  while (from.left > 0) {
    if (arcs.length >= 31) throw new Asn1Error('more than 32 arcs');
    arcs.push(readArc(from));
  }
  const first = arcs.shift() ?? 0n;
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...arcs].join('.');
}

function readArc(from: Reader): bigint {
  let arc = 0n;
  let octet = from.octet();
  if (octet === 0x80) throw new Asn1Error('arc not minimal');
  for (;;) {
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (arc >= 1n << 55n) throw new Asn1Error('arc beyond 2^55');
    if (octet < 0x80) return arc;
    octet = from.octet();
  }
}

function oidOctets(dotted: string): Octets {
  const [top, second, ...rest] = dotted.split('.').map(BigInt);
  if (top === undefined || second === undefined) throw new RangeError('no object identifier');
  return Uint8Array.from([top * 40n + second, ...rest].flatMap(arcOctets));
}

function arcOctets(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return octets;
}
