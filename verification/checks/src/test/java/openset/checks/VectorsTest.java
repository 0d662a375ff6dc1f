package openset.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.checks.tidy.Repository;
import openset.testkit.vector.AllVectors;
import openset.testkit.vector.Reading;
import openset.testkit.vector.Shelf;
import openset.testkit.vector.Vector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What vectors/ says must come of each scenario, our code says too. */
final class VectorsTest {
  private static final Path FOLDER = Path.of("vectors");
  private static final List<Vector> FILES = files();
  private static Map<String, Vector> anew;

  private static List<Vector> files() {
    Repository house = Repository.here();
    return house
        .files(".txt")
        .filter(file -> file.startsWith(FOLDER))
        .map(f -> Vector.parse(path(f), house.text(f).orElseThrow()))
        .toList();
  }

  private static String path(Path file) {
    return FOLDER.relativize(file).toString().replace('\\', '/');
  }

  @BeforeAll
  static void write() {
    anew =
        AllVectors.list().stream().collect(Collectors.toMap(Vector::path, Function.identity()));
  }

  static Stream<String> paths() {
    return FILES.stream().map(Vector::path);
  }

  private static Map<String, String> wrong(List<Vector> vectors) {
    Reading reading = new Reading(new Shelf(vectors));
    Map<String, String> wrong = new TreeMap<>();
    for (Vector vector : vectors) {
      Reading.Verdict verdict = reading.verdict(vector);
      Reading.Verdict wanted =
          new Reading.Verdict(vector.need("expect"), vector.get("rule").orElse(""));
      if (!verdict.equals(wanted)) wrong.put(vector.path(), wanted + ", but " + verdict);
    }
    return wrong;
  }

  @ParameterizedTest
  @MethodSource("paths")
  @Tag("D01")
  @Tag("D02")
  @Tag("D03")
  @Tag("D07")
  @Tag("D08")
  @Tag("D09")
  @Tag("H08")
  @Tag("H09")
  @Tag("R02")
  @Tag("R05")
  @Tag("R06")
  void ourCodeSaysOfEveryFileWhatTheFileSays(String path) {
    Vector vector =
        FILES.stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow();
    Reading.Verdict verdict = new Reading(new Shelf(FILES)).verdict(vector);
    assertThat(verdict)
        .isEqualTo(new Reading.Verdict(vector.need("expect"), vector.get("rule").orElse("")));
  }

  @Test
  void theWritersMakeExactlyTheseFilesAndWhatTheyMakeTodayIsReadLikeThem() {
    assertThat(anew.keySet()).isEqualTo(paths().collect(Collectors.toSet()));
    assertThat(wrong(new ArrayList<>(anew.values()))).isEmpty();
  }

  /** What is signed by Ed25519 and sealed to nobody has no chance in it. */
  @Test
  void whatHasNoChanceInItIsWrittenAgainOctetForOctet() {
    Map<String, Vector> again =
        AllVectors.list().stream().collect(Collectors.toMap(Vector::path, Function.identity()));
    List<String> sure =
        anew.keySet().stream()
            .filter(path -> anew.get(path).text().equals(again.get(path).text()))
            .toList();
    assertThat(sure)
        .contains("purchase/edwards/2-pinitres.txt", "world/edwards/card.txt", "iso8583/0100.txt")
        .hasSizeGreaterThan(100);
    assertThat(FILES.stream().filter(f -> sure.contains(f.path())))
        .allSatisfy(file -> assertThat(file.text()).isEqualTo(anew.get(file.path()).text()));
  }

  @Test
  void aFileReadAndWrittenIsTheSameFile() {
    for (Vector vector : FILES) {
      assertThat(Vector.parse(vector.path(), vector.text()).text()).isEqualTo(vector.text());
    }
  }

  @Test
  void theReaderIsNotEasilyPleased() {
    Reading reading = new Reading(new Shelf(FILES));
    for (Vector vector : FILES) {
      if (!vector.path().startsWith("purchase/")) continue;
      byte[] cut = java.util.Arrays.copyOf(vector.body(), vector.body().length - 1);
      Vector broken = new Vector(vector.path(), vector.header(), cut);
      assertThat(reading.verdict(broken).expect()).isEqualTo("malformed");
    }
  }
}
