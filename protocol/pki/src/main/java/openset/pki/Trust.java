package openset.pki;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Whom a party trusts: roots, known authorities, CRLs and brand CRL identifiers. Immutable. */
public final class Trust {
  private Trust() {}

  /** Trust in {@code roots} alone. */
  public static Trust in(List<Certificate> roots) {
    return new Trust();
  }

  /** This trust, knowing {@code certificates} of authorities too: candidates, proved when used. */
  public Trust withCertificates(Collection<Certificate> certificates) {
    return this;
  }

  /** This trust, holding {@code crls}. */
  public Trust withCrls(Collection<CertificateList> crls, Instant now) throws Untrusted {
    return this;
  }

  /** This trust, holding {@code identifier}. */
  public Trust withBrandCrls(BrandCrlIdentifier identifier, Instant now) throws Untrusted {
    return this;
  }

  /** Proves {@code leaf} for {@code required}, with {@code offered} as further candidates. */
  public TrustedCertificate validate(
      Certificate leaf, List<Certificate> offered, Required required, Instant now)
      throws Untrusted {
    throw new Untrusted(Untrusted.Reason.MISSING, "not built yet");
  }
}
