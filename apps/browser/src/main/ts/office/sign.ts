// How a request to the merchant's API is signed: docs/integrate.md and openapi.json say the same.

const SCHEME = 'OpenSET-HMAC';
const NONCE_OCTETS = 16;

/** A request to be signed; `once` is its Idempotency-Key, or empty. */
export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly once: string;
  readonly body: string;
}

/** The value of the Authorization field; `key` is a name, `~` and a secret. */
export async function authorization(key: string, asked: Asked, now: Date): Promise<string> {
  const tilde = key.indexOf('~');
  const name = key.slice(0, tilde);
  const time = String(Math.floor(now.getTime() / 1000));
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(NONCE_OCTETS)));
  const parts = [SCHEME, name, time, nonce, asked.method, asked.target, asked.once, ''];
  const head = utf8(parts.join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(asked.body)));
  const message = new Uint8Array(head.length + digest.length);
  message.set(head);
  message.set(digest, head.length);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const secret = utf8(key.slice(tilde + 1));
  const signing = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', signing, message));
  return `${SCHEME} ${name}~${time}~${nonce}~${base64url(mac)}`;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64url(octets: Uint8Array): string {
  const text = btoa(String.fromCharCode(...octets));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
