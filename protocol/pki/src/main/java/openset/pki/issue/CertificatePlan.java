package openset.pki.issue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import openset.pki.x509.DistinguishedName;

/**
 * What a certificate says of its subject.
 *
 * @param pathLength of an issuing authority: how many authorities may follow below it
 * @param merchant in a merchant's certificates
 * @param origin a merchant's web origin
 * @param nextRootKey in a root: the SubjectPublicKeyInfo of the next root
 * @param terms in a gateway's or authority's encryption certificate
 */
public record CertificatePlan(
    DistinguishedName subject,
    Set<CertificateType> types,
    KeyRole role,
    int pathLength,
    Optional<MerchantData> merchant,
    Optional<String> origin,
    Optional<Der> nextRootKey,
    Optional<Terms> terms) {

  /**
   * What who seals for this key must know.
   *
   * @param cardCertRequired whether a gateway takes signed payment instructions only
   * @param tunneling content encryption algorithms understood, best first
   * @param setExtensions message extensions a gateway supports
   */
  public record Terms(
      boolean cardCertRequired,
      List<ObjectIdentifier> tunneling,
      List<ObjectIdentifier> setExtensions) {
    /** AES-256-GCM (NIST 2.16.840.1.101.3.4.1.46): all our suites have. */
    public static final ObjectIdentifier AES_256_GCM =
        ObjectIdentifier.of("2.16.840.1.101.3.4.1.46");

    /** Copies the lists. */
    public Terms {
      tunneling = List.copyOf(tunneling);
      setExtensions = List.copyOf(setExtensions);
    }

    /** AES-256-GCM and no message extensions. */
    public static Terms of(boolean cardCertRequired) {
      return new Terms(cardCertRequired, List.of(AES_256_GCM), List.of());
    }
  }

  /** A plan with none of the optional parts. */
  static CertificatePlan of(
      DistinguishedName subject, Set<CertificateType> types, KeyRole role, int pathLength) {
    return new CertificatePlan(
        subject,
        types,
        role,
        pathLength,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  CertificatePlan withOrigin(Optional<String> added) {
    return new CertificatePlan(
        subject, types, role, pathLength, merchant, added, nextRootKey, terms);
  }

  CertificatePlan withTerms(Optional<Terms> added) {
    return new CertificatePlan(
        subject, types, role, pathLength, merchant, origin, nextRootKey, added);
  }
}
