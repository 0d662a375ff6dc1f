import { Asn1Error, decode, type Octets } from '../../asn1';
import { ErrorTBS, type Message, type MessageWrapper, Refused, unwrap } from '../../set';
import { Unreached } from '../problem';
import { post } from '../wire';
import { Stopped, stopped } from './stop';

/** A message of that name. */
type Named<N> = Extract<Message, { readonly is: N }>['value'];

/** One second before the second try, doubled for each, at most a minute. */
function pause(tries: number, until?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, Math.min(1000 * 2 ** (tries - 1), 60_000));
    until?.addEventListener('abort', () => done());
  });
}

/**
 * Posts a message to a merchant, octet for octet the same at each try, until it is answered
 * (WAL-04). Redirects are not followed (INIT-06).
 *
 * @param tries how often at most
 * @throws Stopped where there was no answer
 */
export async function ask(
  url: string,
  message: Octets,
  tries = 3,
  until?: AbortSignal,
): Promise<Octets> {
  for (let tried = 1; ; tried++) {
    const answer = await once(url, message);
    if (answer) return answer;
    if (tried >= tries || until?.aborted) throw stopped('WAL-04');
    await pause(tried, until);
  }
}

/** The answer; nothing where there is none yet. */
async function once(url: string, message: Octets): Promise<Octets | undefined> {
  try {
    const answer = await post(url, 'payment', message);
    return answer.length > 0 ? answer : undefined;
  } catch (e) {
    if (e instanceof Unreached) return undefined;
    throw e;
  }
}

/**
 * The message in an answer, which must be of that name.
 *
 * @throws Stopped where it is an Error: nobody proved it, and it changes nothing but that we stop
 */
export function told<N extends Message['is']>(
  octets: Octets,
  name: N,
): { wrapper: MessageWrapper; value: Named<N> } {
  const wrapper = unwrap(octets);
  const { message } = wrapper;
  if (message.is === 'error') throw new Stopped({ rule: 'W-09', code: codeOf(message.value) });
  if (message.is !== name) throw new Refused('messageNotSupported', 'W-08');
  return { wrapper, value: message.value as Named<N> };
}

function codeOf(error: Named<'error'>): string {
  if (error.is === 'unsignedError') return error.value.errorCode;
  try {
    return decode(ErrorTBS, error.value.encapContentInfo.eContent ?? new Uint8Array()).errorCode;
  } catch (e) {
    if (e instanceof Asn1Error) return 'unspecifiedFailure';
    throw e;
  }
}
