package openset.crypto;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import openset.crypto.provider.Curve;
import openset.crypto.provider.Signatures;

/** A key pair that signs. Only a {@link KeyFile} sees the private half. */
public final class SigningKeyPair {
  private static final byte[] PROBE = "OpenSET key pair check".getBytes(StandardCharsets.US_ASCII);

  private final SigningPublicKey publicKey;
  private final SecretBytes scalar;
  private final Signer signer;

  private SigningKeyPair(SigningPublicKey publicKey, SecretBytes scalar, Signer signer) {
    this.publicKey = publicKey;
    this.scalar = scalar;
    this.signer = signer;
  }

  private record InMemory(SignatureAlgorithm algorithm, PrivateKey key) implements Signer {
    @Override
    public byte[] sign(byte[] message) {
      return Signatures.sign(algorithm.curve(), key, message);
    }

    @Override
    public String toString() {
      return "Signer[" + algorithm + "]";
    }
  }

  /** A new key pair. */
  public static SigningKeyPair generate(SignatureAlgorithm algorithm) {
    return generate(algorithm, Randomness.secure());
  }

  /** A new key pair out of {@code randomness}, which alone decides it. */
  public static SigningKeyPair generate(SignatureAlgorithm algorithm, Randomness randomness) {
    try {
      return of(algorithm, SecretBytes.scalar(algorithm.curve(), randomness));
    } catch (BadKey e) {
      throw new IllegalStateException("a fresh key is refused", e);
    }
  }

  /** The pair of a private key, proved to sign what its public half verifies. */
  static SigningKeyPair of(SignatureAlgorithm algorithm, SecretBytes scalar) throws BadKey {
    Curve curve = algorithm.curve();
    if (!scalar.use(curve::isScalar)) throw new BadKey("private key out of range");
    SigningPublicKey publicKey =
        SigningPublicKey.of(algorithm, curve.spki(scalar.use(curve::point)));
    Signer signer = new InMemory(algorithm, privateKey(curve, scalar));
    if (!publicKey.verify(PROBE, signer.sign(PROBE))) throw new BadKey("the halves do not fit");
    return new SigningKeyPair(publicKey, scalar, signer);
  }

  static PrivateKey privateKey(Curve curve, SecretBytes scalar) throws BadKey {
    try {
      return curve.privateKey(scalar.octets());
    } catch (InvalidKeyException e) {
      throw new BadKey(e.getMessage());
    }
  }

  /** How it signs. */
  public SignatureAlgorithm algorithm() {
    return publicKey.algorithm();
  }

  /** The private half, in use. */
  public Signer signer() {
    return signer;
  }

  /** The public half. */
  public SigningPublicKey publicKey() {
    return publicKey;
  }

  SecretBytes scalar() {
    return scalar;
  }

  @Override
  public String toString() {
    return "SigningKeyPair[" + algorithm() + "]";
  }
}
