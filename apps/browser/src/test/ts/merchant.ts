import {
  choice,
  decode,
  encode,
  equal,
  explicit,
  implicit,
  type Octets,
  ofHex,
  optional,
  sequence,
  type Type,
} from '../../main/ts/asn1';
import { AuthEnvelopedData } from '../../main/ts/cms/types';
import { thumb } from '../../main/ts/pki';
import * as set from '../../main/ts/set';
import { readBatchAdminRes, readPCertRes } from './batch';
import {
  alike,
  AuthTags,
  Disagreed,
  encB,
  expected,
  openEncB,
  type Reader,
  REST,
  RRTags,
} from './counterpart';
import { isCreditAnswer, readCreditAnswer } from './credit';
import { need, type VectorFile } from './file';
import { verifyCard } from './passkey';
import { readAuthRevRes } from './reversal';
import type { Shelf } from './shelf';
import { OTHERS } from './types';

const OpenedSale = sequence('OpenedSale', {
  transIDs: set.TransIDs,
  challC: set.Challenge,
  challM: optional(set.Challenge),
  brandID: set.BrandID,
  bin: set.BIN,
  peThumb: set.CertThumb,
  merchantThumb: set.CertThumb,
});

const AuthResBaggage = sequence('AuthResBaggage', {
  capToken: optional(implicit(0, AuthEnvelopedData)),
  acqCardMsg: optional(implicit(1, AuthEnvelopedData)),
  authToken: optional(implicit(2, AuthEnvelopedData)),
});

const AUTH_RES = encB(
  '2.23.42.0.53',
  '2.23.42.0.17',
  sequence('AuthResData', { authTags: AuthTags, rest: REST }),
  '2.23.42.0.8',
  AuthResBaggage,
);

const AuthRes = explicit(7, choice('AuthRes', { encB: explicit(0, AUTH_RES.type) }));

const CapItem = sequence('CapItem', {
  transIDs: set.TransIDs,
  authRRPID: set.RRPID,
  rest: REST,
});

const CapResData = sequence('CapResData', { capRRTags: RRTags, rest: REST });

const CAP_RES = set.encForm('2.23.42.0.64', { oid: '2.23.42.0.28', type: CapResData });

function header<T>(file: VectorFile, name: string, type: Type<T>): T {
  return decode(type, ofHex(need(file, name)));
}

/** All checks of a merchant that tell the vectors apart. @throws Refused, Disagreed */
export async function readByMerchant(
  reader: Reader,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  const { message } = reader.wrapper;
  set.fresh(reader.wrapper, reader.now);
  if (isCreditAnswer(message.is)) return readCreditAnswer(reader, message.is, file, shelf);
  switch (message.is) {
    case 'purchaseInitRequest':
      return readPInitReq(reader, message.value, header(file, 'offer', set.Offer));
    case 'purchaseRequest':
      return readPReq(reader, message.value, file);
    case 'inquiryRequest':
      return readInqReq(reader, message.value, file);
    case 'authorizationResponse':
      return readAuthRes(reader, file, shelf);
    case 'authReversalResponse':
      return readAuthRevRes(reader, file, shelf);
    case 'batchAdministrationResponse':
      return readBatchAdminRes(reader, file, shelf);
    case 'pCertificateResponse':
      return readPCertRes(reader, file);
    case 'captureResponse':
      return readCapRes(reader, file, shelf);
    default:
  }
}

function readPInitReq(reader: Reader, request: set.PInitReq, offer: set.Offer): void {
  set.sameRRPID(reader.wrapper, request.rrpid);
  set.sameIDs(reader.wrapper, { lidC: request.localIDC, lidM: request.localIDM });
  set.noneCritical(request.piRqExtensions);
  if (request.localIDM === undefined || !equal(request.localIDM, offer.lidM)) {
    throw new set.Refused('unknownLID', 'PInitReq-M-03');
  }
  if (!offer.brandIDs.includes(request.brandID)) {
    throw new set.Refused('unspecifiedFailure', 'PInitReq-M-04');
  }
}

async function readPReq(reader: Reader, request: set.PReq, file: VectorFile): Promise<void> {
  if (request.is !== 'pReqDualSigned') mustBeTaken(file, 'PReq-M-02');
  const sale = header(file, 'sale', OpenedSale);
  const half =
    request.is === 'pReqDualSigned' ? request.value.oiDualSigned : request.value.oiUnsigned;
  const oi = half.value.value;
  set.sameRRPID(reader.wrapper, oi.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(oi.transIDs));
  if (!alike(set.TransIDs, oi.transIDs, sale.transIDs)) {
    throw new set.Refused('unknownXID', 'PReq-M-03');
  }
  const [ours, theirs] = [sale.challM, oi.challM];
  const echoed =
    ours === undefined || theirs === undefined ? ours === theirs : equal(ours, theirs);
  const challenges = equal(oi.challC, sale.challC) && echoed;
  if (!challenges) throw new set.Refused('challengeMismatch', 'PReq-M-04');
  if (oi.brandID !== sale.brandID || oi.bin !== sale.bin) {
    throw new set.Refused('wrapperMsgMismatch', 'PReq-M-05');
  }
  if (!equal(oi.gatewayThumb, sale.peThumb) || !equal(oi.merchantThumb, sale.merchantThumb)) {
    throw new set.Refused('invalidCertificate', 'PReq-M-06');
  }
  if (request.is === 'pReqDualSigned') {
    const tbs = { hPIData: half.link, hOIData: await set.DD(half.value.der) };
    const octets = encode(set.PITBS, tbs);
    const card = expected(reader, 'card');
    await verifyCard(request.value.piDualSigned.piSignature, octets, card);
  }
  const hod = await set.hodInput(header(file, 'offer', set.Offer), oi.odSalt);
  if (!equal(oi.hod, await set.ddOf(set.CONTENT.HODInput, hod))) {
    throw new Disagreed('orderRejected', 'PReq-M-09');
  }
}

/** Nobody signed it, which some merchants take. */
function mustBeTaken(file: VectorFile, rule: string): void {
  if (!file.header.has('unsigned')) throw new set.Refused('signatureRequired', rule);
}

function ofThePurchase(reader: Reader, data: set.InqReqData, file: VectorFile): void {
  set.sameRRPID(reader.wrapper, data.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(data.transIDs));
  if (!alike(set.TransIDs, data.transIDs, header(file, 'sale', OpenedSale).transIDs)) {
    throw new set.Refused('unknownXID', 'InqReq-M-04');
  }
}

async function readInqReq(reader: Reader, request: set.InqReq, file: VectorFile): Promise<void> {
  if (request.is !== 'inqReqSigned') {
    mustBeTaken(file, 'InqReq-M-02');
    return ofThePurchase(reader, request.value, file);
  }
  const card = expected(reader, 'card');
  const signed = await set.verify(request.value, set.CONTENT.InqReqData, card);
  ofThePurchase(reader, signed.value, file);
  const asking = await thumb(signed.signer.certificate);
  if (!equal(asking, header(file, 'cardholder', set.CertThumb))) {
    throw new set.Refused('unknownXID', 'InqReq-M-05');
  }
}

async function readAuthRes(reader: Reader, file: VectorFile, shelf: Shelf): Promise<void> {
  const tags = header(file, 'tags', AuthTags);
  set.sameRRPID(reader.wrapper, tags.authRRTags.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(tags.transIDs));
  const own = await shelf.opener(need(file, 'world'), 'merchant');
  const answer = decode(AuthRes, reader.wrapper.message.value as Octets).value;
  const opened = await openEncB(reader, own, AUTH_RES, answer, 'pgwy');
  if (!alike(AuthTags, opened.value.value.authTags, tags)) {
    throw new set.Refused('unknownRRPID', 'AuthRes-M-03');
  }
}

async function readCapRes(reader: Reader, file: VectorFile, shelf: Shelf): Promise<void> {
  const tags = header(file, 'tags', RRTags);
  set.sameRRPID(reader.wrapper, tags.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(header(file, 'item', CapItem).transIDs));
  const own = await shelf.opener(need(file, 'world'), 'merchant');
  const answer = decode(OTHERS.CapRes, reader.wrapper.message.value as Octets);
  const signed = await set.openE(own, answer, CAP_RES.inside);
  const opened = await set.verify(signed, CAP_RES.content, expected(reader, 'pgwy'));
  if (!alike(RRTags, opened.value.capRRTags, tags)) {
    throw new set.Refused('unknownRRPID', 'CapRes-M-03');
  }
}
