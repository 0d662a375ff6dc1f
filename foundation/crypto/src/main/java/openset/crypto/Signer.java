package openset.crypto;

/** A private key that signs. The key stays inside; it may be in memory or in hardware. */
public interface Signer {
  /** How it signs. */
  SignatureAlgorithm algorithm();

  /** The signature of {@code message} itself, not of a digest of it. */
  byte[] sign(byte[] message);
}
