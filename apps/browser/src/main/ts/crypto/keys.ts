import {
  concat,
  decode,
  encode,
  equal,
  hex,
  INTEGER,
  integerOctets,
  type Octets,
  ofHex,
  sequenceOf,
} from '../asn1';
import { hkdf, x963 } from './digest';

/** A public key that is none of ours, or no sound point (CERT-04). */
export class BadKey extends Error {
  override readonly name = 'BadKey';
}

/** SubjectPublicKeyInfo of each curve: the octets before the point, and those of the point. */
const FORMS = {
  'P-256': [ofHex('3059301306072a8648ce3d020106082a8648ce3d03010703420004'), 64],
  Ed25519: [ofHex('302a300506032b6570032100'), 32],
  X25519: [ofHex('302a300506032b656e032100'), 32],
} as const;

type Curve = keyof typeof FORMS;

/** The curves of signature keys. */
export type SigningCurve = 'P-256' | 'Ed25519';

/** The curves of agreement keys. */
export type AgreementCurve = 'P-256' | 'X25519';

function has(spki: Octets, curve: Curve): boolean {
  const [before, point] = FORMS[curve];
  return (
    spki.length === before.length + point && equal(spki.subarray(0, before.length), before)
  );
}

async function imported(spki: Octets, algorithm: object, uses: KeyUsage[]): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('spki', spki, algorithm as Algorithm, true, uses);
  } catch {
    throw new BadKey('no sound point');
  }
}

/** A public key that verifies signatures. */
export interface VerifyingKey {
  readonly curve: SigningCurve;
  /** Whether `signature` is one over `message`: DER of r and s for ECDSA, 64 octets for Ed25519. */
  verify(message: Octets, signature: Octets): Promise<boolean>;
}

/** @throws BadKey where `spki` is no signature key of ours */
export async function verifyingKey(spki: Octets): Promise<VerifyingKey> {
  if (has(spki, 'Ed25519')) {
    const key = await imported(spki, { name: 'Ed25519' }, ['verify']);
    return {
      curve: 'Ed25519',
      verify: (message, signature) => crypto.subtle.verify('Ed25519', key, signature, message),
    };
  }
  if (!has(spki, 'P-256')) throw new BadKey('no form of a signature key we know');
  const key = await imported(spki, { name: 'ECDSA', namedCurve: 'P-256' }, ['verify']);
  return {
    curve: 'P-256',
    verify: async (message, signature) => {
      const raw = rawSignature(signature);
      return raw !== undefined && crypto.subtle.verify(ECDSA, key, raw, message);
    },
  };
}

const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };

/** r and s, the two numbers of an ECDSA signature (RFC 3279 2.2.3). */
const EcdsaSig = sequenceOf(INTEGER, 2, 2);

/** The form of WebCrypto, from DER; nothing where it is not DER of two positive numbers. */
function rawSignature(der: Octets): Octets | undefined {
  try {
    return concat(decode(EcdsaSig, der).map((number) => fixed(number)));
  } catch {
    return undefined;
  }
}

function fixed(number: bigint): Octets {
  if (number <= 0n || number >= 1n << 256n) throw new RangeError('beyond the order');
  const octets = integerOctets(number);
  const some = octets.length > 32 ? octets.subarray(1) : octets;
  return concat([new Uint8Array(32 - some.length), some]);
}

function number(octets: Octets): bigint {
  return BigInt('0x' + hex(octets));
}

/** The signature of a private key of WebCrypto over `message`, in the form `verify` takes. */
export async function sign(key: CryptoKey, message: Octets): Promise<Octets> {
  if (key.algorithm.name === 'Ed25519') {
    return new Uint8Array(await crypto.subtle.sign('Ed25519', key, message));
  }
  const raw = new Uint8Array(await crypto.subtle.sign(ECDSA, key, message));
  return encode(EcdsaSig, [number(raw.slice(0, 32)), number(raw.slice(32))]);
}

/** The SubjectPublicKeyInfo of a public key that may be exported, as all public keys may. */
export async function spkiOf(key: CryptoKey): Promise<Octets> {
  return new Uint8Array(await crypto.subtle.exportKey('spki', key));
}

/** What a fresh key of the sender and the recipient's key agree on. */
export interface Encapsulation {
  /** SubjectPublicKeyInfo of the fresh key, for the recipient. */
  readonly ephemeral: Octets;
  /** The key that wraps the envelope's key. */
  readonly wrapping: Octets;
}

/** The curve of an agreement key. @throws BadKey where `spki` is none of ours */
export function agreementCurve(spki: Octets): AgreementCurve {
  if (has(spki, 'X25519')) return 'X25519';
  if (has(spki, 'P-256')) return 'P-256';
  throw new BadKey('no form of an agreement key we know');
}

/** Whether `spki` is an agreement key of ours and a sound point. @throws BadKey where it is not */
export async function agreementKey(spki: Octets): Promise<CryptoKey> {
  const key = await imported(spki, agreement(agreementCurve(spki)), []);
  // With a point of small order every agreement fails, so one is tried.
  if (agreementCurve(spki) === 'X25519') await agreeWith(key, (await fresh('X25519')).privateKey);
  return key;
}

function agreement(curve: AgreementCurve): EcKeyGenParams | Algorithm {
  return curve === 'X25519' ? { name: 'X25519' } : { name: 'ECDH', namedCurve: 'P-256' };
}

async function fresh(curve: AgreementCurve): Promise<CryptoKeyPair> {
  const pair = await crypto.subtle.generateKey(agreement(curve), true, ['deriveBits']);
  if (!('privateKey' in pair)) throw new Error('no pair of keys');
  return pair;
}

async function agreeWith(theirs: CryptoKey, ours: CryptoKey): Promise<Octets> {
  try {
    const algorithm = { name: theirs.algorithm.name, public: theirs };
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, ours, 256));
  } catch {
    throw new BadKey('no agreement with this key');
  }
}

/** Agrees with the holder of `spki` by a fresh key. `info` is bound into what is derived. */
export async function encapsulate(spki: Octets, info: Octets): Promise<Encapsulation> {
  const curve = agreementCurve(spki);
  const theirs = await imported(spki, agreement(curve), []);
  const ours = await fresh(curve);
  const secret = await agreeWith(theirs, ours.privateKey);
  return {
    ephemeral: await spkiOf(ours.publicKey),
    wrapping: await wrapping(curve, secret, info),
  };
}

/** The wrapping key that the holder of the private key `own` comes to. */
export async function agree(own: CryptoKey, ephemeral: Octets, info: Octets): Promise<Octets> {
  const curve = agreementCurve(ephemeral);
  const theirs = await imported(ephemeral, agreement(curve), []);
  return wrapping(curve, await agreeWith(theirs, own), info);
}

/** RFC 5753 7.1.4 for P-256, RFC 8418 2.2 for X25519. */
function wrapping(curve: AgreementCurve, secret: Octets, info: Octets): Promise<Octets> {
  return curve === 'X25519' ? hkdf(secret, new Uint8Array(), info) : x963(secret, info);
}
