/**
 * The operators of spec/operators.md: S, SO, DD, E, EK, EX, EXH, Enc, EncK, EncX. What makes gives
 * CMS values; what opens or verifies gives the content or throws `Refused` with the rule.
 */
export * from './digest';
export * from './forms';
export * from './passkey';
export * from './seal';
export * from './sign';
export * from './signer';
