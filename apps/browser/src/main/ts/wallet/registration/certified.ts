import { equal, millis, type Octets } from '../../asn1';
import { type Certificate, sameName } from '../../pki';
import {
  cardholderId,
  type CertRes,
  type CertResData,
  type CertStatus,
  FORM,
  openEK,
  panSecret,
  Refused,
} from '../../set';
import { byThumb, type Proved, prove, proved } from './authority';
import { alike, answer, sameExchange, stale, unexpected } from './messages';
import type { State } from './state';

/** How a request stands: a certificate that is proved to be ours, or a status without one. */
export interface Outcome {
  readonly status: CertStatus;
  /** The authority's label, to ask by. */
  readonly lidCA: Octets;
  readonly issued?: Issued;
}

/** A certificate, and the secret behind its common name. */
export interface Issued {
  readonly panSecret: Octets;
  /** Its own certificate, then those above it without the root, as DER. */
  readonly certificates: readonly Octets[];
  /** Hexadecimal. */
  readonly serial: string;
  /** Its end, milliseconds since 1970. */
  readonly until: number;
}

/** What is believed of CertRes, and of the CertRes in CertInqRes. @throws Refused */
export async function certRes(octets: Octets, state: State, spki: Octets): Promise<Outcome> {
  const { wrapper, asked } = answer(octets, state);
  const { message } = wrapper;
  const answers = ['certificateResponse', 'certificateInquiryResponse'];
  if (!answers.includes(message.is)) throw unexpected();
  const { is, value } = message.value as CertRes;
  // CertRes-E-02: the answer is sealed under the key that we offered.
  if (is !== 'certResEncK') throw new Refused('decodingFailure', 'CertRes-E-02');
  const signed = await openEK(state.backKey!.backKey, value, FORM.CertRes.inside);
  const found = await proved(signed, FORM.CertRes.content, state.brand);
  const data = found.signed.value;
  sameExchange('CertRes-E-04', wrapper, data, data.lidCA, state);
  if (state.lidCA && !alike(data.lidCA, state.lidCA)) {
    throw new Refused('unknownLID', 'CertRes-E-04');
  }
  // CertRes-E-05: our challenge came back, so the answer is not an old one.
  if (!equal(data.challEE3, asked.challenge)) throw stale('CertRes-E-05');
  const { certStatus: status, certThumbs, lidCA } = data;
  // CertRes-E-06: certificates and NonceCCA come with requestComplete and only then.
  const complete = status.certStatusCode === 'requestComplete';
  if (complete !== (certThumbs !== undefined) || complete !== (status.nonceCCA !== undefined)) {
    throw new Refused('unspecifiedFailure', 'CertRes-E-06');
  }
  return complete ? { status, lidCA, issued: await issued(found, state, spki) } : { status, lidCA };
}

async function issued(found: Proved<CertResData>, state: State, spki: Octets): Promise<Issued> {
  const { signed, trust } = found;
  const [named, ...more] = signed.value.certThumbs ?? [];
  // CertRes-E-07: the one certificate that is named came along and is for our key.
  const own = await byThumb(signed.certificates, named!, 'CertRes-E-07');
  if (more.length > 0 || !equal(own.spki, spki)) throw other('CertRes-E-07');
  // CertRes-E-08: it is proved, and was issued by the authority that answers.
  const required = { type: 'card', use: 'digitalSignature', brand: state.brand } as const;
  const { certificate, chain } = await prove(trust, own, signed.certificates, required);
  if (!sameName(certificate.issuer, signed.signer.certificate.subject)) {
    throw other('CertRes-E-08');
  }
  return {
    panSecret: await secretOf(signed.value.certStatus.nonceCCA!, certificate, state),
    certificates: [certificate, ...chain.slice(0, -1)].map((one) => one.der),
    serial: certificate.serialNumber.toString(16),
    until: millis(certificate.notAfter),
  };
}

/** CertRes-E-09: NonceCCA is not of zeros, and the common name hides our account with it. */
async function secretOf(nonceCCA: Octets, own: Certificate, state: State): Promise<Octets> {
  const { pan, expiry, cardSecret } = state;
  if (nonceCCA.every((octet) => octet === 0)) {
    throw new Refused('unspecifiedFailure', 'CertRes-E-09');
  }
  const secret = await panSecret(cardSecret!, nonceCCA, pan, expiry);
  if (own.subject.commonName !== (await cardholderId(secret, pan, expiry))) {
    throw other('CertRes-E-09');
  }
  return secret;
}

function other(rule: string): Refused {
  return new Refused('invalidCertificate', rule);
}
