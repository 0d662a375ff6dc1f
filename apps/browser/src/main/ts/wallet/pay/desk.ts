/**
 * A purchase, step by step (spec/wallet.md, spec/entrance.md): begin, offered, approve, answered,
 * inquire. Each gives what holds then, or throws `Stopped` with the rule.
 */
import { type AsSent, decode, equal, hex, millis, type Octets } from '../../asn1';
import { random } from '../../crypto';
import { bundleOf } from '../../pki';
import { type CardChecks, letters, OIData, Offer, Refused, STANDARD } from '../../set';
import {
  askedBy,
  createInqReq,
  createPInitReq,
  createPReq,
  learned,
  type Means,
  offerOf,
  type PInitAsked,
  type PReqAsked,
  processPInitRes,
  processPRes,
  type Proved,
  readInitiation,
  type Returns,
  type Told,
} from '../../set/purchase';
import { type Card, cards, unlock, type Unlocked } from '../card';
import { decimal } from '../money';
import { trust } from '../trust';
import { type Gesture, seal, unseal } from '../vault';
import { mayAsk, originOf } from './address';
import { ask, told } from './asking';
import type { Entrance } from './entrance';
import { payingCard, signatoryOf } from './paying';
import { approved, keep, type Purchase, purchases, type Seller } from './purchase';
import { type Stop, Stopped, stopOf, stopped, stopping } from './stop';

/** How long a person may think about an offer, in milliseconds (WAL-05). */
const APPROVE_WITHIN = 1_800_000;

/** Keys for the way back of purchases approved on this page, until their answer is opened. */
const backKeys = new Map<string, Octets>();

/** What is to be paid: an initiation that agrees with itself. Nothing of it is proved yet. */
export interface Deal {
  readonly visit: Entrance;
  readonly setUrl: string;
  readonly returns: Returns;
  readonly offer: AsSent<Offer>;
  /** LID-M in hexadecimal. */
  readonly order: string;
}

/** What was proved, to be shown and approved. */
export interface Shown extends Deal {
  readonly card: Card;
  readonly asked: PInitAsked;
  /** The merchant's answer as it came, which is proved again on approval. */
  readonly pInitRes: Octets;
  readonly proved: Proved;
  readonly seller: Seller;
}

/** Reads what the visit brought (INIT-01 to INIT-14, ENT-02, ENT-06). */
export function begin(visit: Entrance): Promise<Deal> {
  return stopping(async () => {
    const initiation = readInitiation(visit.text);
    const { setUrl, returns } = initiation;
    for (const url of [setUrl, ...Object.values(returns)]) {
      if (!mayAsk(url)) throw stopped('ENT-02', undefined, url);
    }
    const offer = await offerOf(initiation);
    const { total, lidM } = offer.value;
    const told = visit.total;
    if (told && (told.currency !== letters(total.currency) || told.value !== decimal(total))) {
      throw stopped('ENT-06', undefined, `${told.currency} ${told.value}`);
    }
    return { visit, setUrl, returns, offer, order: hex(lidM) };
  });
}

/** The purchase of this very order, where one was approved before that may be paid (ENT-08). */
export async function takeUp({ order, offer }: Deal): Promise<Purchase | undefined> {
  const same = (one: Purchase) => one.order === order && equal(one.evidence.offer, offer.der);
  const found = (await purchases()).find((one) => approved(one) && same(one));
  const nothingHeld =
    found?.standing === 'declined' || found?.news?.completionCode === 'orderNotReceived';
  return nothingHeld ? undefined : found;
}

/** Asks the merchant for its signed offer, and proves it. */
export async function offered(deal: Deal, card: Card, language: string): Promise<Shown> {
  try {
    return await stopping(() => proving(deal, card, language));
  } catch (e) {
    if (e instanceof Stopped && e.stop.rule !== 'WAL-04') await note(deal, card, e.stop);
    throw e;
  }
}

async function proving(deal: Deal, card: Card, language: string): Promise<Shown> {
  const { lidM, brandIDs } = deal.offer.value;
  // WAL-01: the card's brand is one that the offer names.
  if (!brandIDs.includes(card.brand)) throw stopped('WAL-01');
  const of = { lidC: random(20), lidM, brandID: card.brand, bin: card.bin, language };
  const { wrapper, asked } = createPInitReq(of, Date.now());
  const [known, pInitRes] = await Promise.all([trust(), ask(deal.setUrl, wrapper)]);
  const means = { now: Date.now(), trust: known, policy: STANDARD };
  const proved = await prove(pInitRes, asked, deal.offer, means);
  // WAL-02: an XID is taken for one purchase only.
  const xid = hex(proved.transIDs.xid);
  if ((await purchases()).some((one) => one.xid === xid)) {
    throw new Refused('unknownXID', 'WAL-02');
  }
  return { ...deal, card, asked, pInitRes, proved, seller: sellerOf(deal, proved) };
}

/** WAL-07: what stopped is kept by the rule's name, once for each order. */
async function note(deal: Deal, card: Card, stop: Stop): Promise<void> {
  const { order, setUrl, returns, offer } = deal;
  const web = originOf(setUrl);
  await keep({
    id: `stopped-${order}`,
    order,
    xid: '',
    at: Date.now(),
    standing: 'stopped',
    card: card.id,
    brand: card.brand,
    last4: card.last4,
    setUrl,
    returns,
    seller: { name: new URL(setUrl).host, merchantID: '', web, bank: '', gateway: '' },
    evidence: { offer: offer.der },
    stop,
  });
}

function prove(
  pInitRes: Octets,
  asked: PInitAsked,
  offer: AsSent<Offer>,
  means: Means,
): Promise<Proved> {
  const { wrapper, value } = told(pInitRes, 'purchaseInitResponse');
  return processPInitRes(wrapper, value, asked, offer, means);
}

/** The merchant as it is shown, if it is whom the browser says that asks (ENT-03 to ENT-07). */
function sellerOf(deal: Deal, proved: Proved): Seller {
  const { certificate } = proved.merchant;
  const webs = certificate.uris.map(originOf);
  const belongs = (rule: string, origin: string) => {
    if (!webs.includes(origin)) throw stopped(rule, undefined, origin);
  };
  if (webs.length === 0) throw stopped('ENT-07');
  const web = originOf(deal.setUrl);
  belongs('ENT-03', web);
  for (const origin of deal.visit.origins) belongs('ENT-04', origin);
  for (const url of Object.values(deal.returns)) belongs('ENT-05', originOf(url));
  const gateway = proved.gateway.certificate.subject;
  return {
    name: proved.merchantName,
    merchantID: proved.merchantID,
    web,
    bank: certificate.subject.units[0] ?? '',
    gateway: [gateway.units[0], gateway.commonName].join(' · '),
  };
}

/**
 * The person approves what is shown, by one gesture: the order is signed, kept, and sent.
 *
 * @param checks for the gateway alone; only sealed in PReq they are kept (WAL-18)
 */
export function approve(
  shown: Shown,
  gesture: Gesture,
  checks: CardChecks,
): Promise<Purchase> {
  return stopping(async () => {
    performance.mark('approve');
    const { card, offer } = shown;
    const [unlocked, proved] = await Promise.all([unlock(card, gesture), provedAgain(shown)]);
    const paying = await payingCard(card, unlocked);
    const { wrapper, oiData, asked } = await createPReq(
      proved,
      offer.value,
      paying,
      checks,
      Date.now(),
    );
    const id = hex(asked.transIDs.lidC);
    const purchase = await keep({
      id,
      order: shown.order,
      xid: hex(proved.transIDs.xid),
      at: Date.now(),
      standing: 'ordered',
      card: card.id,
      brand: card.brand,
      last4: card.last4,
      setUrl: shown.setUrl,
      returns: shown.returns,
      seller: shown.seller,
      evidence: {
        offer: offer.der,
        pInitRes: shown.pInitRes,
        pReq: wrapper,
        oiData,
      },
      backKey: await seal(unlocked.key, `${id} back key`, asked.backKey),
    });
    backKeys.set(id, asked.backKey);
    const answer = await ask(purchase.setUrl, wrapper, 1).catch(() => undefined);
    const after = answer ? await heard(purchase, answer) : purchase;
    performance.measure('approve to receipt', 'approve');
    return after;
  });
}

/** WAL-05: on approval all is proved again; only its age may be that of a person. */
async function provedAgain(shown: Shown): Promise<Proved> {
  const messageAgeMax = STANDARD.messageAgeMax + APPROVE_WITHIN;
  const policy = { ...STANDARD, messageAgeMax };
  const means = { now: Date.now(), trust: await trust(), policy };
  return prove(shown.pInitRes, shown.asked, shown.offer, means);
}

/** WAL-04: sends the same octets again until there is an answer. */
export async function send(purchase: Purchase, until: AbortSignal): Promise<Purchase> {
  const answer = await ask(purchase.setUrl, purchase.evidence.pReq!, Infinity, until);
  return heard(purchase, answer);
}

/** Keeps an answer as it came, and opens it where the key is at hand. */
async function heard(purchase: Purchase, pRes: Octets): Promise<Purchase> {
  const evidence = { ...purchase.evidence, pRes };
  const answered = await keep({ ...purchase, evidence, answeredAt: Date.now() });
  const backKey = backKeys.get(purchase.id);
  return backKey ? settled(answered, backKey) : answered;
}

/** What PRes says of the purchase (WAL-06, WAL-07). */
async function settled(purchase: Purchase, backKey: Octets): Promise<Purchase> {
  const { pInitRes, pRes } = purchase.evidence;
  const now = purchase.answeredAt ?? Date.now();
  try {
    const { wrapper, value } = told(pRes!, 'purchaseResponse');
    const asked = await askedOf(purchase, backKey);
    const means = { now, trust: await learned(pInitRes!, await trust(), now), policy: STANDARD };
    const said = await processPRes(wrapper, value, asked, asked, means);
    backKeys.delete(purchase.id);
    const evidence = { ...purchase.evidence, lists: bundleOf(means.trust) };
    return await keep({ ...after({ ...purchase, evidence }, said), standing: said.outcome.is });
  } catch (e) {
    const stop = stopOf(e);
    if (!stop) throw e;
    return keep({ ...purchase, standing: 'stopped', stop });
  }
}

/** The purchase with what was told: the receipt where one came, else only what is said. */
function after(purchase: Purchase, { outcome, completionCode }: Told): Purchase {
  const { stop: _, ...rest } = purchase;
  if (outcome.is === 'unconfirmed') return { ...rest, completionCode };
  const { receipt, signed } = outcome;
  return {
    ...rest,
    completionCode,
    evidence: { ...rest.evidence, receipt: signed },
    receipt: {
      authCode: receipt.authCode,
      authAmt: receipt.authAmt.amount,
      date: millis(receipt.date),
    },
  };
}

function askedOf(purchase: Purchase, backKey: Octets): Promise<PReqAsked> {
  const { offer } = purchase.evidence;
  const der = purchase.evidence.oiData!;
  const purchAmt = decode(Offer, offer).total;
  const { merchantID } = purchase.seller;
  return askedBy({ value: decode(OIData, der), der }, { purchAmt, merchantID, backKey });
}

/** The card that paid, opened; with it the key for the way back. */
async function opened(
  purchase: Purchase,
  gesture: Gesture,
): Promise<{ card: Card; unlocked: Unlocked; backKey: Octets }> {
  const card = (await cards()).find((one) => one.id === purchase.card);
  if (!card) throw stopped('WAL-08');
  const unlocked = await unlock(card, gesture);
  const name = `${purchase.id} back key`;
  return { card, unlocked, backKey: await unseal<Octets>(unlocked.key, name, purchase.backKey!) };
}

/** Opens the answer that came while the card was locked. */
export function answered(purchase: Purchase, gesture: Gesture): Promise<Purchase> {
  return stopping(async () => {
    const open = await opened(purchase, gesture);
    const now = await settled(purchase, open.backKey);
    // The stored answer to an old request is old itself: a new question gets a new one.
    return now.stop?.rule === 'W-03' ? inquiry(now, open) : now;
  });
}

/** Asks the merchant how the purchase stands (spec/inquiry.md, WAL-15). */
export function inquire(purchase: Purchase, gesture: Gesture): Promise<Purchase> {
  return stopping(async () => inquiry(purchase, await opened(purchase, gesture)));
}

async function inquiry(
  purchase: Purchase,
  { card, unlocked, backKey }: Awaited<ReturnType<typeof opened>>,
): Promise<Purchase> {
  const asked = await askedOf(purchase, backKey);
  const signatory = await signatoryOf(card, unlocked);
  const at = Date.now();
  const inq = await createInqReq(asked.transIDs, signatory, at);
  const { wrapper, value } = told(await ask(purchase.setUrl, inq.wrapper), 'inquiryResponse');
  const known = await learned(purchase.evidence.pInitRes!, await trust(), at);
  const means = { now: Date.now(), trust: known, policy: STANDARD };
  const said = await processPRes(wrapper, value, asked, inq, means);
  const { outcome, completionCode, captured, credited } = said;
  const news = { at, completionCode, captured, credited };
  // Without a receipt only what the merchant says is noted.
  if (outcome.is === 'unconfirmed') return keep({ ...purchase, news });
  return keep({ ...after(purchase, said), standing: outcome.is, news });
}
