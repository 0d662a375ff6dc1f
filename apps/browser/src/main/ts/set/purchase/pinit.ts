import { type AsSent, decode, equal, type Octets } from '../../asn1';
import type { SignedData } from '../../cms/types';
import { random } from '../../crypto';
import {
  Certificate,
  type Required,
  thumb,
  type Trust,
  type TrustedCertificate,
} from '../../pki';
import {
  CONTENT,
  DD,
  fresh,
  idsOf,
  informed,
  type MessageWrapper,
  noneCritical,
  type Offer,
  type PInitResData,
  type Policy,
  Refused,
  refusing,
  sameIDs,
  sameRRPID,
  type TransIDs,
  unwrap,
  verify,
  wrap,
} from '..';

/** What a treatment is given and never fetches. */
export interface Means {
  /** The instant of this step, milliseconds since 1970. */
  readonly now: number;
  readonly trust: Trust;
  readonly policy: Policy;
}

/** What the wallet asked, to which the answer is held. */
export interface PInitAsked {
  readonly rrpid: Octets;
  readonly lidC: Octets;
  readonly lidM: Octets;
  readonly challC: Octets;
  readonly brandID: string;
}

/** A merchant who was proved to offer exactly this. */
export interface Proved {
  readonly transIDs: TransIDs;
  readonly challC: Octets;
  readonly challM: Octets;
  /** Its signature certificate. */
  readonly merchant: TrustedCertificate;
  readonly merchantThumb: Octets;
  /** The number its acquirer gave the merchant, and the name that stands on statements. */
  readonly merchantID: string;
  readonly merchantName: string;
  /** The key-exchange certificate of the gateway it works with. */
  readonly gateway: TrustedCertificate;
  readonly gatewayThumb: Octets;
}

/** Starts the payment of an order (spec/pinit.md). */
export function createPInitReq(
  of: Pick<PInitAsked, 'lidC' | 'lidM' | 'brandID'> & { bin: string; language: string },
  now: number,
): { wrapper: Octets; asked: PInitAsked } {
  const { lidC, lidM, brandID, bin, language } = of;
  // PInitReq-C-01: RRPID and challenge are new.
  const rrpid = random(20);
  const challC = random(20);
  const value = { rrpid, language, localIDC: lidC, localIDM: lidM, challC, brandID, bin };
  return {
    wrapper: wrap({ is: 'purchaseInitRequest', value }, rrpid, { lidC, lidM }, now),
    asked: { rrpid, lidC, lidM, challC, brandID },
  };
}

/**
 * Checks the merchant's answer against what was asked and the offer that is shown.
 *
 * @throws Refused with the rule that was broken; nothing may be paid then
 */
export async function processPInitRes(
  wrapper: MessageWrapper,
  answer: SignedData,
  asked: PInitAsked,
  offer: AsSent<Offer>,
  means: Means,
): Promise<Proved> {
  const { now, trust } = means;
  // PInitRes-C-01: the wrapper is fresh and answers our request.
  fresh(wrapper, now, means.policy);
  sameRRPID(wrapper, asked.rrpid);
  // PInitRes-C-02: signed by a merchant of the brand, not revoked by the CRLs that came along.
  const signer: Required = { type: 'mer', use: 'digitalSignature', brand: asked.brandID };
  const expected = { signer, trust: trust.withoutBrandCrls(), now };
  const signed = await verify(answer, CONTENT.PInitResData, expected);
  const data = signed.value;
  sameExchange(wrapper, data, asked);
  // PInitRes-C-05: what is signed is the offer that we hold, to the octet.
  if (!equal(data.offerDigest, await DD(offer.der))) {
    throw new Refused('unspecifiedFailure', 'PInitRes-C-05');
  }
  // PInitRes-C-06: PEThumb names one of the certificates that came along.
  const offered = signed.certificates;
  const named = await byThumb(offered, data.peThumb);
  if (!named) throw new Refused('missingCertificate', 'PInitRes-C-06');
  const merchant = signed.signer.certificate;
  const { merchantData } = merchant;
  const name = merchantData?.merNameSeq[0]?.name;
  if (!merchantData || !name) throw new Refused('invalidCertificate', 'PInitRes-C-02');
  const held = await holding(answer, data, trust, now);
  await required(held, merchant, offered, signer, now);
  // PInitRes-C-07: it is a gateway's of the brand, under CRLs that the brand's list names.
  const opener: Required = { type: 'pgwy', use: 'keyAgreement', brand: asked.brandID };
  return {
    transIDs: data.transIDs,
    challC: data.challC,
    challM: data.challM,
    merchant: signed.signer,
    merchantThumb: await thumb(merchant),
    merchantID: merchantData.merID,
    merchantName: name,
    gateway: await required(held, named, offered, opener, now, 'PInitRes-C-07'),
    gatewayThumb: data.peThumb,
  };
}

function sameExchange(wrapper: MessageWrapper, data: PInitResData, asked: PInitAsked): void {
  const { lidC, lidM } = data.transIDs;
  // PInitRes-C-03: RRPID, labels and thumbs are ours.
  if (!equal(data.rrpid, asked.rrpid)) throw new Refused('unknownRRPID', 'PInitRes-C-03');
  sameIDs(wrapper, idsOf(data.transIDs));
  if (!equal(lidC, asked.lidC) || !lidM || !equal(lidM, asked.lidM)) {
    throw new Refused('unknownLID', 'PInitRes-C-03');
  }
  if (data.thumbs) throw new Refused('thumbsMismatch', 'PInitRes-C-03');
  // PInitRes-C-04: our challenge came back, so the answer is not an old one.
  if (!equal(data.challC, asked.challC)) throw new Refused('challengeMismatch', 'PInitRes-C-04');
  noneCritical(data.piRsExtensions);
}

async function byThumb(
  certificates: readonly Certificate[],
  wanted: Octets,
): Promise<Certificate | undefined> {
  for (const one of certificates) if (equal(await thumb(one), wanted)) return one;
  return undefined;
}

/** `trust` with what came along, and the brand's list of CRLs where one came. @throws Refused */
async function holding(
  answer: SignedData,
  { brandCRLIdentifier }: PInitResData,
  trust: Trust,
  now: number,
): Promise<Trust> {
  const held = await listening(answer, trust, now);
  try {
    return brandCRLIdentifier ? await held.withBrandCrls(brandCRLIdentifier, now) : held;
  } catch (e) {
    throw refusing(e);
  }
}

async function required(
  trust: Trust,
  leaf: Certificate,
  offered: readonly Certificate[],
  wanted: Required,
  now: number,
  rule?: string,
): Promise<TrustedCertificate> {
  try {
    return await trust.validate(leaf, offered, wanted, now);
  } catch (e) {
    const refused = refusing(e);
    throw refused instanceof Refused && rule ? new Refused(refused.code, rule) : refused;
  }
}

/** `trust` with what came along with a message of a merchant. */
function listening({ certificates = [], crls = [] }: SignedData, trust: Trust, now: number) {
  const offered = certificates.map((der) => decode(Certificate, der));
  return informed(trust, offered, crls, now);
}

/**
 * `trust` with what a merchant told of authorities and their CRLs in PInitRes: PRes and the receipt
 * in it come without. It is believed only as far as authorities below the root signed it.
 */
export async function learned(pInitRes: Octets, trust: Trust, now: number): Promise<Trust> {
  const { message } = unwrap(pInitRes);
  return message.is === 'purchaseInitResponse' ? listening(message.value, trust, now) : trust;
}
