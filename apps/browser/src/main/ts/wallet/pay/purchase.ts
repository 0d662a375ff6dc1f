import type { Octets } from '../../asn1';
import type { Returns } from '../../set/purchase';
import { all, put } from '../store';
import type { Sealed } from '../vault';
import type { Stop } from './stop';

/** Where a purchase stands (spec/wallet.md). What was not approved is kept where it stopped. */
export type Standing = 'ordered' | 'confirmed' | 'declined' | 'unconfirmed' | 'stopped';

/** The merchant, by its proved certificate; where it stopped before, its web origin alone. */
export interface Seller {
  /** The name that stands on statements. */
  readonly name: string;
  readonly merchantID: string;
  /** The web origin by which it was recognized. */
  readonly web: string;
  /** Its acquirer, of the certificate. */
  readonly bank: string;
  /** The payment gateway's number, of its certificate. */
  readonly gateway: string;
}

/** What is signed, octet for octet as it came or went, so that anybody can verify it again. */
export interface Evidence extends Partial<Agreed> {
  /** Offer. */
  readonly offer: Octets;
  /** MessageWrapper with PRes, as it came. */
  readonly pRes?: Octets;
  /** SignedData of the gateway over AcqCardCodeMsg, in which the receipt is. */
  readonly receipt?: Octets;
  /** Certificates and lists of revoked ones that were held when the answer was proved. */
  readonly lists?: Octets;
}

/** What the person approved; absent where the purchase stopped before. */
export interface Agreed {
  /** MessageWrapper with PInitRes: the merchant's word, its certificates, the gateway's, CRLs. */
  readonly pInitRes: Octets;
  /** MessageWrapper with PReq; the account in it is sealed to the gateway. */
  readonly pReq: Octets;
  /** OIData: what the cardholder agreed to with the merchant. */
  readonly oiData: Octets;
}

/** What the gateway's receipt says. */
export interface Receipt {
  readonly authCode: string;
  /** Minor units, in the currency of the purchase. */
  readonly authAmt: number;
  /** Milliseconds since 1970. */
  readonly date: number;
}

/** What the merchant said when it was asked after, without proof but its signature. */
export interface News {
  /** When it was asked, milliseconds since 1970. */
  readonly at: number;
  readonly completionCode: string;
  /** The shares of the purchase amount that were captured and credited. */
  readonly captured: number;
  readonly credited: number;
}

/** A purchase as it lies in the store. Nothing in it tells the account. */
export interface Purchase {
  /** LID-C in hexadecimal. */
  readonly id: string;
  /** LID-M in hexadecimal. */
  readonly order: string;
  readonly xid: string;
  /** When it was approved, milliseconds since 1970. */
  readonly at: number;
  readonly standing: Standing;
  readonly card: string;
  readonly brand: string;
  readonly last4: string;
  /** Where the merchant takes messages. */
  readonly setUrl: string;
  readonly returns: Returns;
  readonly seller: Seller;
  readonly evidence: Evidence;
  /** The key for the way back, under the vault's key of the card (WAL-08); where approved. */
  readonly backKey?: Sealed;
  /** When PRes came, milliseconds since 1970. */
  readonly answeredAt?: number;
  readonly receipt?: Receipt;
  readonly completionCode?: string;
  readonly stop?: Stop;
  readonly news?: News;
}

/** Whether the person approved it: then the amount may be held whatever came after. */
export function approved({ evidence }: Purchase): boolean {
  return evidence.pReq !== undefined;
}

/** Whether an answer is here that was not opened yet. */
export function answerWaits({ standing, evidence }: Purchase): boolean {
  return standing === 'ordered' && evidence.pRes !== undefined;
}

/** All purchases, the latest first. */
export async function purchases(): Promise<Purchase[]> {
  return (await all<Purchase>('purchases')).sort((a, b) => b.at - a.at);
}

/** Keeps a purchase as it stands now; gives it back when it is on the disk. */
export async function keep(purchase: Purchase): Promise<Purchase> {
  await put('purchases', purchase);
  return purchase;
}
