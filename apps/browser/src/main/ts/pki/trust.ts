import { concat, equal, hex, millis, type Octets, type Time } from '../asn1';
import { sha256 } from '../crypto';
import {
  type BrandCRLIdentifier,
  type Certificate,
  type CertificateList,
  type CertificateType,
  type Extension,
  type KeyUse,
  same,
  sameName,
  type SignedObject,
} from './certificate';
import { nameOctets } from './name';
import { type Anchors, findPath, inForce, keyOf, namesSigner, SKEW } from './path';
import { checkProfile } from './profile';
import { AUTHORITY_KEY, CRL_NUMBER, CRL_REASON } from './types';
import { demand, Untrusted } from './untrusted';

/** What a certificate must be (CERT-28). */
export interface Required {
  readonly type: CertificateType;
  readonly use: KeyUse;
  /** The BrandID; any brand where it is not said. */
  readonly brand?: string | undefined;
}

declare const proved: unique symbol;

/** A certificate proved by `Trust.validate`; nothing else makes one. */
export interface TrustedCertificate {
  readonly certificate: Certificate;
  /** Its issuers up to the root. */
  readonly chain: readonly Certificate[];
  readonly provedFor: Required;
  readonly [proved]: true;
}

const BAG = 64;
const KNOWN = 1024;
const CANDIDATES = 4;
const KNOWN_EXTENSIONS = [CRL_NUMBER, AUTHORITY_KEY, CRL_REASON];

/**
 * Whom the wallet trusts: roots, the authorities it knows, the CRLs and brand CRL identifiers it
 * holds. Immutable; what is added gives a new value. Times are milliseconds since 1970.
 */
export class Trust implements Anchors {
  private constructor(
    readonly roots: readonly Certificate[],
    /** The authorities known, unproved. */
    readonly certificates: readonly Certificate[],
    private readonly crlsBySource: ReadonlyMap<string, CertificateList>,
    private readonly byBrand: ReadonlyMap<string, BrandCRLIdentifier>,
  ) {}

  /** Trust in `roots` alone, by configuration. @throws Untrusted where one is no root */
  static async in(roots: readonly Certificate[]): Promise<Trust> {
    for (const one of roots) await root(one);
    return new Trust(roots, [], new Map(), new Map());
  }

  /** The CRLs held, to be stored: an older one must not be accepted later either (CRL-04). */
  get crls(): readonly CertificateList[] {
    return [...this.crlsBySource.values()];
  }

  /** The brand CRL identifiers held, to be stored likewise. */
  get brandCrls(): readonly BrandCRLIdentifier[] {
    return [...this.byBrand.values()];
  }

  /** This trust and the root that follows one of its roots (CERT-17). @throws Untrusted */
  async withNextRoot(next: Certificate, now: number): Promise<Trust> {
    await root(next);
    inForce(next, now);
    const digest = await sha256(next.spki);
    const named = ({ hashedRootKey }: Certificate) =>
      hashedRootKey !== undefined && equal(hashedRootKey, digest);
    demand(this.roots.some(named), 'CERT-17');
    return new Trust([...this.roots, next], this.certificates, this.crlsBySource, this.byBrand);
  }

  /** This trust, knowing authorities among `certificates` too; they are proved when used. */
  withCertificates(certificates: readonly Certificate[]): Trust {
    const all = [...this.certificates];
    for (const one of certificates) {
      const known = [...this.roots, ...all].some((held) => same(held, one));
      if (one.authority && !known) all.push(one);
    }
    demand(all.length <= KNOWN, 'CERT-26');
    return new Trust(this.roots, all, this.crlsBySource, this.byBrand);
  }

  /** This trust, holding `news` too, by authorities it knows (CRL-02 to 04). @throws Untrusted */
  async withCrls(news: readonly CertificateList[], now: number): Promise<Trust> {
    const held = new Map(this.crlsBySource);
    for (const crl of news) {
      if (this.holdsCrl(crl)) continue;
      knownOnly([...crl.extensions, ...crl.revoked.flatMap((entry) => entry.extensions)]);
      notFromFuture(crl.thisUpdate, now);
      const named = [...this.roots, ...this.certificates].filter((one) =>
        sameName(one.subject, crl.issuer),
      );
      const source = sourceOf(await this.signer(named, crl, now));
      const before = held.get(source) ?? crl;
      notBack(before, crl, crl.number > before.number, before.thisUpdate > crl.thisUpdate);
      held.set(source, crl);
    }
    return new Trust(this.roots, this.certificates, held, this.byBrand);
  }

  /** This trust, holding `identifier` too, signed by the brand's CA (CRL-07). @throws Untrusted */
  async withBrandCrls(identifier: BrandCRLIdentifier, now: number): Promise<Trust> {
    const before = this.byBrand.get(identifier.brand) ?? identifier;
    if (before !== identifier && same(before, identifier)) return this;
    knownOnly(identifier.extensions);
    notFromFuture(identifier.notBefore, now);
    const brands = this.certificates.filter(
      (one) => one.types.join() === 'bca' && one.subject.organization === identifier.brand,
    );
    await this.signer(brands, identifier, now);
    const earlier = millis(before.notBefore) > millis(identifier.notBefore);
    notBack(before, identifier, identifier.sequenceNum > before.sequenceNum, earlier);
    const held = new Map(this.byBrand).set(identifier.brand, identifier);
    return new Trust(this.roots, this.certificates, this.crlsBySource, held);
  }

  /**
   * This trust without brand CRL identifiers: to verify what brings a new one, for an old one that
   * is out of date would refuse it. Whoever uses it proves the same certificate again with the new
   * one before anything counts.
   */
  withoutBrandCrls(): Trust {
    return new Trust(this.roots, this.certificates, this.crlsBySource, new Map());
  }

  /**
   * Proves that `leaf` leads to a root we trust, is in force, not revoked and as `required`.
   *
   * @param offered what came with it: at most 64 further certificates, in any order
   * @throws Untrusted with the reason and the rule
   */
  async validate(
    leaf: Certificate,
    offered: readonly Certificate[],
    required: Required,
    now: number,
  ): Promise<TrustedCertificate> {
    demand(offered.length <= BAG, 'CERT-26');
    const proof = await findPath(this, leaf, offered, now, true);
    this.brandCrlsHeld(leaf.subject.organization, now);
    const { type, use, brand = leaf.subject.organization } = required;
    demand(leaf.types.includes(type) && leaf.keyUsage.includes(use), 'CERT-28', 'USAGE');
    demand(leaf.subject.organization === brand, 'CERT-28', 'BRAND');
    const found = { certificate: leaf, chain: proof.issuers, provedFor: required };
    return found as unknown as TrustedCertificate;
  }

  /** Whether the CRL of exactly these octets is held. */
  holdsCrl(crl: { readonly der: Octets }): boolean {
    return this.crls.some((held) => equal(held.der, crl.der));
  }

  /** The CRL of `issuer`'s key, current at `now`. @throws Untrusted */
  currentCrl(issuer: Certificate, now: number): CertificateList {
    const crl = this.crlsBySource.get(sourceOf(issuer));
    demand(crl !== undefined, 'CRL-05', 'NOT_CURRENT_CRL');
    current(crl.thisUpdate, crl.nextUpdate, now);
    return crl;
  }

  private brandCrlsHeld(brand: string, now: number): void {
    const identifier = this.byBrand.get(brand);
    if (identifier === undefined) return;
    current(identifier.notBefore, identifier.notAfter, now);
    for (const { issuerName, crlNumber } of identifier.crls) {
      const covers = (crl: CertificateList) =>
        crl.number >= crlNumber && sameName(crl.issuer, issuerName);
      demand(this.crls.some(covers), 'CRL-08', 'NOT_CURRENT_CRL');
    }
  }

  private async signer(
    candidates: readonly Certificate[],
    object: SignedObject,
    now: number,
  ): Promise<Certificate> {
    let refusal = new Untrusted('MISSING', 'CRL-02');
    let tried = 0;
    for (const candidate of candidates.filter((one) => namesSigner(object, one))) {
      demand(++tried <= CANDIDATES, 'CRL-02');
      try {
        demand(candidate.keyUsage.includes('cRLSign'), 'CRL-02');
        demand(await object.signedBy(await keyOf(candidate)), 'CRL-02');
        await findPath(this, candidate, [], now, false);
        return candidate;
      } catch (e) {
        if (!(e instanceof Untrusted)) throw e;
        refusal = e;
      }
    }
    throw refusal;
  }
}

async function root(certificate: Certificate): Promise<void> {
  await checkProfile(certificate);
  demand(sameName(certificate.issuer, certificate.subject), 'CERT-21');
  demand(await certificate.signedBy(await keyOf(certificate)), 'CERT-21');
}

/** Who signs a CRL: an authority's name with its key, for a name alone may be another's too. */
function sourceOf(authority: Certificate): string {
  return hex(concat([nameOctets(authority.subject), authority.spki]));
}

function knownOnly(extensions: readonly Extension[]): void {
  const known = (one: Extension) => !one.critical || KNOWN_EXTENSIONS.includes(one.extnID);
  demand(extensions.every(known), 'CRL-03');
}

function notFromFuture(from: Time, now: number): void {
  demand(millis(from) <= now + SKEW, 'CRL-05', 'NOT_CURRENT_CRL');
}

function current(from: Time, until: Time, now: number): void {
  notFromFuture(from, now);
  demand(now <= millis(until), 'CRL-05', 'NOT_CURRENT_CRL');
}

function notBack(
  held: SignedObject,
  next: SignedObject,
  higher: boolean,
  earlier: boolean,
): void {
  demand(same(held, next) || (higher && !earlier), 'CRL-04', 'NOT_CURRENT_CRL');
}
