/**
 * X.509 as spec/certificates.md and spec/crl.md have it: certificates, CRLs, brand CRL identifiers,
 * and whom to trust. Start at `Trust`.
 */
export * from './bundle';
export * from './certificate';
export * from './name';
export * from './trust';
export * from './untrusted';
export { MerchantData, SETString } from './types';
export { checkProfile } from './profile';
