import {
  Asn1Error,
  type AsSent,
  decode,
  equal,
  type Octets,
  OWN,
  type Time,
  type Type,
  type Value,
  within,
} from '../asn1';
import { ECDSA_SHA256, ED25519, type IssuerAndSerialNumber } from '../cms/types';
import { sha256, type VerifyingKey } from '../crypto';
import { type Name, nameOctets } from './name';
import {
  AUTHORITY_KEY,
  AuthorityKey,
  type CertificateType,
  CRL_NUMBER,
  CRLNumber,
  type Extension,
  EXTENSIONS,
  type KeyUse,
  type MerchantData,
  SignedBrandCRLIdentifier,
  SignedCertificate,
  SignedCertificateList,
} from './types';

export type { CertificateType, Extension, KeyUse } from './types';

type AuthorityKey = Value<typeof AuthorityKey>;

/** What an issuer signed: a certificate, a CRL or a brand's CRL identifier. */
export interface SignedObject {
  /** All its octets. */
  readonly der: Octets;
  /** The octets that its signature covers; their SHA-256 is its thumb (CERT-02). */
  readonly tbs: Octets;
  readonly extensions: readonly Extension[];
  /** Whose key signed, by the certificate of that key. */
  readonly authorityKey: AuthorityKey | undefined;
  /** Whether `key` signed it, by the one algorithm of that key (CERT-05). */
  signedBy(key: VerifyingKey): Promise<boolean>;
}

/** A certificate of SET; read, not yet proved. */
export interface Certificate extends SignedObject {
  readonly serialNumber: bigint;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: Time;
  readonly notAfter: Time;
  /** SubjectPublicKeyInfo. */
  readonly spki: Octets;
  /** How CMS names it. */
  readonly name: IssuerAndSerialNumber;
  readonly keyUsage: readonly KeyUse[];
  readonly types: readonly CertificateType[];
  readonly authority: boolean;
  readonly pathLength: number | undefined;
  readonly policies: readonly string[];
  readonly keyPeriod: { readonly notBefore: Time; readonly notAfter: Time } | undefined;
  readonly hashedRootKey: Octets | undefined;
  readonly merchantData: MerchantData | undefined;
  readonly cardCertRequired: boolean;
  /** The content encryption algorithms that the holder opens, of an encryption certificate. */
  readonly tunneling: readonly string[];
  /** Web origins of a merchant (CERT-34). */
  readonly uris: readonly string[];
}

/** One certificate that a CRL lists. */
export interface Revoked {
  readonly serialNumber: bigint;
  readonly extensions: readonly Extension[];
}

/** A CRL; read, not yet proved. */
export interface CertificateList extends SignedObject {
  readonly issuer: Name;
  readonly number: bigint;
  readonly thisUpdate: Time;
  readonly nextUpdate: Time;
  readonly revoked: readonly Revoked[];
}

/** Which CRLs of a brand are current (CRL-07); read, not yet proved. */
export interface BrandCRLIdentifier extends SignedObject {
  readonly sequenceNum: bigint;
  readonly brand: string;
  readonly notBefore: Time;
  readonly notAfter: Time;
  readonly crls: readonly { readonly issuerName: Name; readonly crlNumber: bigint }[];
}

function extension<T>(list: readonly Extension[], id: string, type: Type<T>): T | undefined {
  const found = list.find((one) => one.extnID === id);
  return found && within('extension ' + id, () => decode(type, found.extnValue));
}

interface Signed<T> {
  readonly toBeSigned: AsSent<T>;
  readonly algorithm: Octets;
  readonly signature: Octets;
}

function signedObject<T extends { readonly signature: Octets }>(
  sent: AsSent<Signed<T>>,
  extensions: readonly Extension[],
): SignedObject {
  const { toBeSigned, algorithm, signature } = sent.value;
  return {
    der: sent.der,
    tbs: toBeSigned.der,
    extensions,
    authorityKey: extension(extensions, AUTHORITY_KEY, AuthorityKey),
    signedBy: async (key) => {
      const own = key.curve === 'Ed25519' ? ED25519 : ECDSA_SHA256;
      const same = equal(own, algorithm) && equal(own, toBeSigned.value.signature);
      return same && (await key.verify(toBeSigned.der, signature));
    },
  };
}

/** A type whose values are made of what was read; written are the very octets that were. */
function objectType<S, T extends SignedObject>(type: Type<S>, make: (sent: S) => T): Type<T> {
  return {
    name: type.name,
    begins: (tag) => type.begins(tag),
    read: (from) => make(type.read(from)),
    write: (object) => object.der,
  };
}

function certificate(sent: Value<typeof SignedCertificate>): Certificate {
  const tbs = sent.value.toBeSigned.value;
  const list = tbs.extensions;
  const E = EXTENSIONS;
  const constraints = extension(list, E.basicConstraints[0], E.basicConstraints[1]);
  const policies = extension(list, E.policies[0], E.policies[1]);
  const tunneling = extension(list, E.tunneling[0], E.tunneling[1]);
  extension(list, E.setExtensions[0], E.setExtensions[1]);
  return {
    ...signedObject(sent, list),
    serialNumber: tbs.serialNumber,
    issuer: tbs.issuer,
    subject: tbs.subject,
    notBefore: tbs.validity.notBefore,
    notAfter: tbs.validity.notAfter,
    spki: tbs.subjectPublicKeyInfo,
    name: { issuer: nameOctets(tbs.issuer), serialNumber: tbs.serialNumber },
    keyUsage: extension(list, E.keyUsage[0], E.keyUsage[1]) ?? [],
    types: extension(list, E.certificateType[0], E.certificateType[1]) ?? [],
    authority: constraints?.cA ?? false,
    pathLength: constraints?.pathLenConstraint,
    policies: policies?.map((policy) => policy.policyIdentifier) ?? [],
    keyPeriod: extension(list, E.keyPeriod[0], E.keyPeriod[1]),
    hashedRootKey: extension(list, E.hashedRootKey[0], E.hashedRootKey[1])?.digest,
    merchantData: extension(list, E.merchantData[0], E.merchantData[1]),
    cardCertRequired: extension(list, E.cardCertRequired[0], E.cardCertRequired[1]) ?? false,
    tunneling: tunneling?.tunneling === true ? (tunneling.tunnAlgIDs ?? []) : [],
    uris: extension(list, E.subjectAltName[0], E.subjectAltName[1]) ?? [],
  };
}

function certificateList(sent: Value<typeof SignedCertificateList>): CertificateList {
  const tbs = sent.value.toBeSigned.value;
  const number = extension(tbs.crlExtensions, CRL_NUMBER, CRLNumber);
  if (number === undefined) throw new Asn1Error('cRLNumber missing');
  return {
    ...signedObject(sent, tbs.crlExtensions),
    issuer: tbs.issuer,
    number,
    thisUpdate: tbs.thisUpdate,
    nextUpdate: tbs.nextUpdate,
    revoked: (tbs.revokedCertificates ?? []).map((entry) => ({
      serialNumber: entry.userCertificate,
      extensions: entry.crlEntryExtensions ?? [],
    })),
  };
}

function brandCRLIdentifier(sent: Value<typeof SignedBrandCRLIdentifier>): BrandCRLIdentifier {
  const tbs = sent.value.toBeSigned.value;
  return {
    ...signedObject(sent, tbs.bciExtensions ?? []),
    sequenceNum: tbs.sequenceNum,
    brand: tbs.brandID,
    notBefore: tbs.notBefore,
    notAfter: tbs.notAfter,
    crls: tbs.crlIdentifierSeq,
  };
}

export const Certificate = objectType(SignedCertificate, certificate);
export const CertificateList = objectType(SignedCertificateList, certificateList);
export const BrandCRLIdentifier = objectType(SignedBrandCRLIdentifier, brandCRLIdentifier);

/** The CRL of these octets; CRLs may be long. @throws Asn1Error */
export function certificateListOf(der: Octets): CertificateList {
  return decode(CertificateList, der, OWN);
}

/** SHA-256 over the octets that the signature covers. */
export function thumb(object: SignedObject): Promise<Octets> {
  return sha256(object.tbs);
}

/** Whether both have the same octets. */
export function same(a: SignedObject, b: SignedObject): boolean {
  return equal(a.der, b.der);
}

/** Whether names are equal: their octets are (CERT-09). */
export function sameName(a: Name, b: Name): boolean {
  return equal(nameOctets(a), nameOctets(b));
}
