package openset.authority.office;

import java.math.BigInteger;
import java.time.Instant;
import openset.asn1.Der;
import openset.authority.store.Certificates;
import openset.authority.store.Certificates.Draft;
import openset.authority.store.Certificates.Name;
import openset.authority.world.IssuerKey;
import openset.authority.store.PublishedLists;
import openset.authority.store.PublishedLists.Kind;
import openset.authority.store.PublishedLists.Number;
import openset.authority.world.Authorities;
import openset.authority.world.CertificationAuthority;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.TrustBundle;
import openset.store.Tx;

/** Takes over into the tables what a ceremony signed; again changes nothing. */
public record Adoption(Authorities authorities, Instant now) {
  /** Takes over certificates, first CRLs and CRL identifiers. */
  public void into(Tx tx) {
    for (CertificationAuthority authority : authorities.all()) {
      IssuerKey issuer = IssuerKey.of(authorities.issuerOf(authority).certificate());
      for (Certificate certificate : authority.certificates()) adopt(tx, issuer, certificate);
    }
    TrustBundle first = authorities.first();
    for (CertificationAuthority authority : authorities.all()) adopt(tx, authority, first);
  }

  private void adopt(Tx tx, IssuerKey issuer, Certificate certificate) {
    Certificates certificates = Certificates.in(tx);
    // The key decides, for two nodes may start at once.
    if (certificates.certified(certificate.spki())) return;
    if (certificates.find(new Name(issuer, certificate.serialNumber())).isPresent()) return;
    certificates.write(
        new Draft(
            issuer,
            certificate.serialNumber(),
            certificate.spki(),
            certificate.notAfter(),
            certificate.tbs()),
        now);
    certificates.store(issuer, certificate);
  }

  private static void adopt(Tx tx, CertificationAuthority authority, TrustBundle first) {
    IssuerKey key = IssuerKey.of(authority.certificate());
    PublishedLists lists = PublishedLists.in(tx);
    for (CertificateList crl : first.crls()) {
      boolean its =
          crl.authorityKey().filter(named -> named.names(authority.certificate())).isPresent();
      if (its) lists.adopt(number(key, Kind.CRL, crl.number()), crl.nextUpdate(), crl.der());
    }
    for (BrandCrlIdentifier bci : first.brandCrls()) {
      boolean its =
          bci.authorityKey().filter(named -> named.names(authority.certificate())).isPresent();
      Der der = bci.der();
      if (its) lists.adopt(number(key, Kind.BCI, bci.sequenceNumber()), bci.notAfter(), der);
    }
  }

  private static Number number(IssuerKey key, Kind kind, BigInteger number) {
    return new Number(key, kind, number.longValueExact());
  }
}
