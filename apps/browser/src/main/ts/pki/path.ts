import { millis, type Time } from '../asn1';
import { BadKey, verifyingKey } from '../crypto';
import { type Certificate, same, sameName } from './certificate';
import { checkProfile } from './profile';
import type { Trust } from './trust';
import type { CertificateType } from './types';
import { invalid, Untrusted } from './untrusted';

/** How far a clock may be ahead of ours, in milliseconds (CERT-07). */
export const SKEW = 5 * 60_000;

const DEPTH = 8;
const SIGNATURES = 32;

/** A proved path, from the issuer up to the root. */
export interface Proof {
  readonly issuers: readonly Certificate[];
  /** How many authorities may follow below (CERT-25). */
  readonly authoritiesBelow: number;
}

const ISSUED_BY: Readonly<Record<CertificateType, readonly CertificateType[]>> = {
  card: ['cca'],
  mer: ['mca'],
  pgwy: ['pca'],
  cca: ['gca', 'bca'],
  mca: ['gca', 'bca'],
  pca: ['gca', 'bca'],
  gca: ['bca'],
  bca: ['rca'],
  rca: [],
  acq: [],
};

/** One search for a path to a trusted root (CERT-21 to CERT-27). */
export class PathSearch {
  private signatures = 0;

  constructor(
    private readonly trust: Trust,
    private readonly offered: readonly Certificate[],
    private readonly now: number,
    /** Whether CRLs are asked. */
    private readonly revocation: boolean,
  ) {}

  /** @throws Untrusted */
  async prove(certificate: Certificate, below: readonly Certificate[] = []): Promise<Proof> {
    await checkProfile(certificate);
    inForce(certificate.notBefore, certificate.notAfter, this.now);
    if (this.trust.roots.some((root) => same(root, certificate))) {
      return { issuers: [], authoritiesBelow: pathLength(certificate, Infinity) };
    }
    if (below.length + 1 >= DEPTH) throw invalid('CERT-26 deeper than ' + DEPTH);
    const visited = [...below, certificate];
    let refusal = new Untrusted('MISSING', 'CERT-22 no issuer at hand');
    for (const issuer of this.issuers(certificate)) {
      if (visited.some((one) => same(one, issuer))) continue;
      try {
        if (await this.signed(certificate, issuer)) {
          return this.link(certificate, issuer, await this.prove(issuer, visited));
        }
        if (refusal.reason === 'MISSING') refusal = invalid('CERT-05 signature');
      } catch (e) {
        if (!(e instanceof Untrusted)) throw e;
        refusal = e;
      }
    }
    throw refusal;
  }

  private issuers(certificate: Certificate): readonly Certificate[] {
    const all = [...this.trust.roots, ...this.trust.certificates];
    for (const more of this.offered) if (!all.some((one) => same(one, more))) all.push(more);
    const meant = certificate.authorityKey;
    return all.filter(
      (one) =>
        sameName(one.subject, certificate.issuer) &&
        meant?.authorityCertSerialNumber === one.serialNumber &&
        meant.authorityCertIssuer.every((name) => sameName(name, one.issuer)),
    );
  }

  private async signed(certificate: Certificate, issuer: Certificate): Promise<boolean> {
    if (++this.signatures > SIGNATURES) throw invalid('CERT-26 too many candidates');
    try {
      return await certificate.signedBy(await verifyingKey(issuer.spki));
    } catch (e) {
      throw e instanceof BadKey ? invalid("CERT-04 issuer's public key") : e;
    }
  }

  private link(certificate: Certificate, issuer: Certificate, above: Proof): Proof {
    if (!issuer.authority) throw invalid('CERT-14 issuer is no authority');
    if (certificate.authority && above.authoritiesBelow < 1) throw invalid('CERT-25 path length');
    const allowed = (type: CertificateType) =>
      ISSUED_BY[type].some((issuing) => issuer.types.includes(issuing));
    if (!certificate.types.every(allowed)) throw invalid('CERT-23 hierarchy');
    const brand = certificate.subject.organization;
    if (!issuer.types.includes('rca') && issuer.subject.organization !== brand) {
      throw new Untrusted('BRAND', 'CERT-24 brand of issuer');
    }
    if (!keyInUse(certificate, issuer)) throw invalid("CERT-20 issuer's key not in use then");
    if (this.revocation) {
      const crl = this.trust.currentCrl(issuer, this.now);
      if (crl.revoked.some((entry) => entry.serialNumber === certificate.serialNumber)) {
        throw new Untrusted('REVOKED', "CERT-27 on its issuer's CRL");
      }
    }
    const left = above.authoritiesBelow - 1;
    return {
      issuers: [issuer, ...above.issuers],
      authoritiesBelow: certificate.authority ? pathLength(certificate, left) : 0,
    };
  }
}

function inForce(notBefore: Time, notAfter: Time, now: number): void {
  if (millis(notBefore) > now + SKEW) throw new Untrusted('EXPIRED', 'CERT-07 not valid yet');
  if (millis(notAfter) < now) throw new Untrusted('EXPIRED', 'CERT-07 no longer valid');
}

function pathLength(authority: Certificate, most: number): number {
  return Math.min(authority.pathLength ?? most, most);
}

function keyInUse(certificate: Certificate, issuer: Certificate): boolean {
  const period = issuer.keyPeriod;
  if (period === undefined) return true;
  const made = millis(certificate.notBefore);
  return made >= millis(period.notBefore) && made <= millis(period.notAfter);
}
