package openset.crypto;

import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.util.Arrays;
import openset.crypto.provider.Signatures;

/** A public key that checks signatures. Equal when the octets are equal. Safe for many threads. */
public final class SigningPublicKey {
  private final SignatureAlgorithm algorithm;
  private final byte[] spki;
  private final PublicKey key;

  private SigningPublicKey(SignatureAlgorithm algorithm, byte[] spki, PublicKey key) {
    this.algorithm = algorithm;
    this.spki = spki;
    this.key = key;
  }

  /**
   * The key whose {@code SubjectPublicKeyInfo} is {@code spki}: P-256 by name and uncompressed (RFC
   * 5480) or Ed25519 (RFC 8410), a sound point, and octet for octet the one DER form.
   *
   * @throws BadKey where it is anything else
   */
  public static SigningPublicKey of(byte[] spki) throws BadKey {
    byte[] own = spki.clone();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      if (algorithm.curve().shapes(own)) return of(algorithm, own);
    }
    throw new BadKey("no form of a signature key we know");
  }

  static SigningPublicKey of(SignatureAlgorithm algorithm, byte[] spki) throws BadKey {
    try {
      return new SigningPublicKey(algorithm, spki, algorithm.curve().publicKey(spki));
    } catch (InvalidKeyException e) {
      throw new BadKey(e.getMessage());
    }
  }

  /** How it checks. */
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** Its {@code SubjectPublicKeyInfo}, a copy. */
  public byte[] spki() {
    return spki.clone();
  }

  /**
   * Whether {@code signature} is this key's over {@code message}. An ECDSA signature must be strict
   * DER of r and s between 1 and the order less one (RFC 3279 2.2.3), an Ed25519 one 64 octets with
   * S below the order (RFC 8032 5.1.7).
   */
  public boolean verify(byte[] message, byte[] signature) {
    return Signatures.verify(algorithm.curve(), key, message, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningPublicKey that && Arrays.equals(spki, that.spki);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(spki);
  }

  @Override
  public String toString() {
    return "SigningPublicKey[" + algorithm + "]";
  }
}
