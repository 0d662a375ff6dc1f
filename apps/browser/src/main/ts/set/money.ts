import { digits } from './currency';
import type { CurrencyAmount } from './types/data';

const MOST = 999_999_999_999_999;

/** So many minor units of the currency with that ISO 4217 number. @throws RangeError */
export function amountOf(currency: number, minor: number): CurrencyAmount {
  const places = digits(currency);
  if (places === undefined || !Number.isInteger(minor) || minor < 0 || minor > MOST) {
    throw new RangeError('no amount');
  }
  return { currency, amount: minor, amtExp10: places === 0 ? 0 : -places };
}

/** The sum. @throws RangeError where it is too large, or of two currencies (ENC-07) */
export function plus(a: CurrencyAmount, b: CurrencyAmount): CurrencyAmount {
  if (a.currency !== b.currency) throw new RangeError('amounts in two currencies');
  return amountOf(a.currency, a.amount + b.amount);
}

/** The product. @throws RangeError where it is too large */
export function times(a: CurrencyAmount, count: number): CurrencyAmount {
  return amountOf(a.currency, a.amount * count);
}

/** Whether both are the same amount of the same currency. */
export function sameAmount(a: CurrencyAmount, b: CurrencyAmount): boolean {
  return a.currency === b.currency && a.amount === b.amount;
}

/** Whether `a` is more than `b`. @throws RangeError where they are of two currencies */
export function exceeds(a: CurrencyAmount, b: CurrencyAmount): boolean {
  if (a.currency !== b.currency) throw new RangeError('amounts in two currencies');
  return a.amount > b.amount;
}
