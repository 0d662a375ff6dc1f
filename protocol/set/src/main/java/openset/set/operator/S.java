package openset.set.operator;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.BadKey;
import openset.crypto.SigningPublicKey;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.TrustedCertificate;
import openset.pki.cms.Algorithm;
import openset.pki.cms.EncapsulatedContent;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.Signatures;
import openset.pki.cms.SignedData;
import openset.pki.cms.SignerInfo;
import openset.pki.cms.UnknownAlgorithm;
import openset.set.ErrorCode;
import openset.set.Refused;

/**
 * The signature: {@code S(s, t) = SignedData(type of t, t, certificates, CRLs, signature of s over
 * {type of t, H(t)})} (OP-10 to OP-22).
 */
public final class S {
  private S() {}

  /** {@code value} signed by {@code signatory}. */
  public static <T> Signed<T> sign(Signatory signatory, Content<T> content, T value) {
    return new Signed<>(sign(signatory, content.oid(), content.type().encode(value), true));
  }

  /**
   * The value of {@code signed}, whose signer is proved to be as {@code expected}.
   *
   * @throws Refused signatureFailure, messageNotSupported, decodingFailure, or as the signer's
   *     certificate is not good
   */
  public static <T> Verified<T> verify(Signed<T> signed, Content<T> content, Expected expected)
      throws Refused {
    Der octets = octets(signed.cms());
    TrustedCertificate signer = verify(signed.cms(), content.oid(), octets, expected);
    return new Verified<>(decode(content, octets), octets, signer, signed.cms());
  }

  /**
   * The request {@code signed}, whose sender holds the keys that {@code rule} asks for.
   *
   * @throws Refused as {@link #verify} does, and what {@code rule} refuses
   */
  public static <T> KeyRule.Proof<T> verifyProofOfPossession(
      Signed<T> signed, Content<T> content, KeyRule<T> rule) throws Refused {
    Der octets = octets(signed.cms());
    T claim = decode(content, octets);
    return prove(signed.cms(), content.oid(), octets, claim, rule);
  }

  static SignedData sign(
      Signatory signatory, ObjectIdentifier type, byte[] octets, boolean enclosed) {
    List<SignerInfo> signers =
        signatory.hands().stream()
            .map(hand -> Signatures.sign(hand.signer(), hand.name(), type, octets))
            .toList();
    Optional<Der> content = enclosed ? Optional.of(Der.of(octets)) : Optional.empty();
    return new SignedData(
        digests(signers),
        new EncapsulatedContent(type, content),
        signatory.certificates(),
        signatory.crls(),
        signers);
  }

  static TrustedCertificate verify(
      SignedData signed, ObjectIdentifier type, Der octets, Expected expected) throws Refused {
    check(signed, type, 1);
    return byHolder(signed, signed.signers().getFirst(), octets, expected);
  }

  static <T> KeyRule.Proof<T> prove(
      SignedData signed, ObjectIdentifier type, Der octets, T claim, KeyRule<T> rule)
      throws Refused {
    KeyRule.Signers wanted = rule.signersOf(claim);
    int count = (wanted.newKey().isPresent() ? 1 : 0) + (wanted.holder().isPresent() ? 1 : 0);
    check(signed, type, count);
    // PK-06: a passkey tells from where it signs, another key from nowhere.
    Optional<String> origin = Optional.empty();
    if (wanted.newKey().isPresent()) {
      origin = byKey(signed, one(signed, true), octets, wanted.newKey().get());
    }
    Optional<TrustedCertificate> holder = Optional.empty();
    if (wanted.holder().isPresent()) {
      holder =
          Optional.of(byHolder(signed, one(signed, false), octets, wanted.holder().get()));
    }
    return new KeyRule.Proof<>(claim, octets, wanted.newKey(), origin, holder);
  }

  static <T> T decode(Content<T> content, Der octets) throws Refused {
    try {
      return content.type().decode(octets.bytes());
    } catch (Asn1Exception e) {
      throw new Refused(ErrorCode.decodingFailure, "OP-18");
    }
  }

  private static Der octets(SignedData signed) throws Refused {
    return signed
        .content()
        .content()
        .orElseThrow(() -> new Refused(ErrorCode.decodingFailure, "OP-13"));
  }

  private static void check(SignedData signed, ObjectIdentifier type, int signers)
      throws Refused {
    if (signed.signers().size() != signers) throw failure("OP-12");
    if (!signed.content().contentType().equals(type)) throw failure("OP-13");
    if (!signed.digestAlgorithms().equals(digests(signed.signers()))) throw failure("OP-17");
  }

  private static TrustedCertificate byHolder(
      SignedData signed, SignerInfo info, Der octets, Expected expected) throws Refused {
    TrustedCertificate signer = expected.prove(signed, info.sid());
    try {
      Optional<String> origin = byKey(signed, info, octets, signer.certificate().signingKey());
      // PK-05: a passkey's certificate names the origin, and no other key signs in that way.
      if (!origin.equals(passkeyOrigin(signer.certificate()))) throw failure("PK-05");
    } catch (BadKey e) {
      throw new Refused(ErrorCode.invalidCertificate, "OP-15");
    }
    return signer;
  }

  private static Optional<String> passkeyOrigin(Certificate certificate) {
    boolean card = certificate.types().contains(CertificateType.CARD);
    return card ? certificate.uri() : Optional.empty();
  }

  /** Where the key signed from, if it is a passkey. */
  private static Optional<String> byKey(
      SignedData signed, SignerInfo info, Der octets, SigningPublicKey key) throws Refused {
    try {
      ObjectIdentifier type = signed.content().contentType();
      if (info.signatureAlgorithm().equals(Algorithm.PASSKEY)) {
        return Optional.of(
            Signatures.passkeyOrigin(info, key, type, octets.bytes())
                .orElseThrow(() -> failure("OP-17")));
      }
      if (!Signatures.verify(info, key, type, octets.bytes())) throw failure("OP-17");
      return Optional.empty();
    } catch (UnknownAlgorithm e) {
      throw new Refused(ErrorCode.messageNotSupported, "OP-16");
    }
  }

  /** The signature by a new key, or the one by the holder of a certificate (OP-21, OP-22). */
  private static SignerInfo one(SignedData signed, boolean newKey) throws Refused {
    for (SignerInfo info : signed.signers()) {
      if (info.sid().equals(IssuerAndSerialNumber.NEW_KEY) == newKey) return info;
    }
    throw failure("OP-21");
  }

  private static List<Algorithm> digests(List<SignerInfo> signers) {
    Algorithm first = signers.getFirst().digestAlgorithm();
    Algorithm last = signers.getLast().digestAlgorithm();
    return first.equals(last) ? List.of(first) : List.of(Algorithm.SHA256, Algorithm.SHA512);
  }

  private static Refused failure(String rule) {
    return new Refused(ErrorCode.signatureFailure, rule);
  }
}
