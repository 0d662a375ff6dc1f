/**
 * ISO 4217, currencies of the past too, for a receipt may be old: how much higher the number is
 * than that of the currency before (in base 36), the letters, and a sign where the minor unit has
 * not two digits: `-` none, `+` three, `*` four.
 */
const ALL =
  '4AFA4ALL4DZD8ADP-bAZM1ARS4AUD4ATS4BSD4BHD+2BDT1AMD1BBD4BEF-4BMD4BTN4BOB4BWPcBZD6SBD6BND4BG' +
  'L4MMK4BIF-4BYB-4KHR8CAD8CVE4KYD8LKR8CLP-4CNYeCOP4KMF-eCRC3HRK1CUP4CYP7CZK5DKK6DOP8SVC8ETB2' +
  'ERN1EEK5FKP4FJD4FIM4FRFcDJF-8GMD6DEMcGHC4GIP8GRD-kGTQ4GNF-4GYD4HTG8HNL4HKD4HUF4ISK-4INR4ID' +
  'R4IRR4IQD+4IEP4ILS4ITL-8JMD4JPY-4XAD2KZT2JOD+4KES4KPW2KRW-4KWD+3KGS1LAK4LBP4LSL2LVL2LRD4LY' +
  'D+6LTL2LUF-4MOP4MGF-4MWK4MYR4MVR8MTL8MRO2MUR4MXNcMNT2MDL6MAD4MZM4OMR+4NAD8NPR4NLG4ANG1AWGf' +
  'VUV-6NZD4NIO8NGNcNOK8PKR4PAB8PGK2PYG-4PEN4PHPcPTE-4GWP2TPE-8QAR8ROL-1RUB3RWF-8SHPoSTD4SAR8' +
  'SCR4SLL8SGD1SKK1VND-1SIT1SOS4ZAR6ZWD8ESP-4SSP8SDD4SRG8SZL4SEK4CHF4SYP4THBcTOP4TTD4AED4TND+' +
  '4TRL-3TMM5UGX-7MKD3RUR8EGP8GBP8TZS6USDiUYU2UZS2VEBkWST4YER5CSD3ZMK7TWDnZWG1SLE1VED2VES1MRU' +
  '1STN1CUC1ZWL1BYN1TMT1ZWR1GHS1VEF1SDG2UYI-1RSD1ZWN1MZN1AZN1AYM1RON1CHE1CHW1TRY1XAF-1XCD1XOF' +
  '-1XPF-eZMW1SRD1MGA1COU1AFN1TJS1AOA1BYR-1BGN1CDF1BAM1EUR1MXV1UAH1GEL3BOV1PLN1BRL4CLF*7USN1U' +
  'SS';

const DIGITS: Readonly<Record<string, number>> = { '-': 0, '+': 3, '*': 4 };

interface Currency {
  readonly letters: string;
  readonly digits: number;
}

const CURRENCIES = new Map<number, Currency>();

let last = 0;
for (const [, step = '', letters = '', sign = ''] of ALL.matchAll(/([0-9a-z])([A-Z]{3})(\W?)/g)) {
  last += parseInt(step, 36);
  CURRENCIES.set(last, { letters, digits: DIGITS[sign] ?? 2 });
}

/** The letters of the currency of that number, such as EUR for 978; nothing where there is none. */
export function letters(currency: number): string | undefined {
  return CURRENCIES.get(currency)?.letters;
}

/** How many digits its minor unit has; nothing where there is no such currency. */
export function digits(currency: number): number | undefined {
  return CURRENCIES.get(currency)?.digits;
}
