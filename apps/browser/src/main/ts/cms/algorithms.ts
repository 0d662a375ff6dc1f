import {
  ANY,
  decode,
  encode,
  exactly,
  integer,
  OBJECT_IDENTIFIER,
  type Octets,
  octets,
  optional,
  sequence,
  type Type,
  where,
} from '../asn1';

const Shape = sequence('AlgorithmIdentifier', {
  algorithm: OBJECT_IDENTIFIER,
  parameters: optional(ANY),
});

/** An AlgorithmIdentifier as its exact octets: two are the same only when every octet is. */
export const AlgorithmIdentifier: Type<Octets> = where(ANY, (der) => {
  decode(Shape, der);
  return true;
});

/** Which algorithm, whatever its parameters. */
export function algorithmOf(identifier: Octets): string {
  return decode(Shape, identifier).algorithm;
}

/** The identifier of an algorithm, with parameters or without. */
export function algorithm(oid: string, parameters?: Octets): Octets {
  return encode(Shape, { algorithm: oid, parameters });
}

const AES = '2.16.840.1.101.3.4.1.';
const HASH = '2.16.840.1.101.3.4.2.';

/** The algorithms of spec/operators.md, each in its one form. */
export const SHA256 = algorithm(HASH + 1);
export const SHA512 = algorithm(HASH + 3);
export const AES256_WRAP = algorithm(AES + 45);
export const AES256_GCM = AES + 46;
export const ECDSA_SHA256 = algorithm('1.2.840.10045.4.3.2');
export const ED25519 = algorithm('1.3.101.112');
export const ECDH_SHA256KDF = algorithm('1.3.132.1.11.1', AES256_WRAP);
export const ECDH_HKDF_SHA256 = algorithm('1.2.840.113549.1.9.16.3.19', AES256_WRAP);

const GcmParameters = sequence('GCMParameters', {
  aesNonce: octets(12),
  aesICVlen: exactly(integer(0, 16), 16),
});

/** id-aes256-GCM with that nonce. */
export function gcm(nonce: Octets): Octets {
  return algorithm(AES256_GCM, encode(GcmParameters, { aesNonce: nonce }));
}

/** The nonce, where `identifier` is id-aes256-GCM in its one form; else nothing. */
export function gcmNonce(identifier: Octets): Octets | undefined {
  const { algorithm: oid, parameters } = decode(Shape, identifier);
  if (oid !== AES256_GCM || parameters === undefined) return undefined;
  try {
    return decode(GcmParameters, parameters).aesNonce;
  } catch {
    return undefined;
  }
}
