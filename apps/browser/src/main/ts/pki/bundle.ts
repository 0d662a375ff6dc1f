import { decode, type Octets, OWN, sequence, sequenceOf } from '../asn1';
import { BrandCRLIdentifier, Certificate, CertificateList } from './certificate';
import type { Trust } from './trust';

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

/** The bundle of what `trust` holds, to be stored. */
export function bundleOf(trust: Trust): Octets {
  return TrustBundle.write({
    certificates: trust.certificates,
    crls: trust.crls,
    brandCrls: trust.brandCrls,
  });
}
