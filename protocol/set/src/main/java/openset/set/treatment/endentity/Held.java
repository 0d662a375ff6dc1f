package openset.set.treatment.endentity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.Trust;
import openset.pki.x509.DistinguishedName;
import openset.set.data.BrandID;
import openset.set.data.Digest;
import openset.set.data.Thumbs;

/** What an end entity tells an authority that it holds, so that it need not be sent again. */
final class Held {
  private Held() {}

  /** Thumbs of what {@code trust} holds of {@code brand} and of the roots, if it is anything. */
  static Optional<Thumbs> thumbs(Trust trust, BrandID brand) {
    List<Certificate> certificates = new ArrayList<>(trust.roots());
    trust.certificates().stream()
        .filter(certificate -> of(certificate.subject(), brand))
        .forEach(certificates::add);
    List<DistinguishedName> issuers =
        certificates.stream().map(Certificate::subject).collect(Collectors.toList());
    Stream<CertificateList> crls =
        trust.crls().stream().filter(crl -> issuers.contains(crl.issuer()));
    Stream<BrandCrlIdentifier> identifiers =
        trust.brandCrls().stream().filter(bci -> bci.brand().equals(brand.name()));
    Thumbs thumbs =
        new Thumbs(
            certificates.stream().map(c -> new Digest(c.thumb())).toList(),
            crls.map(crl -> new Digest(crl.thumb())).toList(),
            identifiers.map(bci -> new Digest(bci.thumb())).toList());
    return certificates.isEmpty() ? Optional.empty() : Optional.of(thumbs);
  }

  private static boolean of(DistinguishedName name, BrandID brand) {
    return name.organization().equals(brand.name());
  }
}
