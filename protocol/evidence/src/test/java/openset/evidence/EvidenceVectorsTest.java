package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.pki.Certificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles of {@code vectors/evidence} are what their headers say. */
final class EvidenceVectorsTest {
  static List<String> names() throws IOException {
    return names(EvidenceVectors.FOLDER);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".hex") && !name.endsWith(EvidenceVectors.ROOT))
          .sorted()
          .toList();
    }
  }

  private static EvidenceVectors.Vector read(Path folder, String name) throws IOException {
    return EvidenceVectors.Vector.parse(Files.readString(folder.resolve(name)));
  }

  private static void isAsItSays(Path folder, String name) throws IOException {
    EvidenceVectors.Vector vector = read(folder, name);
    Certificate root = Certificate.of(read(folder, vector.root()).body());
    EvidenceVerdict verdict =
        Verify.verify(vector.body(), root, Market.NOW.plus(Duration.ofDays(30)));
    List<Finding> fails = verdict.findings().stream().filter(Finding::fails).toList();
    if (vector.header().get("expect").equals("holds")) {
      assertThat(fails).isEmpty();
    } else {
      assertThat(fails)
          .anyMatch(
              finding ->
                  finding.kind().name().equals(vector.header().get("kind"))
                      && finding.cause().name().equals(vector.header().get("cause")));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  @Tag("EVID-01")
  void eachIsWhatItSays(String name) throws IOException {
    isAsItSays(EvidenceVectors.FOLDER, name);
    EvidenceVectors.Vector vector = read(EvidenceVectors.FOLDER, name);
    assertThat(EvidenceVectors.Vector.parse(vector.text()).body()).isEqualTo(vector.body());
  }

  @Test
  @Tag("EVID-39")
  void theOneWithTheAcquirersLineIsMadeOfTheSamePartsToday(@TempDir Path folder)
      throws Exception {
    EvidenceVectors.write(folder);
    EvidenceVectors.Vector kept = read(EvidenceVectors.FOLDER, "settlement.hex");
    assertThat(outline(read(folder, "settlement.hex").body())).isEqualTo(outline(kept.body()));
    Certificate root = Certificate.of(read(EvidenceVectors.FOLDER, kept.root()).body());
    EvidenceVerdict verdict =
        Verify.verify(kept.body(), root, Market.NOW.plus(Duration.ofDays(30)));
    assertThat(verdict.of(Kind.SETTLEMENT).getFirst().words().en())
        .contains("C00000042", Settled.FEE.toString(), "999011-P7");
  }

  private static List<String> outline(byte[] der) {
    return Leaves.of(der).stream().map(Leaves.Leaf::place).toList();
  }

  @Test
  void whatIsThereKeepsItsOctets(@TempDir Path folder) throws Exception {
    Path root = folder.resolve(EvidenceVectors.ROOT);
    Files.copy(EvidenceVectors.FOLDER.resolve(EvidenceVectors.ROOT), root);
    EvidenceVectors.write(folder);
    assertThat(root).hasSameBinaryContentAs(EvidenceVectors.FOLDER.resolve(EvidenceVectors.ROOT));
    assertThat(names(folder)).containsExactly("settlement-other.hex", "settlement.hex");
  }

  @Test
  void theWriterMakesTheSameOnesToday(@TempDir Path folder) throws Exception {
    EvidenceVectors.write(folder);
    assertThat(names(folder)).isEqualTo(names());
    for (String name : names(folder)) isAsItSays(folder, name);
    byte[] true_ = read(EvidenceVectors.FOLDER, "merchant.hex").body();
    byte[] cut = Arrays.copyOf(true_, true_.length - 1);
    Certificate root = Certificate.of(read(folder, EvidenceVectors.ROOT).body());
    assertThat(Verify.verify(cut, root, Market.NOW).holds()).isFalse();
  }
}
