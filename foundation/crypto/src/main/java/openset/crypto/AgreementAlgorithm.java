package openset.crypto;

import openset.crypto.provider.Curve;

/** How two keys agree on a secret. */
public enum AgreementAlgorithm {
  /** ECDH on P-256; the secret is the x of the shared point (RFC 5753 3.1.1). */
  ECDH_P256(Curve.P256),
  /** X25519 (RFC 7748, RFC 8418). */
  X25519(Curve.X25519);

  private final Curve curve;

  AgreementAlgorithm(Curve curve) {
    this.curve = curve;
  }

  Curve curve() {
    return curve;
  }
}
