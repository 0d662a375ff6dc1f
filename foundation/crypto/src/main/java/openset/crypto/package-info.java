/** Suites, signers, openers, secrets, randomness: the only door to cryptographic providers. */
package openset.crypto;
