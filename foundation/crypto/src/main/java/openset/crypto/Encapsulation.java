package openset.crypto;

/**
 * What agreeing with a peer's public key gives: the key to send, and the secret to keep.
 *
 * @param ephemeralSpki the {@code SubjectPublicKeyInfo} of a key made for this one use
 * @param shared the secret shared with the peer; not yet a key, put it through a KDF
 */
public record Encapsulation(byte[] ephemeralSpki, SecretBytes shared) {}
