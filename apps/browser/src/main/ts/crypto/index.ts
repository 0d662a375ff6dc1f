/** The primitives of spec/operators.md, all by WebCrypto. Private keys are CryptoKeys. */
export * from './digest';
export * from './keys';
export * from './seal';
