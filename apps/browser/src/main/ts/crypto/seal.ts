import { concat, type Octets } from '../asn1';
import { random } from './digest';

/** Octets under AES-256-GCM, with the wrapped key that opens them. */
export interface Sealed {
  /** The envelope's own key under AES-256 key wrap (RFC 3394), 40 octets. */
  readonly wrapped: Octets;
  /** 12 octets. */
  readonly nonce: Octets;
  readonly octets: Octets;
  /** 16 octets. */
  readonly tag: Octets;
}

/** Does not open: another key, or something was changed. Which, is not told (OP-35). */
export class Unauthentic extends Error {
  override readonly name = 'Unauthentic';
}

const TAG = 16;

function wrapper(key: Octets, use: KeyUsage): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-KW', false, [use]);
}

/** `plain` under a fresh key, which is wrapped under `key` of 32 octets. */
export async function seal(key: Octets, plain: Octets): Promise<Sealed> {
  const algorithm = { name: 'AES-GCM', length: 256 };
  const content = await crypto.subtle.generateKey(algorithm, true, ['encrypt']);
  const under = await wrapper(key, 'wrapKey');
  const nonce = random(12);
  const both = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, content, plain),
  );
  return {
    wrapped: new Uint8Array(await crypto.subtle.wrapKey('raw', content, under, 'AES-KW')),
    nonce,
    octets: both.slice(0, -TAG),
    tag: both.slice(-TAG),
  };
}

/** What was sealed under `key`. @throws Unauthentic */
export async function unseal(key: Octets, sealed: Sealed): Promise<Octets> {
  if (sealed.wrapped.length !== 40) throw new Unauthentic();
  try {
    const under = await wrapper(key, 'unwrapKey');
    const content = await crypto.subtle.unwrapKey(
      'raw',
      sealed.wrapped,
      under,
      'AES-KW',
      'AES-GCM',
      false,
      ['decrypt'],
    );
    const both = concat([sealed.octets, sealed.tag]);
    const algorithm = { name: 'AES-GCM', iv: sealed.nonce };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, content, both));
  } catch {
    throw new Unauthentic();
  }
}
