import { concat, type Octets } from '../asn1';

/** SHA-256 of all parts, one after the other. */
export async function sha256(...parts: readonly Uint8Array[]): Promise<Octets> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(parts)));
}

/** SHA-512. */
export async function sha512(octets: Octets): Promise<Octets> {
  return new Uint8Array(await crypto.subtle.digest('SHA-512', octets));
}

/** HMAC-SHA-256 (RFC 2104). */
export async function hmac(key: Octets, message: Octets): Promise<Octets> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/** HKDF-SHA-256 (RFC 5869), 32 octets. */
export async function hkdf(secret: Octets, salt: Octets, info: Octets): Promise<Octets> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}

/** X9.63 key derivation with SHA-256 (SEC 1 3.6.1), 32 octets. */
export function x963(secret: Octets, info: Octets): Promise<Octets> {
  return sha256(secret, Uint8Array.of(0, 0, 0, 1), info);
}

/** So many random octets. */
export function random(count: number): Octets {
  return crypto.getRandomValues(new Uint8Array(count));
}
