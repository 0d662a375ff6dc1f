import { base64, hex, type Octets, ofBase64, utf8 } from '../asn1';
import { random } from '../crypto';

/**
 * What guards cards in this browser. A passkey gives, by WebAuthn's prf extension, 32 octets that
 * only it can compute and only after it verified the person; a passphrase gives as many by
 * PBKDF2-SHA-256. HKDF-SHA-256 makes of them the key of one card, AES-256-GCM, which seals the
 * card's signature key and what may not be read at rest.
 */
export type Guard =
  | { readonly id: string; readonly kind: 'passkey'; readonly credential: Octets }
  | {
      readonly id: string;
      readonly kind: 'passphrase';
      readonly salt: Octets;
      readonly iterations: number;
      readonly check: Sealed;
    };

/** Octets under AES-256-GCM; the tag of 16 octets is their end. */
export interface Sealed {
  readonly iv: Octets;
  readonly octets: Octets;
}

/** What the person does to open: nothing but touching the passkey, or typing the passphrase. */
export interface Gesture {
  /** Of the assertion that the passkey makes; random where it is of no use to anybody. */
  readonly challenge?: Octets;
  readonly passphrase?: string;
}

/** The vault stays closed, with the reason as a name of a sentence. */
export class Closed extends Error {
  constructor(readonly rule: 'cancelled' | 'passphrase' | 'prf') {
    super(rule);
  }
}

/** PBKDF2-SHA-256, as OWASP counsels for 2023 and later. */
const ITERATIONS = 600_000;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

async function cardKey(secret: BufferSource, salt: Octets): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('OpenSET wallet card 1') },
    from,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'],
  );
}

async function stretched(text: string, salt: Octets, iterations: number): Promise<ArrayBuffer> {
  const typed = utf8(text.normalize('NFKC'));
  const from = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, from, 256);
}

/** Asks the browser's authenticator; what the person refuses is told from what went wrong. */
async function authenticate(
  asking: () => Promise<Credential | null>,
): Promise<PublicKeyCredential> {
  try {
    return (await asking()) as PublicKeyCredential;
  } catch (e) {
    if (e instanceof DOMException && /NotAllowed|Abort/.test(e.name)) throw new Closed('cancelled');
    throw e;
  }
}

function prfOf(credential: PublicKeyCredential): BufferSource | undefined {
  return credential.getClientExtensionResults().prf?.results?.first;
}

/** An assertion of a passkey that verified the person; its PRF at `salt` where one is given. */
export function assertion(
  credential: Octets,
  challenge: Octets,
  salt?: Octets,
): Promise<PublicKeyCredential> {
  return authenticate(() =>
    navigator.credentials.get({
      publicKey: {
        challenge,
        rpId: location.hostname,
        allowCredentials: [{ type: 'public-key', id: credential }],
        userVerification: 'required',
        ...(salt && { extensions: { prf: { eval: { first: salt } } } }),
      },
    }),
  );
}

/**
 * A new passkey, named as the person will see it, and its PRF where it has one.
 *
 * @param algorithms ES256 or RS256, where its signatures are of no use and any will do
 */
export async function newPasskey(
  name: string,
  salt: Octets,
  algorithms: readonly number[] = [-7, -257],
): Promise<PublicKeyCredential> {
  return authenticate(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { id: location.hostname, name: 'OpenSET' },
        user: { id: random(16), name, displayName: name },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
}

/** A guard and the key that it gives at one salt. */
export interface Opened {
  readonly guard: Guard;
  readonly key: CryptoKey;
}

/**
 * A passkey as guard.
 *
 * @throws Closed `prf` where the authenticator cannot do it, `cancelled` where the person would not
 */
export async function guardOf(passkey: PublicKeyCredential, salt: Octets): Promise<Opened> {
  const credential = new Uint8Array(passkey.rawId);
  let secret = prfOf(passkey);
  // Some authenticators give PRF only when asked a second time.
  if (!secret && passkey.getClientExtensionResults().prf?.enabled) {
    secret = prfOf(await assertion(credential, random(32), salt));
  }
  if (!secret) throw new Closed('prf');
  const guard: Guard = { id: hex(credential), kind: 'passkey', credential };
  return { guard, key: await cardKey(secret, salt) };
}

/** A passphrase as guard. */
export async function passphraseGuard(passphrase: string, salt: Octets): Promise<Opened> {
  const own = random(16);
  const secret = await stretched(passphrase, own, ITERATIONS);
  const check = await seal(await cardKey(secret, own), 'check', true);
  const guard: Guard = {
    id: hex(random(16)),
    kind: 'passphrase',
    salt: own,
    iterations: ITERATIONS,
    check,
  };
  return { guard, key: await cardKey(secret, salt) };
}

/** The key that a guard gives at `salt`, after the person's gesture. */
export async function open(guard: Guard, salt: Octets, gesture: Gesture): Promise<CryptoKey> {
  if (guard.kind === 'passkey') {
    const challenge = gesture.challenge ?? random(32);
    const secret = prfOf(await assertion(guard.credential, challenge, salt));
    if (!secret) throw new Closed('prf');
    return cardKey(secret, salt);
  }
  const secret = await stretched(gesture.passphrase ?? '', guard.salt, guard.iterations);
  try {
    await unseal(await cardKey(secret, guard.salt), 'check', guard.check);
  } catch {
    throw new Closed('passphrase');
  }
  return cardKey(secret, salt);
}

function gcm(iv: Octets, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(name) };
}

/**
 * Seals a value of texts, numbers, lists, records and octets.
 *
 * @param name what it is and whose: it opens under this name only
 */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = random(12);
  const text = JSON.stringify(value, (_, one: unknown) =>
    one instanceof Uint8Array ? { $: base64(one) } : one,
  );
  const octets = await crypto.subtle.encrypt(gcm(iv, name), key, utf8(text));
  return { iv, octets: new Uint8Array(octets) };
}

/** Opens what was sealed; fails where it is another's or was changed. */
export async function unseal<T>(key: CryptoKey, name: string, sealed: Sealed): Promise<T> {
  const octets = await crypto.subtle.decrypt(gcm(sealed.iv, name), key, sealed.octets);
  return JSON.parse(new TextDecoder().decode(octets), (_, one: { $?: string } | null) =>
    typeof one?.$ === 'string' ? ofBase64(one.$) : one,
  ) as T;
}

/** A new P-256 key, sealed under `key`, and its SubjectPublicKeyInfo. */
export async function newKey(key: CryptoKey, name: string): Promise<{ spki: Octets; at: Sealed }> {
  const pair = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const iv = random(12);
  const octets = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, key, gcm(iv, name));
  const spki = await crypto.subtle.exportKey('spki', pair.publicKey);
  return { spki: new Uint8Array(spki), at: { iv, octets: new Uint8Array(octets) } };
}

/** The key again, in this page's memory only: it signs and cannot be taken out. */
export function unwrapped(key: CryptoKey, name: string, at: Sealed): Promise<CryptoKey> {
  const { iv, octets } = at;
  return crypto.subtle.unwrapKey('pkcs8', octets, key, gcm(iv, name), P256, false, ['sign']);
}
