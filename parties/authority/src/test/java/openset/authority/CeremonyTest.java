package openset.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import openset.asn1.Der;
import openset.authority.Ceremony.Named;
import openset.authority.world.Authorities;
import openset.authority.world.CertificationAuthority;
import openset.authority.world.KeyFolder;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.Randomness;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CeremonyTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Randomness RANDOM = Randomness.secure();
  @TempDir private Path folder;

  static List<Suite> suites() {
    return List.of(Suite.CLASSICAL, Suite.EDWARDS);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everyAuthorityIsProvedByTheRootFileAndWhatWasPublished(Suite suite) throws Exception {
    Authorities world = perform(suite, "Aurora", "Meridian");
    Certificate root = Certificate.of(Files.readAllBytes(place().rootCertificate()));
    Trust trust = Trust.in(List.of(root));
    for (String stem : List.of("root", "aurora", "meridian")) {
      TrustBundle published = TrustBundle.of(Files.readAllBytes(place().trust(stem)));
      trust = published.heldBy(trust, NOW);
    }
    assertThat(world.brands()).hasSize(2);
    for (CertificationAuthority authority : world.all().subList(1, 9)) {
      for (Certificate certificate : authority.certificates()) {
        Required required =
            Required.of(
                authority.type(),
                certificate.keyUsage().contains(KeyUse.CERT_SIGN)
                    ? KeyUse.CERT_SIGN
                    : certificate.keyUsage().iterator().next(),
                authority.brand());
        assertThat(trust.validate(certificate, List.of(), required, NOW).chain())
            .endsWith(root);
      }
      boolean answers = authority.type() != CertificateType.BCA;
      assertThat(authority.certificates()).hasSize(answers ? 3 : 1);
    }
    assertThat(trust.brandCrls()).hasSize(2);
  }

  @Test
  void aSecondCeremonyChangesNothing() throws Exception {
    perform(Suite.CLASSICAL, "Aurora");
    Map<String, Der> before = files();
    Ceremony.perform(
        plan(Suite.EDWARDS, "Aurora"), place(), NOW.plus(Duration.ofDays(9)), RANDOM);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anotherBrandIsAddedUnderTheSameRoot() throws Exception {
    perform(Suite.CLASSICAL, "Aurora");
    Map<String, Der> before = files();
    Authorities world = perform(Suite.CLASSICAL, "Aurora", "Meridian");
    assertThat(files()).containsAllEntriesOf(before).hasSize(before.size() + 5);
    assertThat(world.brand("Meridian").orElseThrow().brand().issuing().certificate().issuer())
        .isEqualTo(world.root().certificate().subject());
  }

  @Test
  void aCeremonyThatDiedIsFinishedWithTheKeysItHadMade() throws Exception {
    perform(Suite.CLASSICAL, "Aurora");
    Files.delete(folder.resolve("w/aurora-pca.p12"));
    Files.delete(place().trust("aurora"));
    KeyFile half = KeyFile.load(folder.resolve("w/aurora-mca.p12"), passphrase());
    half.put("agree", half.agreement("agree"), List.of());
    byte[] spki = half.agreement("agree").publicKey().spki();
    half.save();
    Authorities world = perform(Suite.CLASSICAL, "Aurora");
    Certificate agree =
        world.brand("Aurora").orElseThrow().merchants().opening().orElseThrow().certificate();
    assertThat(agree.spki()).isEqualTo(Der.of(spki));
    assertThat(place().trust("aurora")).exists();
  }

  @Test
  void keyFilesAreTheirOwnersAndOpenWithTheirPassphraseOnly() throws Exception {
    perform(Suite.CLASSICAL, "Aurora");
    try (Stream<Path> files = Files.list(folder.resolve("w"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".p12")))
          .hasSize(5)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    KeyFolder wrong = new KeyFolder(folder.resolve("w"), Passphrase.of("another phrase"));
    KeyFile.Unusable refusal =
        catchThrowableOfType(KeyFile.Unusable.class, () -> Authorities.open(wrong));
    assertThat(refusal.reason()).isEqualTo(KeyFile.Reason.WRONG_PASSPHRASE);
  }

  @Test
  void brandsWhoseFilesWouldBeTheSameAreRefused() {
    assertThatThrownBy(() -> plan(Suite.CLASSICAL, "Aurora", "AURORA"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan(Suite.CLASSICAL, "Root"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Authorities perform(Suite suite, String... brands) throws Exception {
    return Ceremony.perform(plan(suite, brands), place(), NOW, RANDOM);
  }

  private static Ceremony.Plan plan(Suite suite, String... brands) {
    return new Ceremony.Plan(
        suite,
        new Named("OpenSET Demo Root", "CH"),
        Stream.of(brands).map(brand -> new Named(brand, "CH")).toList(),
        Duration.ofDays(7));
  }

  private KeyFolder place() {
    return new KeyFolder(folder.resolve("w"), passphrase());
  }

  private static Passphrase passphrase() {
    return Passphrase.of("correct horse");
  }

  private Map<String, Der> files() throws IOException {
    Map<String, Der> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("w"))) {
      for (Path file : files.toList()) {
        all.put(file.getFileName().toString(), Der.of(Files.readAllBytes(file)));
      }
    }
    return all;
  }
}
