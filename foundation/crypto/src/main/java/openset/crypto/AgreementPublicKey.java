package openset.crypto;

import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import openset.crypto.provider.Agreements;

/** A public key to agree with. Equal when the octets are equal. Safe for many threads. */
public final class AgreementPublicKey {
  private final AgreementAlgorithm algorithm;
  private final byte[] spki;
  private final PublicKey key;

  private AgreementPublicKey(AgreementAlgorithm algorithm, byte[] spki, PublicKey key) {
    this.algorithm = algorithm;
    this.spki = spki;
    this.key = key;
  }

  /**
   * The key whose {@code SubjectPublicKeyInfo} is {@code spki}: P-256 by name and uncompressed (RFC
   * 5480), on the curve, or X25519 (RFC 8410), below the prime and not of small order. The rule for
   * X25519 is stricter than RFC 7748, which lets a receiver reduce: one key has one form here.
   *
   * @throws BadKey where it is anything else
   */
  public static AgreementPublicKey of(byte[] spki) throws BadKey {
    byte[] own = spki.clone();
    for (AgreementAlgorithm algorithm : AgreementAlgorithm.values()) {
      if (algorithm.curve().shapes(own)) return of(algorithm, own);
    }
    throw new BadKey("no form of an agreement key we know");
  }

  static AgreementPublicKey of(AgreementAlgorithm algorithm, byte[] spki) throws BadKey {
    try {
      return new AgreementPublicKey(algorithm, spki, algorithm.curve().publicKey(spki));
    } catch (InvalidKeyException e) {
      throw new BadKey(e.getMessage());
    }
  }

  /** How it agrees. */
  public AgreementAlgorithm algorithm() {
    return algorithm;
  }

  /** Its {@code SubjectPublicKeyInfo}, a copy. */
  public byte[] spki() {
    return spki.clone();
  }

  /** Makes a key for one use and agrees with it. */
  public Encapsulation encapsulate() {
    KeyPair ephemeral = Agreements.ephemeral(algorithm.curve());
    byte[] sent = ephemeral.getPublic().getEncoded();
    if (!algorithm.curve().shapes(sent)) throw new IllegalStateException("provider's form of keys");
    try {
      byte[] shared = Agreements.agree(algorithm.curve(), ephemeral.getPrivate(), key);
      return new Encapsulation(sent, SecretBytes.owned(shared));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a checked key does not agree", e);
    }
  }

  PublicKey key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgreementPublicKey that && Arrays.equals(spki, that.spki);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(spki);
  }

  @Override
  public String toString() {
    return "AgreementPublicKey[" + algorithm + "]";
  }
}
