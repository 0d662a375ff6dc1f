import { agreementKey, BadKey, verifyingKey } from '../crypto';
import { type Certificate, type CertificateType, sameName } from './certificate';
import { EXTENSIONS } from './types';
import { invalid } from './untrusted';

const CRITICAL = new Map<string, boolean>(
  Object.values(EXTENSIONS).map(([id, , critical]) => [id, critical]),
);

const USES = ['digitalSignature', 'keyAgreement', 'keyCertSign,cRLSign'];
const END_ENTITIES: readonly CertificateType[] = ['card', 'mer', 'pgwy'];
const TOGETHER: readonly CertificateType[] = ['cca', 'mca', 'pca'];

/** Checks `certificate` alone against spec/certificates.md. @throws Untrusted */
export async function checkProfile(certificate: Certificate): Promise<void> {
  extensions(certificate);
  names(certificate);
  uses(certificate);
  contents(certificate);
  try {
    const agrees = certificate.keyUsage.includes('keyAgreement');
    await (agrees ? agreementKey : verifyingKey)(certificate.spki);
  } catch (e) {
    throw e instanceof BadKey ? invalid('CERT-04 public key') : e;
  }
}

function extensions(certificate: Certificate): void {
  for (const { extnID, critical } of certificate.extensions) {
    const known = CRITICAL.get(extnID);
    if (known === undefined && critical) throw invalid('CERT-11 unknown critical extension');
    if (known !== undefined && known !== critical) throw invalid('CERT-11 criticality');
  }
}

function names(certificate: Certificate): void {
  if (certificate.notAfter < certificate.notBefore) throw invalid('CERT-06 ends before it begins');
  if (certificate.subject.organization.length > 40) throw invalid('CERT-10 brand too long');
  const root = certificate.types.length === 1 && certificate.types[0] === 'rca';
  if (sameName(certificate.issuer, certificate.subject) !== root) {
    throw invalid('CERT-21 self-issued');
  }
}

function uses(certificate: Certificate): void {
  const { types, keyUsage, authority } = certificate;
  if (!USES.includes(keyUsage.join())) throw invalid('CERT-12 one use a key');
  if (types.length === 0) throw invalid('CERT-13 certificateType missing');
  if (types.length > 1 && !types.every((type) => TOGETHER.includes(type))) {
    throw invalid('CERT-13 types do not go together');
  }
  const issues = keyUsage.includes('keyCertSign');
  if (issues !== authority) throw invalid('CERT-14 authority by one extension only');
  if (issues && types.some((type) => END_ENTITIES.includes(type))) {
    throw invalid('CERT-14 end entity as authority');
  }
}

function contents(certificate: Certificate): void {
  const root = certificate.types.includes('rca');
  if (root && !certificate.authority) throw invalid('CERT-14 root');
  if (!root && certificate.authorityKey === undefined) throw invalid('CERT-15 missing');
  if (!certificate.policies.includes('2.23.42.5.0')) throw invalid('CERT-16');
  if (!root && certificate.hashedRootKey !== undefined) throw invalid('CERT-17');
  if (certificate.types.includes('mer') !== (certificate.merchantData !== undefined)) {
    throw invalid('CERT-18 merchantData');
  }
}
