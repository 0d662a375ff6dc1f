import { mistake, type Reader, refuse, tagged, type Tagged, type Type } from './der';
import { characters, concat, equal, hex, latin1, type Octets, ofHex, utf8 } from './octets';

/** BOOLEAN: one octet, FF or 00. */
export const BOOLEAN = tagged<boolean>(
  'BOOLEAN',
  0x01,
  (from) => {
    const octet = from.octet();
    if (octet !== 0 && octet !== 0xff) refuse('BOOLEAN');
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
    if (from.octet() !== 0) refuse('BIT STRING not of whole octets');
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
      return refuse('UTF8String');
    }
  },
  (text) => utf8(clean(text)),
);

function clean(text: string): string {
  return /[\0\p{Cs}]/u.test(text) ? mistake() : text;
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
    let text = '';
    while (from.left > 0) text += String.fromCharCode(from.octet() * 0x100 + from.octet());
    return basic(text) ? text : refuse('BMPString');
  },
  (text) => {
    if (!basic(text)) mistake();
    const units = [...text].map((character) => character.charCodeAt(0));
    return Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit]));
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
      const value = readInteger(from);
      return value < least || value > most ? refuse('INTEGER') : Number(value);
    },
    (value) =>
      value >= least && value <= most ? integerOctets(BigInt(value)) : mistake(),
  );
}

/** ENUMERATED: each value by the name it has in the ASN.1. */
export function enumerated<N extends string>(name: string, codes: Record<N, number>): Tagged<N> {
  const names = new Map<bigint, N>();
  for (const known in codes) names.set(BigInt(codes[known]), known);
  return tagged(
    name,
    0x0a,
    (from) => names.get(readInteger(from)) ?? refuse('ENUMERATED'),
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
  const fits = (value: T) => size(value) >= least && size(value) <= most;
  return tagged(
    type.name,
    type.tag,
    (from) => {
      const value = type.content(from);
      return fits(value) ? value : refuse('size');
    },
    (value) => (fits(value) ? type.body(value) : mistake()),
  );
}

function ascii(name: string, tag: number, allowed: RegExp): Tagged<string> {
  return tagged(
    name,
    tag,
    (from) => {
      const text = characters(from.rest());
      return allowed.test(text) ? text : refuse(name);
    },
    (text) => (allowed.test(text) ? latin1(text) : mistake()),
  );
}

/** The content of an INTEGER. */
function readInteger(from: Reader): bigint {
  const content = from.rest();
  if (content.length === 0) refuse('INTEGER');
  const value = BigInt.asIntN(content.length * 8, BigInt('0x' + hex(content)));
  return equal(integerOctets(value), content) ? value : refuse('INTEGER not minimal');
}

/** The fewest octets that hold `value` in two's complement. */
export function integerOctets(value: bigint): Octets {
  let count = 1;
  while (BigInt.asIntN(count * 8, value) !== value) count++;
  const unsigned = BigInt.asUintN(count * 8, value).toString(16);
  return ofHex(unsigned.padStart(count * 2, '0'));
}

function readOid(from: Reader): string {
  const arcs: bigint[] = [];
  while (from.left > 0) arcs.push(readArc(from));
  if (arcs.length >= 32) refuse('arcs');
  const first = arcs.shift() ?? refuse('no arcs');
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...arcs].join('.');
}

function readArc(from: Reader): bigint {
  for (let arc = 0n; ; ) {
    const octet = from.octet();
    if (arc === 0n && octet === 0x80) refuse('arc not minimal');
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (arc >= 1n << 55n) refuse('arc');
    if (octet < 0x80) return arc;
  }
}

function oidOctets(dotted: string): Octets {
  const [top = mistake(), second = mistake(), ...rest] = dotted.split('.').map(BigInt);
  return Uint8Array.from([top * 40n + second, ...rest].flatMap(arcOctets));
}

function arcOctets(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return octets;
}
