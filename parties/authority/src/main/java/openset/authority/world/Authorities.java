package openset.authority.world;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.crypto.KeyFile;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.TrustBundle;
import openset.set.treatment.Keyring;

/**
 * All authorities of a world, their key files opened.
 *
 * @param first what the ceremony published: first CRLs and CRL identifiers
 */
public record Authorities(
    CertificationAuthority root, List<BrandAuthorities> brands, TrustBundle first) {
  /** Under which an authority's issuing key lies in its key file. */
  public static final String ISSUE = "issue";

  /** Under which its key for messages lies. */
  public static final String SIGN = "sign";

  /** Under which its key for envelopes lies. */
  public static final String AGREE = "agree";

  /** Copies the list. */
  public Authorities {
    brands = List.copyOf(brands);
  }

  /**
   * Opens what a ceremony made.
   *
   * @throws KeyFile.Unusable where a key file is missing, incomplete, open to others or of another
   *     passphrase
   */
  public static Authorities open(KeyFolder place) throws IOException, KeyFile.Unusable {
    CertificationAuthority root = read(place.open(KeyFolder.ROOT), CertificateType.RCA);
    List<BrandAuthorities> brands = new ArrayList<>();
    List<TrustBundle> published = new ArrayList<>();
    published.add(TrustBundle.of(Files.readAllBytes(place.trust(KeyFolder.ROOT))));
    for (String stem : place.brands()) {
      brands.add(
          new BrandAuthorities(
              read(place.open(stem + "-bca"), CertificateType.BCA),
              read(place.open(stem + "-cca"), CertificateType.CCA),
              read(place.open(stem + "-mca"), CertificateType.MCA),
              read(place.open(stem + "-pca"), CertificateType.PCA)));
      published.add(TrustBundle.of(Files.readAllBytes(place.trust(stem))));
    }
    return new Authorities(root, brands, together(published));
  }

  private static TrustBundle together(List<TrustBundle> parts) {
    return new TrustBundle(
        parts.stream().flatMap(part -> part.certificates().stream()).toList(),
        parts.stream().flatMap(part -> part.crls().stream()).toList(),
        parts.stream().flatMap(part -> part.brandCrls().stream()).toList());
  }

  /** The authority whose keys are in {@code file}. */
  public static CertificationAuthority read(KeyFile file, CertificateType type)
      throws KeyFile.Unusable {
    boolean answers = type != CertificateType.RCA && type != CertificateType.BCA;
    return new CertificationAuthority(
        type,
        signing(file, ISSUE),
        answers ? Optional.of(signing(file, SIGN)) : Optional.empty(),
        answers ? Optional.of(opening(file)) : Optional.empty());
  }

  private static SigningCredential signing(KeyFile file, String alias) throws KeyFile.Unusable {
    List<Certificate> chain = chain(file, alias);
    return new SigningCredential(
        file.signing(alias).signer(), chain.getFirst(), chain.subList(1, chain.size()));
  }

  private static OpeningCredential opening(KeyFile file) throws KeyFile.Unusable {
    List<Certificate> chain = chain(file, AGREE);
    return new OpeningCredential(
        file.agreement(AGREE).agreement(), chain.getFirst(), chain.subList(1, chain.size()));
  }

  private static List<Certificate> chain(KeyFile file, String alias) {
    List<Certificate> chain = file.chain(alias).stream().map(Certificate::of).toList();
    if (chain.isEmpty()) {
      throw new IllegalStateException(alias + " of " + file + " has no certificate yet");
    }
    return chain;
  }

  /** Every authority, the root first. */
  public List<CertificationAuthority> all() {
    return Stream.concat(
            Stream.of(root), brands.stream().flatMap(brand -> brand.all().stream()))
        .toList();
  }

  /** Who issued the certificates of {@code authority}; the root's, itself. */
  public CertificationAuthority issuerOf(CertificationAuthority authority) {
    return authority.type() == CertificateType.RCA || authority.type() == CertificateType.BCA
        ? root
        : brand(authority.brand()).orElseThrow().brand();
  }

  /** The authorities of that brand. */
  public Optional<BrandAuthorities> brand(String name) {
    return brands.stream().filter(brand -> brand.name().equals(name)).findFirst();
  }

  /** All certificates below the root. */
  public List<Certificate> certificates() {
    return brands.stream()
        .flatMap(brand -> brand.all().stream())
        .flatMap(authority -> authority.certificates().stream())
        .toList();
  }

  /** The keys with which they answer messages. */
  public Keyring keyring() {
    return new Keyring(
        all().stream().flatMap(authority -> authority.signing().stream()).toList(),
        all().stream().flatMap(authority -> authority.opening().stream()).toList());
  }
}
