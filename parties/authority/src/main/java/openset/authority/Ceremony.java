package openset.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.authority.world.Authorities;
import openset.authority.world.BrandAuthorities;
import openset.authority.world.CertificationAuthority;
import openset.authority.world.KeyFolder;
import openset.crypto.KeyFile;
import openset.crypto.Randomness;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.TrustBundle;
import openset.pki.issue.BrandCrlProfile;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.Draft;
import openset.pki.issue.Issuance;
import openset.pki.issue.LintRefusal;
import openset.pki.issue.LintedDraft;
import openset.pki.issue.RootProfile;

/**
 * Makes a world of authorities in a folder: keys, certificates, first CRLs and CRL identifiers.
 * What is there already stays as it is, so that a second run changes nothing, one after a crash
 * finishes, and one with another brand adds that brand.
 */
public final class Ceremony {
  private static final int ROOT_YEARS = 20;
  private static final int BRAND_YEARS = 10;
  private static final int AUTHORITY_YEARS = 5;

  private final Plan plan;
  private final KeyFolder place;
  private final Instant now;
  private final Randomness randomness;

  /** Root or brand: what it is called, and its country (ISO 3166 alpha-2). */
  public record Named(String name, String country) {}

  /**
   * What is to be there.
   *
   * @param suite of the keys that are made
   * @param listLife for how long the first CRLs and identifiers are current, at most 31 days
   */
  public record Plan(Suite suite, Named root, List<Named> brands, Duration listLife) {
    /** Copies the list; refuses brands whose files would have the same names. */
    public Plan {
      brands = List.copyOf(brands);
      Set<String> stems = new HashSet<>();
      for (Named brand : brands) {
        if (!stems.add(KeyFolder.stem(brand.name()))) {
          throw new IllegalArgumentException("two brands are called alike");
        }
      }
    }
  }

  private Ceremony(Plan plan, KeyFolder place, Instant now, Randomness randomness) {
    this.plan = plan;
    this.place = place;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.randomness = randomness;
  }

  /**
   * Holds the ceremony.
   *
   * @throws KeyFile.Unusable where a key file that is there is of another passphrase or open to
   *     others
   */
  public static void hold(Plan plan, KeyFolder place, Instant now, Randomness randomness)
      throws IOException, KeyFile.Unusable {
    new Ceremony(plan, place, now, randomness).perform();
  }

  /** Holds the ceremony as {@link #hold} does, and opens the world. */
  public static Authorities perform(
      Plan plan, KeyFolder place, Instant now, Randomness randomness)
      throws IOException, KeyFile.Unusable {
    hold(plan, place, now, randomness);
    return Authorities.open(place);
  }

  private void perform() throws IOException, KeyFile.Unusable {
    CertificationAuthority root = root();
    publish(place.rootCertificate(), root.certificate().der().bytes());
    if (!Files.exists(place.trust("root"))) {
      publish(
          place.trust("root"),
          new TrustBundle(List.of(), List.of(crl(root)), List.of()).der());
    }
    for (Named brand : plan.brands()) brand(brand, root);
  }

  private CertificationAuthority root() throws IOException, KeyFile.Unusable {
    KeyFile file = place.openOrCreate("root");
    Keys keys = new Keys(file, plan.suite(), randomness);
    SigningKeyPair pair = keys.signing(Authorities.ISSUE);
    if (file.chain(Authorities.ISSUE).isEmpty()) {
      RootProfile profile =
          new RootProfile(plan.root().country(), plan.root().name(), Optional.empty());
      Issuance issuance = Issuance.ofRoot(pair.publicKey(), now, after(ROOT_YEARS), randomness);
      Certificate root = lint(profile.draft(issuance)).sign(pair.signer());
      file.put(Authorities.ISSUE, pair, List.of(root.der().bytes()));
      file.save();
    }
    return Authorities.read(file, CertificateType.RCA);
  }

  private void brand(Named named, CertificationAuthority root)
      throws IOException, KeyFile.Unusable {
    String stem = KeyFolder.stem(named.name());
    CertificationAuthority brand =
        authority(new Below(stem, CertificateType.BCA, named, root), BRAND_YEARS);
    BrandAuthorities all =
        new BrandAuthorities(
            brand,
            authority(new Below(stem, CertificateType.CCA, named, brand), AUTHORITY_YEARS),
            authority(new Below(stem, CertificateType.MCA, named, brand), AUTHORITY_YEARS),
            authority(new Below(stem, CertificateType.PCA, named, brand), AUTHORITY_YEARS));
    if (!Files.exists(place.trust(stem))) publish(place.trust(stem), published(all).der());
  }

  private CertificationAuthority authority(Below below, int years)
      throws IOException, KeyFile.Unusable {
    KeyFile file = place.openOrCreate(below.file());
    Keys keys = new Keys(file, plan.suite(), randomness);
    keys.make(below.roles());
    boolean certified = false;
    for (Below.Role role : below.roles()) {
      if (!file.chain(role.alias()).isEmpty()) continue;
      byte[] spki = keys.publicKey(role);
      keys.certified(role, below.chain(issue(below.issuer(), role.profile(), spki, years)));
      certified = true;
    }
    if (certified) file.save();
    return Authorities.read(file, below.type());
  }

  private Certificate issue(
      CertificationAuthority issuer, CertificateProfile profile, byte[] spki, int years) {
    Issuance issuance =
        Issuance.under(issuer.certificate(), spki, now, after(years), randomness)
            .notBeyond(issuer.certificate().notAfter());
    return lint(profile.draft(issuance)).sign(issuer.issuing().signer());
  }

  private TrustBundle published(BrandAuthorities brand) {
    List<Certificate> certificates = new ArrayList<>();
    List<CertificateList> crls = new ArrayList<>();
    for (CertificationAuthority authority : brand.all()) {
      certificates.addAll(authority.certificates());
      crls.add(crl(authority));
    }
    BrandCrlProfile profile =
        new BrandCrlProfile(
            brand.brand().certificate(),
            BigInteger.ONE,
            now,
            now.plus(plan.listLife()),
            crls.stream().map(BrandCrlIdentifier.CrlIdentifier::of).toList());
    BrandCrlIdentifier identifier =
        lint(profile.draft()).sign(brand.brand().issuing().signer());
    return new TrustBundle(certificates, crls, List.of(identifier));
  }

  private CertificateList crl(CertificationAuthority authority) {
    CrlProfile profile =
        new CrlProfile(
            authority.certificate(), BigInteger.ONE, now, now.plus(plan.listLife()), List.of());
    return lint(profile.draft()).sign(authority.issuing().signer());
  }

  private void publish(Path file, byte[] octets) throws IOException {
    if (!Files.exists(file)) place.publish(file, octets);
  }

  private Instant after(int years) {
    return now.plus(Duration.ofDays(years * 365L));
  }

  private static <T> LintedDraft<T> lint(Draft<T> draft) {
    try {
      return draft.lint();
    } catch (LintRefusal e) {
      throw new IllegalArgumentException("no certificate can say this: " + e.getMessage(), e);
    }
  }
}
