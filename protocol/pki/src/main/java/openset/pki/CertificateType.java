package openset.pki;

import java.util.Set;
import openset.asn1.Tagged;
import openset.pki.x509.NamedBits;

/**
 * What a certificate's subject is in SET's hierarchy (SET 1.0, extension 2.23.42.7.1).
 *
 * <pre>
 * CertificateType ::= BIT STRING {
 *   card(0), mer(1), pgwy(2), cca(3), mca(4), pca(5), gca(6), bca(7), rca(8), acq(9) }
 * </pre>
 */
public enum CertificateType {
  /** Cardholder. */
  CARD,
  /** Merchant. */
  MER,
  /** Payment gateway. */
  PGWY,
  /** Cardholder certification authority. */
  CCA,
  /** Merchant certification authority. */
  MCA,
  /** Payment gateway certification authority. */
  PCA,
  /** Geo-political certification authority, between brand and CCA, MCA, PCA. */
  GCA,
  /** Brand certification authority. */
  BCA,
  /** Root certification authority. */
  RCA,
  /** Acquirer; no profile of ours issues it. */
  ACQ;

  /** The ASN.1 type of a set of them. */
  public static final Tagged<Set<CertificateType>> TYPE =
      NamedBits.type("CertificateType", CertificateType.class, CertificateType::ordinal);

  /** Whether a cardholder, merchant or gateway. */
  public boolean endEntity() {
    return this == CARD || this == MER || this == PGWY;
  }

  /** Whether a certificate of type {@code issuer} may issue one of this type (CERT-23). */
  public boolean mayBeIssuedBy(CertificateType issuer) {
    return switch (this) {
      case CARD -> issuer == CCA;
      case MER -> issuer == MCA;
      case PGWY -> issuer == PCA;
      case CCA, MCA, PCA -> issuer == GCA || issuer == BCA;
      case GCA -> issuer == BCA;
      case BCA -> issuer == RCA;
      case RCA, ACQ -> false;
    };
  }
}
