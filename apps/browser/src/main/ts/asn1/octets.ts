/** Octets in memory of their own, as WebCrypto takes them. */
export type Octets = Uint8Array<ArrayBuffer>;

/** All parts, one after the other. */
export function concat(parts: readonly Uint8Array[]): Octets {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The order of DER (X.690 11.6): negative, zero or positive. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  const both = Math.min(a.length, b.length);
  for (let i = 0; i < both; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Whether both hold the same octets. Takes the same time wherever they differ. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** The octets in lower-case hexadecimal. */
export function hex(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += (octet + 0x100).toString(16).slice(1);
  return text;
}

/**
 * The octets that lower-case hexadecimal spells.
 *
 * @throws RangeError where it is something else
 */
export function ofHex(text: string): Octets {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new RangeError('not hexadecimal');
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}

/** The octets in base64 with padding (RFC 4648 4), in one line. */
export function base64(octets: Uint8Array): string {
  return btoa(characters(octets));
}

/**
 * The octets that base64 with padding spells; the only form of them (RFC 4648 3.5).
 *
 * @throws RangeError where it is something else
 */
export function ofBase64(text: string): Octets {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) {
    throw new RangeError('not base64');
  }
  const octets = latin1(atob(text));
  if (base64(octets) !== text) throw new RangeError('not base64');
  return octets;
}

/** One octet for each character below 256. */
export function latin1(text: string): Octets {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** One character for each octet. */
export function characters(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += String.fromCharCode(octet);
  return text;
}

/** UTF-8. */
export function utf8(text: string): Octets {
  return new TextEncoder().encode(text);
}
