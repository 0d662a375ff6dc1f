import { random } from '../../crypto';
import { decode, hex, type Octets } from '../../asn1';
import { Certificate, thumb } from '../../pki';
import { holder, newKey, passkeyKey, renewal } from '../../set';
import {
  type Card,
  cards,
  guardOf,
  type Secrets,
  signerFor,
  type SigningKey,
  type Standing,
  type Told,
} from '../card';
import type { Brand } from '../number';
import { isRule, ruleOf } from '../problem';
import { config } from '../config';
import { drop, get, put, putAll } from '../store';
import * as vault from '../vault';
import { post } from '../wire';
import { certRes, type Outcome } from './certified';
import type { Locking } from './lock';
import * as messages from './messages';
import type { FormItem, Session, State } from './state';

/** Who registers which card, as the person said it. */
export interface Applicant {
  readonly pan: string;
  /** YYYYMM. */
  readonly expiry: string;
  readonly nickname: string;
  readonly brand: Brand;
  readonly language: string;
}

/** Registrations that are open in this page; with the page they close. */
const open = new Map<string, Session>();

/** The registration of a card or its renewal, if it is open in this page. */
export function held(id: string): Session | undefined {
  return open.get(id) ?? [...open.values()].find(({ card }) => card.renews === id);
}

function sealedAs(card: Card): string {
  return `${card.id} registration`;
}

/** Puts down where a registration stands, sealed; only then may anything of it be sent (WAL-12). */
async function stand(
  session: Session,
  standing: Standing,
  state: State,
  more: Partial<Card> = {},
): Promise<Session> {
  const sealed = await vault.seal(session.key, sealedAs(session.card), state);
  return kept({ ...session, state, card: { ...session.card, standing, sealed, ...more } });
}

/** The end without a certificate: nothing of the account or the key is kept (WAL-13). */
async function end(session: Session, standing: Standing, told: Told): Promise<Session> {
  const { sealed: _, signing: __, ...rest } = session.card;
  const card = { ...rest, standing, told };
  if (!card.renews) return kept({ ...session, card });
  // The card that was to be renewed stays as it is.
  await drop('cards', card.id);
  open.delete(card.id);
  return { ...session, card };
}

async function kept(session: Session): Promise<Session> {
  await put('cards', session.card);
  open.set(session.card.id, session);
  return session;
}

/**
 * Begins to register a card: it is locked, its key is made and put down, and the CCA will be asked
 * to prove itself.
 *
 * @param guard that locks the other cards, where there is one
 * @throws Closed where the person would not, or where the passkey cannot lock
 */
export async function begin(
  applicant: Applicant,
  locking: Locking,
  guard: vault.Guard | undefined,
): Promise<Session> {
  const salt = random(32);
  const opened = await lock(salt, locking, guard);
  await put('guards', opened.guard);
  const { brand, pan, expiry, language } = applicant;
  const card: Card = {
    id: hex(random(16)),
    brand: brand.brand,
    issuer: brand.issuer,
    bin: pan.slice(0, 6),
    last4: pan.slice(-4),
    nickname: applicant.nickname.trim(),
    first: false,
    addedAt: Date.now(),
    standing: 'begun',
    guard: opened.guard.id,
    salt,
    certificates: [],
    ...(opened.signing && { signing: opened.signing }),
  };
  const signs = opened.signing !== undefined;
  const state = { pan, expiry, language, brand: brand.brand, cca: brand.cca, signs };
  return start({ card, key: opened.key }, { ...state, type: 'cardInitialSig' });
}

interface Locked extends vault.Opened {
  /** Of a passkey that signs by itself. */
  readonly signing?: SigningKey;
}

async function lock(
  salt: Octets,
  locking: Locking,
  guard: vault.Guard | undefined,
): Promise<Locked> {
  if (guard) return { guard, key: await vault.open(guard, salt, locking) };
  if (locking.by === 'passphrase') return vault.passphraseGuard(locking.passphrase, salt);
  return locking.by === 'signs'
    ? signingPasskey(salt)
    : vault.guardOf(await vault.newPasskey('OpenSET wallet', salt), salt);
}

/** A passkey that locks one card and is its key too. */
async function signingPasskey(salt: Octets): Promise<Locked> {
  const passkey = await vault.newPasskey('OpenSET card', salt, [-7]);
  const opened = await vault.guardOf(passkey, salt);
  const signing = { spki: passkeyKey(passkey), passkey: new Uint8Array(passkey.rawId) };
  return { ...opened, signing };
}

async function start(at: Omit<Session, 'state'>, said: Omit<State, 'lidEE'>): Promise<Session> {
  const signing = at.card.signing ?? (await vault.newKey(at.key, `${at.card.id} key`));
  const state: State = { ...said, lidEE: random(20) };
  const { told: _, ...card } = at.card;
  return stand({ ...at, card, state }, 'begun', state, { signing });
}

/** Begins once more with what the person said before, under another label and with another key. */
export async function restart({ card, key, state }: Session): Promise<Session> {
  const { pan, expiry, language, brand, cca, type, signs } = state;
  const said = { pan, expiry, language, brand, cca, type, signs };
  if (!signs) return start({ card, key }, said);
  const salt = random(32);
  const { guard, key: other, signing } = await signingPasskey(salt);
  await put('guards', guard);
  return start({ card: { ...card, guard: guard.id, salt, signing: signing! }, key: other }, said);
}

/**
 * Begins to renew the certificate of a card, with another key and other secrets. The card goes on
 * as it is until there is the other certificate.
 *
 * @throws Closed
 */
export async function renew(card: Card, passphrase: string, language: string): Promise<Session> {
  const key = await vault.open(await guardOf(card), card.salt, { passphrase });
  const { pan, expiry } = await vault.unseal<Secrets>(key, `${card.id} secrets`, card.sealed!);
  const { brands } = await config();
  const { brand, cca } = brands.find((one) => one.brand === card.brand)!;
  const { signing: _, sealed: __, ...rest } = card;
  const next: Card = { ...rest, id: hex(random(16)), renews: card.id, first: false };
  return start({ card: next, key }, { pan, expiry, language, brand, cca, type: 'cardRenewalSig' });
}

/** Whether a registration ended and can be begun once more. */
export function canRestart({ card }: Session): boolean {
  return /rejected|stopped/.test(card.standing);
}

/**
 * Opens a registration that was left, after the person's gesture.
 *
 * @throws Closed
 */
export async function resume(card: Card, passphrase: string): Promise<Session> {
  const key = await vault.open(await guardOf(card), card.salt, { passphrase });
  const state = await vault.unseal<State>(key, sealedAs(card), card.sealed!);
  const session = { card, key, state };
  open.set(card.id, session);
  return session;
}

/**
 * Goes as far as it goes without the person: to the form, to the certificate, or to why there is
 * none. What had no answer goes again, octet for octet (WAL-04).
 *
 * @throws Unreached where there was no answer; nothing is lost
 */
export async function advance(session: Session): Promise<Session> {
  const { standing } = session.card;
  try {
    if (standing === 'begun') return await toForm(session);
    if (standing === 'requested') return await decided(session);
    return standing === 'pending' ? await inquire(session) : session;
  } catch (e) {
    const rule = ruleOf(e);
    // What breaks no rule is no answer, or a fault of ours: the registration stays as it is.
    if (!isRule(rule)) throw e;
    return end(session, 'stopped', { rule });
  }
}

async function toForm(session: Session): Promise<Session> {
  let at = session;
  if (!at.state.authority) {
    if (!at.state.out) {
      at = await stand(at, 'begun', { ...at.state, ...(await messages.cardCInitReq(at.state)) });
    }
    const proved = await messages.cardCInitRes(await sent(at), at.state);
    at = await stand(at, 'begun', { ...proved, ...(await messages.regFormReq(proved)) });
  }
  const { state, referral } = await messages.regFormRes(await sent(at), at.state);
  if (!referral) return stand(at, 'form', { ...state, out: undefined });
  const { reason: message, referralURLSeq: urls = [] } = referral;
  return end(at, 'referred', { rule: 'referral', urls, ...(message && { message }) });
}

function sent({ state }: Session): Promise<Octets> {
  return post(state.cca, 'registration', state.out!);
}

/**
 * The form is filled in: the request for a certificate is made and put down.
 *
 * @throws Refused where the CCA is no longer proved
 */
export async function answer(session: Session, answers: readonly FormItem[]): Promise<Session> {
  const { card, key, state } = session;
  const by = newKey(await signerFor(card, key));
  const asked = await messages.certReq(state, answers, {
    publicKeyS: card.signing!.spki,
    by,
    ...(card.renews && (await renewing(card.renews, session))),
  });
  return stand(session, 'requested', asked);
}

/** CertReq-E-05: the certificate renewed is named, and signs beside the new key. */
async function renewing(
  id: string,
  { card, key }: Session,
): Promise<Omit<messages.NewKeys, 'publicKeyS'>> {
  const old = (await get<Card>('cards', id))!;
  const [certificate, ...chain] = old.certificates.map((der) => decode(Certificate, der));
  const before = await holder(await signerFor(old, key), certificate!, chain);
  return { by: renewal(before, await signerFor(card, key)), eeThumb: await thumb(certificate!) };
}

async function decided(session: Session): Promise<Session> {
  return outcome(session, await certRes(await sent(session), session.state, spki(session)));
}

function spki({ card }: Session): Octets {
  return card.signing!.spki;
}

/** WAL-10, WAL-11: asks after a pending request; an answer that is none changes nothing. */
async function inquire(session: Session): Promise<Session> {
  let at = session;
  if (!at.state.out) {
    const signer = await signerFor(at.card, at.key);
    const asked = await messages.certInqReq(at.state, signer);
    at = await stand(at, 'pending', { ...at.state, ...asked });
  }
  const octets = await sent(at);
  try {
    return await outcome(at, await certRes(octets, at.state, spki(at)));
  } catch (e) {
    if (!isRule(ruleOf(e))) throw e;
    return stand(at, 'pending', { ...at.state, out: undefined });
  }
}

async function outcome(session: Session, found: Outcome): Promise<Session> {
  const { status, lidCA, issued } = found;
  const { certStatusCode: rule, eeMessage, failedItemSeq } = status;
  const message = eeMessage ?? status.caMsg?.cardholderMsg;
  const told: Told = {
    rule,
    ...(message && { message }),
    ...(failedItemSeq && { failed: failedItemSeq }),
  };
  if (/^request(Pended|InProgress)$/.test(rule)) {
    const state = { ...session.state, lidCA, out: undefined };
    return stand(session, 'pending', state, { told });
  }
  if (!issued) return end(session, 'rejected', told);
  const { panSecret, ...certificate } = issued;
  const { pan, expiry, cardSecret } = session.state;
  const secrets: Secrets = { pan, expiry, cardSecret: cardSecret!, panSecret };
  const sealed = await vault.seal(session.key, `${session.card.id} secrets`, secrets);
  void navigator.storage.persist();
  const known = await cards();
  const before = known.find((one) => one.id === session.card.renews);
  const first = before?.first ?? !known.some((one) => one.first);
  const { nickname, addedAt } = before ?? session.card;
  const named = { ...session.card, ...certificate, nickname, addedAt, first };
  const card: Card = { ...named, standing: 'certified', sealed, told };
  const renewed = before && { ...before, standing: 'renewed' as const, first: false };
  await putAll('cards', renewed ? [renewed, card] : [card]);
  open.delete(card.id);
  return { ...session, card };
}
