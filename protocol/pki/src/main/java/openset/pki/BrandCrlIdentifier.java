package openset.pki;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.Repeated;
import openset.asn1.Tagged;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SigningPublicKey;
import openset.pki.x509.AlgorithmIdentifier;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;
import openset.pki.x509.SetString;

/**
 * A brand's list of the CRLs that are current (SET 1.0, BrandCRLIdentifier, "BCI"), as read:
 * nothing proved yet (spec/crl.md). Who trusts the brand must hold every CRL named in it.
 *
 * <pre>
 * BrandCRLIdentifier ::= SIGNED { UnsignedBrandCRLIdentifier }
 * </pre>
 *
 * Equal when the bytes are equal.
 */
public final class BrandCrlIdentifier {
  private static final Tagged<SignedObject<Tbs>> SIGNED =
      SignedObject.type("BrandCRLIdentifier", Tbs.TYPE);

  /** Its ASN.1 type. */
  public static final Asn1Type<BrandCrlIdentifier> TYPE =
      AsSent.type(SIGNED)
          .map("BrandCRLIdentifier", BrandCrlIdentifier::new, BrandCrlIdentifier::sent);

  private final AsSent<SignedObject<Tbs>> sent;
  private final Tbs tbs;
  private final Optional<AuthorityKey> authorityKey;

  private BrandCrlIdentifier(AsSent<SignedObject<Tbs>> sent) {
    this.sent = sent;
    this.tbs = sent.value().toBeSigned().value();
    this.authorityKey =
        CertificateExtensions.value(extensions(), PkiOid.AUTHORITY_KEY, AuthorityKey.TYPE);
  }

  /**
   * What the brand's signature covers.
   *
   * <pre>
   * UnsignedBrandCRLIdentifier ::= SEQUENCE {
   *   version           INTEGER (0),
   *   signature         AlgorithmIdentifier,
   *   sequenceNum       INTEGER (0..MAX),
   *   brandID           SETString (SIZE (1..40)),
   *   notBefore         GeneralizedTime,
   *   notAfter          GeneralizedTime,
   *   crlIdentifierSeq  [0] SEQUENCE OF CRLIdentifier,
   *   bciExtensions     [1] EXPLICIT SEQUENCE SIZE (1..MAX) OF Extension OPTIONAL }
   * </pre>
   *
   * SET 1.0 has no {@code signature} inside; with it the signature covers the name of its own
   * algorithm, as in certificates.
   */
  public record Tbs(
      AlgorithmIdentifier signature,
      BigInteger sequenceNumber,
      String brand,
      Instant notBefore,
      Instant notAfter,
      List<CrlIdentifier> crls,
      Optional<List<Extension>> extensions) {
    /** Its ASN.1 type. */
    public static final Tagged<Tbs> TYPE =
        sequence(
            "UnsignedBrandCRLIdentifier",
            field("version", Asn1.integer(0, 0), tbs -> 0),
            field("signature", AlgorithmIdentifier.TYPE, Tbs::signature),
            field("sequenceNum", CertificateList.NUMBER, Tbs::sequenceNumber),
            field("brandID", SetString.most(40), Tbs::brand),
            field("notBefore", Asn1.GENERALIZED_TIME, Tbs::notBefore),
            field("notAfter", Asn1.GENERALIZED_TIME, Tbs::notAfter),
            field(
                "crlIdentifierSeq",
                Repeated.sequenceOf(CrlIdentifier.TYPE).implicit(0),
                Tbs::crls),
            optional(
                "bciExtensions",
                Repeated.sequenceOf(Extension.TYPE, 1).explicit(1),
                Tbs::extensions),
            (version, algorithm, number, brand, notBefore, notAfter, crls, extensions) ->
                new Tbs(algorithm, number, brand, notBefore, notAfter, crls, extensions));

    /** Copies the list; refuses an extension that is there twice. */
    public Tbs {
      crls = List.copyOf(crls);
      extensions = extensions.map(Extension::distinct);
    }
  }

  /**
   * Names a CRL.
   *
   * <pre>
   * CRLIdentifier ::= SEQUENCE { issuerName Name, crlNumber INTEGER (0..MAX) }
   * </pre>
   */
  public record CrlIdentifier(DistinguishedName issuer, BigInteger number) {
    static final Tagged<CrlIdentifier> TYPE =
        sequence(
            "CRLIdentifier",
            field("issuerName", DistinguishedName.TYPE, CrlIdentifier::issuer),
            field("crlNumber", CertificateList.NUMBER, CrlIdentifier::number),
            CrlIdentifier::new);

    /** The name of {@code crl}. */
    public static CrlIdentifier of(CertificateList crl) {
      return new CrlIdentifier(crl.issuer(), crl.number());
    }

    /** Whether {@code crl} is the one named, or a later one of that issuer. */
    public boolean isCoveredBy(CertificateList crl) {
      return issuer.equals(crl.issuer()) && number.compareTo(crl.number()) <= 0;
    }
  }

  /**
   * The identifier whose DER is exactly {@code der}.
   *
   * @throws openset.asn1.Asn1Exception where the bytes are none
   */
  public static BrandCrlIdentifier of(byte[] der) {
    return TYPE.decode(der);
  }

  /** The whole value, as sent. */
  public Der der() {
    return sent.der();
  }

  /** The octets the signature covers. */
  public Der tbs() {
    return sent.value().toBeSigned().der();
  }

  /** SET's thumbprint: SHA-256 over {@link #tbs}. */
  public Der thumb() {
    return Der.of(DigestAlgorithm.SHA256.digest(tbs().bytes()));
  }

  /** Rises with every identifier of one brand. */
  public BigInteger sequenceNumber() {
    return tbs.sequenceNumber();
  }

  /** BrandID: the organization in the names of the brand's certificates. */
  public String brand() {
    return tbs.brand();
  }

  /** First second of validity. */
  public Instant notBefore() {
    return tbs.notBefore();
  }

  /** Last second of validity. */
  public Instant notAfter() {
    return tbs.notAfter();
  }

  /** The CRLs that must be held, by issuer and least number. */
  public List<CrlIdentifier> crls() {
    return tbs.crls();
  }

  /** Which certificate of the brand's CA holds the key that signed it. */
  public Optional<AuthorityKey> authorityKey() {
    return authorityKey;
  }

  /** All extensions as they stand. */
  public List<Extension> extensions() {
    return tbs.extensions().orElse(List.of());
  }

  boolean signedBy(SigningPublicKey key) {
    return sent.value().signedBy(key, Tbs::signature);
  }

  private AsSent<SignedObject<Tbs>> sent() {
    return sent;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BrandCrlIdentifier that && der().equals(that.der());
  }

  @Override
  public int hashCode() {
    return der().hashCode();
  }

  @Override
  public String toString() {
    return "BrandCrlIdentifier[" + brand() + " " + sequenceNumber() + "]";
  }
}
