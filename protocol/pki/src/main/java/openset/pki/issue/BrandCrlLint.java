package openset.pki.issue;

import java.time.Duration;
import java.util.Set;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;

/** The rules for brand CRL identifiers we issue (spec/crl.md). */
record BrandCrlLint(Certificate issuer) implements Lint<BrandCrlIdentifier> {
  private static final Duration LONGEST = Duration.ofDays(31);

  @Override
  public void look(BrandCrlIdentifier draft, Findings findings) {
    Duration time = Duration.between(draft.notBefore(), draft.notAfter());
    findings.require(issuer.keyUsage().contains(KeyUse.CRL_SIGN), "CRL-07 issuer");
    findings.require(issuer.types().equals(Set.of(CertificateType.BCA)), "CRL-07 no brand's CA");
    findings.require(draft.brand().equals(issuer.subject().organization()), "CRL-07 brand");
    findings.require(
        draft.authorityKey().stream().anyMatch(named -> named.names(issuer)), "CRL-07 key");
    findings.require(time.isPositive() && time.compareTo(LONGEST) <= 0, "CRL-09 how long current");
    findings.require(
        draft.crls().stream().map(BrandCrlIdentifier.CrlIdentifier::issuer).distinct().count()
            == draft.crls().size(),
        "CRL-09 an issuer twice");
    findings.require(
        draft.crls().stream().anyMatch(crl -> crl.issuer().equals(issuer.subject())),
        "CRL-09 the brand's own CRL");
  }
}
