package openset.testkit.world;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.pki.cms.Algorithm;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.PasskeySignature;
import openset.pki.cms.SignedAttributes;
import openset.pki.cms.SignerInfo;

/**
 * A browser with its authenticator, as WebAuthn has them sign (spec/passkey.md).
 *
 * @param origin of the page that asks
 * @param verified whether the authenticator knows that it is the person
 */
public record SoftPasskey(SigningKeyPair keys, String origin, boolean verified) {
  private static final int DATA_OCTETS = 37;
  private static final int FLAGS = 32;
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;

  /** The same where the page is of another origin. */
  public SoftPasskey at(String other) {
    return new SoftPasskey(keys, other, verified);
  }

  /** The same where nobody showed to be the person. */
  public SoftPasskey unverified() {
    return new SoftPasskey(keys, origin, false);
  }

  /** The signature over {@code content} of that type, named {@code sid}. */
  public SignerInfo sign(IssuerAndSerialNumber sid, ObjectIdentifier type, byte[] content) {
    AsSent<SignedAttributes> attributes =
        new SignedAttributes(type, Der.of(DigestAlgorithm.SHA256.digest(content))).toSend();
    byte[] signature = assertion(SignedAttributes.signedForm(attributes));
    return new SignerInfo(
        sid, Algorithm.SHA256, attributes, Algorithm.PASSKEY, Der.of(signature));
  }

  private byte[] assertion(byte[] message) {
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(DigestAlgorithm.SHA256.digest(message));
    byte[] client =
        ("{\"type\":\"webauthn.get\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] host = URI.create(origin).getHost().getBytes(StandardCharsets.US_ASCII);
    byte[] data = Arrays.copyOf(DigestAlgorithm.SHA256.digest(host), DATA_OCTETS);
    data[FLAGS] = (byte) (verified ? PRESENT | VERIFIED : PRESENT);
    byte[] digest = DigestAlgorithm.SHA256.digest(client);
    byte[] signed = Arrays.copyOf(data, DATA_OCTETS + digest.length);
    System.arraycopy(digest, 0, signed, DATA_OCTETS, digest.length);
    return PasskeySignature.TYPE.encode(
        new PasskeySignature(Der.of(data), Der.of(client), Der.of(keys.signer().sign(signed))));
  }
}
