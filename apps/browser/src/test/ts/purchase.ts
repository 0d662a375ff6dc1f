import { asSent, decode, ofHex, sequence } from '../../main/ts/asn1';
import { detached } from '../../main/ts/cms/types';
import * as set from '../../main/ts/set';
import { type Means, processPInitRes, processPRes } from '../../main/ts/set/purchase';
import { Disagreed, type Reader } from './counterpart';
import { need, type VectorFile } from './file';

const PInitAsked = sequence('PInitAsked', {
  rrpid: set.RRPID,
  lidC: set.LocalID,
  lidM: set.LocalID,
  challC: set.Challenge,
  brandID: set.BrandID,
});

const PReqAsked = sequence('PReqAsked', {
  transIDs: set.TransIDs,
  rrpid: set.RRPID,
  challC: set.Challenge,
  brandID: set.BrandID,
  purchAmt: set.CurrencyAmount,
  merchantID: set.MerchantID,
  merchantThumb: set.CertThumb,
  hOIData: detached(set.OID.OIData),
  backKey: set.BackKeyData,
});

const InqReqAsked = sequence('InqReqAsked', { rrpid: set.RRPID, challC: set.Challenge });

/** What the wallet checks of the answers to a purchase. @throws Refused */
export async function readPurchase(reader: Reader, file: VectorFile): Promise<void> {
  const { wrapper, trust, now } = reader;
  const { message } = wrapper;
  const means: Means = { trust, now, policy: set.STANDARD };
  const held = (name: string) => ofHex(need(file, name));
  if (message.is === 'purchaseInitResponse') {
    const asked = decode(PInitAsked, held('asked'));
    const offer = decode(asSent(set.Offer), held('offer'));
    await processPInitRes(wrapper, message.value, asked, offer, means);
  }
  if (message.is === 'purchaseResponse' || message.is === 'inquiryResponse') {
    const known = decode(PReqAsked, held('asked'));
    const asked = { ...known, backKey: known.backKey.backKey };
    const under =
      message.is === 'purchaseResponse' ? asked : decode(InqReqAsked, held('inquiry'));
    const { outcome } = await processPRes(wrapper, message.value, asked, under, means);
    if (outcome.is === 'unconfirmed') throw new Disagreed('notConfirmed', '');
  }
}
