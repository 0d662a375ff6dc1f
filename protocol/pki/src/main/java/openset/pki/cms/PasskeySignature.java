package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.Tagged;
import openset.crypto.ConstantTime;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningPublicKey;

/**
 * A signature that a passkey made: an assertion of WebAuthn whose challenge is the digest of what
 * is signed (spec/passkey.md).
 *
 * <pre>
 * PasskeySignature ::= SEQUENCE {
 *   authenticatorData OCTET STRING (SIZE (37..1024)),
 *   clientDataJSON    OCTET STRING (SIZE (1..1024)),
 *   assertion         OCTET STRING (SIZE (1..80)) }
 * </pre>
 */
public record PasskeySignature(Der authenticatorData, Der clientDataJSON, Der assertion) {
  private static final String BEFORE_CHALLENGE = "{\"type\":\"webauthn.get\",\"challenge\":\"";
  private static final String BEFORE_ORIGIN = "\",\"origin\":\"";
  private static final String BEHIND_ORIGIN = "\",\"crossOrigin\":false";
  private static final int ORIGIN_MAX = 200;
  private static final int DIGEST_OCTETS = 32;
  private static final int PRESENT_AND_VERIFIED = 0x05;

  /** Its ASN.1 above. */
  public static final Tagged<PasskeySignature> TYPE =
      sequence(
          "PasskeySignature",
          field("authenticatorData", Asn1.octets(37, 1024), PasskeySignature::authenticatorData),
          field("clientDataJSON", Asn1.octets(1, 1024), PasskeySignature::clientDataJSON),
          field("assertion", Asn1.octets(1, 80), PasskeySignature::assertion),
          PasskeySignature::new);

  /**
   * From which web origin the passkey {@code key} signed {@code message}; empty where it did not.
   *
   * @param octets the DER of a PasskeySignature
   */
  public static Optional<String> origin(SigningPublicKey key, byte[] message, byte[] octets) {
    // PK-01: strict DER; the key is a P-256 key.
    if (key.algorithm() != SignatureAlgorithm.ECDSA_P256_SHA256) return Optional.empty();
    try {
      PasskeySignature signature = TYPE.decode(octets);
      return signature
          .origin(message)
          .filter(signature::isOfThatHost)
          .filter(origin -> signature.isBy(key));
    } catch (Asn1Exception e) {
      return Optional.empty();
    }
  }

  /** PK-02: the origin, where the client data is a passkey's for this message. */
  private Optional<String> origin(byte[] message) {
    byte[] challenge = DigestAlgorithm.SHA256.digest(message);
    String text = new String(clientDataJSON.bytes(), StandardCharsets.ISO_8859_1);
    String begin =
        BEFORE_CHALLENGE
            + Base64.getUrlEncoder().withoutPadding().encodeToString(challenge)
            + BEFORE_ORIGIN;
    int end = text.indexOf('"', begin.length());
    if (!text.startsWith(begin) || !text.endsWith("}") || end < 0) return Optional.empty();
    String origin = text.substring(begin.length(), end);
    String rest = text.substring(end);
    boolean plain = origin.chars().allMatch(c -> c > ' ' && c <= '~' && c != '\\');
    boolean behind =
        rest.startsWith(BEHIND_ORIGIN + "}") || rest.startsWith(BEHIND_ORIGIN + ",");
    return !origin.isEmpty() && origin.length() <= ORIGIN_MAX && plain && behind
        ? Optional.of(origin)
        : Optional.empty();
  }

  /** PK-03: made for the origin's host, with the person present and verified. */
  private boolean isOfThatHost(String origin) {
    byte[] data = authenticatorData.bytes();
    return host(origin)
            .map(host -> DigestAlgorithm.SHA256.digest(host.getBytes(StandardCharsets.US_ASCII)))
            .filter(digest -> ConstantTime.equal(digest, Arrays.copyOf(data, DIGEST_OCTETS)))
            .isPresent()
        && (data[DIGEST_OCTETS] & PRESENT_AND_VERIFIED) == PRESENT_AND_VERIFIED;
  }

  private static Optional<String> host(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** PK-04: the assertion verifies. */
  private boolean isBy(SigningPublicKey key) {
    byte[] data = authenticatorData.bytes();
    byte[] digest = DigestAlgorithm.SHA256.digest(clientDataJSON.bytes());
    byte[] signed = Arrays.copyOf(data, data.length + digest.length);
    System.arraycopy(digest, 0, signed, data.length, digest.length);
    return key.verify(signed, assertion.bytes());
  }
}
