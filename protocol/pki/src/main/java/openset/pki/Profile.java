package openset.pki;

import static java.util.Map.entry;
import static openset.pki.CertificateType.CCA;
import static openset.pki.CertificateType.MCA;
import static openset.pki.CertificateType.MER;
import static openset.pki.CertificateType.PCA;
import static openset.pki.CertificateType.RCA;
import static openset.pki.KeyUse.AGREE;
import static openset.pki.KeyUse.CERT_SIGN;
import static openset.pki.KeyUse.CRL_SIGN;
import static openset.pki.KeyUse.SIGN;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import openset.asn1.ObjectIdentifier;
import openset.crypto.AgreementPublicKey;
import openset.crypto.BadKey;
import openset.pki.Untrusted.Reason;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;

/** What every certificate must be by itself, whoever signed it (CERT-03 to CERT-20). */
public final class Profile {
  private static final Map<ObjectIdentifier, Boolean> CRITICAL =
      Map.ofEntries(
          entry(PkiOid.KEY_USAGE, true),
          entry(PkiOid.BASIC_CONSTRAINTS, true),
          entry(PkiOid.CERTIFICATE_TYPE, true),
          entry(PkiOid.HASHED_ROOT_KEY, true),
          entry(PkiOid.AUTHORITY_KEY, false),
          entry(PkiOid.KEY_PERIOD, false),
          entry(PkiOid.POLICIES, false),
          entry(PkiOid.SUBJECT_ALT_NAME, false),
          entry(PkiOid.MERCHANT_DATA, false),
          entry(PkiOid.CARD_CERT_REQUIRED, false),
          entry(PkiOid.TUNNELING, false),
          entry(PkiOid.SET_EXTENSIONS, false));
  private static final Set<Set<KeyUse>> USES =
      Set.of(Set.of(SIGN), Set.of(AGREE), Set.of(CERT_SIGN, CRL_SIGN));
  private static final Set<CertificateType> COMBINABLE = Set.of(CCA, MCA, PCA);
  private static final int BRAND_MAX = 40;

  private Profile() {}

  /** Refuses {@code certificate} with {@link Reason#INVALID} where it breaks the profile. */
  public static void check(Certificate certificate) throws Untrusted {
    extensions(certificate.extensions());
    names(certificate);
    uses(certificate);
    contents(certificate);
    key(certificate);
  }

  /** Every known extension as critical as it must be, and no other one critical. */
  static void extensions(Collection<Extension> extensions) throws Untrusted {
    for (Extension extension : extensions) {
      boolean known = CRITICAL.containsKey(extension.id());
      boolean critical = known && CRITICAL.get(extension.id());
      if (extension.critical() && !known) throw invalid("CERT-11 unknown critical extension");
      if (known && extension.critical() != critical) throw invalid("CERT-11 criticality");
    }
  }

  private static void names(Certificate certificate) throws Untrusted {
    if (certificate.notAfter().isBefore(certificate.notBefore())) {
      throw invalid("CERT-06 ends before it begins");
    }
    if (certificate.subject().organization().length() > BRAND_MAX) {
      throw invalid("CERT-10 brand too long");
    }
    if (certificate.selfIssued() != certificate.types().equals(Set.of(RCA))) {
      throw invalid("CERT-21 self-issued");
    }
  }

  private static void uses(Certificate certificate) throws Untrusted {
    Set<CertificateType> types = certificate.types();
    boolean issues = certificate.keyUsage().contains(CERT_SIGN);
    if (!USES.contains(certificate.keyUsage())) throw invalid("CERT-12 one use a key");
    if (types.isEmpty()) throw invalid("CERT-13 certificateType missing");
    if (types.size() > 1 && !COMBINABLE.containsAll(types)) {
      throw invalid("CERT-13 types do not go together");
    }
    if (issues != certificate.basicConstraints().authority()) {
      throw invalid("CERT-14 authority by one extension only");
    }
    if (issues && types.stream().anyMatch(CertificateType::endEntity)) {
      throw invalid("CERT-14 end entity as authority");
    }
  }

  private static void contents(Certificate certificate) throws Untrusted {
    boolean root = certificate.types().contains(RCA);
    if (root && !certificate.keyUsage().contains(CERT_SIGN)) throw invalid("CERT-14 root");
    if (!root && certificate.authorityKey().isEmpty()) throw invalid("CERT-15 missing");
    if (!certificate.values().policies().contains(PkiOid.SET_POLICY)) throw invalid("CERT-16");
    if (!root && certificate.hashedRootKey().isPresent()) throw invalid("CERT-17");
    if (certificate.types().contains(MER) != certificate.merchantData().isPresent()) {
      throw invalid("CERT-18 merchantData");
    }
  }

  private static void key(Certificate certificate) throws Untrusted {
    try {
      if (certificate.keyUsage().contains(AGREE)) {
        AgreementPublicKey.of(certificate.spki().bytes());
      } else {
        certificate.signingKey();
      }
    } catch (BadKey e) {
      throw invalid("CERT-04 public key");
    }
  }

  static Untrusted invalid(String rule) {
    return new Untrusted(Reason.INVALID, rule);
  }
}
