package openset.authority.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;

/**
 * One certification authority with its keys in use.
 *
 * @param type RCA, BCA, CCA, MCA or PCA
 * @param issuing signs certificates and the CRL that lists them
 * @param signing signs messages; the root and brands have none
 * @param opening opens what is sealed to it; the root and brands have none
 */
public record CertificationAuthority(
    CertificateType type,
    SigningCredential issuing,
    Optional<SigningCredential> signing,
    Optional<OpeningCredential> opening) {
  /** The certificate of the key that issues. */
  public Certificate certificate() {
    return issuing.certificate();
  }

  /** BrandID; in the root, its own name. */
  public String brand() {
    return certificate().subject().organization();
  }

  /** What goes along with a certificate it issued: its own and those above it, without the root. */
  public List<Certificate> chain() {
    List<Certificate> chain = new ArrayList<>();
    chain.add(certificate());
    chain.addAll(issuing.chain());
    return chain;
  }

  /** All its certificates. */
  public List<Certificate> certificates() {
    List<Certificate> all = new ArrayList<>();
    all.add(certificate());
    signing.ifPresent(key -> all.add(key.certificate()));
    opening.ifPresent(key -> all.add(key.certificate()));
    return all;
  }

  @Override
  public String toString() {
    return "CertificationAuthority[" + type + " " + brand() + "]";
  }
}
