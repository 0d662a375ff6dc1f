import {
  ANY,
  Asn1Error,
  decode,
  encode,
  mapped,
  OBJECT_IDENTIFIER,
  type Octets,
  PRINTABLE_STRING,
  sequence,
  sequenceOf,
  setOf,
  sized,
  type Tagged,
  type Type,
  UTF8_STRING,
} from '../asn1';

/** A distinguished name in the one form of CERT-08. Names are equal when their octets are. */
export interface Name {
  readonly country: string;
  /** The BrandID; in a root the root's own name. */
  readonly organization: string;
  readonly units: readonly string[];
  readonly commonName?: string | undefined;
  readonly name?: string | undefined;
}

const COUNTRY = '2.5.4.6';
const ORGANIZATION = '2.5.4.10';
const UNIT = '2.5.4.11';
const COMMON_NAME = '2.5.4.3';
const NAME = '2.5.4.41';
const ORDER = [COUNTRY, ORGANIZATION, UNIT, COMMON_NAME, NAME];

const TEXT = sized(UTF8_STRING, 1, 64);

const Attribute = sequence('AttributeTypeAndValue', { type: OBJECT_IDENTIFIER, value: ANY });

/** Neither control, format, private, surrogate nor unassigned characters, nor line separators. */
const VISIBLE = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;

function form(type: string): Tagged<string> {
  return type === COUNTRY ? PRINTABLE_STRING : TEXT;
}

function checked(name: Name): Name {
  const texts = [name.organization, ...name.units, name.commonName, name.name];
  const visible = texts.every((text) => text === undefined || VISIBLE.test(text));
  if (!/^[A-Z]{2}$/.test(name.country) || name.units.length > 4 || !visible) {
    throw new RangeError('no Name');
  }
  return name;
}

function ofAttributes(attributes: readonly (readonly [string, string])[]): Name {
  const all = (type: string) => attributes.filter(([t]) => t === type).map(([, text]) => text);
  const one = (type: string) => {
    const [text, more] = all(type);
    if (more !== undefined) throw new Asn1Error('attribute twice');
    return text;
  };
  let last = 0;
  for (const [type] of attributes) {
    const place = ORDER.indexOf(type);
    if (place < last) throw new Asn1Error('attribute not allowed here');
    last = place;
  }
  const [country, organization] = [one(COUNTRY), one(ORGANIZATION)];
  if (country === undefined || organization === undefined) {
    throw new Asn1Error('attribute missing');
  }
  const units = all(UNIT);
  return checked({ country, organization, units, commonName: one(COMMON_NAME), name: one(NAME) });
}

function attributesOf(name: Name): readonly (readonly [string, string])[] {
  checked(name);
  const optional = (type: string, text: string | undefined) =>
    text === undefined ? [] : [[type, text] as const];
  return [
    [COUNTRY, name.country],
    [ORGANIZATION, name.organization],
    ...name.units.map((unit) => [UNIT, unit] as const),
    ...optional(COMMON_NAME, name.commonName),
    ...optional(NAME, name.name),
  ];
}

/** Name, one attribute an RDN. */
export const Name: Type<Name> = mapped(
  'Name',
  sequenceOf(setOf(Attribute, 1, 1), 2),
  (rdns) =>
    ofAttributes(
      rdns.flatMap((rdn) =>
        rdn.map(({ type, value }) => [type, decode(form(type), value)] as const),
      ),
    ),
  (name) =>
    attributesOf(name).map(([type, text]) => [{ type, value: encode(form(type), text) }]),
);

/** The octets of a name, by which names are compared (CERT-09). */
export function nameOctets(name: Name): Octets {
  return encode(Name, name);
}
