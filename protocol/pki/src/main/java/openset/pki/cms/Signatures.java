package openset.pki.cms;

import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.ConstantTime;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.Signer;
import openset.crypto.SigningPublicKey;

/** Makes and checks one SignerInfo (RFC 5652 5.4 to 5.6). Whose key it is, is not asked here. */
public final class Signatures {
  private static final List<Algorithm> DIGESTS = List.of(Algorithm.SHA256, Algorithm.SHA512);
  private static final List<Algorithm> SIGNATURES =
      List.of(Algorithm.ECDSA_SHA256, Algorithm.ED25519, Algorithm.PASSKEY);

  private Signatures() {}

  /** The signature of {@code signer}, named {@code sid}, over {@code content} of that type. */
  public static SignerInfo sign(
      Signer signer, IssuerAndSerialNumber sid, ObjectIdentifier contentType, byte[] content) {
    SignatureAlgorithm algorithm = signer.algorithm();
    DigestAlgorithm digest = algorithm.digest();
    AsSent<SignedAttributes> attributes =
        new SignedAttributes(contentType, Der.of(digest.digest(content))).toSend();
    byte[] signature = signer.sign(SignedAttributes.signedForm(attributes));
    return new SignerInfo(
        sid, Algorithm.of(digest), attributes, Algorithm.of(algorithm), Der.of(signature));
  }

  /**
   * Whether {@code info} is a signature by {@code key} over {@code content} of that type, with the
   * algorithms of that key in their exact form.
   *
   * @throws UnknownAlgorithm where it names an algorithm that is none of ours
   */
  public static boolean verify(
      SignerInfo info, SigningPublicKey key, ObjectIdentifier contentType, byte[] content)
      throws UnknownAlgorithm {
    SignatureAlgorithm algorithm = key.algorithm();
    if (!same(info.signatureAlgorithm(), Algorithm.of(algorithm), SIGNATURES)) return false;
    return covers(info, key, contentType, content)
        && key.verify(
            SignedAttributes.signedForm(info.signedAttributes()), info.signature().bytes());
  }

  /**
   * From which web origin the passkey {@code key} made {@code info} over {@code content} of that
   * type; empty where it did not (spec/passkey.md).
   *
   * @throws UnknownAlgorithm where it names an algorithm that is none of ours
   */
  public static Optional<String> passkeyOrigin(
      SignerInfo info, SigningPublicKey key, ObjectIdentifier contentType, byte[] content)
      throws UnknownAlgorithm {
    if (!same(info.signatureAlgorithm(), Algorithm.PASSKEY, SIGNATURES)) return Optional.empty();
    if (!covers(info, key, contentType, content)) return Optional.empty();
    byte[] form = SignedAttributes.signedForm(info.signedAttributes());
    return PasskeySignature.origin(key, form, info.signature().bytes());
  }

  /** Whether the attributes are those of {@code content}, by the digest that goes with the key. */
  private static boolean covers(
      SignerInfo info, SigningPublicKey key, ObjectIdentifier contentType, byte[] content)
      throws UnknownAlgorithm {
    DigestAlgorithm digest = key.algorithm().digest();
    if (!same(info.digestAlgorithm(), Algorithm.of(digest), DIGESTS)) return false;
    SignedAttributes attributes = info.signedAttributes().value();
    return attributes.contentType().equals(contentType)
        && ConstantTime.equal(attributes.messageDigest().bytes(), digest.digest(content));
  }

  private static boolean same(Algorithm found, Algorithm wanted, List<Algorithm> ours)
      throws UnknownAlgorithm {
    if (found.equals(wanted)) return true;
    ObjectIdentifier oid = found.oid();
    if (ours.stream().anyMatch(known -> known.oid().equals(oid))) return false;
    throw new UnknownAlgorithm("SignerInfo");
  }
}
