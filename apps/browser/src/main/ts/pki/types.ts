import {
  ANY,
  asSent,
  BIT_STRING,
  BOOLEAN,
  defaulted,
  explicit,
  exactly,
  GENERALIZED_TIME,
  IA5_STRING,
  implicit,
  INTEGER,
  integer,
  integerOctets,
  NUMERIC_STRING,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  octets,
  optional,
  PKI_TIME,
  sequence,
  sequenceOf,
  sized,
  type Tagged,
  tagged,
  type Type,
  type Value,
  VISIBLE_STRING,
  where,
  Asn1Error,
  BMP_STRING,
} from '../asn1';
import { AlgorithmIdentifier, IssuerAndSerialNumber, SHA256 } from '../cms/types';
import { Name } from './name';

/** VisibleString where all characters are printable ASCII, else BMPString; 1 to `most`. */
export function SETString(most: number): Type<string> {
  const visible = sized(VISIBLE_STRING, 1, most);
  const wide = sized(BMP_STRING, 1, most);
  const plain = /^[ -~]*$/;
  return {
    name: 'SETString',
    begins: (tag) => visible.begins(tag) || wide.begins(tag),
    read: (from) => {
      if (!wide.begins(from.peek())) return visible.read(from);
      const text = wide.read(from);
      if (plain.test(text)) throw new Asn1Error('BMPString of printable ASCII');
      return text;
    },
    write: (text) => (plain.test(text) ? visible : wide).write(text),
  };
}

/** BIT STRING of named bits, without trailing zeros and with no bit that has no name. */
export function namedBits<N extends string>(
  name: string,
  names: Readonly<Record<N, number>>,
): Tagged<readonly N[]> {
  return tagged(
    name,
    0x03,
    (from) => {
      const unused = from.octet();
      const content = from.rest();
      if (content.length < 1 || content.length > 2) throw new Asn1Error('named bits');
      let rest = ((content[0] ?? 0) << 8) | (content[1] ?? 0);
      const last = unused + (content.length === 1 ? 8 : 0);
      if (unused > 7 || (rest & -rest) !== 1 << last) throw new Asn1Error('trailing zero bits');
      const found: N[] = [];
      for (const known in names) {
        const mask = 0x8000 >> names[known];
        if ((rest & mask) !== 0) found.push(known);
        rest &= ~mask;
      }
      if (rest !== 0) throw new Asn1Error('a bit without a name');
      return found;
    },
    (set) => {
      const bits = set.reduce((sum, known) => sum | (0x8000 >> names[known]), 0);
      if (bits === 0) throw new RangeError('no bit is set');
      const zeros = 31 - Math.clz32(bits & -bits);
      return zeros < 8
        ? Uint8Array.of(zeros, bits >> 8, bits & 0xff)
        : Uint8Array.of(zeros - 8, bits >> 8);
    },
  );
}

/** What a key is for (CERT-12). */
export const KeyUsage = namedBits('KeyUsage', {
  digitalSignature: 0,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
});
export type KeyUse = Value<typeof KeyUsage>[number];

/** What the holder of a certificate is (CERT-13). */
export const CertificateType = namedBits('CertificateType', {
  card: 0,
  mer: 1,
  pgwy: 2,
  cca: 3,
  mca: 4,
  pca: 5,
  gca: 6,
  bca: 7,
  rca: 8,
  acq: 9,
});
export type CertificateType = Value<typeof CertificateType>[number];

export const Extension = sequence('Extension', {
  extnID: OBJECT_IDENTIFIER,
  critical: defaulted(BOOLEAN, false),
  extnValue: OCTET_STRING,
});
export type Extension = Value<typeof Extension>;

/** Extensions, none of them twice (CERT-01). */
export const Extensions = where(
  sequenceOf(Extension, 1),
  (list) => new Set(list.map((extension) => extension.extnID)).size === list.length,
);

const within20Octets = (least: bigint) => (value: bigint) =>
  value >= least && integerOctets(value).length <= 20;

/** CERT-03. */
const SerialNumber = where(INTEGER, within20Octets(1n));

/** cRLNumber, and sequenceNum of a brand's CRL identifier. */
export const CRLNumber = where(INTEGER, within20Octets(0n));

/** What `type` says, with the signature over exactly its octets. */
function signedObject<T>(name: string, type: Type<T>) {
  return asSent(
    sequence(name, {
      toBeSigned: asSent(type),
      algorithm: AlgorithmIdentifier,
      signature: BIT_STRING,
    }),
  );
}

export const SignedCertificate = signedObject(
  'Certificate',
  sequence('TBSCertificate', {
    version: exactly(explicit(0, integer(0, 2)), 2),
    serialNumber: SerialNumber,
    signature: AlgorithmIdentifier,
    issuer: Name,
    validity: sequence('Validity', { notBefore: PKI_TIME, notAfter: PKI_TIME }),
    subject: Name,
    subjectPublicKeyInfo: ANY,
    extensions: explicit(3, Extensions),
  }),
);

export const SignedCertificateList = signedObject(
  'CertificateList',
  sequence('TBSCertList', {
    version: exactly(integer(0, 1), 1),
    signature: AlgorithmIdentifier,
    issuer: Name,
    thisUpdate: PKI_TIME,
    nextUpdate: PKI_TIME,
    revokedCertificates: optional(
      sequenceOf(
        sequence('Revoked', {
          userCertificate: SerialNumber,
          revocationDate: PKI_TIME,
          crlEntryExtensions: optional(Extensions),
        }),
        1,
      ),
    ),
    crlExtensions: explicit(0, Extensions),
  }),
);

export const SignedBrandCRLIdentifier = signedObject(
  'BrandCRLIdentifier',
  sequence('UnsignedBrandCRLIdentifier', {
    version: exactly(integer(0, 0), 0),
    signature: AlgorithmIdentifier,
    sequenceNum: CRLNumber,
    brandID: SETString(40),
    notBefore: GENERALIZED_TIME,
    notAfter: GENERALIZED_TIME,
    crlIdentifierSeq: implicit(
      0,
      sequenceOf(sequence('CRLIdentifier', { issuerName: Name, crlNumber: CRLNumber })),
    ),
    bciExtensions: optional(explicit(1, Extensions)),
  }),
);

/** CERT-14. */
export const BasicConstraints = where(
  sequence('BasicConstraints', {
    cA: defaulted(BOOLEAN, false),
    pathLenConstraint: optional(integer(0, 255)),
  }),
  (value) => value.cA || value.pathLenConstraint === undefined,
);

const Policies = sequenceOf(
  sequence('PolicyInformation', {
    policyIdentifier: OBJECT_IDENTIFIER,
    policyQualifiers: optional(ANY),
  }),
  1,
);

const KeyPeriod = sequence('PrivateKeyUsagePeriod', {
  notBefore: implicit(0, GENERALIZED_TIME),
  notAfter: implicit(1, GENERALIZED_TIME),
});

const HashedRootKey = sequence('HashedRootKey', {
  version: exactly(integer(0, 0), 0),
  digestAlgorithm: exactly(ANY, SHA256),
  encapContentInfo: exactly(sequenceOf(OBJECT_IDENTIFIER), ['2.23.42.3.0.0']),
  digest: octets(32),
});

const text = (n: number, most: number) => optional(explicit(n, SETString(most)));

/** Who a merchant is; the first name is the one to show. */
export const MerchantData = sequence('MerchantData', {
  merID: SETString(30),
  merAcquirerBIN: sized(NUMERIC_STRING, 6),
  merNameSeq: sequenceOf(
    sequence('MerNames', {
      language: optional(implicit(0, sized(VISIBLE_STRING, 1, 35))),
      name: explicit(1, SETString(25)),
      city: text(2, 50),
      stateProvince: text(3, 50),
      postalCode: text(4, 14),
      countryName: text(5, 50),
    }),
    1,
  ),
  merCountry: integer(1, 999),
  merAuthFlag: defaulted(BOOLEAN, true),
  merCategory: optional(implicit(0, sized(NUMERIC_STRING, 4))),
});
export type MerchantData = Value<typeof MerchantData>;

const Tunneling = sequence('Tunneling', {
  tunneling: defaulted(BOOLEAN, true),
  tunnAlgIDs: optional(sequenceOf(OBJECT_IDENTIFIER, 1)),
});

/** Whose key signed: issuer and serial number of that key's certificate (CERT-15). */
const AuthorityKey = sequence('AuthorityKeyIdentifier', {
  authorityCertIssuer: implicit(1, sequenceOf(explicit(4, Name), 1, 1)),
  authorityCertSerialNumber: implicit(2, SerialNumber),
});

const CE = '2.5.29.';
const SET = '2.23.42.7.';

/** Extensions we read, by what they are called: identifier, type and whether critical (CERT-11). */
export const EXTENSIONS = {
  keyUsage: [CE + 15, KeyUsage, true],
  keyPeriod: [CE + 16, KeyPeriod, false],
  subjectAltName: [CE + 17, sequenceOf(implicit(6, sized(IA5_STRING, 1, 512)), 1, 1), false],
  basicConstraints: [CE + 19, BasicConstraints, true],
  policies: [CE + 32, Policies, false],
  authorityKey: [CE + 35, AuthorityKey, false],
  hashedRootKey: [SET + 0, HashedRootKey, true],
  certificateType: [SET + 1, CertificateType, true],
  merchantData: [SET + 2, MerchantData, false],
  cardCertRequired: [SET + 3, BOOLEAN, false],
  tunneling: [SET + 4, Tunneling, false],
  setExtensions: [SET + 5, sequenceOf(OBJECT_IDENTIFIER, 1), false],
} as const;

export const CRL_NUMBER = CE + 20;
export const CRL_REASON = CE + 21;
export const AUTHORITY_KEY = CE + 35;
export { AuthorityKey, IssuerAndSerialNumber };
