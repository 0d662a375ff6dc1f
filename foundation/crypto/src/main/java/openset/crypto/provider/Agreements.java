package openset.crypto.provider;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.KeyAgreement;

/** Diffie-Hellman on P-256 (SEC 1, 3.3.1: the x of the shared point) and X25519 (RFC 7748 5). */
public final class Agreements {
  private Agreements() {}

  /** A key pair for one use. */
  public static KeyPair ephemeral(Curve curve) {
    try {
      KeyPairGenerator generator = generator(curve);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key pair on " + curve.title(), e);
    }
  }

  /**
   * The 32 octets both sides share.
   *
   * @throws InvalidKeyException where they are all zero or the provider refuses (RFC 7748 6.1)
   */
  public static byte[] agree(Curve curve, PrivateKey own, PublicKey peer)
      throws InvalidKeyException {
    byte[] shared;
    try {
      KeyAgreement agreement =
          KeyAgreement.getInstance(curve == Curve.P256 ? "ECDH" : "XDH", Providers.of(curve));
      agreement.init(own);
      agreement.doPhase(peer, true);
      shared = agreement.generateSecret();
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new InvalidKeyException("refused by the provider", e);
    }
    if (curve == Curve.X25519 && isZero(shared)) {
      throw new InvalidKeyException("the shared secret is zero");
    }
    return shared;
  }

  private static KeyPairGenerator generator(Curve curve) throws GeneralSecurityException {
    switch (curve) {
      case P256 -> {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Providers.of(curve));
        generator.initialize(new ECGenParameterSpec("secp256r1"), Providers.random());
        return generator;
      }
      case X25519 -> {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("XDH", Providers.of(curve));
        generator.initialize(255, Providers.random());
        return generator;
      }
      default -> throw new IllegalArgumentException(curve.title() + " does not agree");
    }
  }

  static boolean isZero(byte[] octets) {
    int any = 0;
    for (byte octet : octets) any |= octet;
    return any == 0;
  }
}
