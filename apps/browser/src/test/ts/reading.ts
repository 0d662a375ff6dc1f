import { Asn1Error, decode, encode, equal, type Octets, OWN, type Type } from '../../main/ts/asn1';
import { Certificate, CertificateList, type Required, Untrusted } from '../../main/ts/pki';
import { MessageWrapper, Refused } from '../../main/ts/set';
import { Disagreed } from './counterpart';
import { need, type VectorFile } from './file';
import { NOW, type Shelf } from './shelf';
import { MESSAGES, OTHERS, TYPES } from './types';

/** What comes of a vector: the header lines `expect` and `rule`. */
export interface Verdict {
  readonly expect: string;
  readonly rule: string;
}

const SUCCESS: Verdict = { expect: 'success', rule: '' };

const MISMATCHES = ['PInitRes-C-05', 'PReq-M-09', 'AuthReq-P-10', 'AuthReq-P-11', 'AuthReq-P-12'];

const UNTRUSTED = [
  'invalidCertificate',
  'expiredCertificate',
  'revokedCertificate',
  'missingCertificate',
];

/** What a refusal of ours is called in vectors/. @throws what is no refusal */
export function verdictOf(e: unknown): Verdict {
  if (e instanceof Asn1Error) return { expect: 'malformed', rule: '' };
  if (e instanceof Untrusted) return { expect: 'untrusted', rule: first(e.rule) };
  if (e instanceof Disagreed) return mismatchOr({ expect: 'refused ' + e.code, rule: e.rule });
  if (!(e instanceof Refused)) throw e;
  const rule = first(e.rule);
  if (e.code === 'signatureFailure') return mismatchOr({ expect: 'bad signature', rule });
  if (UNTRUSTED.includes(e.code)) return mismatchOr({ expect: 'untrusted', rule });
  return mismatchOr({ expect: 'refused ' + e.code, rule });
}

function mismatchOr(otherwise: Verdict): Verdict {
  return MISMATCHES.includes(otherwise.rule) ? { ...otherwise, expect: 'mismatch' } : otherwise;
}

function first(rule: string): string {
  return rule.split(' ')[0] ?? '';
}

/** The clock of whoever reads the file. */
export function nowOf(file: VectorFile): number {
  const now = file.header.get('now');
  return now === undefined ? NOW : Date.parse(now);
}

/** Reads what stands alone: a type, a certificate, a CRL, a secret. */
export async function readAlone(file: VectorFile, shelf: Shelf): Promise<Verdict> {
  const type = need(file, 'type');
  if (type === 'secret' && file.body.length !== 32) return { expect: 'malformed', rule: '' };
  if (type === 'secret') return SUCCESS;
  if (type === 'Certificate') await readCertificate(file, shelf);
  else if (type === 'CertificateList') await readCrl(file, shelf);
  else roundTrip(file);
  return SUCCESS;
}

/** Decodes and encodes to the same octets. @throws Asn1Error where they do not decode */
export function roundTrip(file: VectorFile): void {
  const name = need(file, 'type');
  const type = file.header.has('reader') ? MessageWrapper : TYPES.get(name);
  if (type === undefined) throw new Error('no type ' + name);
  same(file, encode(type, decode(type, file.body)));
  if (file.header.has('reader')) roundTripOfOther(file, name);
}

/** The messages that no wallet reads are read here, by the types of others. */
function roundTripOfOther(file: VectorFile, name: string): void {
  const wrapper = decode(MessageWrapper, file.body);
  const { is, value } = wrapper.message;
  const others: readonly (readonly [string, Type<unknown>])[] = Object.entries(OTHERS);
  const type = others.find(([other]) => MESSAGES[other] === is)?.[1];
  if (type === undefined || !(value instanceof Uint8Array)) return;
  if (!equal(encode(type, decode(type, value)), value)) {
    throw new Error(`${file.path}: ${name} comes out otherwise`);
  }
}

function same(file: VectorFile, octets: Octets): void {
  if (!equal(octets, file.body)) throw new Error(file.path + ' comes out otherwise');
}

async function readCertificate(file: VectorFile, shelf: Shelf): Promise<void> {
  const certificate = decode(Certificate, file.body);
  same(file, encode(Certificate, certificate));
  const required = file.header.get('required');
  if (required === undefined) return;
  const trust = await shelf.trust(need(file, 'world'), file.header.get('crl'));
  await trust.validate(certificate, [], requiredOf(required), nowOf(file));
}

const USES = { SIGN: 'digitalSignature', AGREE: 'keyAgreement', CERT_SIGN: 'keyCertSign' } as const;

function requiredOf(text: string): Required {
  const [type = '', use = '', brand] = text.split(' ');
  return {
    type: type.toLowerCase() as Required['type'],
    use: USES[use as keyof typeof USES],
    brand,
  };
}

async function readCrl(file: VectorFile, shelf: Shelf): Promise<void> {
  const list = decode(CertificateList, file.body, OWN);
  same(file, encode(CertificateList, list));
  const world = file.header.get('world');
  if (world === undefined) return;
  const trust = await shelf.trust(world, file.header.get('crl'));
  await trust.withCrls([list], nowOf(file));
}
