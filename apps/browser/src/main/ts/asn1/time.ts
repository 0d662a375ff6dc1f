import { mistake, type Reader, refuse, tagged, type Type } from './der';
import { characters, latin1 } from './octets';

/**
 * A point in time in the form of a GeneralizedTime in DER, such as `20260301120000.5Z`: exact to
 * whatever fraction it came with. `millis` and `time` lead to and from the clock.
 */
export type Time = string;

/** Milliseconds since 1970 of `time`; what is finer is cut off. */
export function millis(time: Time): number {
  const [, seconds = '', fraction = ''] = /^(\d{14})(?:\.(\d{1,9}))?Z$/.exec(time) ?? [];
  const part = (from: number, to: number) => Number(seconds.slice(from, to));
  const date = new Date(0);
  date.setUTCFullYear(part(0, 4), part(4, 6) - 1, part(6, 8));
  const thousandths = Number(fraction.padEnd(3, '0').slice(0, 3));
  date.setUTCHours(part(8, 10), part(10, 12), part(12, 14), thousandths);
  return date.getTime();
}

/** The time so many milliseconds after 1970. */
export function time(at: number): Time {
  const [seconds = '', fraction = ''] = new Date(at).toISOString().slice(0, -1).split('.');
  const part = fraction.replace(/0+$/, '');
  return seconds.replace(/\D/g, '') + (part === '' ? '' : '.' + part) + 'Z';
}

/** Whether the text has the one form of DER (X.690 11.7) and names a day and time that exist. */
function exists(text: Time): boolean {
  if (!/^\d{14}(?:\.\d{0,8}[1-9])?Z$/.test(text)) return false;
  return time(millis(text)).slice(0, 14) === text.slice(0, 14);
}

/** GeneralizedTime in UTC to the second, or to a fraction of up to nine digits. */
export const GENERALIZED_TIME = tagged<Time>(
  'GeneralizedTime',
  0x18,
  (from) => read(from, false),
  (value) => (exists(value) ? latin1(value) : mistake()),
);

const UTC_TIME = tagged<Time>(
  'UTCTime',
  0x17,
  (from) => (from.left === 13 ? read(from, true) : refuse('UTCTime')),
  (value) => latin1(value.slice(2)),
);

function read(from: Reader, ofACentury: boolean): Time {
  const digits = characters(from.rest());
  const text = (ofACentury ? (digits < '5' ? '20' : '19') : '') + digits;
  return exists(text) ? text : refuse('no such time');
}

/** Time of certificates (CERT-06): UTCTime to the end of 2049, then GeneralizedTime. */
export const PKI_TIME: Type<Time> = {
  name: 'Time',
  begins: (tag) => tag === UTC_TIME.tag || tag === GENERALIZED_TIME.tag,
  read: (from) => {
    if (from.peek() === UTC_TIME.tag) return UTC_TIME.read(from);
    const value = GENERALIZED_TIME.read(from);
    return value < '2050' || value.length !== 15 ? refuse('Time') : value;
  },
  write: (value) => {
    if (value.length !== 15 || value < '1950') mistake();
    return (value < '2050' ? UTC_TIME : GENERALIZED_TIME).write(value);
  },
};
