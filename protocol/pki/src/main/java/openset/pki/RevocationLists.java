package openset.pki;

import static openset.pki.Profile.invalid;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import openset.asn1.ObjectIdentifier;
import openset.crypto.BadKey;
import openset.crypto.SigningPublicKey;
import openset.pki.Untrusted.Reason;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;

/** The rules for accepting CRLs and brand CRL identifiers (spec/crl.md). */
final class RevocationLists {
  private static final Set<ObjectIdentifier> KNOWN =
      Set.of(PkiOid.CRL_NUMBER, PkiOid.AUTHORITY_KEY, PkiOid.CRL_REASON);

  /** Of one name and number there is one certificate; more are somebody's attempt to cost time. */
  private static final int CANDIDATES_MAX = 4;

  private RevocationLists() {}

  /** The authority that signed {@code crl}, which is sound and not from the future. */
  static Certificate signer(Trust trust, CertificateList crl, Instant now) throws Untrusted {
    knownOnly(crl.extensions());
    for (CertificateList.Revoked entry : crl.revoked()) {
      knownOnly(entry.extensions().orElse(List.of()));
    }
    notFromFuture(crl.thisUpdate(), now);
    return signer(trust, trust.named(crl.issuer()), crl.authorityKey(), crl::signedBy, now);
  }

  /** Proves that the brand's CA signed {@code identifier}, which is not from the future. */
  static void brandSigned(Trust trust, BrandCrlIdentifier identifier, Instant now)
      throws Untrusted {
    knownOnly(identifier.extensions());
    notFromFuture(identifier.notBefore(), now);
    List<Certificate> brands =
        trust.certificates().stream()
            .filter(certificate -> certificate.types().equals(Set.of(CertificateType.BCA)))
            .filter(certificate -> isBrand(certificate, identifier.brand()))
            .toList();
    signer(trust, brands, identifier.authorityKey(), identifier::signedBy, now);
  }

  private static boolean isBrand(Certificate certificate, String brand) {
    return certificate.subject().organization().equals(brand);
  }

  /** The one of {@code candidates} that is meant, signed, and may sign lists (CRL-02). */
  private static Certificate signer(
      Trust trust,
      List<Certificate> candidates,
      Optional<AuthorityKey> meant,
      Predicate<SigningPublicKey> signed,
      Instant now)
      throws Untrusted {
    Untrusted refusal = new Untrusted(Reason.MISSING, "CRL-02 its signer is not known");
    int tried = 0;
    for (Certificate candidate : candidates) {
      if (meant.stream().noneMatch(authority -> authority.names(candidate))) continue;
      if (++tried > CANDIDATES_MAX) throw invalid("CRL-02 too many candidates");
      try {
        signed(candidate, signed);
        new PathSearch(trust, List.of(), now, false).prove(candidate);
        return candidate;
      } catch (Untrusted e) {
        refusal = e;
      }
    }
    throw refusal;
  }

  private static void signed(Certificate candidate, Predicate<SigningPublicKey> signed)
      throws Untrusted {
    if (!candidate.keyUsage().contains(KeyUse.CRL_SIGN)) throw invalid("CRL-02 cRLSign");
    try {
      if (!signed.test(candidate.signingKey())) throw invalid("CRL-02 signature");
    } catch (BadKey e) {
      throw invalid("CERT-04 issuer's public key");
    }
  }

  private static void knownOnly(List<Extension> extensions) throws Untrusted {
    for (Extension extension : extensions) {
      if (extension.critical() && !KNOWN.contains(extension.id())) {
        throw invalid("CRL-03 unknown critical extension");
      }
    }
  }

  /** Whether {@code crl} is neither from the future nor out of date (CRL-05). */
  static void current(CertificateList crl, Instant now) throws Untrusted {
    current(crl.thisUpdate(), crl.nextUpdate(), now);
  }

  /** Whether {@code identifier} is neither from the future nor out of date (CRL-07). */
  static void current(BrandCrlIdentifier identifier, Instant now) throws Untrusted {
    current(identifier.notBefore(), identifier.notAfter(), now);
  }

  private static void notFromFuture(Instant from, Instant now) throws Untrusted {
    if (from.isAfter(now.plus(Proof.SKEW))) {
      throw new Untrusted(Reason.NOT_CURRENT_CRL, "CRL-05 from the future");
    }
  }

  private static void current(Instant from, Instant until, Instant now) throws Untrusted {
    notFromFuture(from, now);
    if (until.isBefore(now)) throw new Untrusted(Reason.NOT_CURRENT_CRL, "CRL-05 out of date");
  }

  /** Refuses a CRL older than the one held, or another of the same number (CRL-04). */
  static void notBack(CertificateList held, CertificateList next) throws Untrusted {
    boolean earlier = next.thisUpdate().isBefore(held.thisUpdate());
    notBack(held.number(), next.number(), held.equals(next), earlier);
  }

  /** Refuses an identifier older than the one held, or another of the same number (CRL-07). */
  static void notBack(BrandCrlIdentifier held, BrandCrlIdentifier next) throws Untrusted {
    boolean earlier = next.notBefore().isBefore(held.notBefore());
    notBack(held.sequenceNumber(), next.sequenceNumber(), held.equals(next), earlier);
  }

  private static void notBack(BigInteger held, BigInteger next, boolean same, boolean earlier)
      throws Untrusted {
    if (same) return;
    if (next.compareTo(held) <= 0 || earlier) {
      throw new Untrusted(Reason.NOT_CURRENT_CRL, "CRL-04 goes back behind the one held");
    }
  }
}
