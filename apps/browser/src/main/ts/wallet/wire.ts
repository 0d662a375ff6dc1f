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
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) return await bodyOf(answer, LONGEST);
  } catch {
    // What went wrong is not told to pages; whatever it was, there is no answer.
  }
  throw new Unreached();
}

/**
 * The body of an answer, of which no more is read than may be.
 *
 * @param most the longest that is taken, in octets
 * @throws Unreached where it is longer
 */
export async function bodyOf(answer: Response, most: number): Promise<Octets> {
  const reader = answer.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Unreached();
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}
