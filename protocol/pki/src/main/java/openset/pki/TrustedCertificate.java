package openset.pki;

import java.util.List;
import java.util.Optional;
import openset.pki.x509.Only;

/**
 * A certificate that path validation proved for a purpose. Only {@link Trust} makes one; holding
 * one is the proof, for the moment it was made.
 */
public final class TrustedCertificate {
  private final List<Certificate> path;
  private final Required provedFor;

  TrustedCertificate(List<Certificate> path, Required provedFor) {
    this.path = List.copyOf(path);
    this.provedFor = provedFor;
  }

  /** The certificate itself. */
  public Certificate certificate() {
    return path.getFirst();
  }

  /** The certificates above it, its issuer first, the root last. */
  public List<Certificate> chain() {
    return path.subList(1, path.size());
  }

  /** The purpose it was proved for. */
  public Required provedFor() {
    return provedFor;
  }

  /** BrandID: the organization of its subject. */
  public String brand() {
    return certificate().subject().organization();
  }

  /** In a merchant's certificate. */
  public Optional<MerchantData> merchantData() {
    return certificate().merchantData();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustedCertificate that
        && path.equals(that.path)
        && provedFor.equals(that.provedFor);
  }

  @Override
  public int hashCode() {
    return certificate().hashCode();
  }

  @Override
  public String toString() {
    return "Trusted" + certificate();
  }
}
