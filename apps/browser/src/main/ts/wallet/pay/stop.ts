import { Asn1Error } from '../../asn1';
import { Refused } from '../../set';
import type { PayWords, StopWord } from './words';

/** Why nothing more is done (spec/wallet.md, WAL-07), as kept with the purchase. */
export interface Stop {
  /** ErrorCode: what a peer would be told, or told us. */
  readonly code: string;
  /** Id of the rule that was broken; W-09 where the peer sent an Error. */
  readonly rule: string;
  /** What the rule was broken by, where a person is helped by knowing. */
  readonly by?: string;
}

/** A payment that goes no further. */
export class Stopped extends Error {
  constructor(readonly stop: Stop) {
    super(stop.rule);
  }
}

/** Ends the payment by a rule. */
export function stopped(rule: string, code = 'unspecifiedFailure', by?: string): Stopped {
  return new Stopped({ rule, code, ...(by === undefined ? {} : { by }) });
}

/** The stop that an error stands for; nothing where it is none. */
export function stopOf(e: unknown): Stop | undefined {
  if (e instanceof Stopped) return e.stop;
  if (e instanceof Refused) return { rule: e.rule.split(' ')[0]!, code: e.code };
  return e instanceof Asn1Error ? { rule: 'ENC-01', code: 'decodingFailure' } : undefined;
}

/** Does `work`; whatever refuses in it stops the payment. */
export async function stopping<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (e) {
    const stop = stopOf(e);
    throw stop ? new Stopped(stop) : e;
  }
}

/** Words by certificate first, for they say most; then by the beginning of a rule's id. */
const BY_CODE: Readonly<Record<string, StopWord>> = {
  revokedCertificate: 'revoked',
  expiredCertificate: 'expired',
};

const BY_RULE: readonly (readonly [RegExp, StopWord])[] = [
  [/^INIT-1|^PInitRes-C-05/, 'changed'],
  [/^INIT-0/, 'unreadable'],
  [/^ENT-02/, 'privateAddress'],
  [/^ENT-0[345]/, 'wrongSite'],
  [/^ENT-06/, 'wrongTotal'],
  [/^ENT-07/, 'noSite'],
  [/^PInitRes-C-0[67]/, 'gateway'],
  [/^W-03/, 'clock'],
  [/^W-09/, 'refused'],
  [/^WAL-01/, 'brand'],
  [/^WAL-02|^PInitRes-C-0[34]|^W-0[57]/, 'old'],
  [/^WAL-04/, 'silent'],
  [/^PRes|^OP-3/, 'answer'],
];

/** What a person is told of a stop. */
export function sentence(words: PayWords, { rule, code }: Stop): string {
  const known = BY_CODE[code] ?? BY_RULE.find(([form]) => form.test(rule))?.[1];
  return words.stops[known ?? 'unproved'];
}
