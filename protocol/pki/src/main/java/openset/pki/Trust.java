package openset.pki;

import static openset.pki.Profile.invalid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openset.asn1.Der;
import openset.crypto.BadKey;
import openset.pki.Untrusted.Reason;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.HashedRootKey;

/**
 * Whom a party trusts: root certificates, the authorities it knows, the CRLs and brand CRL
 * identifiers it holds, in the order they came. Immutable and safe for many threads; what is added
 * gives a new value.
 *
 * <p>Certificates once proved are found again by their SHA-256, as long as every part of their path
 * is in force. Rules: spec/certificates.md (CERT-21 to CERT-29), spec/crl.md.
 */
public final class Trust {
  private static final int BAG_MAX = 64;
  private static final int KNOWN_MAX = 1024;

  private final Set<Certificate> roots;
  private final Set<Certificate> known;
  private final Map<CrlSource, CertificateList> crls;
  private final Map<String, BrandCrlIdentifier> brandCrls;
  private final Map<DistinguishedName, List<Certificate>> byName;
  private final ProofCache cache = new ProofCache();

  /** Who signs a CRL: an authority's name with its key, for a name alone may be another's too. */
  private record CrlSource(DistinguishedName issuer, Der spki) {
    static CrlSource of(Certificate authority) {
      return new CrlSource(authority.subject(), authority.spki());
    }
  }

  private Trust(
      Set<Certificate> roots,
      Set<Certificate> known,
      Map<CrlSource, CertificateList> crls,
      Map<String, BrandCrlIdentifier> brandCrls) {
    this.roots = Collections.unmodifiableSet(new LinkedHashSet<>(roots));
    this.known = Collections.unmodifiableSet(new LinkedHashSet<>(known));
    this.crls = Collections.unmodifiableMap(new LinkedHashMap<>(crls));
    this.brandCrls = Collections.unmodifiableMap(new LinkedHashMap<>(brandCrls));
    Set<Certificate> all = new LinkedHashSet<>(roots);
    all.addAll(known);
    this.byName = all.stream().collect(Collectors.groupingBy(Certificate::subject));
  }

  /**
   * Trust in {@code roots} alone, by configuration.
   *
   * @throws IllegalArgumentException where one of them is not a root that signed itself
   */
  public static Trust in(Collection<Certificate> roots) {
    try {
      for (Certificate root : roots) root(root);
    } catch (Untrusted e) {
      throw new IllegalArgumentException("a root that cannot be trusted: " + e.rule());
    }
    return new Trust(new LinkedHashSet<>(roots), Set.of(), Map.of(), Map.of());
  }

  private static void root(Certificate root) throws Untrusted {
    Profile.check(root);
    try {
      if (!root.selfIssued()) throw invalid("CERT-21 not a root");
      if (!root.signedBy(root.signingKey())) throw invalid("CERT-21 root not signed by itself");
    } catch (BadKey e) {
      throw invalid("CERT-04 root's public key");
    }
  }

  /**
   * This trust and the root that follows one of its roots: {@code next} must be the root whose
   * key's digest a trusted root carries (CERT-17).
   */
  public Trust withNextRoot(Certificate next, Instant now) throws Untrusted {
    root(next);
    if (next.notBefore().isAfter(now.plus(Proof.SKEW)) || next.notAfter().isBefore(now)) {
      throw new Untrusted(Reason.EXPIRED, "CERT-07 root");
    }
    HashedRootKey key = HashedRootKey.of(next.spki().bytes());
    if (roots.stream().noneMatch(root -> root.hashedRootKey().stream().anyMatch(key::equals))) {
      throw invalid("CERT-17 not the key the present root names");
    }
    Set<Certificate> more = new LinkedHashSet<>(roots);
    more.add(next);
    return new Trust(more, known, crls, brandCrls);
  }

  /**
   * This trust, knowing {@code certificates} of authorities too. They are candidates for paths and
   * are proved when used; certificates of others are passed over. The same value where nothing is
   * new.
   *
   * @throws IllegalArgumentException beyond 1,024 authorities
   */
  public Trust withCertificates(Collection<Certificate> certificates) {
    Set<Certificate> more = new LinkedHashSet<>(known);
    for (Certificate certificate : certificates) {
      boolean authority = certificate.basicConstraints().authority();
      if (authority && !roots.contains(certificate)) more.add(certificate);
    }
    if (more.size() > KNOWN_MAX) throw new IllegalArgumentException("too many authorities");
    return more.size() == known.size() ? this : new Trust(roots, more, crls, brandCrls);
  }

  /**
   * This trust, holding {@code news} too, each signed by a root or authority this trust knows; a
   * newer CRL takes the place of an older one. The same value where nothing is new.
   *
   * <p>One that is out of date is taken, so that what was stored can be held again after a restart
   * and guards against older ones; validation then asks for a current one.
   *
   * @throws Untrusted where one is malformed, from the future, not signed by a known authority, or
   *     has a lower number than the one held, or its number but other bytes (CRL-04)
   */
  public Trust withCrls(Collection<CertificateList> news, Instant now) throws Untrusted {
    Map<CrlSource, CertificateList> held = new LinkedHashMap<>(crls);
    for (CertificateList crl : news) {
      if (held.containsValue(crl)) continue;
      CrlSource source = CrlSource.of(RevocationLists.signer(this, crl, now));
      RevocationLists.notBack(held.getOrDefault(source, crl), crl);
      held.put(source, crl);
    }
    return held.equals(crls) ? this : new Trust(roots, known, held, brandCrls);
  }

  /**
   * This trust, holding {@code identifier} too, signed by the brand's CA, which this trust knows.
   * From now on every CRL named in it must be held, or nothing of that brand is valid (CRL-08). The
   * same value where it is not new.
   *
   * @throws Untrusted where it is malformed, from the future, not signed by the brand, or has a
   *     lower number than the one held, or its number but other bytes (CRL-07)
   */
  public Trust withBrandCrls(BrandCrlIdentifier identifier, Instant now) throws Untrusted {
    if (brandCrls.containsValue(identifier)) return this;
    RevocationLists.brandSigned(this, identifier, now);
    RevocationLists.notBack(
        brandCrls.getOrDefault(identifier.brand(), identifier), identifier);
    Map<String, BrandCrlIdentifier> held = new LinkedHashMap<>(brandCrls);
    held.put(identifier.brand(), identifier);
    return new Trust(roots, known, crls, held);
  }

  /**
   * This trust without brand CRL identifiers: to verify what brings a new one, for an old one that
   * is out of date would refuse it. Whoever uses it proves the same certificate again with the new
   * one before anything counts. The same value where none is held.
   */
  public Trust withoutBrandCrls() {
    return brandCrls.isEmpty() ? this : new Trust(roots, known, crls, Map.of());
  }

  /**
   * Proves that {@code leaf} leads to a root we trust, is in force, not revoked, and is what {@code
   * required} asks for.
   *
   * @param offered what came with it: at most 64 further certificates, in any order
   * @throws Untrusted with the reason and the rule
   */
  public TrustedCertificate validate(
      Certificate leaf, List<Certificate> offered, Required required, Instant now)
      throws Untrusted {
    if (offered.size() > BAG_MAX) throw invalid("CERT-26 more than " + BAG_MAX + " certificates");
    Proof proof = new PathSearch(this, offered, now, true).prove(leaf);
    TrustedCertificate trusted = new TrustedCertificate(proof.path(leaf), required);
    brandCrlsHeld(trusted, now);
    purpose(leaf, required);
    return trusted;
  }

  private static void purpose(Certificate leaf, Required required) throws Untrusted {
    if (!leaf.types().contains(required.type()) || !leaf.keyUsage().contains(required.use())) {
      throw new Untrusted(Reason.USAGE, "CERT-28 type or use");
    }
    String brand = leaf.subject().organization();
    if (!required.brand().map(brand::equals).orElse(true)) {
      throw new Untrusted(Reason.BRAND, "CERT-28 brand");
    }
  }

  private void brandCrlsHeld(TrustedCertificate trusted, Instant now) throws Untrusted {
    BrandCrlIdentifier identifier = brandCrls.get(trusted.brand());
    if (identifier == null) return;
    RevocationLists.current(identifier, now);
    for (BrandCrlIdentifier.CrlIdentifier named : identifier.crls()) {
      if (crls.values().stream().noneMatch(named::isCoveredBy)) {
        throw new Untrusted(Reason.NOT_CURRENT_CRL, "CRL-08 a CRL the brand names is not held");
      }
    }
  }

  /** Whether the CRL of exactly these octets is held. */
  public boolean holdsCrl(Der crl) {
    return crls.values().stream().anyMatch(held -> held.der().equals(crl));
  }

  /** The CRL of {@code issuer}'s key, current at {@code now}. */
  CertificateList currentCrl(Certificate issuer, Instant now) throws Untrusted {
    CertificateList crl = crls.get(CrlSource.of(issuer));
    if (crl == null) throw new Untrusted(Reason.NOT_CURRENT_CRL, "CRL-05 no CRL of an issuer");
    RevocationLists.current(crl, now);
    return crl;
  }

  /** Roots and known authorities called {@code name}. */
  List<Certificate> named(DistinguishedName name) {
    return byName.getOrDefault(name, List.of());
  }

  ProofCache cache() {
    return cache;
  }

  /** The roots. */
  public Set<Certificate> roots() {
    return roots;
  }

  /** The authorities known, unproved. */
  public Set<Certificate> certificates() {
    return known;
  }

  /** The CRLs held, to be stored: an older one must not be accepted after a restart either. */
  public List<CertificateList> crls() {
    return new ArrayList<>(crls.values());
  }

  /** The brand CRL identifiers held, to be stored likewise. */
  public List<BrandCrlIdentifier> brandCrls() {
    return new ArrayList<>(brandCrls.values());
  }
}
