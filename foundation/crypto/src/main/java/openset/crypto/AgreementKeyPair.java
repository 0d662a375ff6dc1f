package openset.crypto;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import openset.crypto.provider.Agreements;
import openset.crypto.provider.Curve;

/** A key pair that agrees on secrets. Only a {@link KeyFile} sees the private half. */
public final class AgreementKeyPair {
  private final AgreementPublicKey publicKey;
  private final SecretBytes scalar;
  private final Agreement agreement;

  private AgreementKeyPair(
      AgreementPublicKey publicKey, SecretBytes scalar, Agreement agreement) {
    this.publicKey = publicKey;
    this.scalar = scalar;
    this.agreement = agreement;
  }

  private record InMemory(AgreementAlgorithm algorithm, PrivateKey key) implements Agreement {
    @Override
    public SecretBytes agree(byte[] ephemeralSpki) throws BadKey {
      AgreementPublicKey peer = AgreementPublicKey.of(algorithm, ephemeralSpki);
      try {
        return SecretBytes.owned(Agreements.agree(algorithm.curve(), key, peer.key()));
      } catch (InvalidKeyException e) {
        throw new BadKey(e.getMessage());
      }
    }

    @Override
    public String toString() {
      return "Agreement[" + algorithm + "]";
    }
  }

  /** A new key pair. */
  public static AgreementKeyPair generate(AgreementAlgorithm algorithm) {
    return generate(algorithm, Randomness.secure());
  }

  /** A new key pair out of {@code randomness}, which alone decides it. */
  public static AgreementKeyPair generate(AgreementAlgorithm algorithm, Randomness randomness) {
    try {
      return of(algorithm, SecretBytes.scalar(algorithm.curve(), randomness));
    } catch (BadKey e) {
      throw new IllegalStateException("a fresh key is refused", e);
    }
  }

  /** The pair of a private key, proved to reach the secret that its public half gives others. */
  static AgreementKeyPair of(AgreementAlgorithm algorithm, SecretBytes scalar) throws BadKey {
    Curve curve = algorithm.curve();
    if (!scalar.use(curve::isScalar)) throw new BadKey("private key out of range");
    AgreementPublicKey publicKey =
        AgreementPublicKey.of(algorithm, curve.spki(scalar.use(curve::point)));
    Agreement agreement =
        new InMemory(algorithm, SigningKeyPair.privateKey(curve, scalar));
    Encapsulation probe = publicKey.encapsulate();
    if (!agreement.agree(probe.ephemeralSpki()).equals(probe.shared())) {
      throw new BadKey("the halves do not fit");
    }
    return new AgreementKeyPair(publicKey, scalar, agreement);
  }

  /** How it agrees. */
  public AgreementAlgorithm algorithm() {
    return publicKey.algorithm();
  }

  /** The private half, in use. */
  public Agreement agreement() {
    return agreement;
  }

  /** The public half. */
  public AgreementPublicKey publicKey() {
    return publicKey;
  }

  SecretBytes scalar() {
    return scalar;
  }

  @Override
  public String toString() {
    return "AgreementKeyPair[" + algorithm() + "]";
  }
}
