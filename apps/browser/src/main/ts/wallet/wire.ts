import type { Octets } from '../asn1';
import { Unreached } from './problem';

/** The longest answer that is read (ENC-03), in octets. */
const LONGEST = 256 * 1024;
/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Sends a message and gives what came back; both are whole wrappers. Without cookies and without
 * following elsewhere.
 *
 * @throws Unreached where there was no answer: the same octets may go again
 */
export async function post(
  url: string,
  kind: 'payment' | 'registration',
  wrapper: Octets,
): Promise<Octets> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': `application/set-${kind}` },
      body: wrapper,
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const octets = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok && octets.length <= LONGEST) return octets;
  } catch {
    // What went wrong is not told to pages; whatever it was, there is no answer.
  }
  throw new Unreached();
}
