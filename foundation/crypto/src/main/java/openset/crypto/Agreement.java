package openset.crypto;

/** A private key that agrees on a secret. The key stays inside. */
public interface Agreement {
  /** How it agrees. */
  AgreementAlgorithm algorithm();

  /**
   * The secret shared with whoever made the ephemeral key; not yet a key, put it through {@link
   * X963Kdf} or {@link Hkdf}.
   *
   * @param ephemeralSpki the sender's ephemeral {@code SubjectPublicKeyInfo}
   * @throws BadKey where that is no sound key on this key's curve
   */
  SecretBytes agree(byte[] ephemeralSpki) throws BadKey;
}
