package openset.pki;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.Limits;
import openset.asn1.Repeated;
import openset.asn1.Tagged;
import openset.crypto.DigestAlgorithm;
import openset.crypto.SigningPublicKey;
import openset.pki.x509.AlgorithmIdentifier;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;
import openset.pki.x509.PkiTime;

/**
 * A certificate revocation list, version 2, as read: nothing proved yet (spec/crl.md, RFC 5280 5).
 *
 * <pre>
 * CertificateList ::= SIGNED { TBSCertList }
 * </pre>
 *
 * Equal when the bytes are equal.
 */
public final class CertificateList {
  private static final Tagged<SignedObject<Tbs>> SIGNED =
      SignedObject.type("CertificateList", Tbs.TYPE);

  /** {@code CRLNumber ::= INTEGER (0..MAX)}, at most 20 octets (RFC 5280 5.2.3). */
  public static final Tagged<BigInteger> NUMBER =
      Asn1.INTEGER.map("CRLNumber", CertificateList::number, number -> number);

  /** Its ASN.1 type. */
  public static final Asn1Type<CertificateList> TYPE =
      AsSent.type(SIGNED).map("CertificateList", CertificateList::new, CertificateList::sent);

  private final AsSent<SignedObject<Tbs>> sent;
  private final Tbs tbs;
  private final BigInteger number;
  private final Optional<AuthorityKey> authorityKey;
  private final Set<BigInteger> serials;

  private CertificateList(AsSent<SignedObject<Tbs>> sent) {
    this.sent = sent;
    this.tbs = sent.value().toBeSigned().value();
    this.number =
        CertificateExtensions.value(tbs.extensions(), PkiOid.CRL_NUMBER, NUMBER)
            .orElseThrow(() -> new Asn1Exception("cRLNumber missing"));
    this.authorityKey =
        CertificateExtensions.value(tbs.extensions(), PkiOid.AUTHORITY_KEY, AuthorityKey.TYPE);
    this.serials =
        tbs.revoked().orElse(List.of()).stream()
            .map(Revoked::serialNumber)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What a CRL's signature covers.
   *
   * <pre>
   * TBSCertList ::= SEQUENCE {
   *   version              INTEGER (1),
   *   signature            AlgorithmIdentifier,
   *   issuer               Name,
   *   thisUpdate           Time,
   *   nextUpdate           Time,
   *   revokedCertificates  SEQUENCE SIZE (1..MAX) OF Revoked OPTIONAL,
   *   crlExtensions        [0] EXPLICIT SEQUENCE SIZE (1..MAX) OF Extension }
   * </pre>
   */
  public record Tbs(
      AlgorithmIdentifier signature,
      DistinguishedName issuer,
      Instant thisUpdate,
      Instant nextUpdate,
      Optional<List<Revoked>> revoked,
      List<Extension> extensions) {
    /** Its ASN.1 type. */
    public static final Tagged<Tbs> TYPE =
        sequence(
            "TBSCertList",
            field("version", Asn1.integer(1, 1), tbs -> 1),
            field("signature", AlgorithmIdentifier.TYPE, Tbs::signature),
            field("issuer", DistinguishedName.TYPE, Tbs::issuer),
            field("thisUpdate", PkiTime.TYPE, Tbs::thisUpdate),
            field("nextUpdate", PkiTime.TYPE, Tbs::nextUpdate),
            optional("revokedCertificates", Repeated.sequenceOf(Revoked.TYPE, 1), Tbs::revoked),
            field(
                "crlExtensions",
                Repeated.sequenceOf(Extension.TYPE, 1).explicit(0),
                Tbs::extensions),
            (version, algorithm, issuer, thisUpdate, nextUpdate, revoked, extensions) ->
                new Tbs(algorithm, issuer, thisUpdate, nextUpdate, revoked, extensions));

    /** Refuses an extension that is there twice. */
    public Tbs {
      extensions = Extension.distinct(extensions);
    }
  }

  /**
   * One revoked certificate.
   *
   * <pre>
   * Revoked ::= SEQUENCE {
   *   userCertificate     INTEGER,
   *   revocationDate      Time,
   *   crlEntryExtensions  SEQUENCE SIZE (1..MAX) OF Extension OPTIONAL }
   * </pre>
   */
  public record Revoked(
      BigInteger serialNumber, Instant at, Optional<List<Extension>> extensions) {
    static final Tagged<Revoked> TYPE =
        sequence(
            "Revoked",
            field("userCertificate", TbsCertificate.SERIAL, Revoked::serialNumber),
            field("revocationDate", PkiTime.TYPE, Revoked::at),
            optional(
                "crlEntryExtensions",
                Repeated.sequenceOf(Extension.TYPE, 1),
                Revoked::extensions),
            Revoked::new);

    /** Refuses an extension that is there twice. */
    public Revoked {
      extensions = extensions.map(Extension::distinct);
    }
  }

  /**
   * The CRL whose DER is exactly {@code der}; lists may be long, so our own limits hold.
   *
   * @throws Asn1Exception where the bytes are no CRL of SET's shape
   */
  public static CertificateList of(byte[] der) {
    return TYPE.decode(der, Limits.OWN);
  }

  /** The whole list, as sent. */
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

  /** Which authority's certificates it lists. */
  public DistinguishedName issuer() {
    return tbs.issuer();
  }

  /** Rises with every list of one issuer. */
  public BigInteger number() {
    return number;
  }

  /** When it was made. */
  public Instant thisUpdate() {
    return tbs.thisUpdate();
  }

  /** When the next one will have been made; after that this one is not current. */
  public Instant nextUpdate() {
    return tbs.nextUpdate();
  }

  /** Which certificate holds the key that signed it. */
  public Optional<AuthorityKey> authorityKey() {
    return authorityKey;
  }

  /** The entries, in the order of the list. */
  public List<Revoked> revoked() {
    return tbs.revoked().orElse(List.of());
  }

  /** Whether the certificate of this issuer with that number is revoked. */
  public boolean revokes(BigInteger serialNumber) {
    return serials.contains(serialNumber);
  }

  /** All extensions as they stand. */
  public List<Extension> extensions() {
    return tbs.extensions();
  }

  boolean signedBy(SigningPublicKey key) {
    return sent.value().signedBy(key, Tbs::signature);
  }

  private static BigInteger number(BigInteger number) {
    if (number.signum() < 0 || number.toByteArray().length > 20) {
      throw new IllegalArgumentException("CRL number");
    }
    return number;
  }

  private AsSent<SignedObject<Tbs>> sent() {
    return sent;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificateList that && der().equals(that.der());
  }

  @Override
  public int hashCode() {
    return der().hashCode();
  }

  @Override
  public String toString() {
    return "CertificateList[" + issuer().organization() + " " + number + "]";
  }
}
