/** A brand that this wallet can register cards of. */
export interface Brand {
  /** BrandID. */
  readonly brand: string;
  /** First digits of its card numbers. */
  readonly bins: readonly string[];
  /** Where CCA takes messages of registration. */
  readonly cca: string;
  /** Who issues its cards. */
  readonly issuer: string;
  /** The issuer's own page on which an account is opened. */
  readonly account: string;
}

/** What a card number is while it is typed. */
export type Typed = 'unfinished' | 'complete' | 'checksum' | 'unknown' | 'long';

/** The digits of what was typed, in any script that the keyboard has. */
export function digits(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '');
}

/** In groups of four, as on cards. */
export function grouped(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Whether the last digit is the Luhn digit of the others (ISO/IEC 7812-1; ACC-01). */
export function luhn(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i]) * (1 + (i % 2));
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** The brand of a number, or of what was typed of it, where only one can be meant. */
export function brandOf(number: string, brands: readonly Brand[]): Brand | undefined {
  const possible = possibleBrands(number, brands);
  return number !== '' && possible.length === 1 ? possible[0] : undefined;
}

function possibleBrands(number: string, brands: readonly Brand[]): readonly Brand[] {
  const starts = (bin: string) => number.startsWith(bin) || bin.startsWith(number);
  return brands.filter((one) => one.bins.some(starts));
}

/**
 * How far a number is typed and whether it can be one of ours. A number whose first digits are no
 * brand's is `unknown` at once; the Luhn digit counts where most numbers end.
 */
export function typed(number: string, brands: readonly Brand[]): Typed {
  if (possibleBrands(number, brands).length === 0) return 'unknown';
  if (number.length > 19) return 'long';
  if (number.length >= 12 && luhn(number)) return 'complete';
  return number.length < 16 ? 'unfinished' : 'checksum';
}

/** `MM/YY` as typed to `YYYYMM`, if it is a month that is not over. */
export function expiry(text: string, now: Date): string | undefined {
  const typedDigits = digits(text);
  const month = Number(typedDigits.slice(0, 2));
  const year = 2000 + Number(typedDigits.slice(-2));
  if (!/^\d{4}$|^\d{2}20\d{2}$/.test(typedDigits) || month < 1 || month > 12) return undefined;
  const over = new Date(year, month, 1) <= now;
  return over ? undefined : `${year}${String(month).padStart(2, '0')}`;
}
