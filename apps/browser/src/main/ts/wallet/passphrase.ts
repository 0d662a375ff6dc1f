/** How hard a passphrase is to guess, as far as its form tells. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** Whether a passphrase may lock cards. */
export function strongEnough(passphrase: string): boolean {
  return /fair|strong/.test(strength(passphrase));
}

/** The fewest characters that are taken. */
export const LEAST = 12;

/**
 * A cautious estimate: runs and repeats count once, and each character as much as the kinds of
 * characters that are used allow.
 */
export function strength(passphrase: string): Strength {
  const signs = Array.from(passphrase.normalize('NFKC'));
  if (signs.length < LEAST) return 'short';
  const codes = signs.map((sign) => sign.codePointAt(0)!);
  const fresh = codes.filter((code, i) => i === 0 || Math.abs(code - codes[i - 1]!) > 1);
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\u0080-\u{10ffff}]/u, /[\u0080-\u{10ffff}]/u];
  const sizes = [26, 26, 10, 33, 2000];
  const pool = kinds.reduce((sum, kind, i) => sum + (kind.test(passphrase) ? sizes[i]! : 0), 0);
  const different = new Set(fresh).size;
  const bits = Math.min(fresh.length, different * 2) * Math.log2(pool || 1);
  if (bits < 50 || different < 6) return 'weak';
  return bits < 75 ? 'fair' : 'strong';
}
