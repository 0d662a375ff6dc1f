import {
  ANY,
  asSent,
  BIT_STRING,
  choice,
  concat,
  equal,
  exactly,
  explicit,
  implicit,
  INTEGER,
  integer,
  mapped,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  type Octets,
  octets,
  ofHex,
  only,
  optional,
  sequence,
  sequenceOf,
  setOf,
  tagged,
  type Tagged,
  toSend,
  type Type,
  type Value,
  within,
} from '../asn1';
import { AlgorithmIdentifier, SHA256 } from './algorithms';

export * from './algorithms';

/**
 * CMS (RFC 5652, 5083) as spec/operators.md has it: what is optional and SET does not need is left
 * out.
 */
const SET = 0x31;
const SEQUENCE = 0x30;

const PKCS7 = '1.2.840.113549.1.7.';

/** A value in a ContentInfo of exactly `contentType` (RFC 5652 3). */
export function contentInfo<T>(contentType: string, type: Type<T>): Tagged<T> {
  const named = exactly(OBJECT_IDENTIFIER, contentType);
  const content = explicit(0, type);
  return tagged(
    type.name,
    SEQUENCE,
    (from) => {
      within('contentType', () => named.read(from));
      return content.read(from);
    },
    (value) => concat([named.write(undefined), content.write(value)]),
  );
}

const version = (number: number) => exactly(integer(0, 9), number);

/** How CMS names a certificate. */
export const IssuerAndSerialNumber = sequence('IssuerAndSerialNumber', {
  issuer: ANY,
  serialNumber: INTEGER,
});
export type IssuerAndSerialNumber = Value<typeof IssuerAndSerialNumber>;

/** The null issuer name and number 0: signed by a key without a certificate (OP-21). */
export const NEW_KEY: IssuerAndSerialNumber = { issuer: ofHex('3000'), serialNumber: 0n };

/** Whether both name the same certificate, octet by octet. */
export function sameName(a: IssuerAndSerialNumber, b: IssuerAndSerialNumber): boolean {
  return a.serialNumber === b.serialNumber && equal(a.issuer, b.issuer);
}

function attribute<T>(type: string, value: Type<T>) {
  return sequence('Attribute', {
    attrType: exactly(OBJECT_IDENTIFIER, type),
    attrValues: only(SET, value),
  });
}

const ATTRIBUTE = '1.2.840.113549.1.9.';

/** What a signature covers: type and digest of the content and nothing else (OP-10). */
const SignedAttributes = implicit(
  0,
  sequence('SignedAttributes', {
    contentType: attribute(ATTRIBUTE + 3, OBJECT_IDENTIFIER),
    messageDigest: attribute(ATTRIBUTE + 4, octets(16, 64)),
  }),
);

/** Attributes as they travel, from type and digest of the content. */
export function signedAttributes(contentType: string, digest: Octets): SignerInfo['signedAttrs'] {
  return toSend(SignedAttributes, {
    contentType: { attrValues: contentType },
    messageDigest: { attrValues: digest },
  });
}

/** The octets that are signed, of attributes as they travel: the same with the tag of a SET. */
export function signedForm(attributes: Octets): Octets {
  return concat([Uint8Array.of(SET), attributes.subarray(1)]);
}

export const SignerInfo = sequence('SignerInfo', {
  version: version(1),
  sid: IssuerAndSerialNumber,
  digestAlgorithm: AlgorithmIdentifier,
  signedAttrs: asSent(SignedAttributes),
  signatureAlgorithm: AlgorithmIdentifier,
  signature: octets(1, 8192),
});
export type SignerInfo = Value<typeof SignerInfo>;

/** SignedData in its ContentInfo: S with eContent, SO without. */
export const SignedData = contentInfo(
  PKCS7 + 2,
  sequence('SignedData', {
    version: version(3),
    digestAlgorithms: setOf(AlgorithmIdentifier, 1, 2),
    encapContentInfo: sequence('EncapsulatedContentInfo', {
      eContentType: OBJECT_IDENTIFIER,
      eContent: optional(explicit(0, OCTET_STRING)),
    }),
    certificates: optional(implicit(0, setOf(ANY, 1, 64))),
    crls: optional(implicit(1, setOf(ANY, 1, 64))),
    signerInfos: setOf(SignerInfo, 1, 2),
  }),
);
export type SignedData = Value<typeof SignedData>;

/** The sender's fresh public key of one envelope: a SubjectPublicKeyInfo. */
export const OriginatorPublicKey = sequence('OriginatorPublicKey', {
  algorithm: AlgorithmIdentifier,
  publicKey: BIT_STRING,
});

const KeyAgreeRecipientInfo = sequence('KeyAgreeRecipientInfo', {
  version: version(3),
  originator: explicit(0, implicit(1, OriginatorPublicKey)),
  keyEncryptionAlgorithm: AlgorithmIdentifier,
  recipientEncryptedKeys: only(
    SEQUENCE,
    sequence('RecipientEncryptedKey', {
      rid: IssuerAndSerialNumber,
      encryptedKey: octets(24, 72),
    }),
  ),
});

const KEKRecipientInfo = sequence('KEKRecipientInfo', {
  version: version(4),
  kekid: sequence('KEKIdentifier', { keyIdentifier: octets(0, 64) }),
  keyEncryptionAlgorithm: AlgorithmIdentifier,
  encryptedKey: octets(24, 72),
});

/** How the one recipient of an envelope comes by its key. */
export const RecipientInfo = choice('RecipientInfo', {
  kari: implicit(1, KeyAgreeRecipientInfo),
  kekri: implicit(2, KEKRecipientInfo),
});
export type RecipientInfo = Value<typeof RecipientInfo>;

/** AuthEnvelopedData in its ContentInfo, for one recipient, of id-data (RFC 5083). */
export const AuthEnvelopedData = contentInfo(
  '1.2.840.113549.1.9.16.1.23',
  sequence('AuthEnvelopedData', {
    version: version(0),
    recipientInfos: only(SET, RecipientInfo),
    authEncryptedContentInfo: sequence('EncryptedContentInfo', {
      contentType: exactly(OBJECT_IDENTIFIER, PKCS7 + 1),
      contentEncryptionAlgorithm: AlgorithmIdentifier,
      encryptedContent: implicit(0, OCTET_STRING),
    }),
    mac: octets(16),
  }),
);
export type AuthEnvelopedData = Value<typeof AuthEnvelopedData>;

/** The digest of a content of that type that is kept elsewhere, by SHA-256 alone (OP-02). */
export function detached(contentType: string): Tagged<Octets> {
  const form = sequence('DD', {
    version: version(2),
    digestAlgorithm: exactly(ANY, SHA256),
    encapContentInfo: exactly(sequenceOf(OBJECT_IDENTIFIER), [contentType]),
    digest: octets(32),
  });
  return mapped(
    'DD',
    form,
    (value) => value.digest,
    (digest) => ({ digest }),
  );
}
