package openset.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/threats.md against the tests: the test that a row names carries its id. */
final class ThreatsCoverageTest {
  private static final AttackPage PAGE = AttackPage.read();
  private static final TestTags TAGS = TestTags.read();

  @Test
  void theDetectorSeesRowsAndTests() {
    assertThat(PAGE.tests()).containsKeys("P01", "K15", "C14", "F02").hasSizeGreaterThan(90);
    assertThat(PAGE.later()).containsKeys("K22", "R11");
    assertThat(TAGS.tests("K15")).contains("KeyFormTest", "OwnChecksTest.pointsOfP256");
    assertThat(TAGS.tests("H09")).contains("FrameReaderPropertiesTest.readsAnyFramesInAnyPieces");
  }

  @Test
  void everyRowNamesATestThatCarriesItsId() {
    Map<String, String> without = new TreeMap<>(PAGE.tests());
    without.entrySet().removeIf(row -> TAGS.tests(row.getKey()).contains(row.getValue()));
    assertThat(without).isEmpty();
  }

  @Test
  void noRowThatIsNotYetDueHasATest() {
    Set<String> due = new TreeSet<>(PAGE.later().keySet());
    due.retainAll(TAGS.all());
    assertThat(due).isEmpty();
  }
}
