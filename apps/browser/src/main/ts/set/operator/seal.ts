import { Asn1Error, decode, encode, equal, type Octets, ofHex, type Type } from '../../asn1';
import {
  AES256_WRAP,
  type AuthEnvelopedData,
  ECDH_HKDF_SHA256,
  ECDH_SHA256KDF,
  gcm,
  gcmNonce,
  type IssuerAndSerialNumber,
  OriginatorPublicKey,
  type RecipientInfo,
  sameName,
} from '../../cms/types';
import {
  agree,
  agreementCurve,
  BadKey,
  encapsulate,
  seal as sealOctets,
  type Sealed,
  Unauthentic,
  unseal,
} from '../../crypto';
import type { TrustedCertificate } from '../../pki';
import { Refused } from '../refused';

/**
 * ECC-CMS-SharedInfo of every envelope (RFC 5753 7.2): AES-256 key wrap, no user keying material, a
 * key of 256 bits.
 */
const SHARED_INFO = ofHex('3015300b060960864801650304012da206040400000100');

function envelope(recipientInfos: RecipientInfo, sealed: Sealed): AuthEnvelopedData {
  return {
    recipientInfos,
    authEncryptedContentInfo: {
      contentEncryptionAlgorithm: gcm(sealed.nonce),
      encryptedContent: sealed.octets,
    },
    mac: sealed.tag,
  };
}

/** E(r, t): `value` sealed to a certificate proved for key agreement (OP-33). @throws Refused */
export async function E<T>(
  recipient: TrustedCertificate,
  inside: Type<T>,
  value: T,
): Promise<AuthEnvelopedData> {
  const { certificate, provedFor } = recipient;
  if (provedFor.use !== 'keyAgreement') throw new Refused('invalidCertificate', 'OP-33');
  try {
    const fresh = await encapsulate(certificate.spki, SHARED_INFO);
    const sealed = await sealOctets(fresh.wrapping, encode(inside, value));
    const edwards = agreementCurve(certificate.spki) === 'X25519';
    const kari = {
      originator: decode(OriginatorPublicKey, fresh.ephemeral),
      keyEncryptionAlgorithm: edwards ? ECDH_HKDF_SHA256 : ECDH_SHA256KDF,
      recipientEncryptedKeys: { rid: certificate.name, encryptedKey: sealed.wrapped },
    };
    return envelope({ is: 'kari', value: kari }, sealed);
  } catch (e) {
    throw e instanceof BadKey ? new Refused('invalidCertificate', 'OP-33') : e;
  }
}

/** EK(k, t): `value` sealed under a key that both hold. */
export async function EK<T>(key: Octets, inside: Type<T>, value: T): Promise<AuthEnvelopedData> {
  const sealed = await sealOctets(key, encode(inside, value));
  const kekri = {
    kekid: { keyIdentifier: new Uint8Array() },
    keyEncryptionAlgorithm: AES256_WRAP,
    encryptedKey: sealed.wrapped,
  };
  return envelope({ is: 'kekri', value: kekri }, sealed);
}

/** Whoever opens envelopes: its private key of WebCrypto, and how its certificate is named. */
export interface Opener {
  readonly name: IssuerAndSerialNumber;
  readonly key: CryptoKey;
}

/** What was sealed to `own` (OP-30 to OP-35). @throws Refused */
export async function openE<T>(
  own: Opener,
  message: AuthEnvelopedData,
  inside: Type<T>,
): Promise<T> {
  return opened(inside, async () => {
    const nonce = nonceOf(message);
    const recipient = message.recipientInfos;
    if (recipient.is !== 'kari') throw new Unauthentic();
    const { originator, keyEncryptionAlgorithm: algorithm } = recipient.value;
    const { rid, encryptedKey } = recipient.value.recipientEncryptedKeys;
    const known = [ECDH_SHA256KDF, ECDH_HKDF_SHA256].some((one) => equal(one, algorithm));
    if (!known) throw unknownAlgorithm();
    const edwards = own.key.algorithm.name === 'X25519';
    const ours = equal(algorithm, edwards ? ECDH_HKDF_SHA256 : ECDH_SHA256KDF);
    if (!ours || !sameName(rid, own.name)) throw new Unauthentic();
    const spki = encode(OriginatorPublicKey, originator);
    return unsealed(message, nonce, encryptedKey, await agree(own.key, spki, SHARED_INFO));
  });
}

/** What was sealed under `key` (OP-30 to OP-35). @throws Refused */
export async function openEK<T>(
  key: Octets,
  message: AuthEnvelopedData,
  inside: Type<T>,
): Promise<T> {
  return opened(inside, async () => {
    const nonce = nonceOf(message);
    const recipient = message.recipientInfos;
    if (recipient.is !== 'kekri') throw new Unauthentic();
    const { kekid, keyEncryptionAlgorithm, encryptedKey } = recipient.value;
    if (!equal(keyEncryptionAlgorithm, AES256_WRAP)) throw unknownAlgorithm();
    if (kekid.keyIdentifier.length !== 0) throw new Unauthentic();
    return unsealed(message, nonce, encryptedKey, key);
  });
}

function unsealed(
  message: AuthEnvelopedData,
  nonce: Octets,
  wrapped: Octets,
  key: Octets,
): Promise<Octets> {
  const octets = message.authEncryptedContentInfo.encryptedContent;
  return unseal(key, { wrapped, nonce, octets, tag: message.mac });
}

async function opened<T>(inside: Type<T>, opening: () => Promise<Octets>): Promise<T> {
  try {
    return decode(inside, await opening());
  } catch (e) {
    const closed = e instanceof Unauthentic || e instanceof Asn1Error || e instanceof BadKey;
    throw closed ? isClosed() : e;
  }
}

function nonceOf(message: AuthEnvelopedData): Octets {
  const nonce = gcmNonce(message.authEncryptedContentInfo.contentEncryptionAlgorithm);
  if (nonce === undefined) throw unknownAlgorithm();
  return nonce;
}

function unknownAlgorithm(): Refused {
  return new Refused('messageNotSupported', 'OP-31');
}

/** Whatever keeps an envelope from opening gives this one refusal (OP-35). */
export function isClosed(): Refused {
  return new Refused('decodingFailure', 'OP-35');
}
