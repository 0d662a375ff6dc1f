import { decode } from '../../asn1';
import { Certificate } from '../../pki';
import { holder, type Signatory } from '../../set';
import type { PayingCard } from '../../set/purchase';
import type { Card, Unlocked } from '../card';

/** The holder of an opened card, who signs with its certificate. */
export function signatoryOf(card: Card, { signer }: Unlocked): Promise<Signatory> {
  const [own, ...chain] = card.certificates.map((der) => decode(Certificate, der));
  return holder(signer, own!, chain);
}

/** An opened card for one payment. */
export async function payingCard(card: Card, unlocked: Unlocked): Promise<PayingCard> {
  const { pan, expiry, cardSecret, panSecret } = unlocked;
  return {
    signatory: await signatoryOf(card, unlocked),
    brandID: card.brand,
    bin: card.bin,
    pan,
    expiry,
    cardSecret,
    panSecret,
  };
}
