import { decode, equal, explicit, integer, type Octets, ofHex, sequence } from '../../main/ts/asn1';
import { AuthEnvelopedData, SignedData } from '../../main/ts/cms/types';
import { Untrusted } from '../../main/ts/pki';
import * as set from '../../main/ts/set';
import { alike, expected, type Reader, REST, RRTags } from './counterpart';
import { need, type VectorFile } from './file';
import type { Shelf } from './shelf';

const BatchID = integer(0, 999_999_999_999);

const BatchAdminReqData = sequence('BatchAdminReqData', {
  batchAdminRRTags: RRTags,
  rest: REST,
});

const BatchAdminResData = sequence('BatchAdminResData', {
  batchAdminTags: RRTags,
  batchID: BatchID,
  rest: REST,
});

const PCertReqData = sequence('PCertReqData', { pCertRRTags: RRTags, rest: REST });
const PCertResTBS = sequence('PCertResTBS', { pCertRRTags: RRTags, rest: REST });

const CONTENT = '2.23.42.0.';
const REQUEST = set.encForm(CONTENT + 74, { oid: CONTENT + 40, type: BatchAdminReqData });
const ANSWER = set.encForm(CONTENT + 75, { oid: CONTENT + 41, type: BatchAdminResData });
const CERTIFICATES_ASKED = { oid: CONTENT + 38, type: PCertReqData };
const CERTIFICATES = { oid: CONTENT + 39, type: PCertResTBS };

/** Messages beside single purchases, by their names in vectors/. */
export const BATCH_MESSAGES = {
  BatchAdminReq: explicit(20, AuthEnvelopedData),
  BatchAdminRes: explicit(21, AuthEnvelopedData),
  PCertReq: explicit(18, SignedData),
  PCertRes: explicit(19, SignedData),
};

/** A gateway's checks of PCertReq that tell the vectors apart. @throws Refused */
export async function readPCertReq(reader: Reader): Promise<void> {
  set.fresh(reader.wrapper, reader.now);
  const request = decode(BATCH_MESSAGES.PCertReq, reader.wrapper.message.value as Octets);
  const { value } = await served(set.verify(request, CERTIFICATES_ASKED, expected(reader, 'mer')));
  set.sameRRPID(reader.wrapper, value.pCertRRTags.rrpid);
}

/** PCertReq-P-01: a merchant of another brand is none that this gateway serves. */
async function served<T>(verified: Promise<T>): Promise<T> {
  try {
    return await verified;
  } catch (e) {
    const refusal = e instanceof set.Refused || e instanceof Untrusted;
    const other = refusal && e.rule === 'CERT-28';
    throw other ? new set.Refused('invalidCertificate', 'PCertReq-P-01') : e;
  }
}

/** A gateway's checks of BatchAdminReq that tell the vectors apart. @throws Refused */
export async function readBatchAdminReq(
  reader: Reader,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  set.fresh(reader.wrapper, reader.now);
  const own = await shelf.opener(need(file, 'world'), 'gateway');
  const request = decode(BATCH_MESSAGES.BatchAdminReq, reader.wrapper.message.value as Octets);
  const signed = await set.openE(own, request, REQUEST.inside);
  const { value } = await set.verify(signed, REQUEST.content, expected(reader, 'mer'));
  set.sameRRPID(reader.wrapper, value.batchAdminRRTags.rrpid);
}

/** A merchant's checks of BatchAdminRes that tell the vectors apart. @throws Refused */
export async function readBatchAdminRes(
  reader: Reader,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  const tags = decode(RRTags, ofHex(need(file, 'tags')));
  set.sameRRPID(reader.wrapper, tags.rrpid);
  const own = await shelf.opener(need(file, 'world'), 'merchant');
  const answer = decode(BATCH_MESSAGES.BatchAdminRes, reader.wrapper.message.value as Octets);
  const signed = await set.openE(own, answer, ANSWER.inside);
  const { value } = await set.verify(signed, ANSWER.content, expected(reader, 'pgwy'));
  if (!alike(RRTags, value.batchAdminTags, tags)) {
    throw new set.Refused('unknownRRPID', 'BatchAdminRes-M-03');
  }
  if (value.batchID !== decode(BatchID, ofHex(need(file, 'batch')))) {
    throw new set.Refused('unspecifiedFailure', 'BatchAdminRes-M-03');
  }
}

/** A merchant's checks of PCertRes that tell the vectors apart. @throws Refused */
export async function readPCertRes(reader: Reader, file: VectorFile): Promise<void> {
  const tags = decode(RRTags, ofHex(need(file, 'tags')));
  set.sameRRPID(reader.wrapper, tags.rrpid);
  const answer = decode(BATCH_MESSAGES.PCertRes, reader.wrapper.message.value as Octets);
  const { value } = await set.verify(answer, CERTIFICATES, expected(reader, 'pgwy'));
  if (!equal(value.pCertRRTags.rrpid, tags.rrpid)) {
    throw new set.Refused('unknownRRPID', 'PCertRes-M-03');
  }
}
