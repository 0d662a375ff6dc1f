import {
  BOOLEAN,
  choice,
  decode,
  defaulted,
  encode,
  equal,
  explicit,
  implicit,
  NULL,
  type Octets,
  ofHex,
  optional,
  sequence,
  sequenceOf,
} from '../../main/ts/asn1';
import { AuthEnvelopedData, detached } from '../../main/ts/cms/types';
import * as set from '../../main/ts/set';
import { readBatchAdminReq, readPCertReq } from './batch';
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
import { isCreditRequest, readCreditRequest } from './credit';
import { need, type VectorFile } from './file';
import { readAuthRevReq } from './reversal';
import type { Shelf } from './shelf';
import { readAuthToken } from './token';

const PI = choice('PI', {
  piUnsigned: explicit(0, AuthEnvelopedData),
  piDualSigned: explicit(1, set.PIDualSigned),
  authToken: explicit(2, AuthEnvelopedData),
});

const AuthReqData = sequence('AuthReqData', {
  authReqItem: sequence('AuthReqItem', {
    authTags: AuthTags,
    checkDigests: optional(
      implicit(
        0,
        sequence('CheckDigests', {
          hOIData: detached(set.OID.OIData),
          hod2: detached(set.OID.HODInput),
        }),
      ),
    ),
    authReqPayload: sequence('AuthReqPayload', {
      subsequentAuthInd: defaulted(BOOLEAN, false),
      authReqAmt: set.CurrencyAmount,
      rest: REST,
    }),
  }),
  rest: REST,
});

const AUTH_REQ = encB('2.23.42.0.52', '2.23.42.0.16', AuthReqData, '2.23.42.0.4', PI);
const AuthReq = explicit(6, AUTH_REQ.type);

const CapTokenSeq = sequenceOf(
  choice('CapTokenOrNone', { capToken: explicit(0, AuthEnvelopedData), none: NULL }),
  1,
);

const CapReqData = sequence('CapReqData', {
  capRRTags: RRTags,
  mThumbs: optional(implicit(0, set.Thumbs)),
  capItemSeq: sequenceOf(
    sequence('CapItem', {
      transIDs: set.TransIDs,
      authRRPID: set.RRPID,
      capPayload: sequence('CapPayload', {
        capDate: set.SETDate,
        capReqAmt: set.CurrencyAmount,
        rest: REST,
      }),
    }),
    1,
  ),
  rest: REST,
});

const CAP_REQ = encB('2.23.42.0.62', '2.23.42.0.26', CapReqData, '2.23.42.0.11', CapTokenSeq);
const CapReq = explicit(10, choice('CapReq', { encB: explicit(0, CAP_REQ.type) }));

const CapTokenData = sequence('CapTokenData', { authRRPID: set.RRPID, rest: REST });
const CAP_TOKEN = set.encForm('2.23.42.0.56', { oid: '2.23.42.0.21', type: CapTokenData });

/** All checks of a gateway that tell the vectors apart. @throws Refused, Disagreed */
export async function readByGateway(
  reader: Reader,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  if (reader.wrapper.message.is === 'authReversalRequest') {
    return readAuthRevReq(reader, file, shelf);
  }
  const { is } = reader.wrapper.message;
  if (is === 'pCertificateRequest') return readPCertReq(reader);
  if (is === 'batchAdministrationRequest') return readBatchAdminReq(reader, file, shelf);
  if (isCreditRequest(is)) return readCreditRequest(reader, is, file, shelf);
  set.fresh(reader.wrapper, reader.now);
  const own = await shelf.opener(need(file, 'world'), 'gateway');
  const octets = reader.wrapper.message.value as Octets;
  if (reader.wrapper.message.is === 'captureRequest') {
    return readCapReq(reader, own, decode(CapReq, octets).value, file);
  }
  const request = decode(AuthReq, octets);
  const opened = await openEncB(reader, own, AUTH_REQ, request, 'mer');
  const { authTags, checkDigests, authReqPayload } = opened.value.value.authReqItem;
  set.sameRRPID(reader.wrapper, authTags.authRRTags.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(authTags.transIDs));
  const pi = request.baggage.value;
  if (pi.is === 'authToken' && checkDigests === undefined) {
    return readAuthToken(reader, own, pi.value, authReqPayload.authReqAmt, file);
  }
  if (pi.is !== 'piDualSigned' || checkDigests === undefined) {
    throw new Disagreed('invalidTransaction', 'AuthReq-P-06');
  }
  const half = await openPayment(reader, own, pi.value);
  const { piHead } = half;
  if (file.header.has('checks')) sameChecks(piHead, ofHex(need(file, 'checks')));
  const sameOrder =
    equal(checkDigests.hOIData, half.hOIData) && equal(checkDigests.hod2, piHead.inputs.hod);
  if (!sameOrder) throw new Disagreed('piAuthMismatch', 'AuthReq-P-10');
  if (!alike(set.TransIDs, piHead.transIDs, authTags.transIDs)) {
    throw new Disagreed('piAuthMismatch', 'AuthReq-P-11');
  }
  if (set.exceeds(authReqPayload.authReqAmt, piHead.inputs.purchAmt)) {
    throw new Disagreed('amountError', 'AuthReq-P-13');
  }
}

/** PReq-C-07: what the issuer may check stands as we write it ourselves. */
function sameChecks({ piExtensions }: set.PIHead, told: Octets): void {
  const value = (id: string) => piExtensions?.find(({ extnID }) => extnID === id)!.extnValue!;
  const ours = set.extensionsOf({
    securityCode: decode(set.SecurityCode, value(set.OID.additionalVerification)),
    billingAddress: decode(set.BillingAddress, value(set.OID.billingAddress)),
  });
  for (const list of [piExtensions!, ours!]) {
    if (!equal(encode(set.MsgExtensions, list), told)) throw new Error('other checks');
  }
}

/** The payment half, under the dual signature of a cardholder whose account it is. */
export async function openPayment(
  reader: Reader,
  own: set.Opener,
  pi: { piSignature: Parameters<typeof set.verify>[0]; exPIData: AuthEnvelopedData },
): Promise<{ piHead: set.PIHead; hOIData: Octets }> {
  const { value, extra } = await set.openEX(own, set.FORM.PIDualSigned, pi.exPIData);
  const piData = { piHead: value.value, panData: extra };
  const tbs = { hPIData: await set.ddOf(set.CONTENT.PIData, piData), hOIData: value.link };
  const signed = await set.verifyDetached(
    pi.piSignature,
    set.CONTENT.PITBS,
    encode(set.PITBS, tbs),
    expected(reader, 'card'),
  );
  const holder = await set.cardholderId(extra.panSecret, extra.pan, extra.cardExpiry);
  if (signed.signer.certificate.subject.commonName !== holder) {
    throw new Disagreed('declined', 'AuthReq-P-14');
  }
  return { piHead: value.value, hOIData: value.link };
}

type CapRequest = ReturnType<typeof CAP_REQ.type.read>;

async function readCapReq(
  reader: Reader,
  own: set.Opener,
  request: CapRequest,
  file: VectorFile,
): Promise<void> {
  const opened = await openEncB(reader, own, CAP_REQ, request, 'mer');
  const data = opened.value.value;
  const [item] = data.capItemSeq;
  const [token] = request.baggage.value;
  if (item === undefined || token?.is !== 'capToken') {
    throw new Disagreed('capTokenMissing', 'CapReq-P-04');
  }
  set.sameRRPID(reader.wrapper, data.capRRTags.rrpid);
  set.sameIDs(reader.wrapper, set.idsOf(item.transIDs));
  const signed = await set.openE(own, token.value, CAP_TOKEN.inside);
  const kept = await set.verify(signed, CAP_TOKEN.content, expected(reader, 'pgwy'));
  if (!equal(kept.value.authRRPID, item.authRRPID)) {
    throw new Disagreed('invalidCapToken', 'CapReq-P-05');
  }
  const authorized = decode(set.CurrencyAmount, ofHex(need(file, 'amount')));
  if (set.exceeds(item.capPayload.capReqAmt, authorized)) {
    throw new Disagreed('invalidAuthData', 'CapReq-P-07');
  }
}
