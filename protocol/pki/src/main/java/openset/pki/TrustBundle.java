package openset.pki;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.time.Instant;
import java.util.List;
import openset.asn1.Asn1Exception;
import openset.asn1.Limits;
import openset.asn1.Repeated;
import openset.asn1.Tagged;

/**
 * What an authority publishes for all who trust its root: certificates of authorities, the current
 * CRLs, the brands' CRL identifiers. Nothing in it is proved, so it may come over any way.
 *
 * <pre>
 * TrustBundle ::= SEQUENCE {
 *   certificates  SEQUENCE OF Certificate,
 *   crls          SEQUENCE OF CertificateList,
 *   brandCrls     SEQUENCE OF BrandCRLIdentifier }
 * </pre>
 *
 * @param certificates of authorities, in any order
 * @param crls one of each issuing authority
 * @param brandCrls one of each brand
 */
public record TrustBundle(
    List<Certificate> certificates,
    List<CertificateList> crls,
    List<BrandCrlIdentifier> brandCrls) {
  /** Its ASN.1 type. */
  public static final Tagged<TrustBundle> TYPE =
      sequence(
          "TrustBundle",
          field("certificates", Repeated.sequenceOf(Certificate.TYPE), TrustBundle::certificates),
          field("crls", Repeated.sequenceOf(CertificateList.TYPE), TrustBundle::crls),
          field("brandCrls", Repeated.sequenceOf(BrandCrlIdentifier.TYPE), TrustBundle::brandCrls),
          TrustBundle::new);

  /** Copies the lists. */
  public TrustBundle {
    certificates = List.copyOf(certificates);
    crls = List.copyOf(crls);
    brandCrls = List.copyOf(brandCrls);
  }

  /**
   * The bundle whose DER is exactly {@code der}; lists may be long, so our own limits hold.
   *
   * @throws Asn1Exception where the bytes are none
   */
  public static TrustBundle of(byte[] der) {
    return TYPE.decode(der, Limits.OWN);
  }

  /** All that {@code trust} holds beyond its roots, to be stored. */
  public static TrustBundle of(Trust trust) {
    return new TrustBundle(
        List.copyOf(trust.certificates()), trust.crls(), trust.brandCrls());
  }

  /**
   * {@code trust} with all of this, or nothing of it. What {@code trust} holds already is never
   * given up for something older, and the roots stay as they are.
   *
   * @throws Untrusted where a part is not signed by an authority that leads to a root of {@code
   *     trust}, is from the future, or goes back (CRL-04, CRL-07)
   */
  public Trust heldBy(Trust trust, Instant now) throws Untrusted {
    Trust held = known(trust).withCrls(crls, now);
    for (BrandCrlIdentifier identifier : brandCrls) held = held.withBrandCrls(identifier, now);
    return held;
  }

  private Trust known(Trust trust) throws Untrusted {
    try {
      return trust.withCertificates(certificates);
    } catch (IllegalArgumentException e) {
      throw new Untrusted(Untrusted.Reason.INVALID, "CERT-26 too many authorities");
    }
  }

  /** The DER, as it is published. */
  public byte[] der() {
    return TYPE.encode(this);
  }
}
