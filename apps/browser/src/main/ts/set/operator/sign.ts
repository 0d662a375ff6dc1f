import { Asn1Error, decode, encode, equal, type Octets } from '../../asn1';
import {
  algorithmOf,
  ECDSA_SHA256,
  ED25519,
  type IssuerAndSerialNumber,
  NEW_KEY,
  sameName,
  SHA256,
  SHA512,
  signedAttributes,
  type SignedData,
  signedForm,
  type SignerInfo,
} from '../../cms/types';
import { BadKey, sha256, sha512, verifyingKey } from '../../crypto';
import {
  Certificate,
  certificateListOf,
  type CertificateList,
  type Required,
  thumb,
  type Trust,
  type TrustedCertificate,
  Untrusted,
} from '../../pki';
import { Refused, refusing } from '../refused';
import type { Content } from './digest';
import type { Signer } from './signer';

/** Who signs a message, with the certificates that go along. */
export interface Signatory {
  readonly hands: readonly { readonly signer: Signer; readonly name: IssuerAndSerialNumber }[];
  readonly certificates: readonly Octets[];
}

/**
 * The holder of a certificate; it and the chain without the root go along, less what the peer said
 * to hold by thumb (OP-19).
 */
export async function holder(
  signer: Signer,
  certificate: Certificate,
  chain: readonly Certificate[],
  held: readonly Octets[] = [],
): Promise<Signatory> {
  const certificates: Octets[] = [];
  for (const one of [certificate, ...chain]) {
    const digest = await thumb(one);
    const enclosed = certificates.some((other) => equal(other, one.der));
    if (!enclosed && !held.some((known) => equal(known, digest))) certificates.push(one.der);
  }
  return { hands: [{ signer, name: certificate.name }], certificates };
}

/** A key that has no certificate yet, under the null name (OP-21). */
export function newKey(signer: Signer): Signatory {
  return { hands: [{ signer, name: NEW_KEY }], certificates: [] };
}

/** The two hands of a renewal: the new key, and the holder of the certificate renewed (OP-22). */
export function renewal(old: Signatory, signer: Signer): Signatory {
  return { hands: [{ signer, name: NEW_KEY }, ...old.hands], certificates: old.certificates };
}

function digestBy(algorithm: Octets, octets: Octets): Promise<Octets> {
  return equal(algorithm, SHA512) ? sha512(octets) : sha256(octets);
}

async function signed(
  signatory: Signatory,
  oid: string,
  octets: Octets,
  enclosed: boolean,
): Promise<SignedData> {
  const signerInfos: SignerInfo[] = [];
  for (const { signer, name } of signatory.hands) {
    const digest = await digestBy(signer.digestAlgorithm, octets);
    const attributes = signedAttributes(oid, digest);
    signerInfos.push({
      sid: name,
      digestAlgorithm: signer.digestAlgorithm,
      signedAttrs: attributes,
      signatureAlgorithm: signer.signatureAlgorithm,
      signature: await signer.sign(signedForm(attributes.der)),
    });
  }
  return {
    digestAlgorithms: digests(signerInfos),
    encapContentInfo: { eContentType: oid, eContent: enclosed ? octets : undefined },
    certificates: signatory.certificates.length === 0 ? undefined : signatory.certificates,
    signerInfos,
  };
}

/** S(s, t). */
export function S<T>(signatory: Signatory, content: Content<T>, value: T): Promise<SignedData> {
  return signed(signatory, content.oid, encode(content.type, value), true);
}

/** SO(s, t): the signature without t. */
export function SO<T>(signatory: Signatory, content: Content<T>, value: T): Promise<SignedData> {
  return signed(signatory, content.oid, encode(content.type, value), false);
}

/** Who must have signed, and what proves it. */
export interface Expected {
  readonly signer: Required;
  readonly trust: Trust;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What was signed, by whom, and what came along. Only `verify` makes one. */
export interface Verified<T> {
  readonly value: T;
  /** The octets that were signed, as sent. */
  readonly octets: Octets;
  readonly signer: TrustedCertificate;
  /** The certificates that came along: nothing is proved of them. */
  readonly certificates: readonly Certificate[];
  /** The CRLs that came along: nothing is proved of them. @throws Refused (OP-20) */
  crls(): readonly CertificateList[];
}

/** What S signs, proved to be by whom is expected (OP-10 to OP-20). @throws Refused */
export async function verify<T>(
  message: SignedData,
  content: Content<T>,
  expected: Expected,
): Promise<Verified<T>> {
  const octets = message.encapContentInfo.eContent;
  if (octets === undefined) throw new Refused('decodingFailure', 'OP-13');
  return verifyOctets(message, content, octets, expected);
}

/** That SO signs `octets`, kept elsewhere, by whom is expected. @throws Refused */
export async function verifyDetached<T>(
  message: SignedData,
  content: Content<T>,
  octets: Octets,
  expected: Expected,
): Promise<Verified<T>> {
  if (message.encapContentInfo.eContent !== undefined) {
    throw new Refused('decodingFailure', 'OP-13');
  }
  return verifyOctets(message, content, octets, expected);
}

async function verifyOctets<T>(
  message: SignedData,
  content: Content<T>,
  octets: Octets,
  expected: Expected,
): Promise<Verified<T>> {
  const info = soleSigner(message, content.oid);
  const certificates = enclosed(message);
  const signer = await prove(message, certificates, info.sid, expected);
  await byKey(info, signer.certificate.spki, content.oid, octets);
  return {
    value: decodeSigned(content, octets),
    octets,
    signer,
    certificates,
    crls: () => enclosedCrls(message),
  };
}

/**
 * That `octets` are signed by a key without a certificate, under the null name, and by nobody else
 * (OP-21). @throws Refused
 */
export async function verifyByKey(
  message: SignedData,
  oid: string,
  octets: Octets,
  spki: Octets,
): Promise<void> {
  const info = soleSigner(message, oid);
  if (!sameName(info.sid, NEW_KEY)) throw failure('OP-21');
  await byKey(info, spki, oid, octets);
}

function soleSigner(message: SignedData, oid: string): SignerInfo {
  const [info, more] = message.signerInfos;
  if (info === undefined || more !== undefined) throw failure('OP-12');
  if (message.encapContentInfo.eContentType !== oid) throw failure('OP-13');
  const listed = message.digestAlgorithms;
  const meant = digests(message.signerInfos);
  const same = (one: Octets, i: number) => equal(one, meant[i] ?? one);
  if (listed.length !== meant.length || !listed.every(same)) throw failure('OP-17');
  return info;
}

function digests(signers: readonly SignerInfo[]): readonly Octets[] {
  const [first, ...others] = signers.map((info) => info.digestAlgorithm);
  if (first === undefined) throw new RangeError('no signer');
  return others.every((other) => equal(other, first)) ? [first] : [SHA256, SHA512];
}

function enclosed(message: SignedData): readonly Certificate[] {
  try {
    return (message.certificates ?? []).map((der) => decode(Certificate, der));
  } catch (e) {
    throw e instanceof Asn1Error ? new Refused('invalidCertificate', 'OP-14') : e;
  }
}

function enclosedCrls(message: SignedData): readonly CertificateList[] {
  try {
    return (message.crls ?? []).map(certificateListOf);
  } catch (e) {
    throw e instanceof Asn1Error ? new Refused('invalidCertificate', 'OP-20') : e;
  }
}

/** Proves whose certificate `name` names (OP-14, OP-15), with what came along (OP-20). */
async function prove(
  message: SignedData,
  offered: readonly Certificate[],
  name: IssuerAndSerialNumber,
  expected: Expected,
): Promise<TrustedCertificate> {
  const leaf = offered.find((one) => sameName(one.name, name));
  if (leaf === undefined) throw new Refused('missingCertificate', 'OP-14');
  try {
    const crls = message.crls ?? [];
    // Without CRLs nothing is learnt: the certificates are given to the validation as they are.
    const trust = crls.length
      ? await informed(expected.trust, offered, crls, expected.now)
      : expected.trust;
    return await trust.validate(leaf, offered, expected.signer, expected.now);
  } catch (e) {
    throw refusing(e);
  }
}

/**
 * `trust`, knowing the authorities that came along, and those CRLs that can be read, are signed and
 * do not go back (OP-20).
 */
export async function informed(
  trust: Trust,
  offered: readonly Certificate[],
  crls: readonly Octets[],
  now: number,
): Promise<Trust> {
  let more = trust.withCertificates(offered);
  for (const der of crls) {
    if (more.holdsCrl({ der })) continue;
    try {
      more = await more.withCrls([certificateListOf(der)], now);
    } catch (e) {
      if (!(e instanceof Asn1Error) && !(e instanceof Untrusted)) throw e;
    }
  }
  return more;
}

async function byKey(info: SignerInfo, spki: Octets, oid: string, octets: Octets): Promise<void> {
  try {
    const key = await verifyingKey(spki);
    const edwards = key.curve === 'Ed25519';
    const digest = edwards ? SHA512 : SHA256;
    sameAlgorithm(info.digestAlgorithm, digest, [SHA256, SHA512]);
    sameAlgorithm(info.signatureAlgorithm, edwards ? ED25519 : ECDSA_SHA256, [
      ECDSA_SHA256,
      ED25519,
    ]);
    const { contentType, messageDigest } = info.signedAttrs.value;
    const signs =
      contentType.attrValues === oid &&
      equal(messageDigest.attrValues, await digestBy(digest, octets)) &&
      (await key.verify(signedForm(info.signedAttrs.der), info.signature));
    if (!signs) throw failure('OP-17');
  } catch (e) {
    throw e instanceof BadKey ? new Refused('invalidCertificate', 'OP-15') : e;
  }
}

function sameAlgorithm(found: Octets, wanted: Octets, ours: readonly Octets[]): void {
  if (equal(found, wanted)) return;
  const oid = algorithmOf(found);
  if (ours.some((known) => algorithmOf(known) === oid)) throw failure('OP-17');
  throw new Refused('messageNotSupported', 'OP-16');
}

function decodeSigned<T>(content: Content<T>, octets: Octets): T {
  try {
    return decode(content.type, octets);
  } catch (e) {
    throw e instanceof Asn1Error ? new Refused('decodingFailure', 'OP-18') : e;
  }
}

function failure(rule: string): Refused {
  return new Refused('signatureFailure', rule);
}
