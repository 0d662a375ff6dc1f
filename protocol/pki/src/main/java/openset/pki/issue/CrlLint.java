package openset.pki.issue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openset.asn1.ObjectIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.KeyUse;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;

/** The rules for CRLs we issue (spec/crl.md). */
record CrlLint(Certificate issuer) implements Lint<CertificateList> {
  private static final Duration LONGEST = Duration.ofDays(31);

  @Override
  public void look(CertificateList draft, Findings findings) {
    Duration time = Duration.between(draft.thisUpdate(), draft.nextUpdate());
    findings.require(issuer.keyUsage().contains(KeyUse.CRL_SIGN), "CRL-02 issuer");
    findings.require(draft.issuer().equals(issuer.subject()), "CRL-02 issuer's name");
    findings.require(
        draft.authorityKey().stream().anyMatch(named -> named.names(issuer)), "CRL-02 key");
    findings.require(time.isPositive() && time.compareTo(LONGEST) <= 0, "CRL-06 how long current");
    findings.require(
        ids(draft.extensions()).equals(Set.of(PkiOid.CRL_NUMBER, PkiOid.AUTHORITY_KEY))
            && draft.extensions().stream().noneMatch(Extension::critical),
        "CRL-03 extensions");
    findings.require(
        draft.revoked().stream().map(CertificateList.Revoked::serialNumber).distinct().count()
            == draft.revoked().size(),
        "CRL-06 a certificate twice");
    findings.require(
        draft.revoked().stream()
            .map(entry -> ids(entry.extensions().orElse(List.of())))
            .allMatch(Set.of(PkiOid.CRL_REASON)::containsAll),
        "CRL-03 extensions of an entry");
  }

  private static Set<ObjectIdentifier> ids(List<Extension> extensions) {
    return extensions.stream().map(Extension::id).collect(Collectors.toSet());
  }
}
