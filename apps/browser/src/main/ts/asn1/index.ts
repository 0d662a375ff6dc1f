/**
 * Strict DER and declarative ASN.1 types: one declaration reads and writes (spec/conventions.md,
 * "Encoding"). `decode(PInitReq, octets)`, `encode(PInitReq, value)`. A type and its values carry
 * the same name: `const PInitReq = sequence('PInitReq', { … })` and
 * `type PInitReq = Value<typeof PInitReq>`.
 */
export * from './compose';
export * from './der';
export * from './octets';
export * from './time';
export * from './universal';
