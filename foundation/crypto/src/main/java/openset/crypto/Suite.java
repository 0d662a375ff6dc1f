package openset.crypto;

/**
 * The algorithms one participant's certificates stand for. Content is under AES-256-GCM and digests
 * are SHA-256 in every suite; peers of different suites understand each other.
 *
 * @param name the name in configuration and reports
 * @param signature how it signs
 * @param agreement how others agree with it on a key
 */
public record Suite(String name, SignatureAlgorithm signature, AgreementAlgorithm agreement) {
  /** P-256 for both: what every browser, passkey and hardware module speaks. */
  public static final Suite CLASSICAL =
      new Suite(
          "classical", SignatureAlgorithm.ECDSA_P256_SHA256, AgreementAlgorithm.ECDH_P256);

  /** Ed25519 and X25519: the faster one. */
  public static final Suite EDWARDS =
      new Suite("edwards", SignatureAlgorithm.ED25519, AgreementAlgorithm.X25519);
}
