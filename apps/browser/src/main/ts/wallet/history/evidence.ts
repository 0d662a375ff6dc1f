import {
  ANY,
  encode,
  explicit,
  integer,
  type Octets,
  sequence,
  sequenceOf,
} from '../../asn1';
import { detached, SignedData } from '../../cms/types';
import { bundleOf } from '../../pki';
import { OID } from '../../set';
import { told } from '../pay/asking';
import type { Purchase } from '../pay/purchase';
import { trust } from '../trust';

const Agreement = sequence('Agreement', {
  oiData: ANY,
  hPIData: detached(OID.PIData),
  piSignature: SignedData,
});

/** What a wallet knows of spec/asn1/Evidence.asn1: an order that is whole, receipts and PRes. */
const EvidenceBundle = sequence('EvidenceBundle', {
  version: integer(1, 1),
  order: explicit(0, ANY),
  agreement: Agreement,
  pInitRes: SignedData,
  words: sequenceOf(ANY),
  lists: ANY,
});

const Receipt = explicit(1, ANY);
const PRes = explicit(5, SignedData);

/**
 * The evidence bundle of a purchase that was approved (spec/evidence.md): one file by which the
 * cardholder proves it to anybody who holds the root certificate; undefined where nobody agreed.
 */
export async function bundle({ evidence }: Purchase): Promise<Octets | undefined> {
  const { offer, pInitRes, pReq, oiData, receipt, pRes, lists } = evidence;
  if (!pInitRes || !pReq || !oiData) return undefined;
  const request = told(pReq, 'purchaseRequest').value;
  if (request.is !== 'pReqDualSigned') return undefined;
  const words: Octets[] = [];
  if (receipt) words.push(encode(Receipt, receipt));
  if (pRes) words.push(encode(PRes, told(pRes, 'purchaseResponse').value));
  return encode(EvidenceBundle, {
    version: 1,
    order: offer,
    agreement: {
      oiData,
      hPIData: request.value.oiDualSigned.link,
      piSignature: request.value.piDualSigned.piSignature,
    },
    pInitRes: told(pInitRes, 'purchaseInitResponse').value,
    words,
    // Lists of the time of the purchase; what was paid before they were kept has today's.
    lists: lists ?? bundleOf(await trust()),
  });
}
