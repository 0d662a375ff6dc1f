package openset.pki.issue;

import static openset.pki.x509.PkiOid.AUTHORITY_KEY;
import static openset.pki.x509.PkiOid.BASIC_CONSTRAINTS;
import static openset.pki.x509.PkiOid.CARD_CERT_REQUIRED;
import static openset.pki.x509.PkiOid.CERTIFICATE_TYPE;
import static openset.pki.x509.PkiOid.HASHED_ROOT_KEY;
import static openset.pki.x509.PkiOid.KEY_PERIOD;
import static openset.pki.x509.PkiOid.KEY_USAGE;
import static openset.pki.x509.PkiOid.MERCHANT_DATA;
import static openset.pki.x509.PkiOid.POLICIES;
import static openset.pki.x509.PkiOid.SET_EXTENSIONS;
import static openset.pki.x509.PkiOid.SUBJECT_ALT_NAME;
import static openset.pki.x509.PkiOid.TUNNELING;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import openset.asn1.ObjectIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Profile;
import openset.pki.Untrusted;
import openset.pki.x509.AlgorithmIdentifier;
import openset.pki.x509.Extension;

/** The rules for certificates we issue: those of every receiver, and the narrower ones of ours. */
record CertificateLint(Optional<Certificate> issuer) implements Lint<Certificate> {
  private static final int SERIAL_BITS_MIN = 120;

  @Override
  public void look(Certificate draft, Findings findings) {
    try {
      Profile.check(draft);
    } catch (Untrusted e) {
      findings.require(false, e.rule());
    }
    findings.require(draft.serialNumber().bitLength() >= SERIAL_BITS_MIN, "CERT-03 serial number");
    findings.require(
        !Duration.between(draft.notBefore(), draft.notAfter()).minus(longest(draft)).isPositive(),
        "CERT-32 valid too long");
    extensions(draft, findings);
    SubjectLint.look(draft, findings);
    issuer.ifPresentOrElse(
        authority -> under(draft, authority, findings),
        () -> findings.require(draft.types().equals(Set.of(CertificateType.RCA)), "CERT-21 root"));
  }

  private static Duration longest(Certificate draft) {
    int years = draft.types().stream().mapToInt(CertificateLint::years).max().orElse(0);
    return Duration.ofDays(years * 366L + 32);
  }

  private static int years(CertificateType type) {
    return switch (type) {
      case CARD, MER, PGWY -> 1;
      case CCA, MCA, PCA, GCA -> 5;
      case BCA -> 10;
      case RCA -> 20;
      case ACQ -> 0;
    };
  }

  private static void under(Certificate draft, Certificate issuer, Findings findings) {
    boolean authority = draft.basicConstraints().authority();
    int room = issuer.basicConstraints().pathLength().orElse(Integer.MAX_VALUE);
    int wanted = draft.basicConstraints().pathLength().orElse(Integer.MAX_VALUE);
    findings.require(issuer.keyUsage().contains(KeyUse.CERT_SIGN), "CERT-12 issuer");
    findings.require(draft.issuer().equals(issuer.subject()), "CERT-09 issuer's name");
    findings.require(
        draft.authorityKey().stream().anyMatch(named -> named.names(issuer)), "CERT-15 issuer");
    findings.require(
        draft.types().stream().allMatch(t -> issuer.types().stream().anyMatch(t::mayBeIssuedBy)),
        "CERT-23 hierarchy");
    findings.require(sameBrand(draft, issuer), "CERT-24 brand");
    findings.require(!authority || wanted < room, "CERT-25 path length");
    findings.require(!draft.notBefore().isBefore(issuer.notBefore()), "CERT-32 before issuer");
    findings.require(!draft.notAfter().isAfter(issuer.notAfter()), "CERT-32 beyond issuer");
    findings.require(
        AlgorithmIdentifier.of(Issuance.keyOf(issuer).algorithm().oid())
            .equals(draft.signatureAlgorithm()),
        "CERT-05 algorithm");
  }

  private static boolean sameBrand(Certificate draft, Certificate issuer) {
    return issuer.types().contains(CertificateType.RCA)
        || issuer.subject().organization().equals(draft.subject().organization());
  }

  private static void extensions(Certificate draft, Findings findings) {
    Set<ObjectIdentifier> present = new HashSet<>();
    for (Extension extension : draft.extensions()) present.add(extension.id());
    Set<ObjectIdentifier> must = must(draft);
    findings.require(present.containsAll(must), "CERT-11 extension missing");
    present.removeAll(must);
    findings.require(may(draft).containsAll(present), "CERT-11 extension not in profile");
  }

  private static Set<ObjectIdentifier> must(Certificate draft) {
    Set<ObjectIdentifier> must = new HashSet<>(Set.of(KEY_USAGE, POLICIES, CERTIFICATE_TYPE));
    if (draft.keyUsage().contains(KeyUse.CERT_SIGN)) must.add(BASIC_CONSTRAINTS);
    if (!draft.types().contains(CertificateType.RCA)) must.add(AUTHORITY_KEY);
    if (draft.types().contains(CertificateType.MER)) must.add(MERCHANT_DATA);
    if (sealedFor(draft)) must.add(TUNNELING);
    return must;
  }

  private static Set<ObjectIdentifier> may(Certificate draft) {
    Set<ObjectIdentifier> may = new HashSet<>();
    if (draft.types().contains(CertificateType.RCA)) may.add(HASHED_ROOT_KEY);
    boolean origin =
        draft.types().contains(CertificateType.MER)
            || draft.types().contains(CertificateType.CARD);
    if (origin) may.add(SUBJECT_ALT_NAME);
    if (draft.keyUsage().contains(KeyUse.CERT_SIGN)) may.add(KEY_PERIOD);
    if (draft.types().contains(CertificateType.PGWY) && sealedFor(draft)) {
      may.addAll(Set.of(CARD_CERT_REQUIRED, SET_EXTENSIONS));
    }
    return may;
  }

  /** Whether others seal for this key and must know how. */
  private static boolean sealedFor(Certificate draft) {
    return draft.keyUsage().contains(KeyUse.AGREE)
        && !draft.types().contains(CertificateType.MER);
  }
}
