import { encode, equal, type Octets } from '../../asn1';
import { type AuthEnvelopedData, SignedData } from '../../cms/types';
import { type Required, thumb } from '../../pki';
import {
  type AuthCode,
  type CompletionCode,
  CONTENT,
  exceeds,
  FORM,
  fresh,
  idsOf,
  type MessageWrapper,
  noneCritical,
  openEK,
  type PResData,
  type Receipt,
  Refused,
  sameIDs,
  sameRRPID,
  verify,
} from '..';
import type { Means } from './pinit';
import type { PReqAsked } from './preq';

/** What became of the purchase. */
export type Outcome =
  | {
      /** The gateway says that the issuer holds the amount, or that nothing is held. */
      readonly is: 'confirmed' | 'declined';
      readonly receipt: Receipt;
      /** The gateway's signed word as it came: SignedData over AcqCardCodeMsg. */
      readonly signed: Octets;
    }
  | {
      /** Only the merchant says something, so nothing is confirmed. */
      readonly is: 'unconfirmed';
      /** What it says of an authorization, without proof. */
      readonly claimed?: AuthCode | undefined;
    };

/** What was answered: what is proved of the payment, and what the merchant says. */
export interface Told {
  readonly outcome: Outcome;
  readonly completionCode: CompletionCode;
  /** The shares that were captured and credited, in the merchant's word. */
  readonly captured: number;
  readonly credited: number;
}

/**
 * What the wallet believes of PRes (spec/preq.md) and InqRes (spec/inquiry.md): of a payment the
 * gateway's signed receipt and nothing else, of all else that the merchant says it.
 *
 * @param under RRPID and challenge of the request that it answers: PReq's, or an inquiry's
 * @throws Refused with the rule that was broken
 */
export async function processPRes(
  wrapper: MessageWrapper,
  answer: SignedData,
  asked: PReqAsked,
  under: { readonly rrpid: Octets; readonly challC: Octets },
  means: Means,
): Promise<Told> {
  const { trust, now } = means;
  const { transIDs, brandID, merchantThumb } = asked;
  // PRes-C-01: the wrapper is fresh and answers our request.
  fresh(wrapper, now, means.policy);
  sameRRPID(wrapper, under.rrpid);
  // PRes-C-02: signed by the very merchant we ordered from.
  const signer: Required = { type: 'mer', use: 'digitalSignature', brand: brandID };
  const signed = await verify(answer, CONTENT.PResData, { signer, trust, now });
  if (!equal(await thumb(signed.signer.certificate), merchantThumb)) {
    throw new Refused('invalidCertificate', 'PRes-C-02');
  }
  // PRes-C-03: it is about our purchase and our request.
  const data = signed.value;
  if (!equal(data.rrpid, under.rrpid)) throw new Refused('unknownRRPID', 'PRes-C-03');
  sameIDs(wrapper, idsOf(data.transIDs));
  if (!equal(data.transIDs.xid, transIDs.xid)) throw new Refused('unknownXID', 'PRes-C-03');
  if (!equal(data.challC, under.challC)) throw new Refused('challengeMismatch', 'PRes-C-03');
  // InqRes-C-05: each authorization is told by a payload of its own, and all of them are read.
  const all: Told[] = [];
  for (const payload of data.pResPayloadSeq) all.push(await told(payload, asked, means));
  return together(all);
}

const COMING: readonly CompletionCode[] = [
  'authorizationPerformed',
  'capturePerformed',
  'creditPerformed',
];

/** The first authorization's outcome, what all of them hold, and how far the furthest has come. */
function together(all: readonly Told[]): Told {
  return all.reduce((one, next) => ({
    outcome: one.outcome,
    completionCode:
      COMING.indexOf(next.completionCode) > COMING.indexOf(one.completionCode)
        ? next.completionCode
        : one.completionCode,
    captured: share(one.captured + next.captured),
    credited: share(one.credited + next.credited),
  }));
}

/** A sum of shares: without what adding left over, and all of it where payments recur. */
function share(sum: number): number {
  return Math.min(1, Math.round(sum * 1e9) / 1e9);
}

async function told(
  payload: PResData['pResPayloadSeq'][number],
  asked: PReqAsked,
  means: Means,
): Promise<Told> {
  noneCritical(payload.pRsExtensions);
  const { acqCardMsg, authStatus, capStatus, credStatusSeq = [] } = payload.results ?? {};
  const captured = capStatus?.capRatio ?? 0;
  const credited = credStatusSeq.reduce((sum, one) => sum + one.creditRatio, 0);
  const { completionCode } = payload;
  const outcome: Outcome = acqCardMsg
    ? await opened(acqCardMsg, asked, means)
    : { is: 'unconfirmed', claimed: authStatus?.authCode };
  // InqRes-C-03: no share is of more than the purchase.
  if (Math.max(authStatus?.authRatio ?? 0, captured, credited) > 1) {
    throw new Refused('unspecifiedFailure', 'InqRes-C-03');
  }
  return { outcome, completionCode, captured, credited };
}

async function opened(
  message: AuthEnvelopedData,
  asked: PReqAsked,
  { trust, now }: Means,
): Promise<Outcome> {
  const { transIDs, brandID, merchantThumb, merchantID, hOIData } = asked;
  // PRes-C-04: sealed under the key we gave the gateway, signed by a gateway of the brand.
  const { inside, content } = FORM.AcqCardCodeMsg;
  const data = await openEK(asked.backKey, message, inside);
  const signer: Required = { type: 'pgwy', use: 'digitalSignature', brand: brandID };
  const { receipt } = (await verify(data, content, { signer, trust, now })).value;
  // PRes-C-05: it names our purchase, our merchant and the order half we signed.
  const ours =
    equal(receipt.xid, transIDs.xid) &&
    receipt.merchantID === merchantID &&
    equal(receipt.merchantThumb, merchantThumb) &&
    equal(receipt.hOIData, hOIData);
  if (!ours) throw new Refused('unknownXID', 'PRes-C-05');
  // PRes-C-06: never more than we agreed to, and something where it says approved.
  const { authAmt, authCode } = receipt;
  const approved = authCode === 'approved';
  const within = authAmt.currency === asked.purchAmt.currency && !exceeds(authAmt, asked.purchAmt);
  if (!within || authAmt.amount > 0 !== approved) {
    throw new Refused('unspecifiedFailure', 'PRes-C-06');
  }
  return { is: approved ? 'confirmed' : 'declined', receipt, signed: encode(SignedData, data) };
}
