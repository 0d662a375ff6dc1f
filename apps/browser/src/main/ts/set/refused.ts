import type { ErrorCode } from './types/message';
import { Untrusted } from '../pki';

/** A message that breaks the protocol, with the rule of spec/ that says so. Never a decline. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: ErrorCode,
    readonly rule: string,
  ) {
    super(`${code} (${rule})`);
  }
}

/** The refusal that stands for a certificate or CRL that is not trusted; another error as it is. */
export function refusing(e: unknown): unknown {
  if (!(e instanceof Untrusted)) return e;
  switch (e.reason) {
    case 'EXPIRED':
      return new Refused('expiredCertificate', e.rule);
    case 'REVOKED':
      return new Refused('revokedCertificate', e.rule);
    case 'MISSING':
      return new Refused('missingCertificate', e.rule);
    default:
      return new Refused('invalidCertificate', e.rule);
  }
}
