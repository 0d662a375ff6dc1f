import { encode, octets, type Octets, sequence } from '../../asn1';
import { algorithm, SHA256 } from '../../cms/algorithms';
import { sha256 } from '../../crypto';
import type { Signer } from './signer';

/** id-passkey: the signature is an assertion of a passkey (spec/passkey.md). */
export const PASSKEY = algorithm('2.999.42.6');

/** An assertion of WebAuthn, as it stands in a SignerInfo (PK-01). */
export const PasskeySignature = sequence('PasskeySignature', {
  authenticatorData: octets(37, 1024),
  clientDataJSON: octets(1, 1024),
  assertion: octets(1, 80),
});

/** Asks for an assertion over a challenge, by the person's gesture. */
export type Asserting = (challenge: Octets) => Promise<PublicKeyCredential>;

/**
 * Signs by a passkey; each signature is a gesture of the person. The key never leaves the
 * authenticator.
 */
export function passkeySigner(asserting: Asserting): Signer {
  return {
    digestAlgorithm: SHA256,
    signatureAlgorithm: PASSKEY,
    sign: async (signed) => {
      const { response } = await asserting(await sha256(signed));
      const { authenticatorData, clientDataJSON, signature } =
        response as AuthenticatorAssertionResponse;
      return encode(PasskeySignature, {
        authenticatorData: new Uint8Array(authenticatorData),
        clientDataJSON: new Uint8Array(clientDataJSON),
        assertion: new Uint8Array(signature),
      });
    },
  };
}

/**
 * The SubjectPublicKeyInfo of a passkey that was just created, to be certified.
 *
 * @throws RangeError where it does not sign by ES256
 */
export function passkeyKey(created: PublicKeyCredential): Octets {
  const response = created.response as AuthenticatorAttestationResponse;
  const spki = response.getPublicKey();
  if (response.getPublicKeyAlgorithm() !== -7 || spki === null) throw new RangeError('not ES256');
  return new Uint8Array(spki);
}
