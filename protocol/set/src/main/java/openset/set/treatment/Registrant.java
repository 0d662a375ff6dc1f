package openset.set.treatment;

import openset.pki.CertificateType;

/** Who registers, and the kind of authority it registers with (CERT-23). */
public enum Registrant {
  /** With a CCA, for a signature certificate. */
  CARDHOLDER(CertificateType.CARD, CertificateType.CCA),
  /** With an MCA, for both certificates. */
  MERCHANT(CertificateType.MER, CertificateType.MCA),
  /** With a PCA, for both certificates. */
  GATEWAY(CertificateType.PGWY, CertificateType.PCA);

  private final CertificateType type;
  private final CertificateType authority;

  Registrant(CertificateType type, CertificateType authority) {
    this.type = type;
    this.authority = authority;
  }

  /** What its certificates say it is. */
  public CertificateType type() {
    return type;
  }

  /** What its authority's certificates say that is. */
  public CertificateType authority() {
    return authority;
  }
}
