import type { Octets } from '../../asn1';
import { random } from '../../crypto';
import { CONTENT, idsOf, S, type Signatory, type TransIDs, wrap } from '..';

/**
 * How does my purchase stand? (spec/inquiry.md)
 *
 * @param transIDs of the purchase, as in PReq
 * @param signatory with the certificate that signed PReq
 */
export async function createInqReq(
  transIDs: TransIDs,
  signatory: Signatory,
  now: number,
): Promise<{ wrapper: Octets; rrpid: Octets; challC: Octets }> {
  // InqReq-C-01: RRPID and challenge are new, the identifiers those of the purchase.
  const rrpid = random(20);
  const challC = random(20);
  // InqReq-C-02: signed as the purchase was.
  const data = { transIDs, rrpid, challC2: challC };
  const signed = await S(signatory, CONTENT.InqReqData, data);
  const value = { is: 'inqReqSigned', value: signed } as const;
  const wrapper = wrap({ is: 'inquiryRequest', value }, rrpid, idsOf(transIDs), now);
  return { wrapper, rrpid, challC };
}
