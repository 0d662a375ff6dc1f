import { type AsSent, type Octets, toSend } from '../../asn1';
import { random } from '../../crypto';
import {
  type CardChecks,
  CONTENT,
  type CurrencyAmount,
  DD,
  ddOf,
  EX,
  extensionsOf,
  FORM,
  hodInput,
  idsOf,
  OIData,
  type Offer,
  type PIHead,
  type Signatory,
  SO,
  SW_IDENT,
  type TransIDs,
  transStain,
  wrap,
} from '..';
import type { Proved } from './pinit';

/** A card opened for one payment. */
export interface PayingCard {
  readonly signatory: Signatory;
  readonly brandID: string;
  readonly bin: string;
  readonly pan: string;
  /** YYYYMM. */
  readonly expiry: string;
  readonly cardSecret: Octets;
  readonly panSecret: Octets;
}

/** What the cardholder agreed to, to which the answer is held. */
export interface PReqAsked {
  readonly transIDs: TransIDs;
  readonly rrpid: Octets;
  readonly challC: Octets;
  readonly brandID: string;
  readonly purchAmt: CurrencyAmount;
  readonly merchantID: string;
  readonly merchantThumb: Octets;
  /** DD(OIData). */
  readonly hOIData: Octets;
  /** The key under which the gateway seals its receipt. */
  readonly backKey: Octets;
}

/** What the order half and what was known beside it hold the answer to. */
export async function askedBy(
  oiData: AsSent<OIData>,
  known: Pick<PReqAsked, 'purchAmt' | 'merchantID' | 'backKey'>,
): Promise<PReqAsked> {
  const { transIDs, rrpid, challC, brandID, merchantThumb } = oiData.value;
  const hOIData = await DD(oiData.der);
  return { ...known, transIDs, rrpid, challC, brandID, merchantThumb, hOIData };
}

/**
 * Agrees to `offer` of a proved merchant (spec/preq.md): the order for the merchant, the payment
 * for the gateway, and one signature over the digests of both.
 *
 * @param checks what the issuer is to check beside the signature
 */
export async function createPReq(
  proved: Proved,
  offer: Offer,
  card: PayingCard,
  checks: CardChecks,
  now: number,
): Promise<{ wrapper: Octets; oiData: Octets; asked: PReqAsked }> {
  const { transIDs, merchantID } = proved;
  const purchAmt = offer.total;
  // PReq-C-01: OIData, with a new RRPID and a new salt.
  const odSalt = random(20);
  const hod = await ddOf(CONTENT.HODInput, await hodInput(offer, odSalt));
  const oiData = toSend(OIData, orderHalf(proved, hod, odSalt, card));
  // PReq-C-02: PIHead, which names merchant and gateway, with a new key for the way back.
  const backKey = random(32);
  const piHead: PIHead = {
    transIDs,
    inputs: { hod, purchAmt },
    merchantID,
    installRecurData: offer.installRecurData,
    transStain: await transStain(card.cardSecret, transIDs.xid),
    swIdent: SW_IDENT,
    acqBackKeyData: { backKey },
    // PReq-C-07: what the issuer may check is told to the gateway alone.
    piExtensions: extensionsOf(checks),
    gatewayThumb: proved.gatewayThumb,
    merchantThumb: proved.merchantThumb,
  };
  // PReq-C-03: PANData with a new nonce.
  const { pan, expiry: cardExpiry, panSecret } = card;
  const panData = { pan, cardExpiry, panSecret, exNonce: random(20) };
  // PReq-C-04: one signature over both digests.
  const hPIData = await ddOf(CONTENT.PIData, { piHead, panData });
  const hOIData = await DD(oiData.der);
  const piSignature = await SO(card.signatory, CONTENT.PITBS, { hPIData, hOIData });
  // PReq-C-05: the payment half is sealed to the gateway, linked to the order half.
  const link = { value: piHead, link: hOIData };
  const exPIData = await EX(proved.gateway, FORM.PIDualSigned, link, panData);
  // PReq-C-06: the order half goes in clear, linked to the payment half.
  const value = {
    is: 'pReqDualSigned',
    value: {
      piDualSigned: { piSignature, exPIData },
      oiDualSigned: { value: oiData, link: hPIData },
    },
  } as const;
  const { rrpid } = oiData.value;
  return {
    wrapper: wrap({ is: 'purchaseRequest', value }, rrpid, idsOf(transIDs), now),
    oiData: oiData.der,
    asked: await askedBy(oiData, { purchAmt, merchantID, backKey }),
  };
}

function orderHalf(proved: Proved, hod: Octets, odSalt: Octets, card: PayingCard): OIData {
  const { transIDs, challC, challM, gatewayThumb, merchantThumb } = proved;
  const { brandID, bin } = card;
  const rrpid = random(20);
  const ids = { transIDs, rrpid, challC, challM, brandID, bin };
  return { ...ids, hod, odSalt, gatewayThumb, merchantThumb };
}
