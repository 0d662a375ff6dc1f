package openset.authority.world;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.crypto.KeyFile;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.treatment.Keyring;

/** All authorities of a world, their key files opened. */
public record Authorities(CertificationAuthority root, List<BrandAuthorities> brands) {
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
    for (String stem : place.brands()) {
      brands.add(
          new BrandAuthorities(
              read(place.open(stem + "-bca"), CertificateType.BCA),
              read(place.open(stem + "-cca"), CertificateType.CCA),
              read(place.open(stem + "-mca"), CertificateType.MCA),
              read(place.open(stem + "-pca"), CertificateType.PCA)));
    }
    return new Authorities(root, brands);
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
