import {
  decode,
  equal,
  explicit,
  ANY,
  implicit,
  type Octets,
  ofHex,
  optional,
  sequence,
} from '../../main/ts/asn1';
import { contentInfo, NEW_KEY, sameName, SignedData } from '../../main/ts/cms/types';
import * as set from '../../main/ts/set';
import { alike, Disagreed, expected, type Reader, REST, sameRegistration } from './counterpart';
import { need, type VectorFile } from './file';
import type { Shelf } from './shelf';
import { OTHERS } from './types';

const Begun = sequence('RegistrationBegun', {
  lidEE: set.LocalID,
  lidCA: set.LocalID,
  brandID: set.BrandID,
});

const FormGiven = sequence('FormGiven', {
  lidEE: set.LocalID,
  lidCA: set.LocalID,
  challCA: set.Challenge,
  requestType: set.RequestType,
  brandID: set.BrandID,
  bin: set.BIN,
  idData: optional(explicit(0, set.IDData)),
  rest: REST,
});

const Standing = sequence('RequestStanding', {
  lidEE: set.LocalID,
  lidCA: set.LocalID,
  requestType: set.RequestType,
  brandID: set.BrandID,
  publicKeyS: ANY,
  caBackKey: optional(implicit(0, set.BackKeyData)),
});

const CERT_REQ = {
  content: { oid: set.OID.CertReqData, type: set.CertReqData },
  inside: contentInfo('2.23.42.0.77', SignedData),
};

/** All checks of an authority that tell the vectors apart. @throws Refused, Disagreed */
export async function readByAuthority(
  reader: Reader,
  file: VectorFile,
  shelf: Shelf,
): Promise<void> {
  const { wrapper } = reader;
  const { message } = wrapper;
  set.fresh(wrapper, reader.now);
  const own = await shelf.opener(need(file, 'world'), need(file, 'reader'));
  switch (message.is) {
    case 'cardCInitRequest':
      sameRegistration(wrapper, message.value.rrpid, message.value.lidEE, undefined);
      if (message.value.brandID !== reader.brand || need(file, 'reader') !== 'cca') {
        throw new set.Refused('unspecifiedFailure', 'CardCInitReq-A-02');
      }
      return;
    case 'meAqCInitRequest':
      return readMeAqCInitReq(file, decode(OTHERS['Me-AqCInitReq'], message.value));
    case 'registrationFormRequest': {
      const opened = await set.openEXH(own, set.FORM.RegFormReq, message.value);
      const { rrpid, lidEE, lidCA } = opened.value;
      sameRegistration(wrapper, rrpid, lidEE, lidCA);
      return labels(lidEE, lidCA, decode(Begun, ofHex(need(file, 'begun'))), 'RegFormReq-A-03');
    }
    case 'certificateRequest':
      return readCertReq(reader, own, message.value, file);
    case 'certificateInquiryRequest':
      return readCertInqReq(reader, message.value, file);
    default:
      throw new Error(file.path + ': reader');
  }
}

type MeAqCInitReq = ReturnType<(typeof OTHERS)['Me-AqCInitReq']['read']>;

function readMeAqCInitReq(file: VectorFile, request: MeAqCInitReq): void {
  const wanted = request.requestType.startsWith('mer') ? 'mca' : 'pca';
  if (wanted !== need(file, 'reader')) {
    throw new set.Refused('unspecifiedFailure', 'Me-AqCInitReq-A-04');
  }
}

function labels(
  lidEE: Octets,
  lidCA: Octets | undefined,
  known: { readonly lidEE: Octets; readonly lidCA: Octets },
  rule: string,
): void {
  if (!equal(lidEE, known.lidEE) || lidCA === undefined || !equal(lidCA, known.lidCA)) {
    throw new set.Refused('unknownLID', rule);
  }
}

/** A request for certificates, proved to be by the key that it names; with its account. */
export async function openCertReq(
  own: set.Opener,
  request: ReturnType<typeof set.CertReq.read>,
  old: set.Expected,
): Promise<{ data: set.CertReqData; account?: set.AcctInfo }> {
  if (request.is === 'enc') {
    const signed = await set.openE(own, request.value, CERT_REQ.inside);
    const octets = signed.encapContentInfo.eContent ?? new Uint8Array();
    const data = decode(set.CertReqData, octets);
    await byNewKey(signed, CERT_REQ.content.oid, octets, data);
    return { data };
  }
  const form = set.FORM.CertReq;
  const { value, signature, extra } = await set.openE(own, request.value, form.inside);
  const octets = set.encxOctets(form, { value, extra });
  const renews = value.value.requestType === 'cardRenewalSig';
  const fresh = renews ? await byOldCertificate(signature, form.both, octets, old) : signature;
  await byNewKey(fresh, form.both.oid, octets, value.value);
  return { data: value.value, account: extra.value };
}

type Signature = Parameters<typeof set.verifyByKey>[0];

/** CertReq-A-13: the certificate renewed signed; what is left is by the new key. */
async function byOldCertificate<T>(
  signed: Signature,
  content: set.Content<T>,
  octets: Octets,
  old: set.Expected,
): Promise<Signature> {
  const only = (mine: boolean): Signature => {
    const signerInfos = signed.signerInfos.filter((info) => sameName(info.sid, NEW_KEY) === mine);
    const digestAlgorithms = signerInfos.map((info) => info.digestAlgorithm);
    return { ...signed, signerInfos, digestAlgorithms };
  };
  try {
    await set.verifyDetached(only(false), content, octets, old);
    return only(true);
  } catch (e) {
    throw e instanceof set.Refused ? new Disagreed('sigValidationFail', 'CertReq-A-04') : e;
  }
}

async function byNewKey(
  signed: Parameters<typeof set.verifyByKey>[0],
  oid: string,
  octets: Octets,
  data: set.CertReqData,
): Promise<void> {
  try {
    const key = data.publicKeySorE.publicKeyS ?? new Uint8Array();
    await set.verifyByKey(signed, oid, octets, key);
  } catch (e) {
    throw e instanceof set.Refused ? new Disagreed('sigValidationFail', 'CertReq-A-04') : e;
  }
}

async function readCertReq(
  reader: Reader,
  own: set.Opener,
  request: ReturnType<typeof set.CertReq.read>,
  file: VectorFile,
): Promise<void> {
  const given = decode(FormGiven, ofHex(need(file, 'form')));
  const { data, account } = await openCertReq(own, request, expected(reader, 'card'));
  sameRegistration(reader.wrapper, data.rrpid, data.lidEE, data.lidCA);
  labels(data.lidEE, data.lidCA, given, 'CertReq-A-05');
  if (data.challCA === undefined || !equal(data.challCA, given.challCA)) {
    throw new set.Refused('challengeMismatch', 'CertReq-A-06');
  }
  const sameID = alike(optional(set.IDData), data.idData, given.idData);
  if (!sameID) throw new Disagreed('rejectedByCA', 'CertReq-A-09');
  if (account?.is === 'panData0' && !account.value.pan.startsWith(given.bin)) {
    throw new Disagreed('invalidBIN', 'CertReq-A-11');
  }
  if (data.regForm === undefined) throw new Disagreed('regFormAnswerMalformed', 'CertReq-A-12');
}

async function readCertInqReq(
  reader: Reader,
  message: Parameters<typeof set.verify>[0],
  file: VectorFile,
): Promise<void> {
  const standing = decode(Standing, ofHex(need(file, 'standing')));
  const { oid, type } = set.CONTENT.CertInqReqTBS;
  const octets = message.encapContentInfo.eContent ?? new Uint8Array();
  const data = decode(type, octets);
  const [signer] = message.signerInfos;
  if (signer !== undefined && sameName(signer.sid, NEW_KEY)) {
    await set.verifyByKey(message, oid, octets, standing.publicKeyS);
  } else {
    await set.verify(message, set.CONTENT.CertInqReqTBS, expected(reader, 'card'));
  }
  sameRegistration(reader.wrapper, data.rrpid, data.lidEE, data.lidCA);
  labels(data.lidEE, data.lidCA, standing, 'CertInqReq-A-03');
}
