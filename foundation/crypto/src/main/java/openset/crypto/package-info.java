/**
 * Suites, keys that sign and agree, secrets, randomness, sealing, key files: the only door to
 * cryptographic providers.
 *
 * <p>Private keys never leave a {@link openset.crypto.Signer} or {@link openset.crypto.Agreement}
 * but into a {@link openset.crypto.KeyFile}. Knows no certificates beyond their bytes, and nothing
 * of SET. Start reading at {@link openset.crypto.Suite}, then {@link
 * openset.crypto.SigningPublicKey}.
 */
package openset.crypto;
