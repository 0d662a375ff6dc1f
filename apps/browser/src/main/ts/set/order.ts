import { Asn1Error, decode, encode, integer, type Octets } from '../asn1';
import { sha256 } from '../crypto';
import { OID } from './oid';
import { type HODInput, type InstallRecurData, type Offer, OrderLine } from './types/order';

const Days = integer(1, 366);

/** Least number of days between two instalments; undefined where nothing says it legibly. */
export function instalmentDays(plan: InstallRecurData): number | undefined {
  const said = plan.irExtensions?.find((extension) => extension.extnID === OID.instalmentDays);
  if (said === undefined) return undefined;
  try {
    return decode(Days, said.extnValue);
  } catch (e) {
    if (e instanceof Asn1Error) return undefined;
    throw e;
  }
}

/** The root of the Merkle tree over the lines of an order, as in RFC 6962 (ORD-03). */
export async function odRoot(lines: readonly OrderLine[]): Promise<Octets> {
  if (lines.length === 0) throw new RangeError('an order without lines');
  return root(
    await Promise.all(lines.map((line) => sha256(Uint8Array.of(0), encode(OrderLine, line)))),
  );
}

async function root(leaves: readonly Octets[]): Promise<Octets> {
  const [first] = leaves;
  if (first !== undefined && leaves.length === 1) return first;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  const left = await root(leaves.slice(0, split));
  return sha256(Uint8Array.of(1), left, await root(leaves.slice(split)));
}

/** What HOD will be the digest of, for a purchase of that salt (ORD-04). */
export async function hodInput(offer: Offer, odSalt: Octets): Promise<HODInput> {
  const { tax, deliveryCharge, delivery, lines, total, installRecurData } = offer;
  return {
    odRoot: await odRoot(lines),
    lineCount: lines.length,
    tax,
    deliveryCharge,
    delivery,
    purchAmt: total,
    odSalt,
    installRecurData,
  };
}
