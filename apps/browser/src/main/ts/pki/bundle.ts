import { decode, hex, type Octets, OWN, sequence, sequenceOf } from '../asn1';
import { sha256 } from '../crypto';
import { BrandCRLIdentifier, Certificate, CertificateList } from './certificate';
import { Trust } from './trust';
import { Untrusted } from './untrusted';

/** What an authority gives to whoever trusts its root: its certificates, CRLs and identifiers. */
export const TrustBundle = sequence('TrustBundle', {
  certificates: sequenceOf(Certificate),
  crls: sequenceOf(CertificateList),
  brandCrls: sequenceOf(BrandCRLIdentifier),
});

/**
 * `trust`, holding all of the bundle too; each is proved, so the bundle itself need not be signed.
 *
 * @throws Asn1Error where it is no bundle
 * @throws Untrusted where one of it is not signed by whom it should be, or goes back
 */
export async function withBundle(trust: Trust, der: Octets, now: number): Promise<Trust> {
  const bundle = decode(TrustBundle, der, OWN);
  let held = await trust.withCertificates(bundle.certificates).withCrls(bundle.crls, now);
  for (const identifier of bundle.brandCrls) held = await held.withBrandCrls(identifier, now);
  return held;
}

/**
 * Trust in the root whose octets have the SHA-256 `root`, in hexadecimal, holding all of the bundle
 * that brings it.
 *
 * @throws Asn1Error where it is no bundle
 * @throws Untrusted where the root is not in it, or something of it is not signed as it should be
 */
export async function trustIn(root: string, der: Octets, now: number): Promise<Trust> {
  for (const certificate of decode(TrustBundle, der, OWN).certificates) {
    if (hex(await sha256(certificate.der)) === root) {
      return withBundle(await Trust.in([certificate]), der, now);
    }
  }
  throw new Untrusted('MISSING', 'CERT-21');
}

/** The bundle of what `trust` holds, to be stored. */
export function bundleOf(trust: Trust): Octets {
  return TrustBundle.write({
    certificates: trust.certificates,
    crls: trust.crls,
    brandCrls: trust.brandCrls,
  });
}
