import { base64, decode, type Octets } from '../../asn1';
import { type CurrencyAmount, letters, Offer } from '../../set';
import { decimal } from '../money';
import type { Purchase } from '../pay/purchase';
import { bundle } from './evidence';

/** A purchase for other programs: what it says in plain, and all that was signed in base64. */
export interface Exported {
  readonly order: string;
  readonly xid: string;
  readonly date: string;
  readonly standing: Purchase['standing'];
  readonly shop: Purchase['seller'];
  readonly card: { readonly brand: string; readonly last4: string };
  readonly total: Amount;
  readonly approved?: Amount;
  readonly lines: readonly {
    readonly description: string;
    readonly quantity: number;
    readonly total: Amount;
  }[];
  /** DER in base64, by the names of spec/. */
  readonly signed: Readonly<Record<string, string>>;
}

interface Amount {
  readonly currency: string;
  /** Major units with a point. */
  readonly value: string;
}

function amount(of: CurrencyAmount): Amount {
  return { currency: letters(of.currency) ?? String(of.currency), value: decimal(of) };
}

/** The purchase as it is saved. */
export function exported(purchase: Purchase): Exported {
  const { order, xid, at, standing, seller, brand, last4, receipt, evidence } = purchase;
  const offer = decode(Offer, evidence.offer);
  const signed: Record<string, string> = {};
  const parts: [string, Octets][] = Object.entries(evidence);
  for (const [name, octets] of parts) signed[name] = base64(octets);
  return {
    order,
    xid,
    date: new Date(at).toISOString(),
    standing,
    shop: seller,
    card: { brand, last4 },
    total: amount(offer.total),
    ...(receipt && { approved: amount({ ...offer.total, amount: receipt.authAmt }) }),
    lines: offer.lines.map(({ description, quantity, lineTotal }) => ({
      description,
      quantity,
      total: amount(lineTotal),
    })),
    signed,
  };
}

/** Hands a file of purchases to the person. */
export function save(purchases: readonly Purchase[], name: string): void {
  const all = { openset: 'purchases', version: 1, purchases: purchases.map(exported) };
  hand(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }), `${name}.json`);
}

/** Hands the person the file that proves a purchase. */
export async function saveEvidence(purchase: Purchase): Promise<void> {
  const der = await bundle(purchase);
  if (!der) return;
  hand(new Blob([der], { type: 'application/octet-stream' }), `${purchase.order}.evidence`);
}

function hand(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
