package openset.pki;

import static openset.pki.Profile.invalid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.crypto.BadKey;
import openset.pki.Untrusted.Reason;

/**
 * One search for a path from a certificate up to a root. Bounded by depth and by the signatures it
 * may check, whatever a peer offers (CERT-26).
 */
final class PathSearch {
  private static final int DEPTH_MAX = 8;
  private static final int SIGNATURES_MAX = 32;

  private final Trust trust;
  private final List<Certificate> offered;
  private final Instant now;
  private final boolean revocation;
  private int signatures;

  /**
   * A search.
   *
   * @param revocation false only to find who signed a CRL, which no CRL can answer for
   */
  PathSearch(Trust trust, List<Certificate> offered, Instant now, boolean revocation) {
    this.trust = trust;
    this.offered = offered;
    this.now = now;
    this.revocation = revocation;
  }

  /** The proof that {@code certificate} leads to a root. */
  Proof prove(Certificate certificate) throws Untrusted {
    return prove(certificate, List.of());
  }

  private Proof prove(Certificate certificate, List<Certificate> below) throws Untrusted {
    Optional<Proof> known =
        revocation ? trust.cache().find(certificate, now) : Optional.empty();
    if (known.isPresent()) return known.get();
    Profile.check(certificate);
    inForce(certificate);
    Proof proof =
        trust.roots().contains(certificate) ? root(certificate) : below(certificate, below);
    if (revocation) trust.cache().keep(certificate, proof);
    return proof;
  }

  private void inForce(Certificate certificate) throws Untrusted {
    if (certificate.notBefore().isAfter(now.plus(Proof.SKEW))) {
      throw new Untrusted(Reason.EXPIRED, "CERT-07 not valid yet");
    }
    if (certificate.notAfter().isBefore(now)) {
      throw new Untrusted(Reason.EXPIRED, "CERT-07 no longer valid");
    }
  }

  private static Proof root(Certificate root) {
    return new Proof(
        List.of(), root.notBefore(), root.notAfter(), pathLength(root, Integer.MAX_VALUE));
  }

  /** Tries every certificate that may have signed this one, each by its key (CERT-22). */
  private Proof below(Certificate certificate, List<Certificate> below) throws Untrusted {
    if (below.size() + 1 >= DEPTH_MAX) throw invalid("CERT-26 deeper than " + DEPTH_MAX);
    List<Certificate> visited = new ArrayList<>(below);
    visited.add(certificate);
    Untrusted refusal = new Untrusted(Reason.MISSING, "CERT-22 no issuer at hand");
    for (Certificate issuer : issuers(certificate)) {
      if (visited.contains(issuer)) continue;
      try {
        if (!signed(certificate, issuer)) {
          if (refusal.reason() == Reason.MISSING) refusal = invalid("CERT-05 signature");
          continue;
        }
        return link(certificate, issuer, prove(issuer, visited));
      } catch (Untrusted e) {
        refusal = e;
      }
    }
    throw refusal;
  }

  private List<Certificate> issuers(Certificate certificate) {
    List<Certificate> issuers = new ArrayList<>(trust.named(certificate.issuer()));
    for (Certificate candidate : offered) {
      if (candidate.subject().equals(certificate.issuer()) && !issuers.contains(candidate)) {
        issuers.add(candidate);
      }
    }
    issuers.removeIf(issuer -> certificate.authorityKey().stream().noneMatch(a -> a.names(issuer)));
    return issuers;
  }

  private boolean signed(Certificate certificate, Certificate issuer) throws Untrusted {
    if (++signatures > SIGNATURES_MAX) throw invalid("CERT-26 too many candidates");
    try {
      return certificate.signedBy(issuer.signingKey());
    } catch (BadKey e) {
      throw invalid("CERT-04 issuer's public key");
    }
  }

  private Proof link(Certificate certificate, Certificate issuer, Proof above) throws Untrusted {
    boolean authority = certificate.basicConstraints().authority();
    if (!issuer.basicConstraints().authority()) throw invalid("CERT-14 issuer is no authority");
    if (authority && above.authoritiesBelow() < 1) throw invalid("CERT-25 path length");
    if (!hierarchy(certificate, issuer)) throw invalid("CERT-23 hierarchy");
    if (!sameBrand(certificate, issuer)) {
      throw new Untrusted(Reason.BRAND, "CERT-24 brand of issuer");
    }
    if (!keyInUse(certificate, issuer)) throw invalid("CERT-20 issuer's key not in use then");
    Instant from = Proof.later(above.from(), certificate.notBefore());
    Instant until = Proof.earlier(above.until(), certificate.notAfter());
    if (revocation) {
      CertificateList crl = trust.currentCrl(issuer, now);
      if (crl.revokes(certificate.serialNumber())) {
        throw new Untrusted(Reason.REVOKED, "CERT-27 on its issuer's CRL");
      }
      from = Proof.later(from, crl.thisUpdate());
      until = Proof.earlier(until, crl.nextUpdate());
    }
    int left = authority ? pathLength(certificate, above.authoritiesBelow() - 1) : 0;
    return new Proof(above.path(issuer), from, until, left);
  }

  private static int pathLength(Certificate authority, int most) {
    return Math.min(authority.basicConstraints().pathLength().orElse(most), most);
  }

  private static boolean hierarchy(Certificate certificate, Certificate issuer) {
    return certificate.types().stream()
        .allMatch(type -> issuer.types().stream().anyMatch(type::mayBeIssuedBy));
  }

  private static boolean sameBrand(Certificate certificate, Certificate issuer) {
    return issuer.types().contains(CertificateType.RCA)
        || issuer.subject().organization().equals(certificate.subject().organization());
  }

  private static boolean keyInUse(Certificate certificate, Certificate issuer) {
    Instant made = certificate.notBefore();
    return issuer
        .values()
        .keyPeriod()
        .map(period -> !made.isBefore(period.notBefore()) && !made.isAfter(period.notAfter()))
        .orElse(true);
  }
}
