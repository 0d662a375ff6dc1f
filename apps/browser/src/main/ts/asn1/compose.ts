import {
  Asn1Error,
  encode,
  mistake,
  type Reader,
  refuse,
  tagged,
  type Tagged,
  type Type,
  type Value,
  within,
} from './der';
import { compare, concat, equal, type Octets } from './octets';

/** A component that may be absent. */
export interface Optional<T> extends Type<T | undefined> {
  readonly absent: true;
}

/** The components of a SEQUENCE by their ASN.1 names, without the dashes. */
export type Fields = Readonly<Record<string, Type<unknown>>>;

type Absent<F> = { [K in keyof F]: F[K] extends Optional<unknown> ? K : never }[keyof F];

/** What a SEQUENCE of these components holds. */
export type Components<F> = Flat<
  { readonly [K in Exclude<keyof F, Absent<F>>]: Value<F[K]> } & {
    readonly [K in Absent<F>]?: Value<F[K]>;
  }
>;

type Flat<T> = { [K in keyof T]: T[K] };

/** SEQUENCE: its components in their order. */
export function sequence<F extends Fields>(name: string, fields: F): Tagged<Components<F>> {
  const all = Object.entries(fields);
  return tagged(
    name,
    0x30,
    (from) => {
      const value: Record<string, unknown> = {};
      for (const [key, type] of all) {
        const part = within(key, () => type.read(from));
        if (part !== undefined) value[key] = part;
      }
      return value as Components<F>;
    },
    (value) => {
      const parts: Readonly<Record<string, unknown>> = value;
      return concat(all.map(([key, type]) => type.write(parts[key])));
    },
  );
}

/** OPTIONAL. */
export function optional<T>(type: Type<T>): Optional<T> {
  return {
    name: type.name,
    absent: true,
    begins: () => true,
    read: (from) => (type.begins(from.peek()) ? type.read(from) : undefined),
    write: (value) => (value === undefined ? new Uint8Array() : type.write(value)),
  };
}

/** DEFAULT: left out where it has that value, refused written out. */
export function defaulted<T extends boolean | number>(type: Type<T>, standard: T): Type<T> {
  return {
    name: type.name,
    begins: () => true,
    read: (from) => {
      if (!type.begins(from.peek())) return standard;
      const value = type.read(from);
      if (value === standard) refuse('default value written out');
      return value;
    },
    write: (value) => (value === standard ? new Uint8Array() : type.write(value)),
  };
}

/** A component with one value only; it is not among the values of its SEQUENCE. */
export function exactly<T>(type: Type<T>, value: T): Optional<never> {
  const der = encode(type, value);
  return {
    name: type.name,
    absent: true,
    begins: (tag) => type.begins(tag),
    read: (from) => {
      return equal(from.whole(), der) ? undefined : refuse('another value');
    },
    write: () => der,
  };
}

/** One alternative of a CHOICE: its ASN.1 name and its value. */
export type Alternative<A> = {
  [K in keyof A]: { readonly is: K; readonly value: Value<A[K]> };
}[keyof A];

/** CHOICE of alternatives, told apart by tag. */
export function choice<A extends Fields>(name: string, alternatives: A): Type<Alternative<A>> {
  const all = Object.entries(alternatives);
  return {
    name,
    begins: (tag) => all.some(([, type]) => type.begins(tag)),
    read: (from) => {
      const tag = from.peek();
      for (const [is, type] of all) {
        if (type.begins(tag)) {
          return { is, value: within(is, () => type.read(from)) } as Alternative<A>;
        }
      }
      return refuse('no alternative');
    },
    write: (value) => {
      return (alternatives[value.is] ?? mistake()).write(value.value);
    },
  };
}

const CONTEXT = 0x80;
const CONSTRUCTED = 0x20;

function context(n: number, constructed: number): number {
  const first = CONTEXT | constructed;
  if (n < 0x1f) return first | n;
  if (n < 0x80) return ((first | 0x1f) << 8) | n;
  return ((first | 0x1f) << 16) | (((n >> 7) | 0x80) << 8) | (n & 0x7f);
}

/** `[n] IMPLICIT`: another tag, the same content. */
export function implicit<T>(n: number, type: Tagged<T>): Tagged<T> {
  let first = type.tag;
  while (first > 0xff) first >>= 8;
  return tagged(type.name, context(n, first & CONSTRUCTED), type.content, type.body);
}

/** `[n] EXPLICIT`: the whole value inside another tag. */
export function explicit<T>(n: number, type: Type<T>): Tagged<T> {
  return tagged(
    type.name,
    context(n, CONSTRUCTED),
    (from) => type.read(from),
    (value) => type.write(value),
  );
}

/** SEQUENCE OF, `least` to `most` elements, never more than the limits allow. */
export function sequenceOf<T>(type: Type<T>, least = 0, most = Infinity): Tagged<readonly T[]> {
  return tagged(
    'SEQUENCE OF ' + type.name,
    0x30,
    (from) => elements(from, type, least, most),
    (list) => concat(counted(list, least, most).map((element) => type.write(element))),
  );
}

/** SET OF in DER order (X.690 11.6): refused unsorted or with one element twice. */
export function setOf<T>(type: Type<T>, least = 0, most = Infinity): Tagged<readonly T[]> {
  return tagged(
    'SET OF ' + type.name,
    0x31,
    (from) => {
      let last: Octets = new Uint8Array();
      const each: Type<T> = {
        ...type,
        read: () => {
          const { value, der } = from.kept(type.read);
          if (compare(last, der) >= 0) refuse('SET OF not in DER order');
          last = der;
          return value;
        },
      };
      return elements(from, each, least, most);
    },
    (list) => {
      const sorted = counted(list, least, most)
        .map((element) => type.write(element))
        .sort(compare);
      const twice = (one: Octets, i: number) => i > 0 && equal(one, sorted[i - 1] ?? one);
      return sorted.some(twice) ? mistake() : concat(sorted);
    },
  );
}

function elements<T>(from: Reader, type: Type<T>, least: number, most: number): readonly T[] {
  const list: T[] = [];
  const limit = Math.min(most, from.limits.count);
  while (from.left > 0) {
    if (list.length === limit) refuse('too many');
    list.push(within(`[${list.length}]`, () => type.read(from)));
  }
  return list.length < least ? refuse('too few') : list;
}

function counted<T>(list: readonly T[], least: number, most: number): readonly T[] {
  return list.length < least || list.length > most ? mistake() : list;
}

/**
 * The same octets seen as another value. `to` may refuse with a RangeError, of which nothing is
 * kept but that it refused: it may quote the value. `from` must undo `to` exactly.
 */
export function mapped<T, U>(
  name: string,
  type: Tagged<T>,
  to: (value: T) => U,
  from: (value: U) => T,
): Tagged<U>;
export function mapped<T, U>(
  name: string,
  type: Type<T>,
  to: (value: T) => U,
  from: (value: U) => T,
): Type<U>;
export function mapped<T, U>(
  name: string,
  type: Type<T> & Partial<Tagged<T>>,
  to: (value: T) => U,
  from: (value: U) => T,
): Type<U> {
  const checked = (value: T): U => {
    try {
      return to(value);
    } catch (e) {
      throw e instanceof RangeError ? new Asn1Error(name) : e;
    }
  };
  if (type.tag === undefined || type.content === undefined || type.body === undefined) {
    return {
      name,
      begins: (tag) => type.begins(tag),
      read: (reader) => checked(type.read(reader)),
      write: (value) => type.write(from(value)),
    };
  }
  const { content, body } = type;
  return tagged(
    name,
    type.tag,
    (reader) => checked(content(reader)),
    (value) => body(from(value)),
  );
}

/** The values of `type` for which `holds`; others are refused read and written. */
export function where<T>(type: Tagged<T>, holds: (value: T) => boolean): Tagged<T>;
export function where<T>(type: Type<T>, holds: (value: T) => boolean): Type<T>;
export function where<T>(type: Type<T>, holds: (value: T) => boolean): Type<T> {
  const only = (value: T): T => (holds(value) ? value : mistake());
  return mapped(type.name, type, only, only);
}

/** A value beside the octets it came in or will go in, which signatures cover (ENC-05). */
export interface AsSent<T> {
  readonly value: T;
  readonly der: Octets;
}

/** A value of our own with the octets that we will send. */
export function toSend<T>(type: Type<T>, value: T): AsSent<T> {
  return { value, der: encode(type, value) };
}

/** The same type, keeping the octets read and writing exactly those. */
export function asSent<T>(type: Type<T>): Type<AsSent<T>> {
  return {
    name: type.name,
    begins: (tag) => type.begins(tag),
    read: (from) => from.kept(type.read),
    write: (value) => value.der,
  };
}

/** The value in a SEQUENCE or SET of one: the tag, then exactly one value. */
export function only<T>(tag: number, type: Type<T>): Tagged<T> {
  return tagged(type.name, tag, type.read, type.write);
}
