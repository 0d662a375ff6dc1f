import { millis } from '../asn1';
import { BadKey, type VerifyingKey, verifyingKey } from '../crypto';
import {
  type Certificate,
  type CertificateList,
  same,
  sameName,
  type SignedObject,
} from './certificate';
import { checkProfile } from './profile';
import { demand, Untrusted } from './untrusted';

/** How far a clock may be ahead of ours, in milliseconds (CERT-07). */
export const SKEW = 5 * 60_000;

const DEPTH = 8;
const SIGNATURES = 32;

/** What a path may be made of and has to end in. */
export interface Anchors {
  readonly roots: readonly Certificate[];
  /** The authorities known, unproved. */
  readonly certificates: readonly Certificate[];
  /** The CRL of an authority that holds now. @throws Untrusted where there is none */
  currentCrl(issuer: Certificate, now: number): CertificateList;
}

/** A proved path, from the issuer up to the root. */
export interface Proof {
  readonly issuers: readonly Certificate[];
  /** How many authorities may follow below (CERT-25). */
  readonly below: number;
}

/** Who issues what, each as letters of CERT-23. */
const ISSUERS: Readonly<Record<string, string>> = {
  card: 'cca',
  mer: 'mca',
  pgwy: 'pca',
  cca: 'gca bca',
  mca: 'gca bca',
  pca: 'gca bca',
  gca: 'bca',
  bca: 'rca',
};

/** The public key of an authority. @throws Untrusted */
export async function keyOf(authority: Certificate): Promise<VerifyingKey> {
  try {
    return await verifyingKey(authority.spki);
  } catch (e) {
    demand(!(e instanceof BadKey), 'CERT-04');
    throw e;
  }
}

/** Whether `object` says that the key of `candidate` signed it (CERT-15). */
export function namesSigner(object: SignedObject, candidate: Certificate): boolean {
  const meant = object.authorityKey;
  return (
    meant?.authorityCertSerialNumber === candidate.serialNumber &&
    meant.authorityCertIssuer.every((name) => sameName(name, candidate.issuer))
  );
}

/** That `now` is within both times, but for the skew. @throws Untrusted */
export function inForce(certificate: Certificate, now: number): void {
  const within = millis(certificate.notBefore) <= now + SKEW && now <= millis(certificate.notAfter);
  demand(within, 'CERT-07', 'EXPIRED');
}

/**
 * The path of `leaf` to a trusted root (CERT-21 to CERT-27).
 *
 * @param revocation whether CRLs are asked
 * @throws Untrusted
 */
export function findPath(
  trust: Anchors,
  leaf: Certificate,
  offered: readonly Certificate[],
  now: number,
  revocation: boolean,
): Promise<Proof> {
  const all = [...trust.roots, ...trust.certificates, ...offered].filter(
    (one, i, list) => list.findIndex((other) => same(one, other)) === i,
  );
  let signatures = 0;

  const prove = async (certificate: Certificate, below: readonly Certificate[]): Promise<Proof> => {
    await checkProfile(certificate);
    inForce(certificate, now);
    if (trust.roots.some((root) => same(root, certificate))) {
      return { issuers: [], below: certificate.pathLength ?? Infinity };
    }
    const visited = [...below, certificate];
    demand(visited.length < DEPTH, 'CERT-26');
    let refusal = new Untrusted('MISSING', 'CERT-22');
    for (const issuer of all) {
      const named =
        sameName(issuer.subject, certificate.issuer) && namesSigner(certificate, issuer);
      if (!named || visited.some((one) => same(one, issuer))) continue;
      try {
        demand(++signatures <= SIGNATURES, 'CERT-26');
        if (await certificate.signedBy(await keyOf(issuer))) {
          const proof = link(certificate, issuer, await prove(issuer, visited));
          if (revocation) notRevoked(trust, certificate, issuer, now);
          return proof;
        }
        if (refusal.reason === 'MISSING') refusal = new Untrusted('INVALID', 'CERT-05');
      } catch (e) {
        if (!(e instanceof Untrusted)) throw e;
        refusal = e;
      }
    }
    throw refusal;
  };

  return prove(leaf, []);
}

function link(certificate: Certificate, issuer: Certificate, above: Proof): Proof {
  const { authority } = certificate;
  demand(issuer.authority, 'CERT-14');
  demand(!authority || above.below > 0, 'CERT-25');
  const allowed = (type: string) =>
    issuer.types.some((issuing) => ISSUERS[type]?.includes(issuing) === true);
  demand(certificate.types.every(allowed), 'CERT-23');
  const sameBrand = issuer.subject.organization === certificate.subject.organization;
  demand(sameBrand || issuer.types.includes('rca'), 'CERT-24', 'BRAND');
  const { keyPeriod, notBefore: made } = { ...issuer, notBefore: millis(certificate.notBefore) };
  const inUse =
    keyPeriod === undefined ||
    (made >= millis(keyPeriod.notBefore) && made <= millis(keyPeriod.notAfter));
  demand(inUse, 'CERT-20');
  const most = above.below - 1;
  const below = authority ? Math.min(certificate.pathLength ?? most, most) : 0;
  return { issuers: [issuer, ...above.issuers], below };
}

function notRevoked(
  trust: Anchors,
  certificate: Certificate,
  issuer: Certificate,
  now: number,
): void {
  const { revoked } = trust.currentCrl(issuer, now);
  const listed = revoked.some((entry) => entry.serialNumber === certificate.serialNumber);
  demand(!listed, 'CERT-27', 'REVOKED');
}
