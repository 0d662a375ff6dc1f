package openset.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.crypto.BadKey;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SigningPublicKey;
import openset.pki.x509.AlgorithmIdentifier;
import openset.pki.x509.BasicConstraints;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;
import openset.pki.x509.HashedRootKey;
import openset.pki.x509.Only;
import openset.pki.x509.Tunneling;

/**
 * An X.509 version 3 certificate as read: strict DER, the exact bytes kept, nothing proved yet.
 * Only {@link Trust#validate} turns one into a {@link TrustedCertificate}.
 *
 * <pre>
 * Certificate ::= SIGNED { TBSCertificate }
 * </pre>
 *
 * Equal when the bytes are equal. Source: spec/certificates.md, RFC 5280.
 */
public final class Certificate {
  private static final Tagged<SignedObject<TbsCertificate>> SIGNED =
      SignedObject.type("Certificate", TbsCertificate.TYPE);

  /** Its ASN.1 type. */
  public static final Asn1Type<Certificate> TYPE =
      AsSent.type(SIGNED).map("Certificate", Certificate::new, Certificate::sent);

  private final AsSent<SignedObject<TbsCertificate>> sent;
  private final TbsCertificate tbs;
  private final CertificateExtensions extensions;
  private volatile Optional<Der> thumb = Optional.empty();
  private volatile Optional<Der> fingerprint = Optional.empty();
  private volatile Optional<SigningPublicKey> signingKey = Optional.empty();

  private Certificate(AsSent<SignedObject<TbsCertificate>> sent) {
    this.sent = sent;
    this.tbs = sent.value().toBeSigned().value();
    this.extensions = CertificateExtensions.of(tbs.extensions());
  }

  /**
   * The certificate whose DER is exactly {@code der}.
   *
   * @throws openset.asn1.Asn1Exception where the bytes are no certificate of SET's shape
   */
  public static Certificate of(byte[] der) {
    return TYPE.decode(der);
  }

  /** The whole certificate, as sent. */
  public Der der() {
    return sent.der();
  }

  /** The octets the signature covers. */
  public Der tbs() {
    return sent.value().toBeSigned().der();
  }

  /** SET's thumbprint: SHA-256 over {@link #tbs}, the digest the signature covers. */
  public Der thumb() {
    return thumb.orElseGet(
        () -> {
          Der digest = sha256(tbs());
          thumb = Optional.of(digest);
          return digest;
        });
  }

  /** SHA-256 over {@link #der}, signature included: names these very bytes. */
  public Der fingerprint() {
    return fingerprint.orElseGet(
        () -> {
          Der digest = sha256(der());
          fingerprint = Optional.of(digest);
          return digest;
        });
  }

  private static Der sha256(Der octets) {
    return Der.of(DigestAlgorithm.SHA256.digest(octets.bytes()));
  }

  /** Positive, at most 20 octets. */
  public BigInteger serialNumber() {
    return tbs.serialNumber();
  }

  /** How it is signed, as the signature covers it. */
  public AlgorithmIdentifier signatureAlgorithm() {
    return tbs.signature();
  }

  /** Who signed it, so it says. */
  public DistinguishedName issuer() {
    return tbs.issuer();
  }

  /** Whose it is. */
  public DistinguishedName subject() {
    return tbs.subject();
  }

  /** First second of validity. */
  public Instant notBefore() {
    return tbs.validity().notBefore();
  }

  /** Last second of validity. */
  public Instant notAfter() {
    return tbs.validity().notAfter();
  }

  /** The DER of its SubjectPublicKeyInfo. */
  public Der spki() {
    return tbs.publicKey();
  }

  /** The subject's key for checking signatures. */
  public SigningPublicKey signingKey() throws BadKey {
    if (signingKey.isEmpty()) {
      signingKey = Optional.of(SigningPublicKey.of(spki().bytes()));
    }
    return signingKey.orElseThrow();
  }

  /** What the key is for; empty where the certificate does not say. */
  public Set<KeyUse> keyUsage() {
    return extensions.keyUsage();
  }

  /** What the subject is; empty where the certificate does not say. */
  public Set<CertificateType> types() {
    return extensions.types();
  }

  /** Whether an authority. */
  public BasicConstraints basicConstraints() {
    return extensions.basicConstraints();
  }

  /** Which certificate holds the key that signed this one. */
  public Optional<AuthorityKey> authorityKey() {
    return extensions.authorityKey();
  }

  /** In a root: the digest of the next root's key. */
  public Optional<HashedRootKey> hashedRootKey() {
    return extensions.hashedRootKey();
  }

  /** In a merchant's certificates. */
  public Optional<MerchantData> merchantData() {
    return extensions.merchantData();
  }

  /** In a gateway's: whether it takes signed payment instructions only. Absent means no. */
  public boolean cardCertRequired() {
    return extensions.cardCertRequired().orElse(false);
  }

  /** In a gateway's or authority's encryption certificate. */
  public Optional<Tunneling> tunneling() {
    return extensions.tunneling();
  }

  /** In a gateway's: the message extensions it supports. */
  public List<ObjectIdentifier> setExtensions() {
    return extensions.setExtensions();
  }

  /** In a merchant's: its web origin. */
  public Optional<String> uri() {
    return extensions.uri();
  }

  /** All extensions as they stand. */
  public List<Extension> extensions() {
    return tbs.extensions();
  }

  /** Whether issuer and subject are the same name: a root, or one that claims to be. */
  public boolean selfIssued() {
    return issuer().equals(subject());
  }

  CertificateExtensions values() {
    return extensions;
  }

  /** Whether {@code key} signed it, with that key's algorithm. */
  boolean signedBy(SigningPublicKey key) {
    return sent.value().signedBy(key, TbsCertificate::signature);
  }

  private AsSent<SignedObject<TbsCertificate>> sent() {
    return sent;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Certificate that && der().equals(that.der());
  }

  @Override
  public int hashCode() {
    return der().hashCode();
  }

  /** Types and serial number, for logs: no name, for it may be a person's. */
  @Override
  public String toString() {
    return "Certificate[" + types() + " " + serialNumber().toString(16) + "]";
  }
}
