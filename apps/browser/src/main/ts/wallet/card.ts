import type { Octets } from '../asn1';
import { passkeySigner } from '../set/operator/passkey';
import { type Signer, signerOf } from '../set/operator/signer';
import { all, drop, get, put, putAll } from './store';
import {
  assertion,
  type Gesture,
  type Guard,
  open,
  type Sealed,
  unseal,
  unwrapped,
} from './vault';

/**
 * Where a card stands. Only one that is `certified` pays; one that was `renewed` can still ask
 * after what it bought (InqReq-C-02).
 */
export type Standing =
  | 'begun'
  | 'form'
  | 'requested'
  | 'pending'
  | 'certified'
  | 'renewed'
  | 'rejected'
  | 'referred'
  | 'stopped';

/**
 * The signature key of a card: sealed as PKCS #8, or a passkey that signs by itself, by its
 * credential id (spec/passkey.md).
 */
export type SigningKey = { readonly spki: Octets } & (
  | { readonly at: Sealed }
  | { readonly passkey: Octets }
);

/**
 * A card as it lies in the store. What is not sealed is what anybody may see: brand, BIN, last four
 * digits, certificates.
 */
export interface Card {
  readonly id: string;
  /** The card that this one takes the place of: will, while it is on its way, or did. */
  readonly renews?: string;
  readonly brand: string;
  readonly issuer: string;
  readonly bin: string;
  readonly last4: string;
  readonly nickname: string;
  /** Whether it is offered first; one card at most is. */
  readonly first: boolean;
  /** When it was added, milliseconds since 1970. */
  readonly addedAt: number;
  readonly standing: Standing;
  /** Of the guard. */
  readonly guard: string;
  readonly salt: Octets;
  readonly signing?: SigningKey;
  /** Secrets of a certified card, the whole registration of one under way; else nothing. */
  readonly sealed?: Sealed;
  /** Its own certificate, then those above it without the root, as DER; empty while it has none. */
  readonly certificates: readonly Octets[];
  /** Serial number of its certificate in hexadecimal. */
  readonly serial?: string;
  /** The end of its certificate, milliseconds since 1970. */
  readonly until?: number;
  /** What the authority or the rule says of how it ended or stands. */
  readonly told?: Told;
}

/** What a person is told of a registration: a rule or status by its name, and words that came. */
export interface Told {
  readonly rule: string;
  readonly message?: string;
  readonly failed?: readonly { readonly itemNumber: number; readonly itemReason: string }[];
  readonly urls?: readonly string[];
}

/** What is sealed of a certified card. */
export interface Secrets {
  readonly pan: string;
  /** YYYYMM. */
  readonly expiry: string;
  readonly cardSecret: Octets;
  readonly panSecret: Octets;
}

/** A card opened by one gesture, for one payment. Let go of it when that is made. */
export interface Unlocked extends Secrets {
  /** Signs by a key in this page's memory that cannot be taken out, or by a passkey's gesture. */
  readonly signer: Signer;
  /** The card's key, to seal more under; see the vault. */
  readonly key: CryptoKey;
}

/** All cards, the one that is offered first at the head, then in the order they were added. */
export async function cards(): Promise<Card[]> {
  const found = await all<Card>('cards');
  return found.sort((a, b) => Number(b.first) - Number(a.first) || a.addedAt - b.addedAt);
}

/** What guards a card. */
export async function guardOf(card: Card): Promise<Guard> {
  return (await get<Guard>('guards', card.guard))!;
}

/** Who signs for a card whose `key` is at hand. */
export async function signerFor(card: Card, key: CryptoKey): Promise<Signer> {
  const signing = card.signing!;
  if ('at' in signing) return signerOf(await unwrapped(key, `${card.id} key`, signing.at));
  return passkeySigner((challenge) => assertion(signing.passkey, challenge));
}

/**
 * Opens a certified card after the person's gesture.
 *
 * @throws Closed where the person would not, or the passphrase is another
 */
export async function unlock(card: Card, gesture: Gesture = {}): Promise<Unlocked> {
  const key = await open(await guardOf(card), card.salt, gesture);
  const secrets = await unseal<Secrets>(key, `${card.id} secrets`, card.sealed!);
  return { ...secrets, key, signer: await signerFor(card, key) };
}

/** Whether the gesture of a card is a passphrase. */
export async function asksPassphrase(card: Card): Promise<boolean> {
  return (await guardOf(card)).kind === 'passphrase';
}

/** Offers this card first from now on, and no other. */
export async function prefer(id: string): Promise<void> {
  await putAll(
    'cards',
    (await cards()).map((card) => ({ ...card, first: card.id === id })),
  );
}

/** Gives a card another nickname. */
export async function rename(card: Card, nickname: string): Promise<void> {
  await put('cards', { ...card, nickname });
}

/**
 * Takes a card away with its key, and its guard where that guards nothing else. Where the browser
 * can, the passkey is told to be of no use any more.
 */
export async function remove(card: Card): Promise<void> {
  for (const one of await family(card)) await drop('cards', one.id);
  const left = (await cards()).filter((one) => one.standing !== 'renewed');
  if (card.first && left[0]) await prefer(left[0].id);
  if (left.some((other) => other.guard === card.guard)) return;
  const guard = await get<Guard>('guards', card.guard);
  await drop('guards', card.guard);
  if (guard?.kind === 'passkey') forget(guard.credential);
}

/** A card, those it was before it was renewed, and a renewal that is on its way. */
async function family(card: Card): Promise<Card[]> {
  const all = await cards();
  const found = all.filter((one) => one.renews === card.id || one.id === card.id);
  for (let id = card.renews; id; ) {
    const before = all.find((one) => one.id === id);
    if (before) found.push(before);
    id = before?.renews;
  }
  return found;
}

/** Whether a card stands beside the others: not one that was renewed, nor a renewal on its way. */
export function stands({ standing, renews }: Card): boolean {
  return standing !== 'renewed' && (!renews || standing === 'certified');
}

/** Tells the keeper of passkeys that one is of no use any more, where it listens (WebAuthn 3). */
export function forget(credential: Octets): void {
  const id = btoa(String.fromCharCode(...credential));
  const credentialId = id.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  void (PublicKeyCredential as Signals).signalUnknownCredential?.({
    rpId: location.hostname,
    credentialId,
  });
}

interface Signals {
  signalUnknownCredential?(unknown: { rpId: string; credentialId: string }): Promise<void>;
}
