import { agreementKey, BadKey, verifyingKey } from '../crypto';
import { type Certificate, sameName } from './certificate';
import { EXTENSIONS } from './types';
import { demand } from './untrusted';

const CRITICAL = new Map<string, boolean>(
  Object.values(EXTENSIONS).map(([id, , critical]) => [id, critical]),
);

const END_ENTITIES = ['card', 'mer', 'pgwy'];

/** Checks `certificate` alone against spec/certificates.md. @throws Untrusted */
export async function checkProfile(certificate: Certificate): Promise<void> {
  const { types, authority, subject } = certificate;
  const use = certificate.keyUsage.join();
  for (const { extnID, critical } of certificate.extensions) {
    demand((CRITICAL.get(extnID) ?? false) === critical, 'CERT-11');
  }
  demand(certificate.notBefore <= certificate.notAfter, 'CERT-06');
  demand(subject.organization.length <= 40, 'CERT-10');
  const root = types.includes('rca');
  const rootAlone = root && types.length === 1;
  demand(sameName(certificate.issuer, subject) === rootAlone, 'CERT-21');
  demand(/^(digitalSignature|keyAgreement|keyCertSign,cRLSign)$/.test(use), 'CERT-12');
  demand(/^(\w+|(cca|mca|pca)(,(mca|pca))+)$/.test(types.join()), 'CERT-13');
  demand(use.startsWith('keyCert') === authority, 'CERT-14');
  demand(!authority || !types.some((type) => END_ENTITIES.includes(type)), 'CERT-14');
  demand(authority || !root, 'CERT-14');
  demand(root || certificate.authorityKey !== undefined, 'CERT-15');
  demand(certificate.policies.includes('2.23.42.5.0'), 'CERT-16');
  demand(root || certificate.hashedRootKey === undefined, 'CERT-17');
  demand(types.includes('mer') === (certificate.merchantData !== undefined), 'CERT-18');
  try {
    await (use === 'keyAgreement' ? agreementKey : verifyingKey)(certificate.spki);
  } catch (e) {
    demand(!(e instanceof BadKey), 'CERT-04');
    throw e;
  }
}
