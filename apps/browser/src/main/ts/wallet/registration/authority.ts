import { decode, equal, type Octets } from '../../asn1';
import { AES256_GCM, type SignedData } from '../../cms/types';
import {
  type BrandCRLIdentifier,
  Certificate,
  type Required,
  sameName,
  thumb,
  type Trust,
  type TrustedCertificate,
  Untrusted,
} from '../../pki';
import { type Content, Refused, refusing, type Thumbs, type Verified, verify } from '../../set';
import { learn, trust } from '../trust';
import type { Authority } from './state';

/** What a CCA of a brand signs, and what came along with it. */
export interface Proved<T> {
  readonly signed: Verified<T>;
  /** What is trusted now, with the lists that came along. */
  readonly trust: Trust;
}

interface Listing {
  readonly brandCRLIdentifier?: BrandCRLIdentifier | undefined;
}

function cca(brand: string, use: Required['use']): Required {
  return { type: 'cca', use, brand };
}

/**
 * What a CCA of `brand` signed with its key for messages. It is verified without the brand's list
 * and proved again under the one that came along (REG-03).
 *
 * @throws Refused
 */
export async function proved<T extends Listing>(
  message: SignedData,
  content: Content<T>,
  brand: string,
): Promise<Proved<T>> {
  const held = await trust();
  const now = Date.now();
  const signer = cca(brand, 'digitalSignature');
  const expected = { signer, trust: held.withoutBrandCrls(), now };
  const signed = await verify(message, content, expected);
  const more = await informed(held, signed, now);
  await prove(more, signed.signer.certificate, signed.certificates, signer);
  await learn(more);
  return { signed, trust: more };
}

async function informed(held: Trust, signed: Verified<Listing>, now: number): Promise<Trust> {
  let more = held.withCertificates(signed.certificates);
  for (const crl of signed.crls()) {
    try {
      more = await more.withCrls([crl], now);
    } catch (e) {
      // OP-20: a list unfit to be taken is left aside.
      if (!(e instanceof Untrusted)) throw e;
    }
  }
  const list = signed.value.brandCRLIdentifier;
  try {
    return list ? await more.withBrandCrls(list, now) : more;
  } catch (e) {
    throw refusing(e);
  }
}

/** Path validation, whose refusals are those of messages. @throws Refused */
export async function prove(
  by: Trust,
  leaf: Certificate,
  offered: readonly Certificate[],
  required: Required,
): Promise<TrustedCertificate> {
  try {
    return await by.validate(leaf, offered, required, Date.now());
  } catch (e) {
    throw refusing(e);
  }
}

/** The CCA that sent `signed`, with what it sent before; proved to be one that can be sealed to. */
export async function knownBy(
  { signed }: Proved<unknown>,
  caeThumb: Octets,
  brand: string,
  before: Authority | undefined,
  rules: readonly [named: string, tunneled: string],
): Promise<Authority> {
  const certificates = [...(before?.certificates ?? [])];
  for (const { der } of signed.certificates) {
    if (!certificates.some((one) => equal(one, der))) certificates.push(der);
  }
  const authority = { caeThumb, certificates };
  const { certificate } = await recipient(authority, brand, rules[0]);
  if (!certificate.tunneling.includes(AES256_GCM)) {
    throw new Refused('messageNotSupported', rules[1]);
  }
  return authority;
}

/** Whom to seal to, proved by what is in force now (REG-03, REG-04). @throws Refused */
export async function recipient(
  { caeThumb, certificates }: Authority,
  brand: string,
  rule = 'REG-04',
): Promise<TrustedCertificate> {
  const offered = certificates.map((der) => decode(Certificate, der));
  const named = await byThumb(offered, caeThumb, rule);
  return prove(await trust(), named, offered, cca(brand, 'keyAgreement'));
}

/** The certificate of that thumb among those that came along. @throws Refused */
export async function byThumb(
  offered: readonly Certificate[],
  wanted: Octets,
  rule: string,
): Promise<Certificate> {
  for (const one of offered) if (equal(await thumb(one), wanted)) return one;
  throw new Refused('missingCertificate', rule);
}

/** What of a brand and of the roots is held, and need not be sent again (CardCInitReq-E-02). */
export async function heldThumbs(brand: string): Promise<Thumbs | undefined> {
  const held = await trust();
  const own = held.certificates.filter((one) => one.subject.organization === brand);
  const certificates = [...held.roots, ...own];
  const crls = held.crls.filter(({ issuer }) =>
    certificates.some(({ subject }) => sameName(subject, issuer)),
  );
  const lists = held.brandCrls.filter((list) => list.brand === brand);
  return {
    certThumbs: await thumbs(certificates),
    crlThumbs: await thumbs(crls),
    brandCRLIdThumbs: await thumbs(lists),
  };
}

async function thumbs(all: readonly Parameters<typeof thumb>[0][]): Promise<Octets[] | undefined> {
  return all.length === 0 ? undefined : Promise.all(all.map(thumb));
}
