import { type CurrencyAmount, letters } from '../set';
import { LANGUAGES, type Language } from './language';

/** The amount in major units with a point, as browsers take it: `14.90`. */
export function decimal({ amount, amtExp10 }: CurrencyAmount): string {
  const digits = String(amount).padStart(1 - amtExp10, '0');
  const point = digits.length + amtExp10;
  return amtExp10 === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The amount as people of that language write it. */
export function money(language: Language, of: CurrencyAmount): string {
  const { locale } = LANGUAGES[language];
  const currency = letters(of.currency);
  const digits = -of.amtExp10;
  const format = new Intl.NumberFormat(locale, {
    ...(currency === undefined ? {} : { style: 'currency', currency }),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A text keeps all digits, where a number would not.
  const text = format.format(decimal(of) as unknown as number);
  return currency === undefined ? `${text} (${of.currency})` : text;
}
