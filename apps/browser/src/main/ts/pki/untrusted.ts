/** Why a certificate or CRL is not trusted (spec/certificates.md). */
export type Reason =
  | 'INVALID'
  | 'EXPIRED'
  | 'REVOKED'
  | 'MISSING'
  | 'BRAND'
  | 'USAGE'
  | 'NOT_CURRENT_CRL';

/** A certificate or CRL that is not trusted, with the rule that says so. */
export class Untrusted extends Error {
  override readonly name = 'Untrusted';

  constructor(
    readonly reason: Reason,
    readonly rule: string,
  ) {
    super(reason + ': ' + rule);
  }
}

/** Refuses what is not `true`, for that reason. */
export function demand(
  holds: boolean,
  rule: string,
  reason: Reason = 'INVALID',
): asserts holds {
  if (!holds) throw new Untrusted(reason, rule);
}
