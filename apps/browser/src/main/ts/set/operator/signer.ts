import type { Octets } from '../../asn1';
import { ECDSA_SHA256, ED25519, SHA256, SHA512 } from '../../cms/algorithms';
import { sign as signWith } from '../../crypto';

/** Who makes a signature, and by which of the algorithms of spec/operators.md. */
export interface Signer {
  readonly digestAlgorithm: Octets;
  readonly signatureAlgorithm: Octets;
  /** The signature over the signed attributes in the form that is signed. */
  sign(signed: Octets): Promise<Octets>;
}

/** Signs by a private key of WebCrypto, P-256 or Ed25519. */
export function signerOf(key: CryptoKey): Signer {
  const edwards = key.algorithm.name === 'Ed25519';
  return {
    digestAlgorithm: edwards ? SHA512 : SHA256,
    signatureAlgorithm: edwards ? ED25519 : ECDSA_SHA256,
    sign: (signed) => signWith(key, signed),
  };
}
