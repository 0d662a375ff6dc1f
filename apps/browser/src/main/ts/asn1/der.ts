import { concat, type Octets } from './octets';

/** The bounds within which DER is read. Nothing is allocated ahead of data (ENC-03). */
export interface Limits {
  /** The longest whole input, in octets. */
  readonly octets: number;
  /** How deep values may be nested. */
  readonly depth: number;
  /** How many elements one SEQUENCE OF or SET OF may hold. */
  readonly count: number;
}

/** For messages from a peer. */
export const PEER: Limits = { octets: 256 * 1024, depth: 40, count: 1024 };

/** For lists such as CRLs, and for what was stored. */
export const OWN: Limits = { octets: 64 * 1024 * 1024, depth: 40, count: 1 << 20 };

/** What is not strict DER of its type. Tells the place and the rule, never the octets (ENC-04). */
export class Asn1Error extends Error {
  override readonly name = 'Asn1Error';
  /** Names from the outermost value to the place, such as `PReq.oiDualSigned.value.bin`. */
  path = '';

  constructor(readonly rule: string) {
    super(rule);
  }

  /** The same refusal, one value further out. */
  within(name: string): this {
    this.path = this.path === '' ? name : name + '.' + this.path;
    this.message = this.path + ': ' + this.rule;
    return this;
  }
}

/** Refuses what is read, by that rule. */
export function refuse(rule: string): never {
  throw new Asn1Error(rule);
}

/** Refuses a value that reading would refuse (ENC-06): who writes it made a mistake. */
export function mistake(): never {
  throw new RangeError('no value of this type');
}

/** Runs `read`; a refusal in it names `name` as its place. */
export function within<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (e) {
    throw e instanceof Asn1Error ? e.within(name) : e;
  }
}

/**
 * A cursor over DER. It never looks past the end of the value it stands in, and refuses indefinite
 * and non-minimal lengths (X.690 10.1) and tag numbers beyond 16,383 (ENC-01, ENC-02).
 *
 * A tag is known by its identifier octets read as one number: `0x30` for SEQUENCE, `0xbf1f` for a
 * constructed [31].
 */
export class Reader {
  private at = 0;
  private end: number;
  private depth = 0;

  constructor(
    private readonly data: Octets,
    readonly limits: Limits,
  ) {
    if (data.length > limits.octets) refuse('too long');
    this.end = data.length;
  }

  /** How many octets the value the cursor stands in has left. */
  get left(): number {
    return this.end - this.at;
  }

  /** The tag of the next value, or -1 at the end. */
  peek(): number {
    if (this.left <= 0) return -1;
    const first = this.data[this.at] ?? 0;
    if ((first & 0x1f) !== 0x1f) return first;
    let tag = first;
    let number = 0;
    for (let i = 1; i <= 2; i++) {
      if (i >= this.left) refuse('tag cut');
      const octet = this.data[this.at + i] ?? 0;
      tag = (tag << 8) | octet;
      number = (number << 7) | (octet & 0x7f);
      if (number === 0) refuse('tag not minimal');
      if (octet < 0x80) {
        if (number < 0x1f) refuse('tag not minimal');
        return tag;
      }
    }
    return refuse('tag number');
  }

  /** What `read` makes of the content of the next value, which must carry `tag`. */
  inside<T>(tag: number, read: (from: Reader) => T): T {
    const found = this.peek();
    if (found !== tag) refuse(`tag ${found.toString(16)} for ${tag.toString(16)}`);
    if (++this.depth > this.limits.depth) refuse('too deep');
    const length = this.header();
    const outer = this.end;
    this.end = this.at + length;
    const value = read(this);
    if (this.left !== 0) refuse('octets left over');
    this.end = outer;
    this.depth--;
    return value;
  }

  /** The next value whole, tag and length included; the cursor moves behind it. */
  whole(): Octets {
    const start = this.at;
    const length = this.header();
    this.at += length;
    return this.data.slice(start, this.at);
  }

  /** The octets that `read` passes over, beside what it makes of them. */
  kept<T>(read: (from: Reader) => T): { readonly value: T; readonly der: Octets } {
    const start = this.at;
    const value = read(this);
    return { value, der: this.data.slice(start, this.at) };
  }

  /** The next octet of the content. */
  octet(): number {
    if (this.left <= 0) refuse('cut');
    return this.data[this.at++] ?? 0;
  }

  /** All that is left of the content. */
  rest(): Octets {
    const rest = this.data.slice(this.at, this.end);
    this.at = this.end;
    return rest;
  }

  /** Moves behind tag and length of the next value; gives the length. */
  private header(): number {
    const tag = this.peek();
    if (tag < 0) refuse('cut');
    this.at += tag > 0xffff ? 3 : tag > 0xff ? 2 : 1;
    const length = this.length();
    if (length > this.left) refuse('length past the end');
    return length;
  }

  private length(): number {
    const first = this.octet();
    if (first < 0x80) return first;
    const count = first & 0x7f;
    if (count === 0) refuse('indefinite length');
    if (count > 4) refuse('length');
    let length = 0;
    for (let i = 0; i < count; i++) length = length * 0x100 + this.octet();
    if (length < 0x80 || length < 0x100 ** (count - 1)) refuse('length not minimal');
    return length;
  }
}

/** Tag, length and content. */
export function tlv(tag: number, content: Uint8Array): Octets {
  const { length } = content;
  const long = bigEndian(length);
  const head = length < 0x80 ? [length] : [0x80 | long.length, ...long];
  return concat([Uint8Array.from([...bigEndian(tag), ...head]), content]);
}

function bigEndian(number: number): number[] {
  return number === 0 ? [] : [...bigEndian(number >>> 8), number & 0xff];
}

/**
 * How one ASN.1 type is read from DER and written to it: one declaration for both directions.
 *
 * Law, tested for every type: whatever `decode` accepts, `encode` gives back octet for octet.
 */
export interface Type<T> {
  /** The name of the type, as in its ASN.1. */
  readonly name: string;
  /** Whether a value of this type can begin with `tag`. */
  begins(tag: number): boolean;
  /** Reads one value; the cursor moves behind it. */
  read(from: Reader): T;
  /** The DER of one value. */
  write(value: T): Octets;
}

/** The value that `type` reads and writes. */
export type Value<type> = type extends Type<infer T> ? T : never;

/** A type with one tag of its own. */
export interface Tagged<T> extends Type<T> {
  readonly tag: number;
  /** Reads the content octets, all of them. */
  content(from: Reader): T;
  /** The content octets. */
  body(value: T): Octets;
}

/** A type with one tag, from how its content is read and written. */
export function tagged<T>(
  name: string,
  tag: number,
  content: (from: Reader) => T,
  body: (value: T) => Octets,
): Tagged<T> {
  return {
    name,
    tag,
    content,
    body,
    begins: (found) => found === tag,
    read: (from) => from.inside(tag, content),
    write: (value) => tlv(tag, body(value)),
  };
}

/**
 * The value whose DER is exactly `der`.
 *
 * @throws Asn1Error where the octets are not strict DER of this type, or beyond the limits
 */
export function decode<T>(type: Type<T>, der: Octets, limits: Limits = PEER): T {
  return within(type.name, () => {
    const from = new Reader(der, limits);
    const value = type.read(from);
    if (from.left !== 0) refuse('octets left over');
    return value;
  });
}

/**
 * The DER of `value`.
 *
 * @throws RangeError where it is a value that reading would refuse (ENC-06)
 */
export function encode<T>(type: Type<T>, value: T): Octets {
  return type.write(value);
}
